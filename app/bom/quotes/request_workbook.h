// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/quotes/quote_request.h"

namespace rigwright {

/// The form as a workbook whose coloured cells alone can be changed. An error says why it can't be written.
[[nodiscard]] Expected<void> writeRequestWorkbook(const QuoteRequest& request,
                                                  const std::filesystem::path& path, const Texts& texts);

/// What a cell says that is not to be filled in; empty for one that is. The quantity as digits.
enum class FormColumn;
enum class FormField;
[[nodiscard]] std::string askedText(const QuoteRequestLine& line, FormColumn column);
/// Also of the fields to fill in those that are known beforehand: the supplier and the currency.
[[nodiscard]] std::string askedText(const QuoteRequest& request, FormField field);

} // namespace rigwright
