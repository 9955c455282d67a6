// SPDX-License-Identifier: GPL-3.0-or-later
// llama-bench's tables: CSV and Markdown.
#include "project/json_text.h"
#include "project/measurements/llama_bench.h"
#include "units/format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace rigwright {

namespace {

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string_view trimmed(std::string_view text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && isSpace(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

/// Cells of a CSV line; a quotation mark inside quotes is doubled.
Expected<std::vector<std::string>> csvCells(std::string_view line)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
            cells.back() += line[++i];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    if (quoted) {
        return fail("a quotation mark is not closed");
    }
    return cells;
}

std::string lineName(std::size_t index)
{
    return "line " + std::to_string(index + 1);
}

std::vector<std::string> tableCells(std::string_view line)
{
    std::vector<std::string> cells;
    line = trimmed(line);
    line.remove_prefix(1);
    while (!line.empty()) {
        const std::size_t end = std::min(line.find('|'), line.size());
        cells.emplace_back(trimmed(line.substr(0, end)));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return cells;
}

bool isTableLine(std::string_view line)
{
    return trimmed(line).starts_with('|');
}

bool has(const std::vector<std::string>& cells, std::string_view name)
{
    return std::ranges::find(cells, name) != cells.end();
}

bool isHeader(std::string_view line)
{
    if (!isTableLine(line)) {
        return false;
    }
    const std::vector<std::string> cells = tableCells(line);
    return has(cells, "model") && has(cells, "test") && has(cells, "t/s");
}

bool isRule(std::string_view line)
{
    return trimmed(line).find_first_not_of("|-: \t") == std::string_view::npos;
}

/// What llama-bench calls its columns in a table, and its fields elsewhere.
constexpr std::array kColumns{
    std::pair{"model", "model_type"},
    std::pair{"backend", "backends"},
    std::pair{"ngl", "n_gpu_layers"},
    std::pair{"threads", "n_threads"},
    std::pair{"sm", "split_mode"},
    std::pair{"nkvo", "no_kv_offload"},
    std::pair{"fa", "flash_attn"},
    std::pair{"mmap", "use_mmap"},
    std::pair{"embd", "embeddings"},
    std::pair{"ts", "tensor_split"},
    std::pair{"ot", "tensor_buft_overrides"},
};

std::string fieldName(const std::string& column)
{
    const auto* const found =
        std::ranges::find_if(kColumns, [&](const auto& entry) { return column == entry.first; });
    return found == kColumns.end() ? column : found->second;
}

using Fields = std::map<std::string, std::string>;

/// "8.03 B", "134.52 M": the number, and half of its last digit.
bool readParameters(const std::string& cell, Fields& fields)
{
    double value = 0;
    const char* const end = cell.data() + cell.size();
    const auto [stopped, status] = std::from_chars(cell.data(), end, value);
    const std::string_view unit = trimmed({stopped, static_cast<std::size_t>(end - stopped)});
    const double scale = unit == "B" ? 1e9 : unit == "M" ? 1e6 : unit == "T" ? 1e12 : unit == "K" ? 1e3 : 0;
    if (status != std::errc() || scale == 0 || !(value > 0 && value < 1e6)) {
        return false;
    }
    constexpr double kHalfOfLastDigit = 0.005;
    fields["model_n_params"] = formatFixed(value * scale, 0);
    fields["model_n_params_rounding"] = formatFixed(kHalfOfLastDigit * scale, 0);
    return true;
}

/// "4.58 GiB"; sizes of a table are rounded, so that they serve to check alone.
bool readSize(const std::string& cell, Fields& fields)
{
    double value = 0;
    const char* const end = cell.data() + cell.size();
    const auto [stopped, status] = std::from_chars(cell.data(), end, value);
    const std::string_view unit = trimmed({stopped, static_cast<std::size_t>(end - stopped)});
    const double scale = unit == "GiB" ? 0x1p30 : unit == "MiB" ? 0x1p20 : 0;
    if (status != std::errc() || scale == 0 || !(value > 0 && value < 1e6)) {
        return false;
    }
    fields["model_size"] = formatFixed(value * scale, 0);
    return true;
}

bool takeNumber(std::string_view& text, std::string_view prefix, std::string& into)
{
    if (!text.starts_with(prefix)) {
        return false;
    }
    text.remove_prefix(prefix.size());
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    into = std::string(text.substr(0, digits));
    text.remove_prefix(digits);
    return digits > 0;
}

/// "pp512", "tg128", "pp512+tg128", "tg128 @ d4096"; older versions write "pp 512".
bool readTest(std::string text, Fields& fields)
{
    std::erase(text, ' ');
    std::string_view rest = text;
    bool known = takeNumber(rest, "pp", fields["n_prompt"]);
    if (known && rest.starts_with('+')) {
        rest.remove_prefix(1);
        known = takeNumber(rest, "tg", fields["n_gen"]);
    } else if (!known) {
        known = takeNumber(rest, "tg", fields["n_gen"]);
    }
    if (known && rest.starts_with('@')) {
        rest.remove_prefix(1);
        known = takeNumber(rest, "d", fields["n_depth"]);
    }
    return known && rest.empty();
}

Expected<Fields> fieldsOf(const std::vector<std::string>& header, const std::vector<std::string>& cells,
                          const std::string& where)
{
    if (cells.size() < header.size()) {
        return fail(where + ": expected " + std::to_string(header.size()) +
                    " columns as in the header, got " + std::to_string(cells.size()));
    }
    Fields fields;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string& column = header[i];
        bool sound = true;
        if (column == "params") {
            sound = readParameters(cells[i], fields);
        } else if (column == "size") {
            sound = readSize(cells[i], fields);
        } else if (column == "test") {
            sound = readTest(cells[i], fields);
        } else if (column == "t/s") {
            fields["avg_ts"] = std::string(trimmed(cells[i].substr(0, cells[i].find("±"))));
        } else {
            fields[fieldName(column)] = cells[i];
        }
        if (!sound) {
            const char* expected = column == "params" ? "a count such as 8.03 B"
                : column == "size"                    ? "a size such as 4.58 GiB"
                                                      : "a test such as pp512 or tg128";
            std::string message = where;
            message.append(": ").append(column).append(": expected ").append(expected);
            return fail(message.append(", got ").append(quotedText(cells[i])));
        }
    }
    return fields;
}

/// What stands between two marks of a line; empty: the marks are not there.
std::string between(std::string_view line, std::string_view before, std::string_view after)
{
    const std::size_t start = line.find(before);
    if (start == std::string_view::npos) {
        return {};
    }
    const std::string_view rest = line.substr(start + before.size());
    const std::size_t end = after.empty() ? rest.size() : rest.find(after);
    return end == std::string_view::npos ? std::string() : std::string(trimmed(rest.substr(0, end)));
}

/// The accelerator that a line of the log before the table names: "  Device 0: NVIDIA GeForce RTX 3090, compute …" (CUDA,
/// ROCm), "ggml_vulkan: 0 = AMD Radeon RX 7900 XTX (RADV NAVI31) (radv) | …", "… picking default device: Apple M2 Max".
std::string deviceIn(std::string_view line)
{
    if (std::string metal = between(line, "picking default device: ", ""); !metal.empty()) {
        return metal;
    }
    const std::string_view bare = trimmed(line);
    if (bare.starts_with("Device ")) {
        return between(bare, ": ", ",");
    }
    if (bare.starts_with("ggml_vulkan: ") && bare.find(" | ") != std::string_view::npos) {
        return between(bare, " = ", " (");
    }
    return {};
}

} // namespace

bool isLlamaBenchCsv(std::string_view firstLine)
{
    const auto cells = csvCells(trimmed(firstLine));
    return cells && has(*cells, "n_prompt") && has(*cells, "avg_ts");
}

Expected<std::vector<BenchmarkRun>> parseLlamaBenchCsv(std::string_view text)
{
    const std::vector<std::string_view> lines = linesOf(text);
    const std::vector<std::string> header = csvCells(trimmed(lines.front())).value();
    std::vector<BenchmarkRun> runs;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (trimmed(lines[i]).empty()) {
            continue;
        }
        const auto cells = csvCells(trimmed(lines[i]));
        if (!cells || cells->size() != header.size()) {
            return fail(lineName(i) + ": " +
                        (cells ? "expected " + std::to_string(header.size()) +
                                 " cells as in the header, got " + std::to_string(cells->size())
                               : cells.error().message));
        }
        Fields fields;
        for (std::size_t column = 0; column < header.size(); ++column) {
            fields[header[column]] = (*cells)[column];
        }
        auto run = llamaBenchRun({lineName(i), std::move(fields)}, {});
        if (!run) {
            return tl::unexpected(run.error());
        }
        runs.push_back(*std::move(run));
    }
    return runs;
}

bool hasLlamaBenchTable(std::string_view text)
{
    return std::ranges::any_of(linesOf(text), isHeader);
}

Expected<std::vector<BenchmarkRun>> parseLlamaBenchTable(std::string_view text)
{
    const std::vector<std::string_view> lines = linesOf(text);
    std::vector<std::string> header;
    std::vector<std::string> devices;
    std::vector<BenchmarkRun> runs;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view line = lines[i];
        if (isHeader(line)) {
            header = tableCells(line);
            continue;
        }
        if (!isTableLine(line)) {
            if (!header.empty() && !trimmed(line).empty()) {
                header.clear(); // the table is over; another may follow, on other devices
                devices.clear();
            }
            if (const std::string device = deviceIn(line); !device.empty()) {
                devices.push_back(device);
            }
            continue;
        }
        if (header.empty() || isRule(line)) {
            continue;
        }
        auto run = fieldsOf(header, tableCells(line), lineName(i)).and_then([&](Fields fields) {
            return llamaBenchRun({lineName(i), std::move(fields)}, devices);
        });
        if (!run) {
            return tl::unexpected(run.error());
        }
        runs.push_back(*std::move(run));
    }
    return runs;
}

} // namespace rigwright
