// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/measurements/record.h"

namespace rigwright {

/// A run of llama-bench by the fields of its JSON and CSV; older versions have fewer. `devices`: accelerators that the lines
/// around a table name, where the record has none.
[[nodiscard]] Expected<BenchmarkRun> llamaBenchRun(Record record, const std::vector<std::string>& devices);

/// True for the first line of its CSV: field names, one of them n_prompt.
[[nodiscard]] bool isLlamaBenchCsv(std::string_view firstLine);
[[nodiscard]] Expected<std::vector<BenchmarkRun>> parseLlamaBenchCsv(std::string_view text);

/// True for a text in which a line begins a Markdown table with the columns model, test and t/s.
[[nodiscard]] bool hasLlamaBenchTable(std::string_view text);
[[nodiscard]] Expected<std::vector<BenchmarkRun>> parseLlamaBenchTable(std::string_view text);

} // namespace rigwright
