// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of the bill of materials, edited in the cells of their table.
#include "ui/bom_table_model.h"
#include "ui/pages/bom_window.h"
#include "ui/table_view.h"

#include <QAbstractItemModelTester>
#include <QCompleter>
#include <QLineEdit>

using namespace rigwright;

namespace {

struct LinesFixture : BomWindow {
    [[nodiscard]] TableView& table() const { return *find<TableView>("bomTable"); }
    [[nodiscard]] QString undoText() { return project.undoStack().undoText(); }
    [[nodiscard]] QString total() const { return find<QLabel>("bomTotal")->text(); }
    /// The field of the open editor; null: none is open.
    [[nodiscard]] QLineEdit* field() const
    {
        return table().findChild<QLineEdit*>(QStringLiteral("lineField"));
    }
    [[nodiscard]] QLabel* error() const { return table().findChild<QLabel*>(QStringLiteral("lineError")); }
    /// Opens the editor of a cell by a double click.
    [[nodiscard]] QLineEdit* open(int row, BomTableModel::Column column) const
    {
        clickCell(table(), row, column);
        const QRect cell = table().visualRect(table().model()->index(row, column));
        QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, cell.center());
        BOOST_REQUIRE(field() != nullptr);
        BOOST_REQUIRE(field()->hasFocus());
        return field();
    }
    void type(int row, BomTableModel::Column column, const char* text, Qt::Key end = Qt::Key_Return) const
    {
        QLineEdit* edit = open(row, column);
        QTest::keyClicks(edit, QString::fromUtf8(text));
        QTest::keyClick(edit, end);
        // An editor that is done goes with the next round of events.
        QTest::qWait(0);
    }
    [[nodiscard]] QString cell(int row, BomTableModel::Column column) const
    {
        return cellOf(table(), row, column);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(bom_lines, LinesFixture)

BOOST_AUTO_TEST_CASE(a_line_takes_what_the_purchaser_says_of_it)
{
    click("showLinePurchase");
    type(0, BomTableModel::Supplier, "Shop A");
    BOOST_TEST(undoText() == QStringLiteral("Supplier of GeForce RTX 3090 24 GB"));
    type(0, BomTableModel::Discount, "10");
    BOOST_TEST(undoText() == QStringLiteral("Discount of GeForce RTX 3090 24 GB"));
    // A tenth of 859.00 less: 773.10, and with it 1848.10 in all.
    BOOST_TEST(total() == QStringLiteral("$1,848.10"));
    type(0, BomTableModel::Spares, "1");
    BOOST_TEST(total() == QStringLiteral("$2,621.20"));
    BOOST_TEST(table().model()->rowCount() == 9);
    BOOST_TEST(cell(0, BomTableModel::Supplier) == QStringLiteral("Shop A"));
    BOOST_TEST(cell(8, BomTableModel::Supplier) == QStringLiteral("Shop A"));
    clickCell(table(), 0, BomTableModel::Approved);
    QTest::keyClick(&table(), Qt::Key_Space);
    BOOST_TEST(project.project().order.parts.front().approved);
    BOOST_TEST(undoText() == QStringLiteral("Approval of GeForce RTX 3090 24 GB"));
    for (int steps = 0; steps < 4; ++steps) {
        project.undoStack().undo();
    }
    BOOST_TEST(total() == QStringLiteral("$1,934.00"));
    BOOST_TEST(!project.undoStack().canUndo());
    BOOST_TEST(project.project().order.parts.empty());
}

BOOST_AUTO_TEST_CASE(every_text_of_a_part_has_its_cell)
{
    click("showLinePurchase");
    type(1, BomTableModel::PartNumber, "PN-1");
    type(1, BomTableModel::SupplierNumber, "SN-2");
    type(1, BomTableModel::InternalNumber, "IN-3");
    type(1, BomTableModel::Comment, "two fans");
    const PartOrder& said = project.project().order.parts.front();
    BOOST_TEST(said.partNumber == "PN-1");
    BOOST_TEST(said.supplierPartNumber == "SN-2");
    BOOST_TEST(said.internalNumber == "IN-3");
    BOOST_TEST(said.comment == "two fans");
    BOOST_TEST(project.undoStack().count() == 4);
    click("showLinePrices");
    BOOST_TEST(table().model()->index(1, BomTableModel::Manufacturer).data(kNoteRole).toString() ==
               QStringLiteral("PN-1"));
}

BOOST_AUTO_TEST_CASE(the_keys_alone_edit_one_cell_after_the_other)
{
    click("showLinePurchase");
    clickCell(table(), 0, BomTableModel::Supplier);
    QTest::keyClick(&table(), Qt::Key_F2);
    QTest::keyClicks(field(), QStringLiteral("Shop A"));
    QTest::keyClick(field(), Qt::Key_Tab);
    QTest::qWait(0);
    // The next cell that is the purchaser's is the supplier's number.
    BOOST_TEST(table().currentIndex().column() == BomTableModel::SupplierNumber);
    QTest::keyClicks(field(), QStringLiteral("A-1"));
    QTest::keyClick(field(), Qt::Key_Backtab, Qt::ShiftModifier);
    QTest::qWait(0);
    BOOST_TEST(table().currentIndex().column() == BomTableModel::Supplier);
    BOOST_TEST(field()->text() == QStringLiteral("Shop A"));
    QTest::keyClick(field(), Qt::Key_Escape);
    QTest::qWait(0);
    BOOST_TEST(field() == nullptr);
    BOOST_TEST(project.undoStack().count() == 2);
    // The cell below, by typing into it.
    QTest::keyClick(&table(), Qt::Key_Down);
    QTest::keyClick(&table(), Qt::Key_B);
    BOOST_REQUIRE(field() != nullptr);
    QTest::keyClick(field(), Qt::Key_Return);
    BOOST_TEST(cell(1, BomTableModel::Supplier) == QStringLiteral("b"));
}

BOOST_AUTO_TEST_CASE(tab_behind_the_last_cell_of_a_line_goes_to_the_next_line)
{
    click("showLinePurchase");
    type(0, BomTableModel::Comment, "x", Qt::Key_Tab);
    BOOST_TEST(table().currentIndex().row() == 1);
    BOOST_TEST(table().currentIndex().column() == BomTableModel::PartNumber);
    BOOST_REQUIRE(field() != nullptr);
    QTest::keyClick(field(), Qt::Key_Escape);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_stays_open_and_says_why)
{
    click("showLinePurchase");
    QLineEdit* edit = open(0, BomTableModel::Discount);
    QTest::keyClicks(edit, QStringLiteral("a fifth"));
    QTest::keyClick(edit, Qt::Key_Return);
    BOOST_REQUIRE(field() == edit);
    BOOST_TEST(edit->text() == QStringLiteral("a fifth"));
    BOOST_TEST(error()->isVisible());
    BOOST_TEST(error()->text() == QStringLiteral("expected per cent from 0 to 100 with up to four decimals"));
    // Neither a click elsewhere nor another edit of the project loses it.
    clickCell(table(), 3, BomTableModel::Description);
    project.change(QStringLiteral("Notes"), [](Project& changed) { changed.notes = "n"; });
    project.change(QStringLiteral("Spare"),
                   [](Project& changed) { changed.order.of(PartId("ryzen-5-7600")).spares = 1; });
    BOOST_REQUIRE(field() == edit);
    BOOST_TEST(edit->text() == QStringLiteral("a fifth"));
    BOOST_TEST(project.project().order.find(PartId("rtx-3090")) == nullptr);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("20 %"));
    QTest::keyClick(edit, Qt::Key_Return);
    BOOST_TEST(cell(0, BomTableModel::Discount) == QStringLiteral("20 %"));
}

BOOST_AUTO_TEST_CASE(the_message_lies_whole_inside_the_table)
{
    click("showLinePurchase");
    const int last = table().model()->rowCount() - 1;
    for (const BomTableModel::Column column : {BomTableModel::Spares, BomTableModel::Discount}) {
        QLineEdit* edit = open(last, column);
        QTest::keyClicks(edit, QStringLiteral("many"));
        QTest::keyClick(edit, Qt::Key_Return);
        const QWidget* editor = edit->parentWidget();
        BOOST_TEST(table().viewport()->rect().contains(editor->geometry()));
        BOOST_TEST(error()->heightForWidth(error()->width()) <= error()->height());
        QTest::keyClick(edit, Qt::Key_Escape);
        QTest::qWait(0);
    }
    BOOST_TEST(!project.undoStack().canUndo());
}

BOOST_AUTO_TEST_CASE(an_edit_that_says_nothing_new_is_no_step)
{
    click("showLinePurchase");
    type(0, BomTableModel::Supplier, "Shop A");
    QTest::keyClick(open(0, BomTableModel::Supplier), Qt::Key_Return);
    QTest::qWait(0);
    type(0, BomTableModel::Spares, "0");
    BOOST_TEST(project.undoStack().count() == 1);
}

BOOST_AUTO_TEST_CASE(quantities_of_parts_are_the_machines)
{
    BOOST_TEST(!table().model()->index(0, BomTableModel::Quantity).flags().testFlag(Qt::ItemIsEditable));
    BOOST_TEST(!table().model()->index(0, BomTableModel::UnitPrice).flags().testFlag(Qt::ItemIsEditable));
    BOOST_TEST(!table().model()->index(0, BomTableModel::Description).flags().testFlag(Qt::ItemIsEditable));
    clickCell(table(), 0, BomTableModel::Quantity);
    QTest::keyClick(&table(), Qt::Key_Return);
    BOOST_TEST(field() == nullptr);
}

BOOST_AUTO_TEST_CASE(a_spare_is_counted_in_its_own_line)
{
    click("showLinePurchase");
    type(0, BomTableModel::Spares, "1");
    click("showLinePrices");
    BOOST_TEST(cell(8, BomTableModel::Quantity) == QStringLiteral("1"));
    type(8, BomTableModel::Quantity, "3");
    BOOST_TEST(total() == QStringLiteral("$4,511.00")); // 1934 + 3 × 859
    BOOST_TEST(undoText() == QStringLiteral("Quantity of GeForce RTX 3090 24 GB"));
    type(8, BomTableModel::Quantity, "0");
    BOOST_TEST(table().model()->rowCount() == 8);
    BOOST_TEST(total() == QStringLiteral("$1,934.00"));
}

BOOST_AUTO_TEST_CASE(a_service_is_a_line_of_its_own)
{
    click("addService");
    // Its name is asked for at once.
    BOOST_REQUIRE(field() != nullptr);
    QTest::keyClicks(field(), QStringLiteral("Installation on site"));
    QTest::keyClick(field(), Qt::Key_Return);
    QTest::qWait(0);
    type(8, BomTableModel::UnitPrice, "150.00");
    type(8, BomTableModel::Quantity, "2");
    BOOST_TEST(undoText() == QStringLiteral("Quantity of Installation on site"));
    BOOST_TEST(total() == QStringLiteral("$2,234.00")); // 1934 + 2 × 150
    BOOST_TEST(cell(8, BomTableModel::Description) == QStringLiteral("Installation on site"));
    QLineEdit* edit = open(8, BomTableModel::UnitPrice);
    QTest::keyClicks(edit, QStringLiteral("-5"));
    QTest::keyClick(edit, Qt::Key_Return);
    BOOST_TEST(error()->text() == QStringLiteral("expected an amount such as 1250.00, in USD"));
    QTest::keyClick(edit, Qt::Key_Escape);
    click("removeService");
    BOOST_TEST(total() == QStringLiteral("$1,934.00"));
    BOOST_TEST(project.project().order.services.empty());
}

BOOST_AUTO_TEST_CASE(a_row_that_moves_by_what_was_typed_is_left_from_where_it_is)
{
    click("showLinePurchase");
    table().sortByColumn(BomTableModel::Supplier, Qt::AscendingOrder);
    const QString id = table().model()->index(0, 0).data(kIdRole).toString();
    type(0, BomTableModel::Supplier, "Zeta", Qt::Key_Tab);
    BOOST_TEST(table().currentIndex().data(kIdRole).toString() == id);
    BOOST_TEST(table().currentIndex().row() == 7);
    BOOST_TEST(table().currentIndex().column() == BomTableModel::SupplierNumber);
}

BOOST_AUTO_TEST_CASE(suppliers_that_were_typed_before_are_offered)
{
    click("showLinePurchase");
    type(0, BomTableModel::Supplier, "Shop A");
    const QLineEdit* edit = open(1, BomTableModel::Supplier);
    BOOST_REQUIRE(edit->completer() != nullptr);
    BOOST_TEST(edit->completer()->completionModel()->rowCount() == 1);
    QTest::keyClick(field(), Qt::Key_Escape);
}

BOOST_AUTO_TEST_CASE(no_text_is_cut_among_what_is_bought)
{
    click("showLinePurchase");
    (void)QTest::qWaitFor([this] { return cutTexts(*page).isEmpty(); }, 500);
    BOOST_TEST(cutTexts(*page).join(QLatin1Char('|')).toStdString() == "");
    // Texts that break have rows as high as they need; all others stand in one line.
    for (int column = 0; column < table().model()->columnCount(); ++column) {
        for (int row = 0; !table().isColumnHidden(column) && row < table().model()->rowCount(); ++row) {
            const QModelIndex index = table().model()->index(row, column);
            const QSize wanted = table().sizeHintForIndex(index);
            const bool fits = index.data(kWrapRole).toBool() ? wanted.height() <= table().rowHeight(row)
                                                             : wanted.width() <= table().columnWidth(column);
            BOOST_TEST(fits, index.data().toString().toStdString());
        }
    }
}

BOOST_AUTO_TEST_CASE(rows_that_come_and_go_keep_the_rules_of_item_models)
{
    BomTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    OrderDetails order;
    const auto show = [&](const EvaluatedBuild& build) {
        const OrderedMachine machine{{}, std::make_shared<const EvaluatedBuild>(build), 1};
        model.setBom(
            *makeBom(*sample::catalog(), {machine}, sample::requirement(), order, {}, Date{2026, 9, 29}),
            order);
    };
    EvaluatedBuild build = sample::machine({"one", "RTX 3090 24 GB", 1, 859, 31, 530, true, {}});
    show(build);
    const QPersistentModelIndex last = model.index(7, 0);
    const std::string id = last.data(kIdRole).toString().toStdString();
    order.of(PartId("rtx-3090")).spares = 2;
    show(build);
    BOOST_TEST(model.rowCount() == 9);
    build.lines.erase(build.lines.begin() + 3, build.lines.begin() + 5);
    show(build);
    BOOST_TEST(model.rowCount() == 7);
    BOOST_TEST(last.row() == 5);
    BOOST_TEST(last.data(kIdRole).toString().toStdString() == id);
    order = {};
    show(build);
    BOOST_TEST(model.rowCount() == 6);
}

BOOST_AUTO_TEST_SUITE_END()
