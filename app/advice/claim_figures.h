// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/claim.h"

#include <string>

// Figures of claims as text: no locale, point as decimal mark.
namespace rigwright {

/// "13.4", "128,445": three figures below a thousand, whole above.
[[nodiscard]] std::string figureText(double value);
/// "13.4–15.1", or one figure where both ends read the same.
[[nodiscard]] std::string figureRange(double low, double high);
/// "1.4 times", "120 times"; two decimals where one would say "1.0".
[[nodiscard]] std::string factorText(double factor);
/// "5–15 tokens/s"; times below a second in ms or µs.
[[nodiscard]] std::string figuresWithUnit(double low, double high, ClaimUnit unit);
/// "5–15 tokens/s", "≥ 12 GiB", "≤ 0.5 s"
[[nodiscard]] std::string claimedText(const Claim& claim);

} // namespace rigwright
