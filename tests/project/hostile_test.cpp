// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project_facts.h"
#include "project/project_file.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <sstream>

using namespace rigwright;

namespace {

constexpr Date kToday{2026, 11, 22};

std::string fixtureText()
{
    std::ostringstream all;
    all << std::ifstream(RIGWRIGHT_TEST_DATA "/project/lab_machine_1.rigwright").rdbuf();
    return all.str();
}

/// What is said of the kept project with a piece of it replaced.
std::string errorWith(const std::string& from, const std::string& to, std::string text = fixtureText())
{
    const std::size_t at = text.find(from);
    BOOST_REQUIRE(at != std::string::npos);
    const auto project = parseProject(text.replace(at, from.size(), to));
    return project ? "no error" : project.error().message;
}

/// With a revision of what is to be bought.
std::string revisedText()
{
    Project project = parseProject(fixtureText()).value();
    const Catalog catalog = projectCatalog(project, Catalog(), kToday).catalog;
    addRevision(project, presentRevision(project, catalog, kToday).value(), "", "");
    return projectText(project);
}

} // namespace

BOOST_AUTO_TEST_SUITE(hostile)

BOOST_AUTO_TEST_CASE(an_excerpt_of_tables_that_are_none_is_refused)
{
    BOOST_TEST(errorWith(R"("table": "accelerators")", R"("table": "users")").find("catalog.parts[") == 0U);
    BOOST_TEST(
        errorWith(R"("cells": {)", R"("cells": { "drop table": "x",)").find("unknown key 'drop table'") !=
        std::string::npos);
    BOOST_TEST(errorWith(R"("per_usd":)", R"("per_usd":1e300,"was":)").find("catalog.rates[0]") == 0U);
    BOOST_TEST(errorWith(R"("gpu_count":)", R"("gpu_count":-1,"was":)").find("catalog.cloud_offers[0]") ==
               0U);
}

BOOST_AUTO_TEST_CASE(a_cell_that_means_nothing_leaves_its_part_out)
{
    std::string text = fixtureText();
    const std::string cell = R"("capacity_gb": ")";
    const std::size_t at = text.find(cell);
    BOOST_REQUIRE(at != std::string::npos);
    const Project project = parseProject(text.insert(at + cell.size(), "much")).value();
    const LaidExcerpt laid = layExcerpt(Catalog(), *project.catalog);
    BOOST_TEST(!laid.problems.empty());
    const auto machines =
        projectMachines(project, projectCatalog(project, Catalog(), kToday).catalog, kToday);
    BOOST_TEST((machines.has_value() || machines.error().message.find("machine 1: ") == 0U));
}

BOOST_AUTO_TEST_CASE(a_model_that_cannot_be_is_an_error_and_no_crash)
{
    std::string text = fixtureText();
    const std::string layers = R"("layers": 40)"; // Qwen3 14B
    const std::size_t at = text.find(layers);
    BOOST_REQUIRE(at != std::string::npos);
    const Project project = parseProject(text.replace(at, layers.size(), R"("layers": 2000000000)")).value();
    const auto machines =
        projectMachines(project, projectCatalog(project, Catalog(), kToday).catalog, kToday);
    BOOST_REQUIRE(!machines.has_value());
    BOOST_TEST(machines.error().message.find("layers is 2000000000") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_revision_that_cannot_be_added_up_is_refused)
{
    const std::string text = revisedText();
    BOOST_TEST(errorWith(R"("machine":0)", R"("machine":7)", text) ==
               "revisions[0].bom.lines: expected lines of the document's machines, got one of machine 8");
    BOOST_TEST(errorWith(R"("quantity_per_system":1)", R"("quantity_per_system":1999999999)", text) ==
               "revisions[0].bom.lines: expected quantities from 1 to 100000, got 1999999999");
    BOOST_TEST(errorWith(R"("unit_price":{"amount":"671.60")",
                         R"("unit_price":{"amount":"92233720368547758.07")",
                         text) == "revisions[0].bom.lines: expected amounts that can be added");
    BOOST_TEST(errorWith(R"("unit_price":{"amount":"671.60","currency":"EUR"})",
                         R"("unit_price":{"amount":"671.60","currency":"USD"})", text)
                   .find("revisions[0].bom.currency: expected the currency of every price") == 0U);
}

BOOST_AUTO_TEST_CASE(a_discount_of_more_than_everything_is_refused)
{
    const auto withTerms = [](const std::string& percent) {
        Project project = parseProject(fixtureText()).value();
        project.order.terms.discount = Share::parsePercent(percent).value();
        const auto read = parseProject(projectText(project));
        return read ? std::string("no error") : read.error().message;
    };
    BOOST_TEST(withTerms("100") == "no error");
    BOOST_TEST(withTerms("100.0001") ==
               "order.terms.discount_percent: expected a discount of at most 100 per cent, got \"100.0001\"");
}

BOOST_AUTO_TEST_CASE(a_quote_that_names_no_supplier_is_kept)
{
    Project project = parseProject(fixtureText()).value();
    Quote quote;
    quote.date = {2026, 11, 22};
    project.quotes = {quote};
    const auto read = parseProject(projectText(project));
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST((read->quotes == project.quotes));
    BOOST_TEST(sourceOf(read->quotes.front()) == "a supplier without a name");
}

BOOST_AUTO_TEST_CASE(a_price_beyond_every_price_is_refused)
{
    const auto withPrice = [](const char* amount) {
        Project project = parseProject(fixtureText()).value();
        const Money price = Money::parse(amount, Currency::usd()).value();
        project.order.services = {{"x", "A service", "", 1, price, std::nullopt, ""}};
        const auto read = parseProject(projectText(project));
        return read ? std::string("no error") : read.error().message;
    };
    BOOST_TEST(withPrice("1000000000.00") == "no error");
    BOOST_TEST(withPrice("1000000000.01")
                   .find("order.services[0].unit_price: expected a price, at most a billion") == 0U);
}

BOOST_AUTO_TEST_CASE(a_project_that_is_cut_anywhere_is_refused_in_one_line)
{
    const std::string text = fixtureText();
    for (std::size_t size = 0; size + 2 < text.size(); size += 97) {
        const auto project = parseProject(std::string_view(text).substr(0, size));
        BOOST_REQUIRE(!project.has_value());
        BOOST_TEST(project.error().message.find('\n') == std::string::npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()
