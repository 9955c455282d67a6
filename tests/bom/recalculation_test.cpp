// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/export.h"

#include "bom/order_fixture.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>

using namespace rigwright;
namespace fs = std::filesystem;

namespace {

void write(const Document& document, const fs::path& path)
{
    const auto written = writeWorkbook(document, path);
    BOOST_REQUIRE_MESSAGE(written.has_value(), (written ? "" : written.error().message));
}

} // namespace

BOOST_AUTO_TEST_SUITE(recalculation)

// LibreOffice opens all files of this case at once, as it takes seconds to start.
BOOST_AUTO_TEST_CASE(another_program_works_out_the_same_values)
{
    const TemporaryFolder folder;
    std::string files;
    for (const char* code : {"USD", "EUR", "JPY", "CNY"}) {
        OrderFixture order(Currency::parse(code).value(), 25, 3);
        const fs::path path = folder.path() / (std::string(code) + ".xlsx");
        write(order.document(), path);
        files += " '" + path.string() + "'";
    }
    OrderFixture large(Currency::parse("EUR").value(), 500, 12);
    write(large.document(), folder.path() / "large.xlsx");
    files += " '" + (folder.path() / "large.xlsx").string() + "'";
    DocumentTable table = textTable("wrong", {"", ""}, {{"one and one", ""}});
    table.rows[0].cells[1] = workedCell(Decimal{3, 0}, "1+1", {});
    write(documentOf({table}), folder.path() / "wrong.xlsx");
    const std::string command = std::string(RIGWRIGHT_PYTHON) +
        " '" RIGWRIGHT_BOM_TESTS "/recalculate_workbooks.py' '" + (folder.path() / "wrong.xlsx").string() +
        "'" + files + " >&2";
    BOOST_TEST(std::system(command.c_str()) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
