// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

// What the window calls the tables of parts and their columns, in its language.
namespace rigwright {

/// "Power supplies" for "power_supplies"; the name itself where there is none.
[[nodiscard]] QString tableText(std::string_view table);

struct ColumnWords {
    QString label; ///< "Bandwidth"
    QString unit;  ///< "GB/s"; empty: none
};

/// Of a column of the tables of parts; one that has no words yet keeps its name, with blanks.
[[nodiscard]] ColumnWords columnWords(std::string_view column);
/// "Bandwidth, GB/s"
[[nodiscard]] QString columnText(std::string_view column);

} // namespace rigwright
