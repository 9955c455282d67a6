// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document.h"

#include <string>
#include <variant>
#include <vector>

// A spreadsheet's arithmetic for the formulas of documents, so that tests need no spreadsheet.
namespace rigwright {

/// What a cell or a part of a formula comes to. Blank: an empty cell, which is not the text "".
using FormulaScalar = std::variant<std::monostate, double, std::string, bool>;

/// Works a formula out from the values that the cells it refers to have. What it can't read throws std::invalid_argument.
[[nodiscard]] FormulaScalar valueOf(const Formula& formula, const Document& document);

/// The value of a cell without its formula.
[[nodiscard]] FormulaScalar storedValue(const CellValue& value);

/// The formulas whose stored value is not what they come to, in words; empty: all agree.
[[nodiscard]] std::vector<std::string> wrongFormulas(const Document& document);

/// Every table, in the order of the document.
[[nodiscard]] std::vector<const DocumentTable*> tablesOf(const Document& document);

} // namespace rigwright
