// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/filled_form.h"

#include "bom/quotes/cell_values.h"

#include <algorithm>

namespace rigwright {

namespace {

bool hasKey(const FilledRow& row, FormColumn column)
{
    return std::ranges::any_of(row.cells,
                               [&](const FilledCell& cell) { return lineOfText(cell) == formKey(column); });
}

std::optional<std::size_t> keyRow(const FilledSheet& sheet)
{
    const auto found = std::ranges::find_if(sheet.rows, [](const FilledRow& row) {
        return hasKey(row, FormColumn::LineId) && hasKey(row, FormColumn::UnitPrice);
    });
    return found == sheet.rows.end() ? std::nullopt
                                     : std::optional(static_cast<std::size_t>(found - sheet.rows.begin()));
}

Expected<void> readColumns(FilledForm& form, const FilledRow& keys)
{
    for (const FilledCell& cell : keys.cells) {
        const auto column = formColumn(lineOfText(cell));
        if (column && !form.columns.try_emplace(*column, cell.column).second) {
            return fail("row " + std::to_string(keys.number) + ": the key '" + formKey(*column) +
                        "' stands there twice");
        }
    }
    if (!form.columns.contains(FormColumn::Quantity)) {
        return fail("row " + std::to_string(keys.number) + ": the key '" + formKey(FormColumn::Quantity) +
                    "' is missing");
    }
    return {};
}

void readFields(FilledForm& form, std::size_t rows)
{
    for (std::size_t i = 0; i < rows; ++i) {
        const FilledRow& row = form.sheet.rows[i];
        for (const FilledCell& key : row.cells) {
            const auto field = formField(lineOfText(key));
            const FilledCell& value = row.at(key.column + kToValue);
            if (field && !value.isBlank()) {
                form.fields.try_emplace(*field, FilledField{row.number, value});
            }
        }
    }
}

} // namespace

const FilledCell& FilledForm::cell(const FilledRow& row, FormColumn column) const
{
    static const FilledCell kNothing;
    const auto found = columns.find(column);
    return found == columns.end() ? kNothing : row.at(found->second);
}

const FilledField* FilledForm::field(FormField wanted) const
{
    const auto found = fields.find(wanted);
    return found == fields.end() ? nullptr : &found->second;
}

bool FilledForm::isAnswered(const FilledRow& row) const
{
    return std::any_of(kFormColumns.begin() + kFirstAnswer, kFormColumns.end(),
                       [&](FormColumn column) { return !cell(row, column).isBlank(); });
}

bool FilledForm::isMerged(const FilledRow& row) const
{
    return std::any_of(kFormColumns.begin() + kFirstAnswer, kFormColumns.end(), [&](FormColumn column) {
        const auto found = columns.find(column);
        return found != columns.end() && sheet.isMerged(row.number, found->second);
    });
}

Expected<FilledForm> findForm(std::vector<FilledSheet> sheets)
{
    FilledForm form;
    std::optional<std::size_t> keys;
    for (FilledSheet& sheet : sheets) {
        const auto found = keyRow(sheet);
        if (!found) {
            continue;
        }
        if (keys) {
            return fail("has the form on two sheets, '" + form.sheet.name + "' and '" + sheet.name +
                        "': delete one");
        }
        keys = found;
        form.sheet = std::move(sheet);
    }
    if (!keys) {
        return fail(std::string("is no form of a request for quotation: expected a row with the keys '") +
                    formKey(FormColumn::LineId) + "' and '" + formKey(FormColumn::UnitPrice) + "'");
    }
    if (auto columns = readColumns(form, form.sheet.rows[*keys]); !columns) {
        return tl::unexpected(columns.error());
    }
    readFields(form, *keys);
    form.firstLine = *keys + 1;
    return form;
}

} // namespace rigwright
