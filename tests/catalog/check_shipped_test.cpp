// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"
#include "catalog/check_support.h"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace rigwright;
using namespace rigwright::test;

namespace {

/// What a rule rightly points at and nobody can mend: facts of the market, not slips of the row.
const std::set<std::string>& explained()
{
    static const std::set<std::string> lines{
        // Xeon 6 is sold in servers with board and heat sink; no maker of coolers or boards lists one by itself.
        "warning cpu-without-cooler xeon-6740e",
        "warning cpu-without-cooler xeon-6747p",
        "warning cpu-without-cooler xeon-6787p",
        "warning cpu-without-cooler xeon-6952p",
        "warning cpu-without-cooler xeon-6980p",
        "warning cpu-without-board xeon-6952p",
        "warning cpu-without-board xeon-6980p",
        // No source of the catalog names a price of these; the RTX 5090 D V2 is sold in China alone.
        "warning new-card-without-price arc-pro-b60",
        "warning new-card-without-price rtx-5090-d-v2",
        "warning new-card-without-price rtx-pro-5000-blackwell-72gb",
    };
    return lines;
}

} // namespace

BOOST_AUTO_TEST_SUITE(check_shipped)

BOOST_AUTO_TEST_CASE(every_shipped_row_passes_the_checks)
{
    const auto catalog = findCatalog().and_then(readCatalog);
    BOOST_REQUIRE(catalog.has_value());
    for (const CheckFinding& finding : checkCatalog(*catalog)) {
        const std::string line = std::string(finding.severity == CheckSeverity::Error ? "error" : "warning") +
            " " + finding.rule + " " + finding.subject;
        BOOST_TEST(explained().contains(line), line + ": " + finding.message);
    }
}

BOOST_AUTO_TEST_CASE(the_same_catalog_gets_the_same_findings_in_order)
{
    Catalog catalog = soundCatalog();
    catalog.cases.front().boardFormFactors = {"Mini-ITX"};
    catalog.accelerators.front().boardPower = Watts(900);
    const std::vector<std::string> lines = findingsOf(catalog);
    BOOST_TEST(lines == findingsOf(catalog), boost::test_tools::per_element());
    const auto rule = [](const std::string& line) { return line.substr(line.find(' ')); };
    BOOST_TEST(std::ranges::is_sorted(lines, {}, rule));
}

BOOST_AUTO_TEST_SUITE_END()
