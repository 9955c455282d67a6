// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/change.h"
#include "facts/catalog.h"

#include <QStringList>

namespace rigwright {

/// "Board: B650 → X670E", "Memory: without 2 × …", in the language of the window.
[[nodiscard]] QString partChangeText(const Catalog& catalog, const PartChange& change);
/// "Context: 32,768 → 16,384 tokens"
[[nodiscard]] QString settingChangeText(const SettingChange& change);
/// What a set changes: "Board, Memory", "KV cache".
[[nodiscard]] QString changeTitle(const ChangeSet& set);
/// One text a change, without what it is about: "B650 → X670E"; in the order of the title.
[[nodiscard]] QStringList changeBodies(const Catalog& catalog, const ChangeSet& set);
/// One text a change: parts first.
[[nodiscard]] QStringList changeTexts(const Catalog& catalog, const ChangeSet& set);
/// "2 × GeForce RTX 3090"
[[nodiscard]] QString lineText(const Catalog& catalog, const BuildLine& line);
/// "+$120", "−$35", "$0"
[[nodiscard]] QString differenceText(const Money& difference);
/// "1.4 ×", "as fast"; empty: unknown
[[nodiscard]] QString speedRatioText(std::optional<double> ratio);

} // namespace rigwright
