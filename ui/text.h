// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search.h"
#include "facts/catalog.h"
#include "sizing/workload.h"
#include "speed/estimate.h"
#include "units/finding.h"

#include <QString>

// All text that the window makes of values: in the language and number format of the default QLocale, which follows the
// language of the window. Widgets call it again on LanguageChange.
namespace rigwright {

/// "$1,934": whole units from 100 on, with decimals below.
[[nodiscard]] QString moneyText(const Money& amount);
/// "$1,934.00": all decimals of the currency.
[[nodiscard]] QString exactMoneyText(const Money& amount);
/// "$0.18", "$1.006": as many decimals as the rate has, two at least, at most three.
[[nodiscard]] QString moneyRateText(const MoneyRate& rate);

[[nodiscard]] QString countText(std::int64_t count);
/// Exact up to a million, then "3.4 billion", "34 亿".
[[nodiscard]] QString roundCountText(std::int64_t count);
/// "22.1": GiB without the unit, one decimal below 1000.
[[nodiscard]] QString gibText(Bytes amount);
/// "22.1 GiB"
[[nodiscard]] QString memoryText(Bytes amount);
/// Capacities without needless decimals: "24 GiB".
[[nodiscard]] QString capacityText(Bytes amount);
/// "2 TB", "960 GB": for disks.
[[nodiscard]] QString diskText(Bytes amount);
/// "31" from 10 on, "4.2" below, "0.04" below 1, "0".
[[nodiscard]] QString rateText(double perSecond);
/// "27–36", without the unit; one figure where both ends read the same.
[[nodiscard]] QString rangeText(const Range<TokensPerSecond>& range);
/// "27–36 tokens/s"
[[nodiscard]] QString speedText(const Range<TokensPerSecond>& range);
/// "530 W", "1.44 kW" from 10 kW on.
[[nodiscard]] QString wattsText(Watts power);
/// "0.8 s", "120 ms"
[[nodiscard]] QString secondsText(Seconds time);
/// "0.4–0.6 s", "10–12 ms"
[[nodiscard]] QString secondsRangeText(const Range<Seconds>& range);
/// "32.8 B parameters", "328 亿参数"
[[nodiscard]] QString parametersText(std::int64_t count);
/// "8k", "1M": token counts on axes.
[[nodiscard]] QString shortTokensText(std::int64_t tokens);

[[nodiscard]] QString dateText(const Date& date);
/// "4 months old", "today"
[[nodiscard]] QString ageText(const Date& from, const Date& today);
[[nodiscard]] QString ageText(int days);
/// "prices 4 months old"
[[nodiscard]] QString priceAgeText(const Date& from, const Date& today);

[[nodiscard]] QString boundText(Bound bound);
[[nodiscard]] QString categoryText(PartCategory category);
[[nodiscard]] QString pricingModelText(PricingModel model);
[[nodiscard]] QString priceKindText(PriceKind kind);
[[nodiscard]] QString verificationText(Verification state);
[[nodiscard]] QString severityText(Severity severity);
[[nodiscard]] QString workloadText(WorkloadKind kind);
/// The label of the format, with what is a word of it in the language of the window.
[[nodiscard]] QString weightsText(WeightFormat format);
[[nodiscard]] QString optimizerText(Optimizer optimizer);
[[nodiscard]] QString recomputeText(Recompute recompute);
[[nodiscard]] QString lossText(LossMode loss);
[[nodiscard]] QString loraTargetsText(LoraTargets targets);
[[nodiscard]] QString enclosureText(Enclosure enclosure);
/// "power", "noise": what machines may be ranked by.
[[nodiscard]] QString objectiveText(Objective objective);
[[nodiscard]] QString vendorText(AcceleratorVendor vendor);

/// The text of the Qt-free libraries in the language of the window, with its figures filled in.
[[nodiscard]] QString findingText(const Finding& finding);
[[nodiscard]] QString exclusionText(const Exclusion& exclusion);
/// A text of context "Limit".
[[nodiscard]] QString limitText(const std::string& text,
                                const std::vector<std::pair<std::string, std::string>>& evidence);
/// A text of context "Costs".
[[nodiscard]] QString costsText(const std::string& text,
                                const std::vector<std::pair<std::string, std::string>>& evidence);

} // namespace rigwright
