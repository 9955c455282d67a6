// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/overlay/cells_json.h"

#include "catalog/sqlite.h"

#include <nlohmann/json.hpp>
#include <sqlite3.h>

namespace rigwright {

std::string jsonOf(const NamedCells& cells)
{
    return cells.empty() ? "{}" : nlohmann::json(cells).dump();
}

NamedCells cellsOfJson(std::string_view json)
{
    if (json == "{}") {
        return {};
    }
    try {
        return nlohmann::json::parse(json).get<NamedCells>();
    } catch (const nlohmann::json::exception&) {
        throw SqliteError(SQLITE_CORRUPT, "unexpected cells '" + std::string(json.substr(0, 60)) + "'");
    }
}

} // namespace rigwright
