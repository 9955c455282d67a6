// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/date.h"
#include "units/error.h"
#include "units/money.h"
#include "units/share.h"

#include <QString>

// What somebody types into a field of text.
namespace rigwright {

/// What was meant, or what was expected instead, in the language of the window.
template <class T>
using Typed = tl::expected<T, QString>;

[[nodiscard]] Typed<int> typedWhole(const QString& typed, int least, int most);
/// Per cent, with or without its sign.
[[nodiscard]] Typed<Share> typedPercent(const QString& typed, Share most);
/// An amount that isn't negative.
[[nodiscard]] Typed<Money> typedAmount(const QString& typed, Currency currency);
[[nodiscard]] Typed<Date> typedDay(const QString& typed);

} // namespace rigwright
