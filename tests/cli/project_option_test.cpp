// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_cli.h"
#include "project/project_file.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace rigwright;
using namespace rigwright::test;
using nlohmann::json;

// Commands that begin with a saved project: Qwen3 14B in q4_k_m on a machine with an RTX 5070 Ti, in euro. A machine of it costs
// 1,204.64 with the power supply at 80.00 as quoted; without the quote it has 88.01, so 1,212.65.

namespace {

constexpr auto kPowerSupply = "corsair-rm750e";

std::string contents(const std::filesystem::path& path)
{
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

/// The project that the tests of projects keep.
struct Plan {
    TemporaryFolder folder;
    std::string file = (folder.path() / "plan.rigwright").string();
    std::string wanted = " --project " + file + " ";

    Plan() { std::filesystem::copy_file(RIGWRIGHT_TEST_DATA "/project/lab_machine_1.rigwright", file); }

    [[nodiscard]] std::string path(const std::string& name) const { return (folder.path() / name).string(); }
    [[nodiscard]] Project project() const { return readProject(file).value(); }
    void save(const Project& project) const { BOOST_REQUIRE(writeProject(file, project).has_value()); }
};

/// Two of the machine as "Trainer", and three as "Server" with a second kit of memory for 65.14 more.
struct TwoKinds : Plan {
    TwoKinds()
    {
        Project both = project();
        both.machines[0].name = "Trainer";
        both.machines.push_back(both.machines[0]);
        both.machines[1].name = "Server";
        both.machines[1].systems = 3;
        for (BuildLine& line : both.machines[1].build.lines) {
            line.quantity += line.category == PartCategory::Memory ? 1 : 0;
        }
        save(both);
    }
};

bool says(const std::string& text, const std::string& words)
{
    return text.find(words) != std::string::npos;
}

void refused(const std::string& line, const std::string& message)
{
    const CliRun run = runCli(line);
    BOOST_TEST(run.status == 2, line);
    BOOST_TEST(run.out.empty(), line);
    BOOST_TEST(run.err == "rigwright-cli: " + message + "\n");
}

bool hasFinding(const json& findings, const std::string& id)
{
    return std::ranges::any_of(findings, [&](const json& finding) { return finding["id"] == id; });
}

} // namespace

BOOST_AUTO_TEST_SUITE(project_option)

BOOST_AUTO_TEST_CASE(the_machine_of_a_project_is_sized_for_what_the_project_wants)
{
    const Plan plan;
    const CliRun run = runCli("size" + plan.wanted + "--json");
    BOOST_REQUIRE_MESSAGE(run.status == 0, run.err);
    const json answer = run.json();
    BOOST_TEST(answer["model"]["id"] == "qwen3-14b");
    BOOST_TEST(answer["model"]["weights"] == "q4_k_m");
    BOOST_TEST(says(answer["memory"]["devices"][0]["name"], "RTX 5070 Ti"));
    BOOST_TEST(!hasFinding(answer["findings"], "project-machine")); // it has no other
}

BOOST_AUTO_TEST_CASE(options_change_what_the_project_says)
{
    const Plan plan;
    const auto sized = [&](const std::string& options) {
        const CliRun run = runCli("size" + plan.wanted + options + " --json");
        BOOST_REQUIRE_MESSAGE(run.status != 2, run.err);
        return run.json();
    };
    const auto cache = [](const json& answer) {
        return answer["memory"]["components"]["kv_cache_bytes"].get<std::int64_t>();
    };
    const json plain = sized("");
    BOOST_TEST(cache(sized("--context 4096")) * 2 == cache(plain)); // half the tokens of the project's 8,192
    BOOST_TEST(sized("--weights q8_0")["model"]["weights"] == "q8_0");
    BOOST_TEST(sized("--model llama-3.1-8b")["model"]["id"] == "llama-3.1-8b");
    BOOST_TEST(sized("--model llama-3.1-8b")["model"]["weights"] == "q4_k_m"); // still the project's
    BOOST_TEST(says(sized("--accelerator rtx-3090")["memory"]["devices"][0]["name"], "3090"));
    // An engine that doesn't load the project's GGUF type gives way to the project's only where it is named.
    BOOST_TEST(sized("--weights awq-4")["model"]["weights"] == "awq-4");
}

BOOST_AUTO_TEST_CASE(switches_of_a_project_can_be_taken_back)
{
    const Plan plan;
    Project strict = plan.project();
    strict.requirement.requireEcc = true;
    strict.requirement.vendor = AcceleratorVendor::Amd;
    plan.save(strict);
    const std::string command = "builds" + plan.wanted + "--no-host-offload --limit 1 --json";
    const auto titles = [](const CliRun& run) {
        const json answer = run.json();
        return answer["builds"].empty() ? std::string() : answer["builds"][0]["parts"].dump();
    };
    const CliRun free = runCli(command + " --vendor nvidia --no-require-ecc");
    BOOST_TEST(free.status == 0, free.err);
    BOOST_TEST(says(titles(free), "rtx"));
    BOOST_TEST(!says(titles(runCli(command)), "rtx"));
}

BOOST_AUTO_TEST_CASE(a_search_takes_budget_currency_and_prices_from_the_project)
{
    const Plan plan;
    const CliRun run = runCli("builds" + plan.wanted + "--json");
    BOOST_REQUIRE_MESSAGE(run.status == 0, run.err);
    bool hasItsMachine = false;
    const json answer = run.json();
    for (const json& build : answer["builds"]) {
        BOOST_TEST(build["price"]["currency"] == "EUR");
        BOOST_TEST(std::stod(build["price"]["amount"].get<std::string>()) <= 4000); // the project's budget
        for (const json& part : build["parts"]) {
            hasItsMachine =
                hasItsMachine || (part["part"] == kPowerSupply && part["unit_price"]["amount"] == "80.00");
        }
    }
    BOOST_TEST(hasItsMachine); // by the project's quote
    const CliRun dollars = runCli("builds" + plan.wanted + "--currency USD --limit 1 --json");
    BOOST_TEST(dollars.json()["builds"][0]["price"]["currency"] == "USD");
}

BOOST_AUTO_TEST_CASE(a_machine_is_chosen_by_name_or_number)
{
    const TwoKinds plan;
    const auto price = [&](const std::string& options) {
        const json answer = runCli("costs" + plan.wanted + options + " --json").json();
        return answer["scenarios"][0]["monthly"][0].get<std::string>();
    };
    BOOST_TEST(price("") == "1204.64");
    BOOST_TEST(price("--machine 2") == "1269.78"); // 65.14 more
    BOOST_TEST(price("--machine server") == "1269.78");
    const CliRun first = runCli("launch" + plan.wanted + "--json");
    BOOST_TEST(hasFinding(first.json()["findings"], "project-machine"));
    BOOST_TEST(!hasFinding(runCli("launch" + plan.wanted + "--machine Trainer --json").json()["findings"],
                           "project-machine"));
    BOOST_TEST(
        says(runCli("size" + plan.wanted).out, "This is the first of the project's 2 kinds of machine."));
}

BOOST_AUTO_TEST_CASE(a_machine_that_is_kept_to_compare_can_be_named)
{
    const TwoKinds plan;
    Project project = plan.project();
    SavedMachine kept;
    kept.id = "1";
    kept.name = "Spare";
    kept.savedOn = {2026, 11, 22};
    kept.price = Money(80'00, Currency::parse("EUR").value());
    kept.build.lines = {{PartCategory::PowerSupply, PartId(kPowerSupply), 1}};
    project.alternatives = {kept};
    plan.save(project);
    const std::string bom = "bom" + plan.wanted + "--json --output " + plan.path("bom.csv") + " --machine ";
    const std::string spare = runCli(bom + "Spare").json()["totals"]["net"]["amount"];
    BOOST_TEST(spare == "180.00"); // with the assembly
    refused(bom + "Miner",
            "--machine: the project has no machine 'Miner': expected 1 (Trainer), 2 (Server), 3 (Spare)");
    const CliRun shown = runCli("project show " + plan.file);
    BOOST_TEST(says(shown.out, "Kept to compare: Spare, €80.00 on 2026-11-22\n"));
    BOOST_TEST(runCli("project show " + plan.file + " --json").json()["alternatives"][0]["name"] == "Spare");
    // One that is bought as well is one machine, not two.
    project.alternatives[0].name = "Server";
    project.alternatives[0].build = project.machines[1].build;
    plan.save(project);
    BOOST_TEST(runCli(bom + "Server").status == 0);
}

BOOST_AUTO_TEST_CASE(an_unknown_machine_is_refused_with_the_names)
{
    const TwoKinds plan;
    const std::string known = ": expected 1 (Trainer), 2 (Server)";
    for (const std::string command : {"size", "costs", "launch"}) {
        refused(command + plan.wanted + "--machine Miner",
                "--machine: the project has no machine 'Miner'" + known);
        refused(command + plan.wanted + "--machine 3", "--machine: the project has no machine '3'" + known);
        refused(command + plan.wanted + "--machine 0", "--machine: the project has no machine '0'" + known);
    }
    Project twins = plan.project();
    twins.machines[1].name = "trainer";
    plan.save(twins);
    refused("size" + plan.wanted + "--machine Trainer",
            "--machine: several are called 'Trainer': give the number, of 1 (Trainer), 2 (trainer)");
    twins.machines.clear();
    plan.save(twins);
    refused("launch" + plan.wanted, plan.file + ": no machine is chosen in it yet");
    refused("size" + plan.wanted,
            plan.file + ": no machine is chosen in it yet; give --accelerator ID or --build FILE");
    BOOST_TEST(runCli("size" + plan.wanted + "--accelerator rtx-3090").status == 0);
}

BOOST_AUTO_TEST_CASE(cost_cases_come_from_the_project)
{
    const Plan plan;
    Project project = plan.project();
    for (const auto& [name, years] : {std::pair{"short", "1"}, std::pair{"long", "5"}}) {
        const std::string file = plan.path(name);
        BOOST_REQUIRE(runCli("costs" + plan.wanted + "--years " + years + " --save-case " + file).status ==
                      0);
        project.cases.push_back(readCostCase(file).value());
    }
    plan.save(project);
    const json both = runCli("costs" + plan.wanted + "--json").json();
    BOOST_REQUIRE(both["cases"].size() == 2U);
    BOOST_TEST(both["cases"][0]["case"] == "short");
    BOOST_TEST(both["cases"][0]["assumptions"]["years"] == 1);
    BOOST_TEST(both["cases"][1]["assumptions"]["years"] == 5);
    const json one = runCli("costs" + plan.wanted + "--case long --years 4 --json").json();
    BOOST_TEST(one["case"] == "long");
    BOOST_TEST(one["assumptions"]["years"] == 4); // what the command line says goes before
    refused("costs" + plan.wanted + "--case other",
            "--case: other: can't be read: No such file or directory; the project has short, long");
}

BOOST_AUTO_TEST_CASE(a_document_of_one_machine_of_a_project_is_written)
{
    const TwoKinds plan;
    const auto net = [&](const std::string& options) {
        const CliRun run = runCli("bom" + plan.wanted + options + " --json --output " + plan.path("bom.csv"));
        BOOST_REQUIRE_MESSAGE(run.status == 0, run.err);
        return run.json()["totals"]["net"]["amount"].get<std::string>();
    };
    // 2 × 1,204.64 + 3 × 1,269.78 and 100.00 for the assembly
    BOOST_TEST(net("") == "6318.62");
    BOOST_TEST(net("--machine Server") == "3909.34");
    BOOST_TEST(net("--machine 1 --systems 5") == "6123.20");
    refused("bom" + plan.wanted + "--systems 5 --output " + plan.path("x.csv"),
            "--systems: the project has 2 kinds of machine; say which with --machine");
}

BOOST_AUTO_TEST_CASE(prices_of_several_systems_say_what_they_are_of)
{
    const TwoKinds plan;
    std::ofstream(plan.path("a.csv")) << "supplier,,Alpha\nquote_currency,,EUR\nquote_date,,2026-11-20\n"
                                         "line_id,quantity,unit_price\n"
                                      << kPowerSupply << ",5,70\n";
    const std::string compare = "quotes compare " + plan.path("a.csv") + plan.wanted;
    const CliRun run = runCli(compare + "--json");
    BOOST_REQUIRE_MESSAGE(run.status == 0, run.err);
    const json machines = run.json()["machines"];
    BOOST_TEST(machines["systems"] == 5);
    BOOST_TEST(machines["each"][0]["name"] == "Trainer");
    BOOST_TEST(machines["each"][0]["systems"] == 2);
    BOOST_TEST(machines["each"][0]["price_each_without_quotes"]["amount"] == "1212.65");
    BOOST_TEST(machines["each"][0]["price_each_with_quotes"]["amount"] == "1194.64"); // 1,212.65 - 88.01 + 70
    BOOST_TEST(machines["each"][1]["price_each_without_quotes"]["amount"] == "1277.79"); // 65.14 more
    BOOST_TEST(machines["each"][1]["price_each_with_quotes"]["amount"] == "1259.78");
    // 2 × 1,212.65 + 3 × 1,277.79, and 2 × 1,194.64 + 3 × 1,259.78
    BOOST_TEST(machines["price_without_quotes"]["amount"] == "6258.67");
    BOOST_TEST(machines["price_with_quotes"]["amount"] == "6168.62");
    const std::string text = runCli(compare).out;
    BOOST_TEST(says(text, "2 × Trainer: €1,212.65 without quotes and €1,194.64 with them, each.\n"), text);
    BOOST_TEST(says(text, "3 × Server: €1,277.79 without quotes and €1,259.78 with them, each.\n"), text);
    BOOST_TEST(says(text, "All 5 systems together: €6,258.67 without quotes and €6,168.62 with them.\n"),
               text);
}

BOOST_AUTO_TEST_CASE(quotes_of_one_machine_are_saved_to_the_whole_project)
{
    const TwoKinds plan;
    std::ofstream(plan.path("a.csv")) << "supplier,,Alpha\nquote_currency,,EUR\nquote_date,,2026-11-20\n"
                                         "line_id,quantity,unit_price\n"
                                      << kPowerSupply << ",2,70\n";
    BOOST_TEST(
        runCli("quotes import " + plan.path("a.csv") + plan.wanted + "--machine Trainer --save").status == 0);
    const Project saved = plan.project();
    BOOST_TEST(saved.machines.size() == 2U);
    BOOST_REQUIRE(saved.quotes.size() == 2U);
    BOOST_TEST(saved.quotes[1].supplier == "Alpha");
}

BOOST_AUTO_TEST_CASE(a_request_is_written_in_the_language_of_the_supplier)
{
    const Plan plan;
    const std::string form = plan.path("form.csv");
    const std::string request = "quotes request" + plan.wanted + "--output " + form;
    BOOST_REQUIRE(runCli(request + " --language zh_CN").status == 0);
    BOOST_TEST(says(contents(form), "询价单"));
    const CliRun back = runCli("quotes import " + form + plan.wanted + "--supplier A --save --json");
    BOOST_TEST(back.status == 1); // nothing is filled in, and nothing kept
    BOOST_TEST(back.json()["saved"].is_null());
    BOOST_TEST(plan.project().quotes.size() == 1U);
    BOOST_REQUIRE(runCli(request).status == 0);
    BOOST_TEST(!says(contents(form), "询价单"));
}

BOOST_AUTO_TEST_CASE(a_build_file_takes_the_place_of_the_projects_machines)
{
    const TwoKinds plan;
    std::ofstream(plan.path("build.json"))
        << json{{"parts", {{{"part", kPowerSupply}, {"quantity", 1}}}}}.dump();
    const CliRun run = runCli("bom" + plan.wanted + "--build " + plan.path("build.json") +
                              " --json --output " + plan.path("bom.csv"));
    BOOST_REQUIRE_MESSAGE(run.status == 0, run.err);
    BOOST_TEST(run.json()["totals"]["net"]["amount"] == "180.00"); // as quoted, and the assembly
    refused("bom" + plan.wanted + "--machine 1 --build " + plan.path("build.json") + " --output " +
                plan.path("bom.csv"),
            "--machine: with --build the project's machines don't count; leave one of them out");
}

BOOST_AUTO_TEST_SUITE_END()
