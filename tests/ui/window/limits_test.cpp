// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields.h"
#include "ui/window/test_window.h"

#include <QCheckBox>
#include <QCompleter>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>

using namespace rigwright;

namespace {

struct Fixture : TestWindow {
    /// Opens the drop-down by keyboard and chooses its entries from the first on, each by Space.
    void chooseFirst(const char* field, int count) const
    {
        press(field, Qt::Key_Space);
        auto* menu = window().findChild<QMenu*>(QLatin1String(field) + QStringLiteral("Menu"));
        BOOST_REQUIRE(menu != nullptr);
        BOOST_REQUIRE(QTest::qWaitFor([menu] { return menu->isVisible(); }));
        for (int i = 0; i < count; ++i) {
            QTest::keyClick(menu, Qt::Key_Space);
            BOOST_TEST(menu->isVisible());
            QTest::keyClick(menu, Qt::Key_Down);
        }
        QTest::keyClick(menu, Qt::Key_Escape);
        BOOST_TEST(!menu->isVisible());
    }
    void addPart(const QString& words) const
    {
        auto* field = find<QLineEdit>("ownedPart");
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClicks(field, words);
        QTest::keyClick(field, Qt::Key_Return);
        QCoreApplication::processEvents();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(more_limits, Fixture)

BOOST_AUTO_TEST_CASE(they_stay_behind_a_link_until_somebody_wants_them)
{
    BOOST_TEST(!shows("circuit"));
    click("moreLimits");
    BOOST_TEST(shows("circuit"));
    BOOST_TEST(shows("ownedPart"));
    BOOST_TEST(!shows("circuitVolts"));
    BOOST_TEST(!requirement().circuit.has_value());
    BOOST_TEST(requirement().owned.empty());
}

BOOST_AUTO_TEST_CASE(a_circuit_is_chosen_from_the_usual_ones_or_typed)
{
    click("moreLimits");
    press("circuit", Qt::Key_Down);
    press("circuit", Qt::Key_Down);
    BOOST_TEST((requirement().circuit == WallCircuit{120, 20}));
    press("circuit", Qt::Key_End);
    enter("circuitVolts", QStringLiteral("208"));
    enter("circuitAmperes", QStringLiteral("30"));
    BOOST_TEST((requirement().circuit == WallCircuit{208, 30}));
    settle();
    reopen();
    BOOST_TEST((requirement().circuit == WallCircuit{208, 30}));
    BOOST_TEST(find<QPushButton>("moreLimits")->text().contains(QStringLiteral("1")));
}

BOOST_AUTO_TEST_CASE(several_objectives_are_chosen_by_keyboard_and_come_back)
{
    click("moreLimits");
    chooseFirst("objectives", 2);
    const std::vector expected{Objective::Power, Objective::Noise};
    BOOST_TEST((requirement().objectives == expected));
    BOOST_TEST(find<Choice>("objectives")->currentText() == QStringLiteral("power, noise"));
    settle();
    reopen();
    BOOST_TEST((requirement().objectives == expected));
}

BOOST_AUTO_TEST_CASE(board_sizes_are_those_of_the_catalog)
{
    click("moreLimits");
    chooseFirst("formFactors", 1);
    // The commonest size among desktop boards.
    BOOST_TEST((requirement().formFactors == std::vector<std::string>{"ATX"}));
    chooseFirst("formFactors", 1);
    BOOST_TEST(requirement().formFactors.empty());
}

BOOST_AUTO_TEST_CASE(parts_at_hand_are_found_by_words_and_counted)
{
    click("moreLimits");
    addPart(QStringLiteral("3090 24"));
    BOOST_REQUIRE(requirement().owned.size() == 1);
    const BuildLine first = requirement().owned.front();
    BOOST_TEST((first.category == PartCategory::Accelerator));
    BOOST_TEST(first.quantity == 1);
    addPart(QStringLiteral("3090 24"));
    BOOST_TEST(requirement().owned.size() == 1);
    BOOST_TEST(requirement().owned.front().quantity == 2);
    const QByteArray row = "owned_" + QByteArray::fromStdString(first.part.text());
    enter(row.constData(), QStringLiteral("3"));
    BOOST_TEST(requirement().owned.front().quantity == 3);
    settle();
    reopen();
    BOOST_REQUIRE(requirement().owned.size() == 1);
    BOOST_TEST((requirement().owned.front() == BuildLine{first.category, first.part, 3}));
    click("moreLimits");
    const QByteArray remove = "removeOwned_" + QByteArray::fromStdString(first.part.text());
    press(remove.constData(), Qt::Key_Space);
    QCoreApplication::processEvents();
    BOOST_TEST(requirement().owned.empty());
}

BOOST_AUTO_TEST_CASE(words_that_no_part_has_add_nothing)
{
    click("moreLimits");
    addPart(QStringLiteral("no such thing"));
    BOOST_TEST(requirement().owned.empty());
    BOOST_TEST(find<QLineEdit>("ownedPart")->property("invalid").toBool());
}

BOOST_AUTO_TEST_CASE(a_part_is_chosen_from_the_list_by_mouse)
{
    click("moreLimits");
    auto* field = find<QLineEdit>("ownedPart");
    QTest::mouseClick(field, Qt::LeftButton);
    QTest::keyClicks(field, QStringLiteral("ryzen 5 7600"));
    auto* list = qobject_cast<QListView*>(field->completer()->popup());
    BOOST_REQUIRE(QTest::qWaitFor([list] { return list->isVisible(); }));
    BOOST_REQUIRE(list->model()->rowCount() > 0);
    const QModelIndex first = list->model()->index(0, 0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(first).center());
    QCoreApplication::processEvents();
    BOOST_REQUIRE(requirement().owned.size() == 1);
    BOOST_TEST((requirement().owned.front().category == PartCategory::Cpu));
    BOOST_TEST(field->text() == QString());
}

BOOST_AUTO_TEST_CASE(unequal_cards_are_mixed_where_wanted)
{
    click("moreLimits");
    BOOST_TEST(!requirement().mixedCards);
    press("mixedCards", Qt::Key_Space);
    BOOST_TEST(requirement().mixedCards);
}

BOOST_AUTO_TEST_SUITE_END()
