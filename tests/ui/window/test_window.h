// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog_library.h"
#include "ui/main_window.h"
#include "ui/session.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <memory>
#include <ostream>

inline std::ostream& boost_test_print_type(std::ostream& out, const QString& text)
{
    return out << text.toStdString();
}

namespace rigwright {

/// The program's own window on the shipped catalog, with settings of its own, driven by mouse and keys alone.
class TestWindow {
public:
    TestWindow();
    /// With a catalog that can be changed: the user's own is a file in a folder of the test.
    struct Changeable {
        QByteArray overlay; ///< what that file holds at first; empty: there is none
    };
    explicit TestWindow(const Changeable& changeable);

    /// The widget of this name, which must be there, visible and enabled.
    template <class Widget = QWidget>
    [[nodiscard]] Widget* find(const char* objectName) const
    {
        auto* found = window_->findChild<Widget*>(QString::fromLatin1(objectName));
        BOOST_REQUIRE_MESSAGE(found != nullptr, "no widget " << objectName);
        BOOST_REQUIRE_MESSAGE(found->isVisible(), objectName << " is hidden");
        BOOST_REQUIRE_MESSAGE(found->isEnabled(), objectName << " is disabled");
        return found;
    }
    [[nodiscard]] bool shows(const char* objectName) const;

    void click(const char* objectName) const;
    void press(const char* objectName, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const;
    /// Clicks into a field, replaces what it holds and leaves it by Return.
    void enter(const char* objectName, const QString& text) const;
    /// An action of the menus, which must be enabled.
    void trigger(const char* actionName) const;
    /// Chooses an entry of a combo box by its first letters, as one types them.
    void choose(const char* objectName, const QString& text) const;

    /// Until every part shows the answer to what was asked last.
    void settle() const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString text(const char* labelName) const;
    [[nodiscard]] Requirement requirement() const;
    [[nodiscard]] MainWindow& window() const { return *window_; }
    [[nodiscard]] Session& session() { return session_; }

    /// Closes the window and opens another one on the same settings.
    void reopen();
    /// Where the window keeps the user's machines.
    [[nodiscard]] std::filesystem::path machines() const;
    /// The user's own catalog, where it can be changed.
    [[nodiscard]] std::filesystem::path overlay() const;

private:
    TestWindow(bool changeable, const QByteArray& overlay);
    void open();
    [[nodiscard]] std::unique_ptr<CatalogLibrary> makeLibrary() const;

    QTemporaryDir folder_;
    QSettings settings_;
    Session session_;
    bool changeable_;
    std::shared_ptr<const Catalog> catalog_;
    std::unique_ptr<MainWindow> window_;
};

[[nodiscard]] std::shared_ptr<const Catalog> shippedCatalog();
/// The shipped catalog with the cards and boards of desktop machines alone: a search takes a moment.
[[nodiscard]] std::shared_ptr<const Catalog> desktopCatalog();

} // namespace rigwright
