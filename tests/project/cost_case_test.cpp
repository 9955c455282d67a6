// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/cost_case.h"

#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck/boost_test.h>

#include <fstream>
#include <sstream>
#include <thread>

using namespace rigwright;

namespace {

/// Any share, with all its bits.
double anyShare()
{
    constexpr std::int64_t kSteps = std::int64_t{1} << 53U;
    return static_cast<double>(*rc::gen::inRange<std::int64_t>(0, kSteps)) / static_cast<double>(kSteps);
}

double anyFrom(double least, double most)
{
    return least + anyShare() * (most - least);
}

int anyWhole(int least, int most)
{
    return *rc::gen::inRange(least, most + 1);
}

bool anyFlag()
{
    return *rc::gen::arbitrary<bool>();
}

Currency anyCurrency()
{
    return *rc::gen::elementOf(Currency::all());
}

Money anyMoney()
{
    return {*rc::gen::inRange<std::int64_t>(0, 1'000'000'000), anyCurrency()};
}

MoneyRate anyRate()
{
    return {*rc::gen::inRange<std::int64_t>(0, 1'000'000'000), anyCurrency()};
}

/// A range for some of the factors, each once.
std::vector<FactorRange> anyRanges()
{
    std::vector<FactorRange> ranges;
    for (const CostFactor factor : allCostFactors()) {
        if (anyFlag()) {
            ranges.push_back({factor, anyFrom(0.01, 1), anyFrom(1, 10)});
        }
    }
    return ranges;
}

Use anyUse()
{
    Use use;
    use.kind = *rc::gen::element(UseKind::Hours, UseKind::Users, UseKind::Profile);
    use.utilization = anyShare();
    use.users = anyFrom(0.5, 1e5);
    use.requestsPerUser = anyFrom(0.1, 1e3);
    use.hoursPerDay = anyFrom(0.5, 24);
    use.daysPerWeek = anyFrom(0.5, 7);
    if (use.kind == UseKind::Profile) {
        const int hours = anyFlag() ? 24 : 168;
        for (int hour = 0; hour < hours; ++hour) {
            use.profile.emplace_back(anyFrom(0, 1e6));
        }
    }
    use.cachedShare = anyShare();
    return use;
}

CloudTerms anyCloud()
{
    CloudTerms cloud;
    cloud.region = *rc::gen::element<std::string>("", "us-east", "Zürich \"1\"\\");
    cloud.spotInterruption = anyShare();
    cloud.reservedDiscount = anyFlag() ? std::optional(anyShare()) : std::nullopt;
    cloud.reservedTermMonths = anyWhole(1, 60);
    cloud.billingUnit = Hours(anyShare());
    cloud.storage = anyFlag() ? std::optional(Bytes(anyWhole(0, 1'000'000'000))) : std::nullopt;
    cloud.storagePerGbMonth = anyRate();
    cloud.egressPerToken = Bytes(anyWhole(0, 10'000));
    cloud.egressPerGb = anyRate();
    cloud.priceChange = anyFrom(-0.5, 1);
    return cloud;
}

RunningTerms anyRunning()
{
    RunningTerms running;
    running.electricity = anyRate();
    running.nightElectricity = anyFlag() ? std::optional(anyRate()) : std::nullopt;
    running.electricityChange = anyFrom(-0.5, 1);
    running.powerUsageEffectiveness = anyFrom(1, 5);
    running.idleShare = anyShare();
    running.roomPerMonth = anyMoney();
    running.supportShare = anyShare();
    running.softwarePerGpuYear = anyMoney();
    running.staffShare = anyShare();
    running.staffPerYear = anyMoney();
    return running;
}

CostAssumptions anyAssumptions()
{
    CostAssumptions assumptions;
    assumptions.years = anyWhole(1, 10);
    assumptions.use = anyUse();
    assumptions.purchase = {anyWhole(1, 1000), anyFlag() ? std::optional(anyShare()) : std::nullopt,
                            anyFlag(),         anyMoney(),
                            anyMoney(),        anyShare()};
    assumptions.financing = {*rc::gen::element(Financing::Cash, Financing::Loan, Financing::Lease),
                             anyShare(), anyWhole(1, 120), anyShare()};
    assumptions.value = {
        anyShare(), anyWhole(1, 10),
        *rc::gen::element(DepreciationMethod::StraightLine, DepreciationMethod::DecliningBalance),
        anyFlag() ? std::optional(anyWhole(1, 10)) : std::nullopt};
    assumptions.running = anyRunning();
    assumptions.cloud = anyCloud();
    assumptions.api = {anyShare(), anyFlag(), anyFrom(-0.5, 1)};
    assumptions.discountRate = anyShare();
    if (anyFlag()) {
        assumptions.carbon = CarbonIntensity(anyShare());
    }
    assumptions.country = *rc::gen::element<std::string>("", "DE");
    assumptions.ranges = anyRanges();
    return assumptions;
}

CostCase named(const char* name)
{
    CostCase costCase;
    costCase.name = name;
    return costCase;
}

/// A case with one of its lines, that of a key, written otherwise.
std::string textWith(const std::string& key, const std::string& value)
{
    std::string text = costCaseText(named("Usual"));
    const std::size_t at = text.find("\"" + key + "\": ") + key.size() + 4;
    std::size_t end = text.find('\n', at);
    if (text[at] == '{') {
        end = text.find('}', at) + 2;
    }
    const bool last = text[end - 1] != ',';
    return text.replace(at, end - at, last ? value : value + ",");
}

std::string errorOf(const std::string& json)
{
    const auto read = parseCostCase(json);
    return read ? "no error" : read.error().message;
}

std::string textOf(const std::filesystem::path& file)
{
    std::ostringstream all;
    all << std::ifstream(file, std::ios::binary).rdbuf();
    return all.str();
}

auto keeping(const CostCase& costCase)
{
    return [costCase](CostCaseSet& set) { return keepCase(set, costCase); };
}

} // namespace

BOOST_AUTO_TEST_SUITE(cost_case)

RC_BOOST_PROP(whatever_is_written_is_read_again, ())
{
    const CostCase written{*rc::gen::element<std::string>("A", "Büro \"2\"\\", "値段"), anyAssumptions()};
    const auto read = parseCostCase(costCaseText(written));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == written);
    const CostCaseSet set{{written, named("B")}};
    RC_ASSERT(parseCostCaseSet(costCaseSetText(set)).value() == set);
}

BOOST_AUTO_TEST_CASE(the_schema_is_its_own_and_a_newer_one_is_refused_politely)
{
    BOOST_TEST(errorOf("{}") == "schema: expected 'rigwright.cost-case/1', got nothing");
    BOOST_TEST(errorOf(R"({"schema": "rigwright.cost-case/2"})") ==
               "written by a newer version of the program (rigwright.cost-case/2)");
    BOOST_TEST(errorOf(R"({"schema": "rigwright.machines/1"})") ==
               R"(schema: expected 'rigwright.cost-case/1', got "rigwright.machines/1")");
    BOOST_TEST(errorOf("[]") == "schema: expected 'rigwright.cost-case/1', got nothing");
    BOOST_TEST(errorOf("{") == "not valid JSON at line 1, column 1");
}

BOOST_AUTO_TEST_CASE(wrong_values_are_refused_by_their_key)
{
    const std::tuple<const char*, const char*, const char*> rows[] = {
        {"name", "\"\"", R"(name: expected a text that isn't empty, got "")"},
        {"name", "7", "name: expected a text, got 7"},
        {"years", "\"3\"", R"(assumptions.years: expected a whole number from 0 to 1000000, got "3")"},
        {"years", "2.5", "assumptions.years: expected a whole number from 0 to 1000000, got 2.5"},
        {"years", "40", "assumptions: years: expected 1 to 10, got 40"},
        {"use", R"("often")", "assumptions.use: expected one of hours, users, profile, got 'often'"},
        {"utilization", "null", "assumptions.utilization: expected a number, got nothing"},
        {"utilization", "1.5", "assumptions: utilization: expected a share from 0 to 1, got 1.500"},
        {"profile_requests_by_hour", "[true]",
         "assumptions.profile_requests_by_hour: expected a list of numbers, got [true]"},
        {"tax_recoverable", "1", "assumptions.tax_recoverable: expected true or false, got 1"},
        {"financing", R"("barter")",
         "assumptions.financing: expected one of cash, loan, lease, got 'barter'"},
        {"electricity_per_kwh", R"("cheap")",
         R"(assumptions.electricity_per_kwh: expected an amount such as "0.30", got "cheap")"},
        {"electricity_currency", R"("XAU")",
         "assumptions.electricity_currency: expected the code of a currency that is known, such as USD, got "
         R"("XAU")"},
        {"cloud_egress_per_gb", R"({"amount": "-1", "currency": "USD"})",
         "assumptions.cloud_egress_per_gb: expected an amount of a currency that is known, got "
         R"({"amount":"-1","currency":"USD"})"},
        {"cloud_egress_bytes_per_token", "1e300",
         "assumptions.cloud_egress_bytes_per_token: expected a whole number from 0 to 9007199254740992, got "
         "1e+300"},
        {"ranges", R"([{"factor": "use", "low": 0.5, "high": 2}, {"factor": "use", "low": 1, "high": 1}])",
         R"(assumptions.ranges[1].factor: expected each factor once, got "use")"},
        {"ranges", R"([{"factor": "weather", "low": 0.5, "high": 2}])",
         "assumptions.ranges[0].factor: expected one of use, hardware-price, own-speed, power, electricity, "
         "power-usage, running, residual-value, cloud-price, cloud-speed, api-price, got 'weather'"},
    };
    for (const auto& [key, value, message] : rows) {
        BOOST_TEST(errorOf(textWith(key, value)) == message);
    }
}

BOOST_AUTO_TEST_CASE(what_may_be_unknown_may_be_left_out)
{
    for (const char* key : {"tax_rate", "refresh_years", "night_electricity_per_kwh", "reserved_discount",
                            "cloud_storage_bytes", "carbon_kg_per_kwh"}) {
        BOOST_TEST(errorOf(textWith(key, "null")) == "no error");
    }
}

BOOST_AUTO_TEST_CASE(a_mistyped_key_is_refused_by_its_name)
{
    std::string text = costCaseText(named("Usual"));
    text.replace(text.find("\"utilization\""), 13, "\"utilisation\"");
    BOOST_TEST(errorOf(text).starts_with("assumptions: unknown key 'utilisation': did you mean utilization"));
}

BOOST_AUTO_TEST_CASE(every_truncation_is_an_error_and_never_an_exception)
{
    const std::string whole = costCaseText(named("Usual"));
    for (std::size_t length = 0; length + 2 < whole.size(); ++length) {
        BOOST_TEST(!parseCostCase(whole.substr(0, length)).has_value(), "cut at " << length);
    }
}

BOOST_AUTO_TEST_CASE(every_changed_byte_is_read_or_refused_and_never_an_exception)
{
    const std::string whole = costCaseText(named("Usual"));
    for (std::size_t i = 0; i < whole.size(); ++i) {
        for (const char byte : {'\0', '"', '-', '9', '{', '\xff'}) {
            std::string changed = whole;
            changed[i] = byte;
            const auto read = parseCostCase(changed);
            BOOST_TEST((!read || parseCostCase(costCaseText(*read)).has_value()));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_name_reaches_no_terminal_with_control_characters)
{
    BOOST_TEST(parseCostCase(textWith("name", "\"a\\u001b[2Jb\"")).value().name == "a?[2Jb");
}

BOOST_AUTO_TEST_CASE(a_file_holds_one_case)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "case.json";
    BOOST_TEST(writeCostCase(file, named("Mine")).has_value());
    BOOST_TEST((readCostCase(file).value() == named("Mine")));
    BOOST_TEST(folder.entries() == 1U);
    const std::string before = textOf(file);
    BOOST_TEST(writeCostCase(file, named("")).error().message ==
               "the case can't be saved: name: expected a text that isn't empty, got \"\"");
    BOOST_TEST(textOf(file) == before);
    std::ofstream(file) << "{}";
    BOOST_TEST(readCostCase(file).error().message ==
               file.string() + ": schema: expected 'rigwright.cost-case/1', got nothing");
    BOOST_TEST(readCostCase("/dev/zero").error().message ==
               "/dev/zero: larger than 1 MiB: not a case of costs");
    BOOST_TEST(readCostCase(folder.path() / "none").error().message ==
               (folder.path() / "none").string() + ": can't be read: No such file or directory");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(cost_case_set)

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there_is_an_empty_set)
{
    const TemporaryFolder folder;
    BOOST_TEST(readCostCaseSet(folder.path() / "cases.json").value().cases.empty());
    BOOST_TEST(readCostCaseSet({}).value().cases.empty());
    BOOST_TEST(updateCostCaseSet({}, keeping(named("A"))).error().message ==
               "no place for your cases: set HOME or XDG_DATA_HOME");
}

BOOST_AUTO_TEST_CASE(a_case_takes_the_place_of_its_namesake)
{
    CostCase other = named("A");
    other.assumptions.years = 7;
    CostCaseSet set{{named("A"), named("B")}};
    BOOST_TEST(keepCase(set, other).has_value());
    BOOST_TEST((set == CostCaseSet{{other, named("B")}}));
}

BOOST_AUTO_TEST_CASE(more_than_three_are_refused)
{
    CostCaseSet set;
    for (const char* name : {"A", "B", "C"}) {
        BOOST_TEST(keepCase(set, named(name)).has_value());
    }
    BOOST_TEST(keepCase(set, named("D")).error().message == "at most 3 cases are kept: remove one first");
    set.cases.push_back(named("D"));
    BOOST_TEST(parseCostCaseSet(costCaseSetText(set)).error().message == "cases: expected at most 3, got 4");
}

BOOST_AUTO_TEST_CASE(two_cases_of_one_name_are_refused)
{
    BOOST_TEST(parseCostCaseSet(costCaseSetText({{named("A"), named("A")}})).error().message ==
               R"(cases[1].name: expected a name of its own, got "A")");
}

BOOST_AUTO_TEST_CASE(a_damaged_or_newer_file_is_never_written_over)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "cases.json";
    for (const std::string text : {"{", R"({"schema": "rigwright.cost-cases/9", "cases": []})", ""}) {
        std::ofstream(file, std::ios::binary) << text;
        const auto updated = updateCostCaseSet(file, keeping(named("A")));
        BOOST_TEST(!updated.has_value());
        BOOST_TEST(updated.error().message.starts_with(file.string() + ": "));
        BOOST_TEST(updated.error().message.ends_with("; move the file away to start anew"));
        BOOST_TEST(textOf(file) == text);
    }
}

BOOST_AUTO_TEST_CASE(two_writers_at_once_lose_nothing)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "new" / "cases.json";
    const auto keepOften = [&](const char* name) {
        for (int years = 1; years <= 10; ++years) {
            CostCase costCase = named(name);
            costCase.assumptions.years = years;
            (void)updateCostCaseSet(file, keeping(costCase));
        }
    };
    std::thread other(keepOften, "A");
    keepOften("B");
    other.join();
    const auto set = readCostCaseSet(file).value();
    BOOST_REQUIRE(set.cases.size() == 2U);
    BOOST_TEST(set.cases[0].assumptions.years == 10);
    BOOST_TEST(set.cases[1].assumptions.years == 10);
}

BOOST_AUTO_TEST_SUITE_END()
