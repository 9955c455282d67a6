// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/quotes/filled_sheet.h"
#include "bom/quotes/request_form.h"
#include "units/error.h"

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace rigwright {

/// What was filled in above the lines.
struct FilledField {
    std::size_t row = 1;
    FilledCell cell;
};

/// The form in a spreadsheet, found by its keys.
struct FilledForm {
    FilledSheet sheet;
    std::map<FormColumn, std::size_t> columns;
    std::map<FormField, FilledField> fields; ///< those that are not blank
    std::size_t firstLine = 0;               ///< index of a row

    /// Blank where the form has no such column.
    [[nodiscard]] const FilledCell& cell(const FilledRow& row, FormColumn column) const;
    [[nodiscard]] const FilledField* field(FormField field) const;
    /// True where the supplier filled in anything.
    [[nodiscard]] bool isAnswered(const FilledRow& row) const;
    /// True where an answer spans several rows, so that nobody can tell which it is for.
    [[nodiscard]] bool isMerged(const FilledRow& row) const;
};

/// The only sheet with the columns' keys. An error: none, several, or a key that is needed is missing or stands twice.
[[nodiscard]] Expected<FilledForm> findForm(std::vector<FilledSheet> sheets);

} // namespace rigwright
