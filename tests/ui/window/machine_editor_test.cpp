// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine_editor.h"

#include "ui/builds_page.h"
#include "ui/cell_delegate.h"
#include "ui/compare_page.h"
#include "ui/exchange_model.h"
#include "ui/machine_lines_model.h"
#include "ui/window/test_window.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

#include <algorithm>

using namespace rigwright;

namespace {

/// The editor on the machine that is recommended.
struct EditorWindow : TestWindow {
    EditorWindow()
    {
        window().showTab(MainWindow::Builds);
        settle();
    }
    void openRecommended() const
    {
        click("editMachine");
        settle();
    }
    void openNew() const
    {
        window().showTab(MainWindow::Compare);
        trigger("newMachine");
        settle();
    }
    [[nodiscard]] MachineEditor& editor() const { return *find<MachineEditor>("machineEditor"); }
    [[nodiscard]] bool isOpen() const
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return shows("machineEditor");
    }
    [[nodiscard]] QTableView* lines() const { return find<QTableView>("machineLines"); }
    [[nodiscard]] QTableView* parts() const { return find<QTableView>("exchangeTable"); }
    static void clickCell(QTableView* view, int row, int column)
    {
        const QModelIndex index = view->model()->index(row, column);
        view->scrollTo(index);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    }
    /// Chooses the line of a category.
    void chooseLine(PartCategory category) const
    {
        const std::vector<BuildLine>& all = editor().build().lines;
        const auto found = std::ranges::find(all, category, &BuildLine::category);
        BOOST_REQUIRE((found != all.end()));
        clickCell(lines(), static_cast<int>(found - all.begin()), MachineLinesModel::Part);
        settle();
    }
    /// The first row of the parts that goes with the rest, or that doesn't, and isn't the one there already.
    [[nodiscard]] int otherPart(bool fitting) const
    {
        for (int row = 0; row < parts()->model()->rowCount(); ++row) {
            const QModelIndex index = parts()->model()->index(row, 0);
            const bool there = index.data(kIdRole).toString() == partOfLine();
            if (!there && index.data(kMutedRole).toBool() != fitting) {
                return row;
            }
        }
        BOOST_FAIL("no such part");
        return -1;
    }
    [[nodiscard]] QString partOfLine() const
    {
        const int row = lines()->currentIndex().row();
        return QString::fromStdString(editor().build().lines.at(static_cast<std::size_t>(row)).part.text());
    }
    void search(const QString& words) const
    {
        QTest::mouseClick(find("exchangeWords"), Qt::LeftButton);
        QTest::keyClick(find("exchangeWords"), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(find("exchangeWords"), words);
    }
    [[nodiscard]] QString findings() const
    {
        const auto* view = find<QTableView>("machineFindings");
        QStringList sentences;
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            sentences.append(view->model()->index(row, 1).data().toString());
        }
        return sentences.join(QLatin1Char('|'));
    }
    [[nodiscard]] std::vector<SavedMachine> kept() const { return readMachineSet(machines())->machines; }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(machine_editor, EditorWindow)

BOOST_AUTO_TEST_CASE(it_opens_on_the_machine_selected_in_builds)
{
    const auto selected = window().findChild<BuildsPage*>()->selectedBuild();
    openRecommended();
    BOOST_TEST((editor().build() == selected->build));
    BOOST_TEST(find<QLineEdit>("editedName")->text().toStdString() == selected->title);
    BOOST_TEST(text("machineFigures").contains(QString::fromStdString(selected->title)));
    QTest::keyClick(&editor(), Qt::Key_Escape);
    BOOST_TEST(!isOpen());
}

BOOST_AUTO_TEST_CASE(a_part_that_breaks_a_rule_is_muted_with_the_reason_and_found_below_once_used)
{
    openRecommended();
    chooseLine(PartCategory::PowerSupply);
    const int row = otherPart(false);
    const QModelIndex reason = parts()->model()->index(row, ExchangeModel::Verdict);
    const QString why = reason.data().toString();
    BOOST_TEST(!why.isEmpty());
    BOOST_TEST(!findings().contains(why));
    clickCell(parts(), row, ExchangeModel::Part);
    click("useExchange");
    settle();
    BOOST_TEST(findings().contains(why), findings().toStdString() << " lacks " << why.toStdString());
    click("undoEdit");
    settle();
    BOOST_TEST(!findings().contains(why));
}

BOOST_AUTO_TEST_CASE(a_part_is_exchanged_by_keys_and_the_price_follows)
{
    openRecommended();
    chooseLine(PartCategory::Storage);
    const QString before = partOfLine();
    const QString figures = text("machineFigures");
    const int row = otherPart(true);
    const QString wanted = parts()->model()->index(row, 0).data(kIdRole).toString();
    search(wanted);
    QTest::keyClick(find("exchangeWords"), Qt::Key_Return);
    parts()->setCurrentIndex(parts()->model()->index(0, 0));
    QTest::keyClick(parts(), Qt::Key_Return);
    settle();
    BOOST_TEST(partOfLine() == wanted);
    BOOST_TEST(text("machineFigures") != figures);
    QTest::keyClick(lines(), Qt::Key_Z, Qt::ControlModifier);
    settle();
    BOOST_TEST(partOfLine() == before);
    BOOST_TEST(text("machineFigures") == figures);
}

BOOST_AUTO_TEST_CASE(the_number_of_a_part_counts)
{
    openRecommended();
    chooseLine(PartCategory::Accelerator);
    auto* number = find<QSpinBox>("lineQuantity");
    number->setFocus();
    QTest::keyClick(number, Qt::Key_Up);
    settle();
    const auto& all = editor().build().lines;
    const auto cards = std::ranges::find(all, PartCategory::Accelerator, &BuildLine::category);
    BOOST_TEST(cards->quantity == number->value());
    BOOST_TEST(number->value() > 1);
    BOOST_TEST(text("machineFigures").contains(QString::number(number->value())));
}

BOOST_AUTO_TEST_CASE(a_power_cap_is_part_of_the_machine)
{
    openRecommended();
    auto* cap = find<QSpinBox>("powerCap");
    auto* field = cap->findChild<QLineEdit*>();
    QTest::mouseClick(field, Qt::LeftButton);
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, QStringLiteral("300"));
    QTest::keyClick(field, Qt::Key_Tab);
    settle();
    BOOST_REQUIRE(editor().build().powerCap.has_value());
    BOOST_TEST(editor().build().powerCap->value() == 300.0);
    click("saveEditedAs");
    settle();
    BOOST_REQUIRE(kept().size() == 1U);
    BOOST_TEST((kept().front().build.powerCap == Watts(300)));
}

BOOST_AUTO_TEST_CASE(lines_are_removed_and_added)
{
    openRecommended();
    const std::size_t count = editor().build().lines.size();
    chooseLine(PartCategory::Storage);
    QTest::keyClick(lines(), Qt::Key_Delete);
    settle();
    BOOST_TEST(editor().build().lines.size() == count - 1);
    trigger("addLine_storage");
    settle();
    clickCell(parts(), 0, ExchangeModel::Part);
    QTest::keyClick(parts(), Qt::Key_Return);
    settle();
    BOOST_TEST(editor().build().lines.size() == count);
    BOOST_TEST((editor().build().lines.back().category == PartCategory::Storage));
}

BOOST_AUTO_TEST_CASE(a_machine_from_scratch_is_put_together_and_kept)
{
    openNew();
    BOOST_TEST(!find<QPushButton>("addLine")->text().isEmpty());
    trigger("addLine_accelerator");
    settle();
    search(QStringLiteral("rtx-4090"));
    clickCell(parts(), 0, ExchangeModel::Part);
    click("useExchange");
    settle();
    BOOST_REQUIRE(editor().build().lines.size() == 1U);
    find<QLineEdit>("editedName")->setText({});
    QTest::keyClicks(find("editedName"), QStringLiteral("Bare card"));
    click("saveEditedAs");
    settle();
    BOOST_TEST(!isOpen());
    BOOST_REQUIRE(kept().size() == 1U);
    BOOST_TEST(kept().front().name == "Bare card");
}

BOOST_AUTO_TEST_CASE(a_saved_machine_is_edited_in_its_place_or_kept_as_another)
{
    openRecommended();
    click("saveEditedAs");
    settle();
    window().showTab(MainWindow::Compare);
    settle();
    auto* list = find<QTableView>("machineList");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    settle();
    chooseLine(PartCategory::Storage);
    QTest::keyClick(lines(), Qt::Key_Delete);
    settle();
    click("saveEdited");
    settle();
    BOOST_REQUIRE(kept().size() == 1U);
    const std::size_t count = kept().front().build.lines.size();
    BOOST_TEST(std::ranges::count(kept().front().build.lines, PartCategory::Storage, &BuildLine::category) ==
               0);
    QTest::keyClick(list, Qt::Key_Return);
    settle();
    chooseLine(PartCategory::Case);
    QTest::keyClick(lines(), Qt::Key_Delete);
    settle();
    click("saveEditedAs");
    settle();
    BOOST_REQUIRE(kept().size() == 2U);
    BOOST_TEST(kept().front().build.lines.size() == count);
    BOOST_TEST(kept().back().build.lines.size() == count - 1);
}

BOOST_AUTO_TEST_CASE(changes_are_not_left_behind_unasked)
{
    openRecommended();
    chooseLine(PartCategory::Case);
    QTest::keyClick(lines(), Qt::Key_Delete);
    settle();
    QTest::keyClick(&editor(), Qt::Key_Escape);
    auto* box = find<QMessageBox>("leaveMachine");
    QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
    BOOST_TEST(isOpen());
    QTest::keyClick(&editor(), Qt::Key_Escape);
    box = find<QMessageBox>("leaveMachine");
    QTest::mouseClick(box->button(QMessageBox::Discard), Qt::LeftButton);
    BOOST_TEST(!isOpen());
    BOOST_TEST(kept().empty());
}

BOOST_AUTO_TEST_CASE(this_computer_opens_in_the_editor)
{
    window().showTab(MainWindow::Compare);
    trigger("detectMachine");
    settle();
    BOOST_TEST(isOpen());
    BOOST_TEST(find<QLineEdit>("editedName")->text() == QStringLiteral("This computer"));
}

BOOST_AUTO_TEST_SUITE_END()
