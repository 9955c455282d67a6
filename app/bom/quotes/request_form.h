// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

// The form that goes to a supplier and comes back. Its keys stay whatever language its texts are in: by them it is read.
//
// Above the lines each field has its key, one cell on its label and one further its value. The row of the columns' keys stands
// right above the first line.
namespace rigwright {

enum class FormField {
    DocumentNumber,
    RequestDate,
    AnswerBy,
    ShipTo,
    WantedCurrency,
    Supplier,
    QuoteNumber,
    QuoteDate,
    ValidUntil,
    Currency,
    Shipping,
};

enum class FormColumn {
    LineId,
    Manufacturer,
    Description,
    PartNumber,
    Specifications,
    Quantity,
    UnitPrice,
    Currency,
    OfferedPartNumber,
    SupplierPartNumber,
    LeadTime,
    ValidUntil,
    Substitute,
    Remarks,
};

/// Said by the buyer.
inline constexpr std::array kAskedFields{FormField::DocumentNumber, FormField::RequestDate,
                                         FormField::AnswerBy, FormField::ShipTo, FormField::WantedCurrency};
/// Filled in by the supplier.
inline constexpr std::array kAnswerFields{FormField::Supplier,   FormField::QuoteNumber, FormField::QuoteDate,
                                          FormField::ValidUntil, FormField::Currency,    FormField::Shipping};
inline constexpr std::array kFormColumns{FormColumn::LineId,
                                         FormColumn::Manufacturer,
                                         FormColumn::Description,
                                         FormColumn::PartNumber,
                                         FormColumn::Specifications,
                                         FormColumn::Quantity,
                                         FormColumn::UnitPrice,
                                         FormColumn::Currency,
                                         FormColumn::OfferedPartNumber,
                                         FormColumn::LeadTime,
                                         FormColumn::ValidUntil,
                                         FormColumn::Substitute,
                                         FormColumn::SupplierPartNumber,
                                         FormColumn::Remarks};
/// The columns from this one on are the supplier's.
inline constexpr std::size_t kFirstAnswer = 6;
/// Where the keys of the fields stand, from 0; beside the asked ones those to answer.
inline constexpr std::size_t kAskedKeys = 0;
inline constexpr std::size_t kAnswerKeys = 3;
/// From a field's key to its value, in cells.
inline constexpr std::size_t kToValue = 2;

[[nodiscard]] const char* formKey(FormField field);
[[nodiscard]] const char* formKey(FormColumn column);
/// English, marked in the context "Quote".
[[nodiscard]] const char* formTitle(FormField field);
[[nodiscard]] const char* formTitle(FormColumn column);
[[nodiscard]] const char* formHeading();
[[nodiscard]] const char* formInstruction();

[[nodiscard]] std::optional<FormField> formField(std::string_view key);
[[nodiscard]] std::optional<FormColumn> formColumn(std::string_view key);

/// The longest lead time that is taken, in days.
inline constexpr int kLongestLeadTime = 1825;

} // namespace rigwright
