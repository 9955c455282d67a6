// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace rigwright {

/// The language for the time of a test.
class Speaking {
public:
    explicit Speaking(const QString& language)
        : settings_(folder_.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
        , session_(*qApp, settings_)
    {
        session_.setLanguage(language);
    }

private:
    QTemporaryDir folder_;
    QSettings settings_;
    Session session_;
};

} // namespace rigwright
