// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/sqlite.h"
#include "units/error.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

enum class CellType {
    Id,        ///< the row's own name
    Reference, ///< the id of a row of another table
    Text,
    Whole, ///< a whole number
    Decimal,
    Choice, ///< one of some words
    YesNo,
    Date,       ///< 2026-08-18
    Month,      ///< 2025-01
    Currency,   ///< ISO 4217
    Money,      ///< in the currency of the row's cell `currency`
    Rate,       ///< money an hour or a kWh, up to six decimals
    List,       ///< words joined by ';'
    Slots,      ///< PCIe slots, see pcie_slots.h
    LaneShares, ///< what shares lanes on a board, see lane_sharing.h
    Parts,      ///< ids of rows of other tables with their number: "rtx-4090;epyc-9655*2"
    Terms,      ///< amounts with their number: "7799;49000*2"
};

/// A column of a text table: what a cell may hold, and where it goes.
struct Column {
    std::string name; ///< in the header
    CellType type = CellType::Text;
    bool required = false;
    double least = 0; ///< of a number
    double most = 0;
    std::vector<std::string> words;      ///< of a choice or a list; none: any
    std::vector<std::string> references; ///< the tables one of whose ids it may be
    std::string stored;                  ///< in the database; empty: as in the header
    std::int64_t scale = 1; ///< what a cell of 1 is stored as; another scale than 1 is stored as an integer
    std::string otherwise;  ///< what an empty cell stands for; empty: nothing is known
    bool ofPart = false;    ///< goes to the table of all parts
    std::string group;      ///< of figures that one source speaks of: "memory"; empty: the part as a whole

    [[nodiscard]] const std::string& storedName() const { return stored.empty() ? name : stored; }
    /// "a whole number from 1 to 16"
    [[nodiscard]] std::string expectation() const;
    /// The cell's value. The currency is that of the row, for money; empty where that is itself wrong.
    [[nodiscard]] Expected<SqlValue> parse(std::string_view cell, std::string_view currency) const;

    /// The cell that `parse` reads as this value; an empty one for what an empty cell stands for.
    [[nodiscard]] std::string cell(const SqlValue& value, std::string_view currency = {}) const;

    // For tables that read like their documentation.
    [[nodiscard]] Column must() const;
    [[nodiscard]] Column as(std::string storedAs, std::int64_t timesScale = 1) const;
    [[nodiscard]] Column orElse(std::string value) const;
    [[nodiscard]] Column in(std::string specGroup) const;
};

[[nodiscard]] Column idColumn(std::string name);
[[nodiscard]] Column referenceColumn(std::string name, std::vector<std::string> tables);
[[nodiscard]] Column textColumn(std::string name);
[[nodiscard]] Column wholeColumn(std::string name, std::int64_t least, std::int64_t most);
[[nodiscard]] Column decimalColumn(std::string name, double least, double most);
[[nodiscard]] Column choiceColumn(std::string name, std::vector<std::string> words);
[[nodiscard]] Column listColumn(std::string name, std::vector<std::string> words);
/// A column of a type that needs nothing else.
[[nodiscard]] Column plainColumn(std::string name, CellType type);

} // namespace rigwright
