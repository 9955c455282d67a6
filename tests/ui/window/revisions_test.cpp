// SPDX-License-Identifier: GPL-3.0-or-later
// States of a project that are kept and compared, and prices that the catalog has changed since.
#include "ui/catalog_page.h"
#include "ui/window/project_window.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

using namespace rigwright;

namespace {

/// With a catalog that can be changed.
struct PricedWindow : ProjectWindow {
    PricedWindow()
        : ProjectWindow(Changeable{})
    { }

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
    /// What the selected machine pays for one.
    [[nodiscard]] std::optional<Money> paidFor(const PartId& part) const
    {
        for (const PricedLine& priced : window().findChild<BuildsPage*>()->selectedBuild()->lines) {
            if (priced.line.part == part) {
                return priced.unitPrice;
            }
        }
        return std::nullopt;
    }
    /// An own price, by the form of the catalog's page.
    void quote(const PartId& part, const QString& dollars) const
    {
        window().showTab(MainWindow::CatalogTab);
        settle();
        auto* field = find<QLineEdit>("catalogSearch");
        field->clear();
        QTest::keyClicks(field, QString::fromStdString(part.text()));
        settle();
        auto* list = find<QTableView>("partTable");
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(0, 2)).center());
        BOOST_REQUIRE((find<CatalogPage>("catalogPage")->selectedPart()->id() == part));
        click("addPrice");
        QTest::keyClicks(find("priceAmount"), dollars);
        QTest::keyClicks(find("priceSource"), QStringLiteral("a friend"));
        QTest::keyClick(find("priceSource"), Qt::Key_Return);
        settle();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(repricing, PricedWindow)

BOOST_AUTO_TEST_CASE(a_project_keeps_its_prices_until_it_is_repriced)
{
    const PartId card = usedCard();
    const auto before = paidFor(card);
    save("lab.rigwright");
    trigger("newAction");
    settle();
    quote(card, QStringLiteral("7"));
    open("lab.rigwright");
    BOOST_TEST((paidFor(card) == before));
    BOOST_TEST(text("projectNoticeText").endsWith(QStringLiteral("; the catalog has changed 1 of them.")),
               text("projectNoticeText").toStdString());

    click("projectNoticeAction");
    const auto* table = find<QTableView>("priceDifferences");
    BOOST_REQUIRE(table->model()->rowCount() == 1);
    BOOST_TEST(table->model()->index(0, 1).data().toString() == QStringLiteral("costs less"));
    BOOST_TEST(table->model()->index(0, 3).data().toString() == QStringLiteral("$7.00"));
    click("repriceTake");
    settle();
    BOOST_TEST((paidFor(card) == Money(700, Currency::usd())));
    BOOST_TEST(!shows("projectNoticeText"));
    BOOST_TEST(undoText() == QStringLiteral("&Undo: Re-price"));
    BOOST_TEST(window().isWindowModified());
    trigger("undoAction");
    settle();
    BOOST_TEST((paidFor(card) == before));
    BOOST_TEST(!window().isWindowModified());
}

BOOST_AUTO_TEST_CASE(a_project_that_is_not_saved_follows_the_catalog)
{
    const PartId card = usedCard();
    quote(card, QStringLiteral("7"));
    window().showTab(MainWindow::Builds);
    settle();
    BOOST_TEST((paidFor(card) == Money(700, Currency::usd())));
    BOOST_TEST(!shows("projectNoticeText"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(revisions, ProjectWindow)

BOOST_AUTO_TEST_CASE(two_revisions_are_kept_compared_and_written)
{
    const auto keep = [this](const QString& why, const QString& who) {
        trigger("newRevisionAction");
        QTest::keyClicks(find("revisionNote"), why);
        if (!who.isEmpty()) {
            QTest::keyClicks(find("revisionAuthor"), who);
        }
        click("revisionTake");
        settle();
    };
    keep(QStringLiteral("First offer"), QStringLiteral("Ann"));
    BOOST_TEST(undoText() == QStringLiteral("&Undo: Revision 1"));
    selectAnother();
    keep(QStringLiteral("More memory"), {});
    BOOST_REQUIRE(project().revisions.size() == 2U);
    BOOST_TEST(project().revisions.back().author == "Ann");

    trigger("revisionsAction");
    BOOST_TEST(find<QTableView>("revisionList")->model()->rowCount() == 2);
    find<QComboBox>("revisionBefore")->setFocus();
    QTest::keyClick(find("revisionBefore"), Qt::Key_Home);
    const auto* changes = find<QTableView>("revisionChanges");
    BOOST_TEST(changes->model()->rowCount() > 0);
    BOOST_TEST(text("revisionSum").startsWith(QStringLiteral("Before tax: ")),
               text("revisionSum").toStdString());
    choose(file("changes.csv"));
    click("revisionsClose");
    BOOST_TEST(!project().revisions.empty());
    trigger("undoAction");
    settle();
    BOOST_TEST(project().revisions.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
