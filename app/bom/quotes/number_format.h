// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/date.h"

#include <optional>
#include <string>
#include <string_view>

namespace rigwright {

/// How a workbook shows a number: what tells a day or a share from an amount.
struct NumberFormat {
    bool isDay = false;
    bool isPercent = false;
    std::string literal = {}; ///< shown beside the number, without blanks
};

/// Of a format code such as `[$€-407] #,##0.00`.
[[nodiscard]] NumberFormat parseNumberFormat(std::string_view code);
/// Of a format that workbooks name by its number alone (ECMA-376, part 1, 18.8.30).
[[nodiscard]] NumberFormat builtInNumberFormat(int id);

/// The day of a serial number, which counts from 1900 or, in workbooks that began on old Macs, from 1904. Nothing beyond what
/// spreadsheets know, and for 29 February 1900, which they alone know.
[[nodiscard]] std::optional<Date> dayOfSerial(double serial, bool from1904);

} // namespace rigwright
