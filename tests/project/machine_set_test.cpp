// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/machine_set.h"

#include "project/build_file.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <sstream>
#include <thread>

using namespace rigwright;

namespace {

Money usd(std::int64_t cents)
{
    return {cents, Currency::usd()};
}

Offer offer(std::int64_t cents, Date day = {2026, 3, 1})
{
    return {usd(cents), PriceKind::Street, "US", "a shop", day};
}

template <class Part>
Part named(const char* id, const char* name, std::vector<Offer> offers)
{
    Part part;
    part.info.id = PartId(id);
    part.info.name = name;
    part.info.offers = std::move(offers);
    return part;
}

Catalog catalog()
{
    Catalog catalog;
    catalog.date = {2026, 3, 1};
    catalog.accelerators = {named<Accelerator>("rtx-3090", "GeForce RTX 3090", {offer(80'000)})};
    catalog.cpus = {named<Cpu>("ryzen-5-7600", "Ryzen 5 7600", {offer(19'900)})};
    catalog.cases = {named<Case>("tower", "Tower", {})};
    catalog.rates = ExchangeRates({{Currency::parse("CNY").value(), 7.0, {2026, 3, 1}, "a bank"}});
    return catalog;
}

PricedLine priced(PartCategory category, const char* id, const char* name, int quantity,
                  std::optional<std::int64_t> cents)
{
    PricedLine line;
    line.line = {category, PartId(id), quantity};
    line.name = name;
    if (cents) {
        line.offer = offer(*cents);
        line.unitPrice = usd(*cents);
    }
    return line;
}

/// Two cards, a CPU and a case without a price: 2 × 800 + 199 = 1,799 dollars.
EvaluatedBuild machine()
{
    EvaluatedBuild build;
    build.lines = {priced(PartCategory::Accelerator, "rtx-3090", "GeForce RTX 3090", 2, 80'000),
                   priced(PartCategory::Cpu, "ryzen-5-7600", "Ryzen 5 7600", 1, 19'900),
                   priced(PartCategory::Case, "tower", "Tower", 1, std::nullopt)};
    for (const PricedLine& line : build.lines) {
        build.build.lines.push_back(line.line);
    }
    build.price = usd(179'900);
    return build;
}

SavedMachine saved(const char* name = "At home")
{
    return savedMachine(machine(), name, {2026, 4, 2});
}

/// A set of one machine with some of its keys as they are given.
std::string setWith(const std::string& key, const std::string& value)
{
    const std::pair<const char*, const char*> keys[] = {
        {"id", R"("m-1")"},
        {"name", R"("At home")"},
        {"saved_on", R"("2026-04-02")"},
        {"price", R"({"amount": "800.00", "currency": "USD"})"},
        {"parts", R"([{"category": "accelerator", "part": "rtx-3090", "quantity": 1}])"},
        {"prices", "[]"},
    };
    std::string members;
    for (const auto& [name, usual] : keys) {
        if (key != name) {
            members += "\"" + std::string(name) + "\": " + usual + ", ";
        }
    }
    members += "\"" + key + "\": " + value;
    return R"({"schema": "rigwright.machines/1", "machines": [{)" + members + "}]}";
}

std::string errorOf(const std::string& json)
{
    const auto set = parseMachineSet(json);
    return set ? "no error" : set.error().message;
}

std::string textOf(const std::filesystem::path& file)
{
    std::ostringstream all;
    all << std::ifstream(file, std::ios::binary).rdbuf();
    return all.str();
}

void write(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary) << text;
}

auto adding(const SavedMachine& machine)
{
    return [machine](MachineSet& set) -> Expected<void> {
        set.machines.push_back(machine);
        return {};
    };
}

} // namespace

BOOST_AUTO_TEST_SUITE(machine_set)

BOOST_AUTO_TEST_CASE(a_machine_is_saved_with_its_prices)
{
    const SavedMachine machine = saved();
    BOOST_TEST(machine.name == "At home");
    BOOST_TEST((machine.price == usd(179'900)));
    BOOST_TEST((machine.savedOn == Date{2026, 4, 2}));
    BOOST_TEST(machine.lines.size() == 3U);
    BOOST_TEST((machine.lines[0].unitPrice == usd(80'000)));
    BOOST_TEST((machine.lines[0].priceDate == Date{2026, 3, 1}));
    BOOST_TEST(!machine.lines[2].unitPrice.has_value());
    BOOST_TEST(machine.id != saved().id);
}

BOOST_AUTO_TEST_CASE(a_build_is_saved_in_the_currency_that_is_asked_for)
{
    // 2 × 800 + 199 = 1,799 dollars, at 7 yuan 12,593.
    const Currency yuan = Currency::parse("CNY").value();
    const auto machine = savedBuild(catalog(), ::machine().build, "Mine", yuan, {2026, 4, 2}).value();
    BOOST_TEST((machine.price == Money(1'259'300, yuan)));
    BOOST_TEST((machine.lines[0].unitPrice == Money(560'000, yuan)));
    BOOST_TEST(!machine.lines[2].unitPrice.has_value());
    BOOST_TEST(differencesSince(machine, catalog()).value().empty());
    BOOST_TEST(!savedBuild({}, ::machine().build, "Mine", yuan, {2026, 4, 2}).has_value());
}

BOOST_AUTO_TEST_CASE(what_is_written_is_read_again)
{
    SavedMachine machine = saved("Büro \"2\"\\");
    machine.note = "two\nlines";
    machine.pinned = true;
    machine.build.powerCap = Watts(280);
    machine.lines[1].owned = true;
    const MachineSet read = parseMachineSet(machineSetText({{machine, saved()}})).value();
    BOOST_TEST(read.machines.size() == 2U);
    const SavedMachine& again = read.machines[0];
    BOOST_TEST(again.id == machine.id);
    BOOST_TEST(again.name == machine.name);
    BOOST_TEST(again.note == machine.note);
    BOOST_TEST(again.pinned);
    BOOST_TEST((again.build == machine.build));
    BOOST_TEST((again.savedOn == machine.savedOn));
    BOOST_TEST((again.price == machine.price));
    BOOST_TEST(again.lines[1].owned);
    BOOST_TEST((again.lines[0].unitPrice == machine.lines[0].unitPrice));
    BOOST_TEST((again.lines[0].priceDate == machine.lines[0].priceDate));
    BOOST_TEST(!again.lines[2].unitPrice.has_value());
    BOOST_TEST(machineSetText(read) == machineSetText({{machine, read.machines[1]}}));
}

BOOST_AUTO_TEST_CASE(each_machine_is_a_build_file)
{
    const std::string text = machineSetText({{saved()}});
    const std::size_t begin = text.find("{", 1);
    const Build build = parseBuild(catalog(), text.substr(begin, text.rfind(']') - begin)).value();
    BOOST_TEST((build.lines == machine().build.lines));
}

BOOST_AUTO_TEST_CASE(keys_that_are_not_known_are_passed_over_and_a_newer_schema_is_refused)
{
    BOOST_TEST(errorOf(setWith("colour", R"({"r": 1})")) == "no error");
    BOOST_TEST(errorOf(R"({"schema": "rigwright.machines/2", "machines": []})") ==
               "written by a newer version of the program (rigwright.machines/2)");
    BOOST_TEST(errorOf(R"({"machines": []})") == "schema: expected 'rigwright.machines/1', got nothing");
    BOOST_TEST(errorOf(R"({"schema": "rigwright.builds/1", "builds": []})") ==
               R"(schema: expected 'rigwright.machines/1', got "rigwright.builds/1")");
    BOOST_TEST(errorOf("[]") == "schema: expected 'rigwright.machines/1', got nothing");
}

BOOST_AUTO_TEST_CASE(wrong_values_are_refused_by_their_key)
{
    const std::string quantity = R"([{"category": "cpu", "part": "a", "quantity": )";
    const std::string price =
        R"([{"category": "cpu", "part": "a", "quantity": 1, "name": "A", "unit_price": )";
    const std::tuple<const char*, std::string, const char*> rows[] = {
        {"name", "\"\"", R"(name: expected a text that isn't empty, got "")"},
        {"name", "7", "name: expected a text, got 7"},
        {"id", "null", "id: expected a text, got nothing"},
        {"pinned", "1", "pinned: expected true or false, got 1"},
        {"saved_on", R"("2026-02-30")", R"(saved_on: expected a day such as 2026-08-18, got "2026-02-30")"},
        {"price", "12",
         R"(price: expected an amount such as {"amount": "3149.00", "currency": "USD"}, got 12)"},
        {"price", R"({"amount":"-1","currency":"USD"})",
         R"(price: expected an amount of a currency that is known, got {"amount":"-1","currency":"USD"})"},
        {"power_cap_watts", "-5", "power_cap_watts: expected watts above 0, got -5"},
        {"parts", "{}", "parts: expected a list of parts, got {}"},
        {"parts", "[]", "parts: expected a list with at least one part, got []"},
        {"parts", "[3]", "parts[0]: expected an object, got 3"},
        {"parts", quantity + "0}]", "parts[0].quantity: expected a whole number from 1 to 1000, got 0"},
        {"parts", quantity + "1e300}]",
         "parts[0].quantity: expected a whole number from 1 to 1000, got 1e+300"},
        {"parts", R"([{"category": "wheel", "part": "a", "quantity": 1}])",
         "parts[0].category: expected a category of parts, such as accelerator, cpu or board, got "
         "\"wheel\""},
        {"prices", price + R"({"amount":"1","currency":"EUR"}}])",
         "prices[0].unit_price: expected an amount in USD like the machine's price, got "
         R"({"amount":"1","currency":"EUR"})"},
    };
    for (const auto& [key, value, message] : rows) {
        BOOST_TEST(errorOf(setWith(key, value)) == std::string("machines[0].") + message);
    }
}

BOOST_AUTO_TEST_CASE(two_machines_of_one_id_are_refused)
{
    const SavedMachine one = saved();
    BOOST_TEST(errorOf(machineSetText({{one, one}})) ==
               "machines[1].id: expected an id of its own, got \"" + one.id + "\"");
}

BOOST_AUTO_TEST_CASE(every_truncation_is_an_error_and_never_an_exception)
{
    const std::string whole = machineSetText({{saved()}});
    for (std::size_t length = 0; length + 1 < whole.size(); ++length) {
        BOOST_TEST(!parseMachineSet(whole.substr(0, length)).has_value(), "cut at " << length);
    }
    BOOST_TEST(errorOf(std::string(1'000'000, '[')) ==
               "nested more than 64 levels deep at line 1, column 65");
}

BOOST_AUTO_TEST_CASE(every_changed_byte_is_read_or_refused_and_never_an_exception)
{
    const std::string whole = machineSetText({{saved()}});
    for (std::size_t i = 0; i < whole.size(); ++i) {
        for (const char byte : {'\0', '"', '-', '9', '{', '\xff'}) {
            std::string changed = whole;
            changed[i] = byte;
            const auto set = parseMachineSet(changed);
            BOOST_TEST((!set || set->machines.size() <= 1));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_name_reaches_no_terminal_with_control_characters)
{
    const auto set = parseMachineSet(setWith("name", "\"a\\u001b[2Jb\"")).value();
    BOOST_TEST(set.machines[0].name == "a?[2Jb");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there_is_an_empty_set)
{
    const TemporaryFolder folder;
    BOOST_TEST(readMachineSet(folder.path() / "machines.json").value().machines.empty());
    BOOST_TEST(readMachineSet({}).value().machines.empty());
    BOOST_TEST(folder.entries() == 0U);
}

BOOST_AUTO_TEST_CASE(a_file_is_written_into_a_folder_that_is_made)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "new" / "folder" / "machines.json";
    BOOST_TEST(writeMachineSet(file, {{saved()}}).has_value());
    BOOST_TEST(readMachineSet(file).value().machines[0].name == "At home");
    BOOST_TEST(writeMachineSet({}, {}).error().message ==
               "no place for your machines: set HOME or XDG_DATA_HOME");
}

BOOST_AUTO_TEST_CASE(a_set_that_could_not_be_read_again_is_not_written)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "machines.json";
    BOOST_TEST(writeMachineSet(file, {{saved()}}).has_value());
    const std::string before = textOf(file);
    BOOST_TEST(writeMachineSet(file, {{saved("")}}).error().message ==
               "a machine can't be saved: machines[0].name: expected a text that isn't empty, got \"\"");
    BOOST_TEST(textOf(file) == before);
}

BOOST_AUTO_TEST_CASE(a_damaged_or_newer_file_is_never_written_over)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "machines.json";
    for (const std::string text :
         {"{", R"({"schema": "rigwright.machines/9", "machines": []})", "\xff\xfe", ""}) {
        write(file, text);
        const auto updated = updateMachineSet(file, adding(saved()));
        BOOST_TEST(!updated.has_value());
        BOOST_TEST(updated.error().message.starts_with(file.string() + ": "));
        BOOST_TEST(updated.error().message.ends_with("; move the file away to start anew"));
        BOOST_TEST(textOf(file) == text);
    }
}

BOOST_AUTO_TEST_CASE(a_change_that_fails_leaves_the_file_as_it_was)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "machines.json";
    BOOST_TEST(updateMachineSet(file, adding(saved())).value().machines.size() == 1U);
    const std::string before = textOf(file);
    const auto refused = updateMachineSet(file, [](MachineSet& set) -> Expected<void> {
        set.machines.clear();
        return fail("no such machine");
    });
    BOOST_TEST(refused.error().message == "no such machine");
    BOOST_TEST(textOf(file) == before);
}

BOOST_AUTO_TEST_CASE(two_writers_at_once_lose_nothing)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "machines.json";
    const auto addMany = [&] {
        for (int i = 0; i < 20; ++i) {
            (void)updateMachineSet(file, adding(saved()));
        }
    };
    std::thread other(addMany);
    addMany();
    other.join();
    BOOST_TEST(readMachineSet(file).value().machines.size() == 40U);
}

BOOST_AUTO_TEST_CASE(a_file_larger_than_16_mib_is_refused)
{
    BOOST_TEST(readMachineSet("/dev/zero").error().message ==
               "/dev/zero: larger than 16 MiB: not a set of machines");
    const TemporaryFolder folder;
    BOOST_TEST(readMachineSet(folder.path()).error().message ==
               folder.path().string() + ": is a directory: expected a set of machines");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(saved_differences)

using Kind = SavedDifference::Kind;

BOOST_AUTO_TEST_CASE(an_unchanged_catalog_says_nothing)
{
    BOOST_TEST(differencesSince(saved(), catalog()).value().empty());
}

BOOST_AUTO_TEST_CASE(prices_that_rose_fell_came_and_went_are_told)
{
    Catalog now = catalog();
    now.accelerators[0].info.offers = {offer(95'000)};
    now.cpus[0].info.offers.clear();
    now.cases[0].info.offers = {offer(9'900)};
    const auto differences = differencesSince(saved(), now).value();
    BOOST_TEST(differences.size() == 3U);
    BOOST_TEST((differences[0].kind == Kind::PriceUp));
    BOOST_TEST(differences[0].part == "GeForce RTX 3090");
    BOOST_TEST((differences[0].before == usd(80'000)));
    BOOST_TEST((differences[0].after == usd(95'000)));
    BOOST_TEST((differences[1].kind == Kind::PriceGone));
    BOOST_TEST(!differences[1].after.has_value());
    BOOST_TEST((differences[2].kind == Kind::PriceNew));
    BOOST_TEST(!differences[2].before.has_value());
    now.accelerators[0].info.offers = {offer(79'999)};
    BOOST_TEST((differencesSince(saved(), now).value()[0].kind == Kind::PriceDown));
}

BOOST_AUTO_TEST_CASE(a_part_that_is_gone_is_named_once)
{
    Catalog now = catalog();
    now.accelerators.clear();
    SavedMachine machine = saved();
    machine.lines.insert(machine.lines.begin(), machine.lines[0]);
    machine.lines[0].owned = true;
    const auto differences = differencesSince(machine, now).value();
    BOOST_TEST(differences.size() == 1U);
    BOOST_TEST((differences[0].kind == Kind::PartGone));
    BOOST_TEST(differences[0].part == "GeForce RTX 3090");
}

BOOST_AUTO_TEST_CASE(the_price_of_a_part_at_hand_says_nothing)
{
    Catalog now = catalog();
    now.cpus[0].info.offers = {offer(1)};
    SavedMachine machine = saved();
    machine.lines[1].owned = true;
    BOOST_TEST(differencesSince(machine, now).value().empty());
}

BOOST_AUTO_TEST_CASE(prices_compare_in_the_currency_of_the_machine)
{
    // 800 dollars at 7 yuan are 5,600 yuan: nothing has changed since.
    SavedMachine machine = saved();
    const Currency yuan = Currency::parse("CNY").value();
    machine.price = Money(1'259'300, yuan);
    machine.lines = {machine.lines[0]};
    machine.lines[0].unitPrice = Money(560'000, yuan);
    BOOST_TEST(differencesSince(machine, catalog()).value().empty());
    Catalog without = catalog();
    without.rates = ExchangeRates();
    BOOST_TEST(!differencesSince(machine, without).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
