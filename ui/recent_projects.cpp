// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recent_projects.h"

#include <QFileInfo>
#include <QSettings>

namespace rigwright {

namespace {
constexpr auto kRecentKey = "projects/recent";
constexpr qsizetype kMostRecent = 8;
} // namespace

QStringList recentProjects(QSettings& settings)
{
    const QStringList all = settings.value(QLatin1String(kRecentKey)).toStringList();
    QStringList there;
    for (const QString& path : all) {
        if (QFileInfo::exists(path)) {
            there << path;
        }
    }
    if (there != all) {
        settings.setValue(QLatin1String(kRecentKey), there);
    }
    return there;
}

void noteRecentProject(QSettings& settings, const QString& path)
{
    QStringList all = settings.value(QLatin1String(kRecentKey)).toStringList();
    all.removeAll(path);
    all.prepend(path);
    settings.setValue(QLatin1String(kRecentKey), all.mid(0, kMostRecent));
}

} // namespace rigwright
