// SPDX-License-Identifier: GPL-3.0-or-later
// The catalog's page, driven as the user does: what is found, edited, added, hidden and undone.
#include "catalog/catalog_database.h"
#include "catalog/catalog_store.h"
#include "ui/build_table_model.h"
#include "ui/builds_page.h"
#include "ui/catalog_library.h"
#include "ui/catalog_page.h"
#include "ui/figures_model.h"
#include "ui/offers_model.h"
#include "ui/window/test_window.h"

#include <QAbstractProxyModel>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace rigwright;

namespace {

/// The window on its catalog page, with a catalog that can be changed.
struct CatalogWindow : TestWindow {
    CatalogWindow()
        : TestWindow(Changeable{})
    {
        showCatalog();
    }

    void showCatalog() const
    {
        window().showTab(MainWindow::CatalogTab);
        settle();
    }
    [[nodiscard]] CatalogPage* page() const { return find<CatalogPage>("catalogPage"); }
    [[nodiscard]] QTableView* list() const { return find<QTableView>("partTable"); }
    [[nodiscard]] QTableView* figures() const { return find<QTableView>("figureTable"); }
    [[nodiscard]] const PartEntry& part() const
    {
        BOOST_REQUIRE(page()->selectedPart() != nullptr);
        return *page()->selectedPart();
    }

    void search(const QString& words) const
    {
        auto* field = find<QLineEdit>("catalogSearch");
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, words);
        settle();
    }
    void clickRow(int row, Qt::KeyboardModifiers modifiers = {}) const
    {
        const QModelIndex cell = list()->model()->index(row, 2);
        list()->scrollTo(cell);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, modifiers, list()->visualRect(cell).center());
    }
    /// Looks for a part by its id and selects it.
    void choose(const QString& id) const
    {
        search(id);
        BOOST_REQUIRE(list()->model()->rowCount() > 0);
        clickRow(0);
        BOOST_REQUIRE(part().id().text() == id.toStdString());
    }
    [[nodiscard]] QModelIndex figure(const char* column) const
    {
        const int row = static_cast<FiguresModel*>(figures()->model())->rowOf(column);
        BOOST_REQUIRE(row >= 0);
        return figures()->model()->index(row, FiguresModel::Value);
    }
    void pick(const char* column) const
    {
        const QModelIndex cell = figure(column);
        figures()->scrollTo(cell);
        QTest::mouseClick(figures()->viewport(), Qt::LeftButton, {}, figures()->visualRect(cell).center());
    }
    /// Opens the editor of a figure by a double click and gives its field.
    [[nodiscard]] QWidget* edit(const char* column) const
    {
        const QModelIndex cell = figure(column);
        figures()->scrollTo(cell);
        const QPoint at = figures()->visualRect(cell).center();
        QTest::mouseClick(figures()->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(figures()->viewport(), Qt::LeftButton, {}, at);
        return find("figureField");
    }
    void type(const char* column, const QString& text) const
    {
        QWidget* field = edit(column);
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    [[nodiscard]] QString undoText() const
    {
        return window().findChild<QAction*>(QStringLiteral("undoAction"))->text();
    }
    /// The card of the machine that is recommended.
    [[nodiscard]] PartId usedCard() const
    {
        const auto machine = window().findChild<BuildsPage*>()->selectedBuild();
        BOOST_REQUIRE(machine != nullptr);
        const auto line = std::ranges::find_if(machine->lines, [](const PricedLine& priced) {
            return priced.line.category == PartCategory::Accelerator;
        });
        BOOST_REQUIRE((line != machine->lines.end()));
        return line->line.part;
    }
    /// What machines with this part pay for one; nothing: none has it.
    [[nodiscard]] std::optional<Money> paidFor(const PartId& id) const
    {
        const auto* view = window().findChild<QTableView*>(QStringLiteral("buildTable"));
        const auto* filter = static_cast<QAbstractProxyModel*>(view->model());
        const auto* machines = static_cast<BuildTableModel*>(filter->sourceModel());
        for (int row = 0; row < machines->rowCount(); ++row) {
            for (const PricedLine& priced : machines->build(row)->lines) {
                if (priced.line.part == id && priced.offer) {
                    return priced.offer->price;
                }
            }
        }
        return std::nullopt;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(catalog_page, CatalogWindow)

BOOST_AUTO_TEST_CASE(the_list_narrows_as_one_types)
{
    const int all = list()->model()->rowCount();
    BOOST_TEST(all > 500);
    search(QStringLiteral("rtx 3090"));
    const int found = list()->model()->rowCount();
    BOOST_TEST(found > 0);
    BOOST_TEST(found < all / 10);
    search(QStringLiteral("no such thing anywhere"));
    BOOST_TEST(list()->model()->rowCount() == 0);
    search({});
    BOOST_TEST(list()->model()->rowCount() == all);
}

BOOST_AUTO_TEST_CASE(a_figure_is_edited_in_its_place_and_stays_so)
{
    choose(QStringLiteral("rtx-3090"));
    // 936.2 GB/s as shipped.
    type("bandwidth_gb_s", QStringLiteral("940"));
    settle();
    BOOST_TEST(figure("bandwidth_gb_s").data().toString() == QStringLiteral("940 GB/s"));
    BOOST_TEST((part().origin == PartOrigin::Edited));
    reopen();
    showCatalog();
    choose(QStringLiteral("rtx-3090"));
    BOOST_TEST(part().sheet.cell("bandwidth_gb_s") == "940");
    pick("bandwidth_gb_s");
    click("resetFigure");
    settle();
    BOOST_TEST((part().origin == PartOrigin::Shipped));
    BOOST_TEST(part().sheet.cell("bandwidth_gb_s") != "940");
}

BOOST_AUTO_TEST_CASE(a_wrong_figure_is_refused_in_words_and_changes_nothing)
{
    choose(QStringLiteral("rtx-3090"));
    const std::string before = part().sheet.cell("bandwidth_gb_s");
    type("bandwidth_gb_s", QStringLiteral("fast"));
    BOOST_TEST(text("figureError") ==
               QStringLiteral("Expected a number from 1 to 100,000, or nothing where it is unknown"));
    settle();
    BOOST_TEST(part().sheet.cell("bandwidth_gb_s") == before);
    QTest::keyClick(find("figureField"), Qt::Key_Escape);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    BOOST_TEST(!shows("figureError"));
    BOOST_TEST((part().origin == PartOrigin::Shipped));
    BOOST_TEST(!window().findChild<QAction*>(QStringLiteral("undoAction"))->isEnabled());
}

BOOST_AUTO_TEST_CASE(steps_are_undone_and_redone_by_name)
{
    choose(QStringLiteral("rtx-3090"));
    const std::string before = part().sheet.cell("length_mm");
    type("length_mm", QStringLiteral("300"));
    settle();
    BOOST_TEST(undoText().contains(QStringLiteral("Length of NVIDIA GeForce RTX 3090")),
               undoText().toStdString());
    QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
    settle();
    BOOST_TEST(part().sheet.cell("length_mm") == before);
    QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    settle();
    BOOST_TEST(part().sheet.cell("length_mm") == "300");
}

BOOST_AUTO_TEST_CASE(words_are_chosen_and_cleared)
{
    choose(QStringLiteral("ryzen-5-7600"));
    QWidget* field = edit("graphics");
    QTest::keyClicks(field, QStringLiteral("no"));
    QTest::keyClick(field, Qt::Key_Return);
    settle();
    BOOST_TEST(part().sheet.cell("graphics") == "no");
    click("clearFigure");
    settle();
    BOOST_TEST(part().sheet.cell("graphics").empty());
    BOOST_TEST(figure("graphics").data().toString() == QStringLiteral("unknown"));
}

BOOST_AUTO_TEST_CASE(a_part_is_added_and_says_what_it_lacks)
{
    click("addPart");
    click("acceptPart");
    BOOST_TEST(shows("newPartError"));
    auto* table = find<QComboBox>("newPartTable");
    table->setFocus();
    QTest::keyClicks(table, QStringLiteral("Coolers"));
    QTest::keyClicks(find("newPartManufacturer"), QStringLiteral("Acme"));
    QTest::keyClicks(find("newPartName"), QStringLiteral("Breeze 9"));
    QTest::keyClick(find("newPartName"), Qt::Key_Return);
    settle();
    BOOST_TEST(part().id().text() == "own-acme-breeze-9");
    BOOST_TEST((part().origin == PartOrigin::Own));
    BOOST_TEST(text("missingFigures") ==
               QStringLiteral("Proposed in no machine until these are known: Kind, Sockets"));
    QWidget* field = edit("kind");
    QTest::keyClicks(field, QStringLiteral("air"));
    QTest::keyClick(field, Qt::Key_Return);
    settle();
    BOOST_TEST(part().sheet.cell("kind") == "air");
    BOOST_TEST(text("missingFigures").endsWith(QStringLiteral(": Sockets")));
    click("removeParts");
    settle();
    search(QStringLiteral("Breeze"));
    BOOST_TEST(list()->model()->rowCount() == 0);
    trigger("undoAction");
    settle();
    BOOST_TEST(list()->model()->rowCount() == 1);
}

BOOST_AUTO_TEST_CASE(a_copy_is_the_user_s_own_and_nobody_has_checked_it)
{
    choose(QStringLiteral("rtx-3090"));
    const std::string bandwidth = part().sheet.cell("bandwidth_gb_s");
    click("duplicatePart");
    settle();
    BOOST_TEST((part().origin == PartOrigin::Own));
    BOOST_TEST(part().sheet.cell("bandwidth_gb_s") == bandwidth);
    BOOST_TEST(part().sheet.cell("verification") == "unverified");
    BOOST_TEST(part().offers.empty());
}

BOOST_AUTO_TEST_CASE(a_quote_is_added_and_machines_cost_what_it_says)
{
    const PartId card = usedCard();
    choose(QString::fromStdString(card.text()));
    click("addPrice");
    click("acceptPrice");
    BOOST_TEST(shows("priceAmountError"));
    BOOST_TEST(shows("priceSourceError"));
    QTest::keyClicks(find("priceAmount"), QStringLiteral("7"));
    QTest::keyClicks(find("priceSource"), QStringLiteral("a friend"));
    QTest::keyClick(find("priceSource"), Qt::Key_Return);
    settle();
    const Offer* current = currentOffer(part().offers);
    BOOST_REQUIRE(current != nullptr);
    BOOST_TEST(current->own);
    BOOST_TEST((current->kind == PriceKind::Quote));
    BOOST_TEST((paidFor(card) == Money(700, Currency::usd())));
    click("removePrice");
    settle();
    BOOST_TEST((paidFor(card) != Money(700, Currency::usd())));
}

BOOST_AUTO_TEST_CASE(a_hidden_part_is_in_no_machine)
{
    const PartId card = usedCard();
    BOOST_REQUIRE(paidFor(card).has_value());
    choose(QString::fromStdString(card.text()));
    click("hideParts");
    settle();
    BOOST_TEST(!paidFor(card).has_value());
    click("filterHiddenToo");
    settle();
    choose(QString::fromStdString(card.text()));
    click("hideParts");
    settle();
    BOOST_TEST(paidFor(card).has_value());
}

BOOST_AUTO_TEST_CASE(several_parts_are_marked_in_one_step)
{
    search(QStringLiteral("rtx 40"));
    clickRow(0);
    clickRow(2, Qt::ShiftModifier);
    click("favouriteParts");
    settle();
    BOOST_TEST(undoText().contains(QStringLiteral("3 parts")), undoText().toStdString());
    BOOST_TEST(page()->selectedParts().size() == 3U);
    click("filterFavourites");
    settle();
    BOOST_TEST(list()->model()->rowCount() == 3);
    trigger("undoAction");
    settle();
    BOOST_TEST(list()->model()->rowCount() == 0);
}

BOOST_AUTO_TEST_CASE(a_click_on_the_star_makes_a_favourite)
{
    search(QStringLiteral("rtx-3090"));
    const QModelIndex star = list()->model()->index(0, 0);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(star).center());
    settle();
    BOOST_TEST(part().marks.favourite);
}

BOOST_AUTO_TEST_CASE(an_address_and_a_note_are_kept)
{
    choose(QStringLiteral("rtx-3090"));
    click("showNotes");
    QTest::keyClicks(find("partUrl"), QStringLiteral("file:///etc/passwd"));
    QTest::keyClick(find("partUrl"), Qt::Key_Return);
    BOOST_TEST(shows("partUrlError"));
    BOOST_TEST(part().marks.url.empty());
    QTest::keyClick(find("partUrl"), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(find("partUrl"), QStringLiteral("https://example.com/card"));
    QTest::keyClick(find("partUrl"), Qt::Key_Return);
    settle();
    BOOST_TEST(part().marks.url == "https://example.com/card");
    find("partNote")->setFocus();
    QTest::keyClicks(find("partNote"), QStringLiteral("ask Anna"));
    list()->setFocus();
    settle();
    BOOST_TEST(part().marks.note == "ask Anna");
}

BOOST_AUTO_TEST_CASE(what_another_window_changes_shows)
{
    choose(QStringLiteral("rtx-3090"));
    auto other = CatalogStore::open(*findCatalog(), overlay());
    BOOST_REQUIRE(other.has_value());
    CatalogChanges changes;
    changes.parts.push_back(
        {PartId("rtx-3090"), "accelerators", false, {{"length_mm", part().sheet.cell("length_mm"), "301"}}});
    BOOST_REQUIRE(other->apply(changes, "elsewhere"));
    constexpr int kPatienceMs = 10'000;
    BOOST_REQUIRE(QTest::qWaitFor([this] { return part().sheet.cell("length_mm") == "301"; }, kPatienceMs));
    settle();
    BOOST_TEST(figure("length_mm").data().toString() == QStringLiteral("301 mm"));
}

BOOST_AUTO_TEST_CASE(prices_are_old_after_the_days_that_the_user_sets)
{
    click("filterOldPrice");
    settle();
    const int before = list()->model()->rowCount();
    enter("oldAfterDays", QStringLiteral("1"));
    settle();
    BOOST_TEST(list()->model()->rowCount() > before);
}

BOOST_AUTO_TEST_CASE(a_click_on_a_head_sorts_by_its_column)
{
    search(QStringLiteral("geforce"));
    auto* categories = find<QTableView>("categoryList");
    const QModelIndex gpus = categories->model()->index(1, 0);
    QTest::mouseClick(categories->viewport(), Qt::LeftButton, {}, categories->visualRect(gpus).center());
    settle();
    auto* head = list()->horizontalHeader();
    const QPoint at(head->sectionViewportPosition(3) + head->sectionSize(3) / 2, head->height() / 2);
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at);
    settle();
    const auto* model = list()->model();
    // "24 GiB"
    const auto memory = [model](int row) {
        return model->index(row, 3).data().toString().section(QLatin1Char(' '), 0, 0).toDouble();
    };
    BOOST_REQUIRE(model->rowCount() > 10);
    BOOST_TEST(memory(0) <= memory(5));
    BOOST_TEST(memory(0) < memory(model->rowCount() - 1));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(catalog_problems)

BOOST_AUTO_TEST_CASE(a_catalog_that_can_t_be_used_is_told_in_the_window)
{
    const TestWindow window(TestWindow::Changeable{"no database"});
    BOOST_TEST(window.shows("noticeBar"));
    BOOST_TEST(!window.shows("addPart"));
    BOOST_TEST(window.text("noticeText").startsWith(QStringLiteral("Your own catalog can't be used")));
    window.click("noticeClose");
    BOOST_TEST(!window.shows("noticeBar"));
    window.window().showTab(MainWindow::CatalogTab);
    BOOST_TEST(window.find<QTableView>("partTable")->model()->rowCount() > 500);
}

BOOST_AUTO_TEST_SUITE_END()
