// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bom_page.h"

#include "support/temporary_folder.h"
#include "ui/bom_table_model.h"
#include "ui/fields.h"
#include "ui/pages/page_window.h"
#include "ui/pages/sample.h"
#include "ui/table_view.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace rigwright;

namespace {

struct Fixture : PageWindow<BomPage> {
    Fixture()
    {
        page->setClock([] { return Date{2026, 9, 29}; });
        page->setFileChooser([this](QWidget*, const QString& name) {
            suggested = name;
            return answer;
        });
        page->setMessageBox([this](QWidget*, const QString& text) { message = text; });
        show(machine());
    }

    [[nodiscard]] static EvaluatedBuild machine()
    {
        return sample::machine({"one", "RTX 3090 24 GB", 1, 859, 31, 530, true, {}});
    }
    void show(EvaluatedBuild build) const
    {
        page->showBuild(sample::catalog(), std::make_shared<const EvaluatedBuild>(std::move(build)),
                        sample::requirement());
    }
    [[nodiscard]] TableView& table() const { return *find<TableView>("bomTable"); }
    [[nodiscard]] QString total() const { return find<QLabel>("bomTotal")->text(); }
    [[nodiscard]] QString file(const char* name) const
    {
        return QString::fromStdString((folder.path() / name).string());
    }
    /// Exports by a click and waits for the file.
    [[nodiscard]] QString exportTo(const QString& path)
    {
        answer = path;
        QString error;
        bool done = false;
        QObject::connect(page, &BomPage::exported, page, [&](const QString&, const QString& what) {
            error = what;
            done = true;
        });
        click("exportBom");
        BOOST_REQUIRE(QTest::qWaitFor([&done] { return done; }));
        QObject::disconnect(page, &BomPage::exported, page, nullptr);
        return error;
    }

    TemporaryFolder folder;
    QString answer;
    QString suggested;
    QString message;
};

QByteArray contentOf(const QString& path)
{
    QFile read(path);
    BOOST_REQUIRE(read.open(QIODevice::ReadOnly));
    return read.readAll();
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(bom_page, Fixture)

BOOST_AUTO_TEST_CASE(every_part_is_a_line_and_the_total_is_their_sum)
{
    BOOST_TEST(table().model()->rowCount() == 8);
    BOOST_TEST(cellOf(table(), 0, BomTableModel::Description) == QStringLiteral("GeForce RTX 3090 24 GB"));
    BOOST_TEST(cellOf(table(), 0, BomTableModel::LineTotal) == QStringLiteral("$859.00"));
    BOOST_TEST(total() == QStringLiteral("$1,934.00"));
}

BOOST_AUTO_TEST_CASE(more_systems_multiply_quantities_and_totals)
{
    find<NumberField>("systems")->setFocus();
    QTest::keyClick(find("systems"), Qt::Key_Up);
    QTest::keyClick(find("systems"), Qt::Key_Up);
    BOOST_TEST(cellOf(table(), 0, BomTableModel::Quantity) == QStringLiteral("3"));
    BOOST_TEST(cellOf(table(), 0, BomTableModel::LineTotal) == QStringLiteral("$2,577.00"));
    BOOST_TEST(total() == QStringLiteral("$5,802.00")); // 3 × 1,934
}

BOOST_AUTO_TEST_CASE(the_number_of_systems_keeps_the_selected_line)
{
    clickCell(table(), 3, BomTableModel::Description);
    find<NumberField>("systems")->setValue(4);
    BOOST_TEST(table().selectionModel()->isRowSelected(3));
}

BOOST_AUTO_TEST_CASE(an_unknown_part_number_is_called_unknown)
{
    const auto note = [this](int row) {
        return table().model()->index(row, BomTableModel::Manufacturer).data(kNoteRole).toString();
    };
    BOOST_TEST(note(0) == QStringLiteral("900-1G136-2510-000"));
    BOOST_TEST(note(2) == QStringLiteral("part number unknown"));
}

BOOST_AUTO_TEST_CASE(old_prices_and_missing_ones_are_pointed_out)
{
    // The power supply's price is of 2026-01-05, 267 days before.
    const QString old = find<QLabel>("bomWarnings")->text();
    BOOST_TEST(old.contains(QStringLiteral("180 days")));
    EvaluatedBuild build = machine();
    build.lines[1].offer.reset();
    build.lines[1].unitPrice = Money(0, Currency::usd());
    show(build);
    BOOST_TEST(find<QLabel>("bomWarnings")->text().contains(QStringLiteral("no price")));
    BOOST_TEST(cellOf(table(), 1, BomTableModel::UnitPrice) == QStringLiteral("unknown"));
    BOOST_TEST(total() == QStringLiteral("$1,737.00")); // without the CPU's 197
}

BOOST_AUTO_TEST_CASE(lines_sort_by_amount)
{
    table().sortByColumn(BomTableModel::LineTotal, Qt::AscendingOrder);
    BOOST_TEST(cellOf(table(), 0, BomTableModel::LineTotal) == QStringLiteral("$109.00"));
    BOOST_TEST(cellOf(table(), 7, BomTableModel::LineTotal) == QStringLiteral("$859.00"));
}

BOOST_AUTO_TEST_CASE(the_csv_file_holds_every_line)
{
    BOOST_TEST(exportTo(file("parts.csv")).isEmpty());
    const QByteArray content = contentOf(file("parts.csv"));
    BOOST_TEST(content.startsWith("\xEF\xBB\xBF"));
    for (const char* expected :
         {"GeForce RTX 3090 24 GB", "Ryzen 5 7600", "Peerless Assassin 120 SE", "859.00"}) {
        BOOST_TEST(content.contains(expected));
    }
    BOOST_TEST(find<QLabel>("exportStatus")->text() == file("parts.csv"));
    BOOST_TEST(folder.entries() == 1);
}

BOOST_AUTO_TEST_CASE(the_workbook_is_written_and_named_after_the_machine)
{
    BOOST_TEST(exportTo(file("parts.xlsx")).isEmpty());
    BOOST_TEST(contentOf(file("parts.xlsx")).startsWith("PK"));
    BOOST_TEST(suggested == QStringLiteral("RTX-3090-24-GB-parts.xlsx"));
}

BOOST_AUTO_TEST_CASE(the_export_has_as_many_systems_as_the_page)
{
    find<NumberField>("systems")->setValue(2);
    BOOST_TEST(exportTo(file("two.csv")).isEmpty());
    BOOST_TEST(contentOf(file("two.csv")).contains("1718.00")); // 2 × 859
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_missing_is_one_clear_line_and_leaves_no_file)
{
    const QString error = exportTo(file("missing/parts.xlsx"));
    BOOST_TEST(error.contains(QStringLiteral("does not exist")));
    BOOST_TEST(!error.contains(QLatin1Char('\n')));
    BOOST_TEST(find<QLabel>("exportStatus")->text() == error);
    BOOST_TEST(folder.entries() == 0);
    BOOST_TEST(message.isEmpty());
    BOOST_TEST(find<QPushButton>("exportBom")->isEnabled());
}

BOOST_AUTO_TEST_CASE(an_unknown_extension_is_refused)
{
    BOOST_TEST(
        exportTo(file("parts.doc")).contains(QStringLiteral(".xlsx, .csv, .pdf, .html, .md or .json")));
}

BOOST_AUTO_TEST_CASE(an_error_of_a_page_out_of_sight_is_told_in_a_message)
{
    page->hide();
    answer = file("missing/parts.csv");
    QSignalSpy spy(page, &BomPage::exported);
    page->exportBom();
    BOOST_TEST(spy.wait());
    BOOST_TEST(message.contains(QStringLiteral("does not exist")));
}

BOOST_AUTO_TEST_CASE(a_cancelled_choice_writes_nothing)
{
    click("exportBom");
    BOOST_TEST(!suggested.isEmpty());
    BOOST_TEST(!isVisible("exportStatus"));
    BOOST_TEST(page->canExport());
}

BOOST_AUTO_TEST_CASE(a_page_that_goes_away_while_it_writes_does_no_harm)
{
    auto other = std::make_unique<BomPage>();
    other->setFileChooser([this](QWidget*, const QString&) { return file("late.csv"); });
    other->showBuild(sample::catalog(), std::make_shared<const EvaluatedBuild>(machine()),
                     sample::requirement());
    other->exportBom();
    other.reset();
    BOOST_TEST(QTest::qWaitFor([this] { return QFile::exists(file("late.csv")); }));
}

BOOST_AUTO_TEST_CASE(without_a_machine_there_is_nothing_to_export)
{
    page->showBuild(sample::catalog(), nullptr, sample::requirement());
    BOOST_TEST(isVisible("bomEmpty"));
    BOOST_TEST(!page->canExport());
    page->exportBom();
    BOOST_TEST(suggested.isEmpty());
}

BOOST_AUTO_TEST_CASE(no_text_is_cut)
{
    // A scroll bar that appears takes a second round of the layout.
    (void)QTest::qWaitFor([this] { return cutTexts(*page).isEmpty(); });
    BOOST_TEST(cutTexts(*page).join(QLatin1Char('|')).toStdString() == "");
    BOOST_TEST(cutCells(table()).join(QLatin1Char('|')).toStdString() == "");
}

BOOST_AUTO_TEST_CASE(every_text_follows_the_language)
{
    const HashLanguage language;
    QTest::qWait(0);
    for (int column = 0; column < BomTableModel::ColumnCount; ++column) {
        BOOST_TEST(
            table().model()->headerData(column, Qt::Horizontal).toString().startsWith(QLatin1Char('#')));
    }
    BOOST_TEST(find<QPushButton>("exportBom")->text().startsWith(QLatin1Char('#')));
    BOOST_TEST(cellOf(table(), 0, BomTableModel::Category).startsWith(QLatin1Char('#')));
}

BOOST_AUTO_TEST_CASE(the_model_keeps_the_rules_of_item_models)
{
    BomTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const Date day{2026, 9, 29};
    model.setBom(*makeBom(*sample::catalog(), machine(), sample::requirement(), day, 1));
    model.setBom(*makeBom(*sample::catalog(), machine(), sample::requirement(), day, 2));
    model.retranslate();
    model.setBom(std::nullopt);
    BOOST_TEST(model.rowCount() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
