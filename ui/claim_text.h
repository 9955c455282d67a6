// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/claim_check.h"
#include "ui/tag.h"

#include <QString>

// Text that the window makes of claims and their checks, in its language.
namespace rigwright {

[[nodiscard]] QString claimText(const Claim& claim);
/// "5–15 tokens/s"; times below a second in ms or µs.
[[nodiscard]] QString claimFigures(double low, double high, ClaimUnit unit);
/// "≥ 12 GiB"
[[nodiscard]] QString claimedFigures(const Claim& claim);
/// Whether figures stand with their unit, or below a head that they share with the claim's.
enum class WithUnit { Yes, No };
/// An en dash where there is no estimate.
[[nodiscard]] QString oursFigures(const ClaimCheck& check, WithUnit unit = WithUnit::Yes);
/// "≈ 31.8 tokens/s" for a near scenario; an en dash where nobody measured.
[[nodiscard]] QString measuredFigures(const Claim& claim, WithUnit unit = WithUnit::Yes);
[[nodiscard]] QString verdictWord(ClaimVerdict verdict);
/// "too low, 7.6×"
[[nodiscard]] QString verdictText(const ClaimCheck& check);
[[nodiscard]] TagKind verdictTag(ClaimVerdict verdict);
/// The reason; for an open claim the remark that says what is open.
[[nodiscard]] QString claimReason(const ClaimCheck& check);
[[nodiscard]] QString claimRemark(const Claim& claim);
[[nodiscard]] QString claimsText(const ClaimText& text);

} // namespace rigwright
