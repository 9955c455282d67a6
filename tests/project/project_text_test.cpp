// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/defaults.h"
#include "project/project.h"
#include "random_project.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

std::string errorOf(const std::string& json)
{
    const auto project = parseProject(json);
    return project ? "no error" : project.error().message;
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    BOOST_REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// A text of a small project with a piece of it replaced.
std::string with(const std::string& from, const std::string& to)
{
    Project project;
    project.name = "Lab";
    project.requirement.model = ModelId("llama-3.3-70b");
    project.machines = {{"", {{{PartCategory::Accelerator, PartId("rtx-4090"), 2}}, {}}, 3}};
    project.order.parts = {{PartId("rtx-4090"), "A shop", "", "", "", "", Share(), 0, false}};
    return replaced(projectText(project), from, to);
}

} // namespace

BOOST_AUTO_TEST_SUITE(project_text)

BOOST_AUTO_TEST_CASE(every_requirement_reads_back_as_it_was)
{
    BOOST_TEST(rc::check("requirement", [] {
        Project project;
        project.requirement = anyRequirement();
        const auto again = parseProject(projectText(project));
        RC_ASSERT(again.has_value());
        RC_ASSERT((again->requirement == project.requirement));
    }));
}

BOOST_AUTO_TEST_CASE(every_project_reads_back_as_it_was)
{
    BOOST_TEST(rc::check("project", [] {
        const Project project = anyProject();
        const std::string text = projectText(project);
        const auto again = parseProject(text);
        RC_ASSERT(again.has_value());
        RC_ASSERT(again->name == project.name);
        RC_ASSERT(again->notes == project.notes);
        RC_ASSERT((again->createdOn == project.createdOn));
        RC_ASSERT((again->machines == project.machines));
        RC_ASSERT(again->shown == project.shown);
        RC_ASSERT((again->order == project.order));
        RC_ASSERT((again->quotes == project.quotes));
        RC_ASSERT(again->alternatives.size() == project.alternatives.size());
        RC_ASSERT(projectText(*again) == text);
    }));
}

BOOST_AUTO_TEST_CASE(assumptions_and_cases_read_back_as_they_were)
{
    Catalog catalog;
    catalog.rates = ExchangeRates({{Currency::parse("EUR").value(), 0.86, {2026, 3, 1}, "a bank"}});
    const auto assumptions = defaultAssumptions(catalog, Currency::parse("EUR").value());
    BOOST_REQUIRE(assumptions.has_value());
    Project project;
    project.assumptions = *assumptions;
    project.cases = {{"Dear power", *assumptions}};
    project.cases[0].assumptions.running.powerUsageEffectiveness = 1.37;
    const Project again = parseProject(projectText(project)).value();
    BOOST_TEST((again.assumptions->running == project.assumptions->running));
    BOOST_TEST(again.cases.size() == 1U);
    BOOST_TEST((again.cases[0].assumptions.running == project.cases[0].assumptions.running));
    BOOST_TEST(projectText(again) == projectText(project));
}

BOOST_AUTO_TEST_CASE(a_newer_version_is_refused_politely)
{
    BOOST_TEST(errorOf(with("project/1", "project/2")) ==
               "written by a newer version of the program (rigwright.project/2)");
    BOOST_TEST(
        errorOf(R"({"schema": "rigwright.cost-case/1"})").find("schema: expected 'rigwright.project/1'") ==
        0U);
}

BOOST_AUTO_TEST_CASE(a_wrong_value_is_told_with_its_key)
{
    BOOST_TEST(errorOf(with(R"("systems": 3)", R"("systems": 0)")) ==
               "machines[0].systems: expected a whole number from 1 to 10000, got 0");
    BOOST_TEST(errorOf(with(R"("systems": 3)", R"("systems": 1e400)")) ==
               "not valid JSON: a number is out of range");
    BOOST_TEST(errorOf(with(R"("context": 8192)", R"("context": 1e15)")) ==
               "requirement.workload.context: expected a whole number from 1 to 100000000, got 1e+15");
    BOOST_TEST(
        errorOf(with(R"("context": 8192)", R"("context": 8192.5)")).find("requirement.workload.context") ==
        0U);
    BOOST_TEST(errorOf(with(R"("kind": "chat")", R"("kind": "talk")")) ==
               "requirement.workload.kind: expected one of chat, serve, batch, lora, qlora, full, pretrain");
    BOOST_TEST(errorOf(with(R"("circuit": null)", R"("circuit": {"volts": 12, "amperes": 16})")) ==
               "requirement.circuit.volts: expected a whole number from 100 to 240, got 12");
    BOOST_TEST(
        errorOf(with(R"("discount_percent": "0")", R"("discount_percent": 0.1)")).find("discount_percent") !=
        std::string::npos);
    BOOST_TEST(errorOf(with(R"("name": "Lab")", R"("name": ["Lab"])")) ==
               "name: expected a text, got [\"Lab\"]");
}

BOOST_AUTO_TEST_CASE(the_shown_machine_is_one_of_them_and_the_first_where_nothing_is_said)
{
    BOOST_TEST(errorOf(with(R"("shown": 0)", R"("shown": 1)")) ==
               "shown: expected a whole number from 0 to 0, got 1");
    BOOST_TEST(parseProject(with(R"(  "shown": 0,)", "")).value().shown == 0U);
}

BOOST_AUTO_TEST_CASE(a_key_that_is_unknown_or_missing_is_refused)
{
    BOOST_TEST(
        errorOf(with(R"("name": "Lab")", R"("nane": "Lab", "name": "Lab")")).find("unknown key 'nane'") !=
        std::string::npos);
    BOOST_TEST(errorOf(with(R"(  "notes": "",)", "")) == "notes: expected a text, got nothing");
    BOOST_TEST(errorOf(with(R"("ecc": false,)", "")) ==
               "requirement.ecc: expected true or false, got nothing");
}

BOOST_AUTO_TEST_CASE(a_part_or_a_name_that_comes_twice_is_refused)
{
    Project project;
    project.order.parts = {{PartId("a"), "", "", "", "", "", Share(), 0, false},
                           {PartId("a"), "", "", "", "", "", Share(), 1, false}};
    BOOST_TEST(errorOf(projectText(project)) == "order.parts[1].part: expected each part once, got \"a\"");
    project.order.parts.clear();
    project.order.services = {{"x", "", "", 1, {}, {}, ""}, {"x", "", "", 1, {}, {}, ""}};
    BOOST_TEST(errorOf(projectText(project)) == "order.services[1].id: expected an id of its own, got \"x\"");
}

BOOST_AUTO_TEST_CASE(control_characters_do_not_reach_the_terminal)
{
    const Project project = parseProject(with(R"("name": "Lab")", R"("name": "L\u001b[31mab")")).value();
    BOOST_TEST(project.name == "L?[31mab");
    const Project notes = parseProject(with(R"("notes": "")", R"("notes": "a\r\nb\u0007\tc")")).value();
    BOOST_TEST(notes.notes == "a?\nb?\tc");
}

BOOST_AUTO_TEST_CASE(texts_that_are_no_text_are_refused)
{
    BOOST_TEST(errorOf(with("Lab", "L\xff\xfe")).find("not valid JSON at line") == 0U);
    BOOST_TEST(errorOf(std::string(100, '[')).find("nested more than 64 levels deep") == 0U);
    BOOST_TEST(errorOf("").find("not valid JSON at line 1") == 0U);
    BOOST_TEST(errorOf("null").find("schema: expected") == 0U);
    BOOST_TEST(errorOf(with("\"Lab\"", "NaN")).find("not valid JSON at line") == 0U);
    BOOST_TEST(
        errorOf(with("Lab", std::string(3000, 'x'))).find("name: expected a text of at most 2,000 bytes") ==
        0U);
}

BOOST_AUTO_TEST_CASE(a_set_of_machines_opens_as_a_project)
{
    const std::string machines = R"({"schema": "rigwright.machines/1", "machines": [
        {"id": "m-1", "name": "At home", "saved_on": "2026-04-02", "note": "", "later": true,
         "price": {"amount": "1800.00", "currency": "EUR"}, "power_cap_watts": 250,
         "parts": [{"category": "accelerator", "part": "rtx-3090", "quantity": 2}], "prices": []},
        {"id": "m-2", "name": "Dear", "saved_on": "2026-05-02",
         "price": {"amount": "2800.00", "currency": "EUR"},
         "parts": [{"category": "accelerator", "part": "rtx-4090", "quantity": 1}], "prices": []}]})";
    const Project project = parseProject(machines).value();
    BOOST_REQUIRE(project.machines.size() == 2U);
    BOOST_TEST(project.machines[0].name == "At home");
    BOOST_TEST((project.machines[0].build.powerCap == Watts(250)));
    BOOST_TEST((project.machines[1].build.lines ==
                std::vector{BuildLine{PartCategory::Accelerator, PartId("rtx-4090"), 1}}));
    BOOST_TEST(project.alternatives.size() == 2U);
    BOOST_TEST(project.requirement.budget.decimal() == "2800.00");
    BOOST_TEST(project.createdOn.iso() == "2026-05-02");
    BOOST_TEST(parseProject(projectText(project)).has_value());
    BOOST_TEST(errorOf(replaced(machines, "m-2", "m-1")) ==
               "machines[1].id: expected an id of its own, got \"m-1\"");
}

BOOST_AUTO_TEST_CASE(what_a_search_found_opens_as_a_project)
{
    const std::string build = R"("title": "1 × RTX 4090", "price": {"amount": "2500.00", "currency": "USD"},
        "parts": [{"category": "accelerator", "part": "rtx-4090", "quantity": 1, "name": "GeForce RTX 4090"}])";
    const Project found =
        parseProject(R"({"schema": "rigwright.builds/1", "considered": 3, "builds": [{)" + build + "}]}")
            .value();
    BOOST_REQUIRE(found.machines.size() == 1U);
    BOOST_TEST(found.machines[0].name == "1 × RTX 4090");
    BOOST_TEST(found.requirement.budget.decimal() == "2500.00");
    const Project one = parseProject("{" + build + "}").value();
    BOOST_TEST((one.machines == found.machines));
    BOOST_TEST(errorOf(R"({"parts": [{"part": "rtx-4090", "quantity": 1}]})") ==
               "parts[0].category: expected a text, got nothing");
}

BOOST_AUTO_TEST_SUITE_END()
