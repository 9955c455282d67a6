// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/overlay/cells_json.h"

#include "catalog/sqlite.h"

#include <nlohmann/json.hpp>
#include <sqlite3.h>
#include <utility>

namespace rigwright {

namespace {

/// Takes an object of texts without building a document of it: there are tens of thousands of them to read.
class CellsReader : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit CellsReader(NamedCells& cells)
        : cells_(&cells)
    { }

    bool start_object(std::size_t /*elements*/) override { return std::exchange(atStart_, false); }
    bool key(std::string& name) override
    {
        name_ = std::move(name);
        return true;
    }
    bool string(std::string& text) override
    {
        // Written in order, so that the end is the place.
        cells_->insert_or_assign(cells_->end(), std::move(name_), std::move(text));
        return !atStart_;
    }
    bool end_object() override { return true; }

    bool null() override { return false; }
    bool boolean(bool /*value*/) override { return false; }
    bool number_integer(std::int64_t /*value*/) override { return false; }
    bool number_unsigned(std::uint64_t /*value*/) override { return false; }
    bool number_float(double /*value*/, const std::string& /*text*/) override { return false; }
    bool binary(nlohmann::json::binary_t& /*value*/) override { return false; }
    bool start_array(std::size_t /*elements*/) override { return false; }
    bool end_array() override { return false; }
    bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                     const nlohmann::json::exception& /*error*/) override
    {
        return false;
    }

private:
    NamedCells* cells_;
    std::string name_;
    bool atStart_ = true;
};

} // namespace

std::string jsonOf(const NamedCells& cells)
{
    return cells.empty() ? "{}" : nlohmann::json(cells).dump();
}

NamedCells cellsOfJson(std::string_view json)
{
    if (json == "{}") {
        return {};
    }
    NamedCells cells;
    CellsReader reader(cells);
    if (!nlohmann::json::sax_parse(json, &reader)) {
        throw SqliteError(SQLITE_CORRUPT, "unexpected cells '" + std::string(json.substr(0, 60)) + "'");
    }
    return cells;
}

} // namespace rigwright
