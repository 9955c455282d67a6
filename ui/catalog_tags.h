// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/part_entry.h"
#include "ui/cell_delegate.h"

#include <QString>

#include <optional>

namespace rigwright {

/// How far a figure can be trusted, as a tag.
[[nodiscard]] CellTag verificationTag(Verification state);
/// Nothing for a word that is no state.
[[nodiscard]] std::optional<Verification> verificationOf(const PartEntry& part);

/// The one tag that a list has room for: what matters most of the part.
[[nodiscard]] CellTags chiefTag(const PartEntry& part);
/// What is to say of a part: how far its figures can be trusted, and what of it is the user's or is missing.
[[nodiscard]] CellTags stateTags(const PartEntry& part);
/// The same in sentences.
[[nodiscard]] QString stateTip(const PartEntry& part);
/// "Proposed in no machine until these are known: Memory channels, Socket"; empty: complete.
[[nodiscard]] QString missingText(const PartEntry& part);

} // namespace rigwright
