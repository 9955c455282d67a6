// SPDX-License-Identifier: GPL-3.0-or-later
// What a purchaser says on the page of the bill of materials: order and quotes; and how the machine is started.
#include "support/temporary_folder.h"
#include "ui/pages/bom_window.h"
#include "ui/quote_import_dialog.h"
#include "ui/quote_table_model.h"
#include "ui/table_view.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace rigwright;

namespace {

struct OrderFixture : BomWindow {
    /// Types into a field and leaves it by Return.
    void enter(const char* field, const char* text) const
    {
        auto* edit = find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, QString::fromLatin1(text));
        QTest::keyClick(edit, Qt::Key_Return);
    }
    [[nodiscard]] QString total() const
    {
        return page->findChild<QLabel*>(QStringLiteral("bomTotal"))->text();
    }
    [[nodiscard]] QString undoText() { return project.undoStack().undoText(); }
    [[nodiscard]] QString file(const char* name) const
    {
        return QString::fromStdString((folder.path() / name).string());
    }
    void exportTo(const ExportTarget& target)
    {
        page->setFileChooser([target](QWidget*, const QString&) { return target; });
        QSignalSpy spy(page, &BomPage::exported);
        click("exportBom");
        BOOST_REQUIRE(spy.wait(20'000));
        BOOST_TEST(spy.front().at(1).toString() == QString());
    }

    TemporaryFolder folder;
};

QByteArray bytesOf(const QString& path)
{
    QFile read(path);
    BOOST_REQUIRE(read.open(QIODevice::ReadOnly));
    return read.readAll();
}

/// Writes a price into the first line of a form.
void fillIn(const QString& path, const QByteArray& price)
{
    QByteArray form = bytesOf(path);
    // The cells to fill in follow the quantity, behind the row that names the columns.
    const qsizetype line = form.indexOf("\r\n", form.indexOf("\r\nline_id") + 2);
    const qsizetype end = form.indexOf("\r\n", line + 2);
    constexpr qsizetype kToFillIn = 8;
    BOOST_REQUIRE(form.mid(end - kToFillIn, kToFillIn) == QByteArray(kToFillIn, ','));
    form.insert(end - kToFillIn + 1, price);
    QFile write(path);
    BOOST_REQUIRE(write.open(QIODevice::WriteOnly));
    write.write(form);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(bom_order, OrderFixture)

BOOST_AUTO_TEST_CASE(tax_and_shipping_are_in_what_is_to_be_paid_until_they_are_undone)
{
    click("showOrder");
    enter("orderShipping", "66.00");
    enter("orderTax", "19");
    // 1934 + 66 = 2000; 19 % of it are 380.
    BOOST_TEST(total() == QStringLiteral("$2,380.00"));
    BOOST_TEST(undoText() == QStringLiteral("Tax, %"));
    project.undoStack().undo();
    BOOST_TEST(total() == QStringLiteral("$2,000.00"));
    BOOST_TEST(find<QLineEdit>("orderTax")->text() == QString());
    project.undoStack().redo();
    BOOST_TEST(total() == QStringLiteral("$2,380.00"));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_stays_in_its_field_and_changes_nothing)
{
    click("showOrder");
    enter("orderTax", "a fifth");
    BOOST_TEST(find<QLineEdit>("orderTax")->text() == QStringLiteral("a fifth"));
    BOOST_TEST(find<QLabel>("orderError")->text().contains(QStringLiteral("expected per cent")));
    BOOST_TEST(total() == QStringLiteral("$1,934.00"));
    BOOST_TEST(!project.undoStack().canUndo());
    enter("orderNeededBy", "2026-02-30");
    BOOST_TEST(find<QLabel>("orderError")->text().count(QLatin1Char('\n')) == 1);
    enter("orderTax", "20");
    enter("orderNeededBy", "2026-12-01");
    BOOST_TEST(find<QLabel>("orderError")->text().isEmpty());
    BOOST_TEST((project.project().order.header.neededBy == Date{2026, 12, 1}));
}

BOOST_AUTO_TEST_CASE(the_document_is_written_in_every_format)
{
    exportTo({file("a.xlsx")});
    BOOST_TEST(bytesOf(file("a.xlsx")).startsWith("PK"));
    exportTo({file("a.pdf")});
    BOOST_TEST(bytesOf(file("a.pdf")).startsWith("%PDF"));
    for (const char* name : {"a.html", "a.md", "a.json", "a.csv"}) {
        exportTo({file(name)});
        BOOST_TEST(bytesOf(file(name)).contains("GeForce RTX 3090 24 GB"), name);
    }
    exportTo({file("b.csv"), {';', ','}});
    BOOST_TEST(bytesOf(file("b.csv")).contains(";859,00;"));
}

BOOST_AUTO_TEST_CASE(a_filled_in_form_is_previewed_and_then_counts)
{
    click("showQuotes");
    page->quotes().setFileChooser([this](QWidget*, const QString&, bool) { return file("quote.csv"); });
    enter("requestSupplier", "Shop A");
    fillIn(file("quote.csv"), "799.00");
    click("importQuote");
    QuoteImportDialog* dialog = nullptr;
    BOOST_REQUIRE(QTest::qWaitFor([&] {
        dialog = page->findChild<QuoteImportDialog*>();
        return dialog != nullptr && dialog->isVisible();
    }));
    BOOST_TEST(project.project().quotes.empty());
    BOOST_TEST(dialog->findChild<TableView*>(QStringLiteral("quoteLines"))->model()->rowCount() == 1);
    // Seven other parts were asked for and have no price, and the form does not say of which day it is.
    BOOST_TEST(dialog->findChild<TableView*>(QStringLiteral("quoteNotes"))->model()->rowCount() == 8);
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("takeQuote")), Qt::LeftButton);
    BOOST_REQUIRE(project.project().quotes.size() == 1);
    const Quote& quote = project.project().quotes.front();
    BOOST_TEST(quote.supplier == "Shop A");
    BOOST_TEST((quote.lines.front().unitPrice == *Money::parse("799.00", Currency::usd())));
    const auto* table = find<TableView>("quoteTable");
    BOOST_REQUIRE(QTest::qWaitFor([&] { return table->model()->columnCount() == 4; }));
    BOOST_TEST(cellOf(*table, 0, QuoteTableModel::FirstQuote) == QStringLiteral("$799.00"));
    BOOST_TEST(undoText() == QStringLiteral("Quote of Shop A"));
    project.undoStack().undo();
    BOOST_TEST(project.project().quotes.empty());
}

BOOST_AUTO_TEST_CASE(a_damaged_form_is_one_clear_line)
{
    click("showQuotes");
    QFile write(file("bad.xlsx"));
    BOOST_REQUIRE(write.open(QIODevice::WriteOnly));
    write.write("not a workbook");
    write.close();
    page->quotes().setFileChooser([this](QWidget*, const QString&, bool) { return file("bad.xlsx"); });
    click("importQuote");
    const auto* status = find<QLabel>("quoteStatus");
    BOOST_REQUIRE(QTest::qWaitFor([&] { return status->text().startsWith(file("bad.xlsx")); }));
    BOOST_TEST(!status->text().contains(QLatin1Char('\n')));
    BOOST_TEST(project.project().quotes.empty());
}

BOOST_AUTO_TEST_CASE(the_command_that_starts_the_engine_can_be_copied)
{
    click("showLaunch");
    const QString command = find<QPlainTextEdit>("launchText")->toPlainText();
    BOOST_TEST(command.contains(QStringLiteral("llama-server")));
    click("copyLaunch");
    BOOST_TEST(QGuiApplication::clipboard()->text() == command);
    click("showChecklist");
    BOOST_TEST(find<TableView>("launchChecklist")->model()->rowCount() > 0);
    click("showAcceptance");
    BOOST_TEST(find<TableView>("acceptanceChecks")->model()->rowCount() > 0);
}

BOOST_AUTO_TEST_CASE(no_text_of_any_view_is_cut)
{
    for (const char* view : {"showOrder", "showQuotes", "showLaunch", "showParts"}) {
        click(view);
        (void)QTest::qWaitFor([this] { return cutTexts(*page).isEmpty(); }, 500);
        BOOST_TEST(cutTexts(*page).join(QLatin1Char('|')).toStdString() == "", view);
    }
}

BOOST_AUTO_TEST_SUITE_END()
