// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QSettings;

namespace rigwright {

/// Files of projects that were opened or saved, the latest first. Those that are gone are forgotten.
[[nodiscard]] QStringList recentProjects(QSettings& settings);
void noteRecentProject(QSettings& settings, const QString& path);

} // namespace rigwright
