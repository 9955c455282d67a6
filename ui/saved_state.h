// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/requirement.h"
#include "ui/theme.h"

#include <QSettings>

#include <optional>

namespace rigwright {

void saveRequirement(QSettings& settings, const Requirement& requirement);
/// Nothing where none was saved. What can't be read keeps the value of `fallback`.
[[nodiscard]] std::optional<Requirement> savedRequirement(const QSettings& settings,
                                                          const Requirement& fallback);

/// Where the models that the user brought along came from.
void saveImports(QSettings& settings, const QStringList& origins);
[[nodiscard]] QStringList savedImports(const QSettings& settings);

/// "system", "light", "dark"
[[nodiscard]] QString appearanceName(Appearance appearance);
[[nodiscard]] std::optional<Appearance> parseAppearance(const QString& name);

} // namespace rigwright
