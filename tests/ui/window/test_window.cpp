// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/test_window.h"

#include "catalog/catalog_database.h"
#include "ui/requirement_panel.h"
#include "ui/verdict_bar.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

namespace rigwright {

namespace {
constexpr int kLongestSearchMs = 30'000;
} // namespace

std::shared_ptr<const Catalog> shippedCatalog()
{
    auto catalog =
        findCatalog().and_then([](const std::filesystem::path& path) { return readCatalog(path); });
    BOOST_REQUIRE_MESSAGE(catalog.has_value(), (catalog ? "" : catalog.error().message));
    return std::make_shared<const Catalog>(std::move(*catalog));
}

std::shared_ptr<const Catalog> desktopCatalog()
{
    Catalog catalog = *shippedCatalog();
    std::erase_if(catalog.accelerators,
                  [](const Accelerator& card) { return card.segment != Segment::Consumer; });
    std::erase_if(catalog.cpus, [](const Cpu& cpu) { return cpu.socket != "AM5"; });
    std::erase_if(catalog.boards, [](const Board& board) { return board.socket != "AM5"; });
    std::erase_if(catalog.memory, [](const MemoryKit& kit) { return kit.moduleType != "UDIMM"; });
    catalog.systems.clear();
    return std::make_shared<const Catalog>(std::move(catalog));
}

TestWindow::TestWindow()
    : settings_(folder_.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
    , session_(*qApp, settings_)
    , catalog_(desktopCatalog())
{
    session_.setLanguage(QStringLiteral("en"));
    session_.setAppearance(Appearance::Light);
    open();
}

void TestWindow::open()
{
    window_ = std::make_unique<MainWindow>(catalog_, session_, Date{2026, 11, 21});
    window_->show();
    window_->activateWindow();
    BOOST_REQUIRE(QTest::qWaitForWindowActive(window_.get()));
    settle();
}

void TestWindow::reopen()
{
    window_->close();
    open();
}

bool TestWindow::shows(const char* objectName) const
{
    const auto* found = window_->findChild<QWidget*>(QString::fromLatin1(objectName));
    return found != nullptr && found->isVisible();
}

void TestWindow::click(const char* objectName) const
{
    QTest::mouseClick(find(objectName), Qt::LeftButton);
}

void TestWindow::press(const char* objectName, Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QWidget* target = find(objectName);
    target->setFocus();
    QTest::keyClick(target, key, modifiers);
}

void TestWindow::enter(const char* objectName, const QString& text) const
{
    QWidget* field = find(objectName);
    auto* line = field->findChild<QLineEdit*>();
    BOOST_REQUIRE(line != nullptr);
    QTest::mouseClick(line, Qt::LeftButton);
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Return);
}

void TestWindow::trigger(const char* actionName) const
{
    auto* action = window_->findChild<QAction*>(QString::fromLatin1(actionName));
    BOOST_REQUIRE_MESSAGE(action != nullptr, "no action " << actionName);
    BOOST_REQUIRE_MESSAGE(action->isEnabled() && action->isVisible(), actionName << " can't be chosen");
    action->trigger();
}

void TestWindow::choose(const char* objectName, const QString& text) const
{
    auto* box = find<QComboBox>(objectName);
    box->setFocus();
    QTest::keyClicks(box, text);
    BOOST_TEST(box->currentText().startsWith(text, Qt::CaseInsensitive));
}

void TestWindow::settle() const
{
    QCoreApplication::processEvents();
    BOOST_REQUIRE(QTest::qWaitFor(
        [this] { return window_->isSettled() && window_->findChild<VerdictBar*>()->sentence() != QString(); },
        kLongestSearchMs));
    QCoreApplication::processEvents();
}

QString TestWindow::sentence() const
{
    return window_->findChild<VerdictBar*>()->sentence();
}

QString TestWindow::text(const char* labelName) const
{
    return find<QLabel>(labelName)->text();
}

Requirement TestWindow::requirement() const
{
    return window_->findChild<RequirementPanel*>()->requirement();
}

} // namespace rigwright
