// SPDX-License-Identifier: GPL-3.0-or-later
// Suppliers side by side: what stands in a cell of the table of quotes, and where.
#include "ui/pages/bom_window.h"
#include "ui/quote_table_model.h"
#include "ui/table_view.h"
#include "ui/tag.h"

#include <QImage>
#include <QPainter>
#include <QPixmap>

using namespace rigwright;

namespace {

constexpr int kQuotes = 3;

Quote quoteOf(const std::string& supplier, int card, int cpu, std::optional<int> leadTime)
{
    const auto dollars = [](int amount) { return Money(std::int64_t(amount) * 100, Currency::usd()); };
    Quote quote;
    quote.supplier = supplier;
    quote.number = "Q-2026/0815";
    quote.date = {2026, 9, 20};
    quote.validUntil = Date{2026, 12, 31};
    quote.shipping = dollars(25);
    QuoteLine line;
    line.part = PartId("rtx-3090");
    line.unitPrice = dollars(card);
    line.leadTimeDays = leadTime;
    quote.lines.push_back(line);
    line.part = PartId("ryzen-5-7600");
    line.unitPrice = dollars(cpu);
    quote.lines.push_back(line);
    return quote;
}

struct QuotesFixture : BomWindow {
    QuotesFixture()
    {
        click("showQuotes");
        project.change(QStringLiteral("Quotes"), [](Project& changed) {
            changed.quotes = {quoteOf("Kontor für Rechentechnik und Zubehör Süd GmbH & Co. KG", 829, 189, 21),
                              quoteOf("Shop B", 799, 199, 14), quoteOf("Shop C", 879, 179, std::nullopt)};
        });
        BOOST_REQUIRE(QTest::qWaitFor(
            [this] { return table().model()->columnCount() == QuoteTableModel::FirstQuote + kQuotes; }));
        QTest::qWait(0);
    }

    [[nodiscard]] TableView& table() const { return *find<TableView>("quoteTable"); }
    [[nodiscard]] QModelIndex cell(int row, int quote) const
    {
        return table().model()->index(row, QuoteTableModel::FirstQuote + quote);
    }
    /// The cell as it is on the screen.
    [[nodiscard]] QImage pictureOf(const QModelIndex& index) const
    {
        table().scrollTo(index);
        return table().viewport()->grab(table().visualRect(index)).toImage();
    }
};

/// Columns and rows between which something other than the ground is drawn; the rule at the bottom is left out.
QRect inkOf(const QImage& picture)
{
    constexpr int kRule = 2;
    const QRgb ground = picture.pixel(0, 0);
    QRect ink;
    for (int y = 0; y < picture.height() - kRule; ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixel(x, y) != ground) {
                ink = ink.united(QRect(x, y, 1, 1));
            }
        }
    }
    return ink;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(quote_table, QuotesFixture)

BOOST_AUTO_TEST_CASE(the_cheapest_price_is_marked_and_keeps_its_lead_time)
{
    const QModelIndex best = cell(0, 1);
    BOOST_TEST(best.data().toString() == QStringLiteral("$799.00"));
    BOOST_REQUIRE(best.data(kTagsBelowRole).value<CellTags>().size() == 1);
    BOOST_TEST(best.data(kTagsBelowRole).value<CellTags>().front().text == QStringLiteral("cheapest"));
    BOOST_TEST(best.data(kNoteRole).toString() == QStringLiteral("in 14 days"));
    BOOST_TEST(best.data(Qt::AccessibleTextRole).toString() ==
               QStringLiteral("$799.00, cheapest, in 14 days"));
    BOOST_TEST(!cell(0, 0).data(kTagsBelowRole).isValid());
}

BOOST_AUTO_TEST_CASE(every_price_stands_at_the_right)
{
    constexpr int kInset = 8;
    for (int row = 0; row < 2; ++row) {
        for (int quote = 0; quote < kQuotes; ++quote) {
            const QImage picture = pictureOf(cell(row, quote));
            const QRect ink = inkOf(picture);
            BOOST_TEST(picture.width() - ink.right() <= kInset + 4, "row " << row << ", quote " << quote);
        }
    }
}

BOOST_AUTO_TEST_CASE(price_tag_and_lead_time_lie_below_each_other)
{
    const QFontMetrics text(fontFor(TextSize::Text));
    const QFontMetrics hint(fontFor(TextSize::Hint));
    const int tag = tagSize(TagKind::Good, QStringLiteral("cheapest")).height();
    // Price, tag and lead time, none over the other.
    const int least = text.height() + tag + hint.height();
    BOOST_TEST(table().rowHeight(0) >= least);
    const QRect ink = inkOf(pictureOf(cell(0, 1)));
    BOOST_TEST(ink.height() > text.ascent() + tag + hint.ascent() / 2);
}

BOOST_AUTO_TEST_CASE(a_long_supplier_takes_no_more_than_its_share)
{
    const auto head = [this](int quote, int role) {
        return table()
            .model()
            ->headerData(QuoteTableModel::FirstQuote + quote, Qt::Horizontal, role)
            .toString();
    };
    BOOST_TEST(head(0, Qt::DisplayRole) == QStringLiteral("Kontor für Rechentec…"));
    BOOST_TEST(head(0, Qt::ToolTipRole) ==
               QStringLiteral("Kontor für Rechentechnik und Zubehör Süd GmbH & Co. KG, quote Q-2026/0815"));
    BOOST_TEST(cutCells(table()).join(QLatin1Char('|')).toStdString() == "");
    // All suppliers are in sight at once.
    BOOST_TEST(table().columnViewportPosition(QuoteTableModel::FirstQuote + 2) +
                   table().columnWidth(QuoteTableModel::FirstQuote + 2) <=
               table().viewport()->width());
}

BOOST_AUTO_TEST_SUITE_END()
