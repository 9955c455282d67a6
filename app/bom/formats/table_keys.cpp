// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/table_keys.h"

#include "bom/cell_text.h"

#include <algorithm>

namespace rigwright {

std::vector<std::string> columnKeys(const DocumentTable& table)
{
    std::vector<std::string> keys;
    for (const DocumentColumn& column : table.columns) {
        const std::string wanted =
            column.key.empty() ? "column_" + std::to_string(keys.size() + 1) : wholeText(column.key);
        std::string key = wanted;
        for (int n = 2; std::ranges::find(keys, key) != keys.end(); ++n) {
            key = wanted + "_" + std::to_string(n);
        }
        keys.push_back(key);
    }
    return keys;
}

bool hasHead(const DocumentTable& table)
{
    return std::ranges::any_of(table.columns,
                               [](const DocumentColumn& column) { return !column.title.empty(); });
}

const DocumentCell* onlyCell(const DocumentRow& row)
{
    const DocumentCell* only = nullptr;
    for (const DocumentCell& cell : row.cells) {
        if (cellText(cell.value).empty()) {
            continue;
        }
        if (only != nullptr) {
            return nullptr;
        }
        only = &cell;
    }
    return only;
}

bool standsRight(const DocumentColumn& column, const DocumentCell& cell)
{
    return column.kind == DocumentColumn::Kind::Number || std::holds_alternative<Money>(cell.value) ||
        std::holds_alternative<MoneyRate>(cell.value);
}

} // namespace rigwright
