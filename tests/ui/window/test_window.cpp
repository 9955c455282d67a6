// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/test_window.h"

#include "catalog/catalog_database.h"
#include "catalog/catalog_store.h"
#include "ui/requirement_panel.h"
#include "ui/verdict_bar.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
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

namespace {

std::shared_ptr<const Catalog> desktopPartOf(Catalog catalog)
{
    std::erase_if(catalog.accelerators,
                  [](const Accelerator& card) { return card.segment != Segment::Consumer; });
    std::erase_if(catalog.cpus, [](const Cpu& cpu) { return cpu.socket != "AM5"; });
    std::erase_if(catalog.boards, [](const Board& board) { return board.socket != "AM5"; });
    std::erase_if(catalog.memory, [](const MemoryKit& kit) { return kit.moduleType != "UDIMM"; });
    catalog.systems.clear();
    return std::make_shared<const Catalog>(std::move(catalog));
}

/// Both databases; machines are looked for among the parts of desktop machines alone.
class DesktopStore : public StoredCatalog {
public:
    using StoredCatalog::StoredCatalog;
    [[nodiscard]] Expected<std::shared_ptr<const CatalogView>> read() override
    {
        return StoredCatalog::read().map([](const std::shared_ptr<const CatalogView>& all) {
            auto view = std::make_shared<CatalogView>(*all);
            view->catalog = desktopPartOf(*all->catalog);
            return std::shared_ptr<const CatalogView>(view);
        });
    }
};

} // namespace

std::shared_ptr<const Catalog> desktopCatalog()
{
    return desktopPartOf(*shippedCatalog());
}

TestWindow::TestWindow()
    : TestWindow(false, {})
{ }

TestWindow::TestWindow(const Changeable& changeable)
    : TestWindow(true, changeable.overlay)
{ }

TestWindow::TestWindow(bool changeable, const QByteArray& overlay)
    : settings_(folder_.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
    , session_(*qApp, settings_)
    , changeable_(changeable)
    , catalog_(changeable ? nullptr : desktopCatalog())
{
    session_.setLanguage(QStringLiteral("en"));
    session_.setAppearance(Appearance::Light);
    if (!overlay.isEmpty()) {
        QFile file(folder_.filePath(QStringLiteral("catalog.sqlite")));
        BOOST_REQUIRE(file.open(QIODevice::WriteOnly) && file.write(overlay) == overlay.size());
    }
    open();
}

std::filesystem::path TestWindow::overlay() const
{
    return folder_.filePath(QStringLiteral("catalog.sqlite")).toStdString();
}

std::filesystem::path TestWindow::machines() const
{
    return folder_.filePath(QStringLiteral("machines.json")).toStdString();
}

std::unique_ptr<CatalogLibrary> TestWindow::makeLibrary() const
{
    if (!changeable_) {
        return CatalogLibrary::fixed(catalog_);
    }
    auto store = CatalogStore::open(*findCatalog(), overlay());
    BOOST_REQUIRE_MESSAGE(store.has_value(), (store ? "" : store.error().message));
    auto library = CatalogLibrary::open(std::make_unique<DesktopStore>(std::move(*store)));
    BOOST_REQUIRE_MESSAGE(library.has_value(), (library ? "" : library.error().message));
    return std::move(*library);
}

void TestWindow::open()
{
    window_ = std::make_unique<MainWindow>(makeLibrary(), session_, Date{2026, 11, 21}, machines());
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
