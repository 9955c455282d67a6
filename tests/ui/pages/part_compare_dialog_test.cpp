// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_compare_dialog.h"

#include "ui/pages/page_window.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>

using namespace rigwright;

namespace {

PartEntry drive(const char* id, const char* capacity, const char* reading, const char* price, Date day)
{
    PartEntry entry;
    entry.sheet = emptySheet(*findPartTable("drives"), PartId(id));
    entry.sheet.cell("manufacturer") = "Maker";
    entry.sheet.cell("name") = id;
    entry.sheet.cell("capacity_gb") = capacity;
    entry.sheet.cell("read_gb_s") = reading;
    entry.offers = {{Money::parse(price, Currency::usd()).value(), PriceKind::Street, "US", "a shop", day}};
    return entry;
}

struct Fixture {
    Fixture()
    {
        dialog.show();
        BOOST_REQUIRE(QTest::qWaitForWindowExposed(&dialog));
    }
    [[nodiscard]] QTableView& table() const { return *dialog.findChild<QTableView*>(); }
    /// The row of a figure, or −1.
    [[nodiscard]] int rowOf(const QString& figure) const
    {
        return static_cast<int>(columnOf(table(), 0).indexOf(figure));
    }

    PartCompareDialog dialog{
        {drive("one", "2000", "7.4", "149", {2026, 10, 1}), drive("two", "2000", "", "99", {2025, 7, 23})},
        {2026, 11, 22},
        {.oldAfterDays = 180}};
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(part_compare_dialog, Fixture)

BOOST_AUTO_TEST_CASE(each_part_has_a_column_and_each_known_figure_a_row)
{
    BOOST_TEST(table().model()->columnCount() == 3);
    BOOST_TEST(table().model()->headerData(2, Qt::Horizontal).toString() == QStringLiteral("two"));
    const int capacity = rowOf(QStringLiteral("Capacity, GB"));
    BOOST_REQUIRE(capacity >= 0);
    BOOST_TEST(cellOf(table(), capacity, 1) == QStringLiteral("2000"));
    // No drive of the two says its generation.
    BOOST_TEST(rowOf(QStringLiteral("PCIe generation")) == -1);
}

BOOST_AUTO_TEST_CASE(what_one_part_does_not_say_is_unknown)
{
    const int reading = rowOf(QStringLiteral("Sequential reading, GB/s"));
    BOOST_REQUIRE(reading >= 0);
    BOOST_TEST(cellOf(table(), reading, 1) == QStringLiteral("7.4"));
    BOOST_TEST(cellOf(table(), reading, 2) == QStringLiteral("unknown"));
}

// 2026-10-01 is 52 days before 2026-11-22; 2025-07-23 is 487 days before.
BOOST_AUTO_TEST_CASE(an_old_price_is_marked)
{
    const int age = rowOf(QStringLiteral("Age of the price"));
    BOOST_REQUIRE(age >= 0);
    BOOST_TEST(cellOf(table(), age, 1) == QStringLiteral("52 days old"));
    BOOST_TEST(cellOf(table(), age, 2) == QStringLiteral("16 months old, too old"));
}

BOOST_AUTO_TEST_CASE(only_what_differs_can_be_shown)
{
    QTest::mouseClick(dialog.findChild<QCheckBox*>(), Qt::LeftButton, {}, QPoint(8, 8));
    BOOST_TEST(rowOf(QStringLiteral("Capacity, GB")) == -1);
    BOOST_TEST(rowOf(QStringLiteral("Sequential reading, GB/s")) >= 0);
}

BOOST_AUTO_TEST_CASE(the_comparison_can_be_copied_into_a_spreadsheet)
{
    QTest::mouseClick(dialog.findChild<QWidget*>(QStringLiteral("copyComparison")), Qt::LeftButton);
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    BOOST_TEST(lines.front() == QStringLiteral("\tone\ttwo"));
    BOOST_TEST(lines.contains(QStringLiteral("Capacity, GB\t2000\t2000")));
}

BOOST_AUTO_TEST_SUITE_END()
