// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QTranslator>

class QApplication;
class QSettings;

namespace rigwright {

/// What belongs to the application and not to one window: its language and its appearance, which settings keep.
class Session {
public:
    Session(QApplication& application, QSettings& settings);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// "en" or "zh_CN"; anything else is English. Widgets get a LanguageChange.
    void setLanguage(const QString& language);
    [[nodiscard]] QString language() const { return language_; }
    void setAppearance(Appearance appearance);
    [[nodiscard]] Appearance appearance() const { return appearance_; }
    /// For the next start: a choice in the menus counts for good, an option of the command line once.
    void remember();
    [[nodiscard]] QSettings& settings() const { return settings_; }

private:
    void useFonts();

    QApplication& application_;
    QSettings& settings_;
    QPalette systemPalette_;
    QTranslator own_;
    QTranslator ofQt_;
    QString language_;
    Appearance appearance_ = Appearance::System;
};

/// The language to start with: the saved one, else the system's where the program speaks it, else English.
[[nodiscard]] QString initialLanguage(const QSettings& settings);

} // namespace rigwright
