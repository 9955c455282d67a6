// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog_import_dialog.h"

#include "ui/catalog_change_table.h"
#include "ui/fields.h"
#include "ui/pages/page_window.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>

using namespace rigwright;

namespace {

constexpr Date kToday{2026, 11, 22};

/// A new drive, a CPU's changed figure, a price; one row of five is wrong.
ImportPreview somePreview()
{
    ImportPreview preview;
    preview.label = "Import of parts.csv";
    preview.rows = 5;
    preview.matched = 2;
    preview.unchanged = 1;
    preview.changes.parts = {
        {PartId("a-drive"), "drives", true, {{"name", "", "Fast Drive"}, {"capacity_gb", "", "2000"}}},
        {PartId("ryzen-5-7600"), "cpus", false, {{"base_ghz", "3.8", "3.9"}, {"memory_max_gib", "128", ""}}}};
    Offer offer{
        Money::parse("99.50", Currency::usd()).value(), PriceKind::Street, "US", "a shop", {2026, 11, 1}};
    preview.changes.prices = {{PartId("a-drive"), "drives", offer, false}};
    preview.problems = {{"parts.csv", 4, "cores", "expected a whole number from 1 to 1024, got 'many'"}};
    preview.problemCount = 1;
    preview.notes = {"prices without a day get 2026-11-22"};
    return preview;
}

struct Fixture {
    Fixture()
        : dialog([this](const ImportRequest& asked,
                        const Progress& progress) { return answer(asked, progress); },
                 kToday)
    {
        dialog.setPathChooser([](QWidget*, bool folder) {
            return folder ? QStringLiteral("/parts") : QStringLiteral("/parts/parts.csv");
        });
        dialog.show();
        BOOST_REQUIRE(QTest::qWaitForWindowExposed(&dialog));
    }

    Expected<ImportPreview> answer(const ImportRequest& asked, const Progress& progress)
    {
        request = asked;
        if (waits) {
            started.release();
            while (progress(1, 2)) {
                QThread::msleep(1);
            }
            return fail("stopped");
        }
        return result;
    }
    template <class Widget>
    [[nodiscard]] Widget* find(const char* name) const
    {
        auto* found = dialog.findChild<Widget*>(QString::fromLatin1(name));
        BOOST_REQUIRE_MESSAGE(found != nullptr, "no widget " << name);
        return found;
    }
    void click(const char* name) const
    {
        auto* button = find<QPushButton>(name);
        BOOST_REQUIRE_MESSAGE(button->isVisible() && button->isEnabled(), name << " can't be clicked");
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void choose(const char* button = "importFile")
    {
        click(button);
        BOOST_REQUIRE(QTest::qWaitFor([this] { return !dialog.isBusy(); }));
    }
    [[nodiscard]] QString text(const char* name) const { return find<QLabel>(name)->text(); }

    bool waits = false;
    QSemaphore started;
    ImportRequest request;
    Expected<ImportPreview> result = somePreview();
    CatalogImportDialog dialog;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(catalog_import_dialog, Fixture)

BOOST_AUTO_TEST_CASE(nothing_can_be_imported_before_something_was_read)
{
    BOOST_TEST(!find<QPushButton>("importConfirm")->isEnabled());
}

BOOST_AUTO_TEST_CASE(a_chosen_file_shows_what_would_change)
{
    choose();
    BOOST_TEST(request.path == "/parts/parts.csv");
    BOOST_TEST((request.today == kToday));
    BOOST_TEST(!request.format.has_value());
    const auto* table = find<QTableView>("importChanges");
    // The drive, two figures of the CPU, the price.
    BOOST_TEST(table->model()->rowCount() == 4);
    BOOST_TEST(cellOf(*table, 0, CatalogChangeTable::Subject) == QStringLiteral("Fast Drive"));
    BOOST_TEST(cellOf(*table, 0, CatalogChangeTable::After) == QStringLiteral("Capacity 2000 GB"));
    BOOST_TEST(cellOf(*table, 1, CatalogChangeTable::Before) == QStringLiteral("3.8"));
    BOOST_TEST(cellOf(*table, 1, CatalogChangeTable::After) == QStringLiteral("3.9"));
    BOOST_TEST(cellOf(*table, 2, CatalogChangeTable::After) == QStringLiteral("unknown"));
    BOOST_TEST(cellOf(*table, 3, CatalogChangeTable::After) == QStringLiteral("$99.50"));
    BOOST_TEST(text("importSummary").contains(QStringLiteral("5 rows read")));
    BOOST_TEST(find<QPushButton>("importConfirm")->isEnabled());
    const QAbstractItemModelTester tester(table->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
}

BOOST_AUTO_TEST_CASE(problems_stand_with_file_line_and_column)
{
    choose();
    BOOST_TEST(find<QPlainTextEdit>("importProblems")
                   ->toPlainText()
                   .contains(QStringLiteral("parts.csv:4:cores: expected a whole number")));
    BOOST_TEST(find<QPlainTextEdit>("importNotes")->toPlainText().contains(QStringLiteral("2026-11-22")));
}

BOOST_AUTO_TEST_CASE(a_folder_can_be_chosen)
{
    choose("importFolder");
    BOOST_TEST(request.path == "/parts");
}

BOOST_AUTO_TEST_CASE(a_stated_day_and_format_are_asked_for)
{
    choose();
    auto* day = find<QLineEdit>("importPricesOf");
    day->setFocus();
    QTest::keyClicks(day, QStringLiteral("2025-07-23"));
    QTest::keyClick(day, Qt::Key_Return);
    BOOST_REQUIRE(QTest::qWaitFor([this] { return !dialog.isBusy(); }));
    BOOST_REQUIRE(request.pricesOf.has_value());
    BOOST_TEST((*request.pricesOf == Date{2025, 7, 23}));
    BOOST_TEST(find<Choice>("importFormat")->chooseData(QStringLiteral("pc-part-dataset")));
    BOOST_REQUIRE(QTest::qWaitFor([this] { return !dialog.isBusy(); }));
    BOOST_TEST((request.format == ImportFormat::PcPartDataset));
}

BOOST_AUTO_TEST_CASE(a_day_that_is_none_is_told_and_nothing_is_read)
{
    choose();
    request = {};
    auto* day = find<QLineEdit>("importPricesOf");
    day->setFocus();
    QTest::keyClicks(day, QStringLiteral("last week"));
    QTest::keyClick(day, Qt::Key_Return);
    BOOST_TEST(find<QLabel>("catalogImportError")->isVisible());
    BOOST_TEST(request.path.empty());
    BOOST_TEST(!find<QPushButton>("importConfirm")->isEnabled());
}

BOOST_AUTO_TEST_CASE(what_can_not_be_read_is_told)
{
    result = fail("'parts.csv' is UTF-16; save it as UTF-8");
    choose();
    BOOST_TEST(text("catalogImportError") == QStringLiteral("'parts.csv' is UTF-16; save it as UTF-8"));
    BOOST_TEST(!find<QPushButton>("importConfirm")->isEnabled());
}

BOOST_AUTO_TEST_CASE(an_import_is_confirmed_once_with_the_preview_that_was_shown)
{
    choose();
    QSignalSpy spy(&dialog, &CatalogImportDialog::confirmed);
    click("importConfirm");
    BOOST_REQUIRE(spy.size() == 1);
    const auto preview = spy.front().front().value<std::shared_ptr<const ImportPreview>>();
    BOOST_TEST(preview->label == "Import of parts.csv");
    BOOST_TEST(!find<QPushButton>("importConfirm")->isEnabled());
}

BOOST_AUTO_TEST_CASE(a_failed_import_is_told_and_can_be_tried_again)
{
    choose();
    click("importConfirm");
    dialog.showOutcome(QStringLiteral("the catalog is locked by another program"));
    BOOST_TEST(dialog.isVisible());
    BOOST_TEST(text("catalogImportError").contains(QStringLiteral("locked")));
    click("importConfirm");
    dialog.showOutcome({});
    BOOST_TEST(!dialog.isVisible());
}

BOOST_AUTO_TEST_CASE(reading_can_be_stopped)
{
    waits = true;
    click("importFile");
    started.acquire();
    BOOST_REQUIRE(QTest::qWaitFor([this] { return find<QPushButton>("importStop")->isVisible(); }));
    click("importStop");
    BOOST_TEST(!dialog.isBusy());
    BOOST_TEST(text("catalogImportError").contains(QStringLiteral("nothing was written")));
    BOOST_TEST(!find<QPushButton>("importConfirm")->isEnabled());
}

BOOST_AUTO_TEST_CASE(every_text_follows_the_language)
{
    choose();
    const HashLanguage language;
    QApplication::processEvents();
    BOOST_TEST(dialog.windowTitle().startsWith(QLatin1Char('#')));
    BOOST_TEST(text("importSummary").startsWith(QLatin1Char('#')));
    const auto* table = find<QTableView>("importChanges");
    for (int column = 0; column < table->model()->columnCount(); ++column) {
        BOOST_TEST(
            table->model()->headerData(column, Qt::Horizontal).toString().startsWith(QLatin1Char('#')));
    }
}

BOOST_AUTO_TEST_SUITE_END()
