// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/requirement.h"

class QSettings;

namespace rigwright {

/// Circuit, board sizes, objectives, parts at hand and unequal cards, in the group "requirement" that is open.
void writeMoreLimits(QSettings& settings, const Requirement& requirement);
/// What can't be read stays as it is; outside of every group.
void readMoreLimits(const QSettings& settings, Requirement& requirement);

} // namespace rigwright
