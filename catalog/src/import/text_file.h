// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

namespace rigwright {

/// A longer line is no row of a table.
inline constexpr std::size_t kLongestImportLine = std::size_t{1} << 20;

/// What the first bytes of a file show it to be when it is not UTF-8 text, such as "UTF-16 text" or "a ZIP file, such as a
/// workbook (.xlsx)"; empty: nothing speaks against text.
[[nodiscard]] std::string notTextReason(std::string_view head);

/// The first bytes of a regular file without a byte order mark.
[[nodiscard]] Expected<std::string> readHead(const std::filesystem::path& path, std::size_t most);

/// A whole UTF-8 file without a byte order mark; an error for one that is larger, or no UTF-8 text.
[[nodiscard]] Expected<std::string> readTextFile(const std::filesystem::path& path, std::size_t most);

/// The lines of a UTF-8 text file, one at a time, so that a file of any size takes the memory of a line. Byte order mark and CR
/// before LF are taken off. Messages say what is wrong without naming the file.
class TextLines {
public:
    /// An error: not a regular file, can't be read, not UTF-8 text, or more than kMostImportRows lines.
    [[nodiscard]] static Expected<TextLines> open(const std::filesystem::path& path);

    /// Nothing at the end. An error: a line that is too long, not UTF-8, or holds a NUL byte; then the file is no text and there is
    /// no reading on. The view is good until the next call.
    [[nodiscard]] Expected<std::optional<std::string_view>> next();

    /// Of the line that `next` gave, from 1.
    [[nodiscard]] std::size_t line() const { return line_; }
    [[nodiscard]] std::int64_t bytesRead() const { return bytesRead_; }

private:
    explicit TextLines(std::ifstream stream);
    /// Where the line at `begin_` ends, read into the buffer.
    [[nodiscard]] Expected<std::size_t> findEnd();

    std::ifstream stream_;
    std::string buffer_;    ///< read from the stream
    std::size_t begin_ = 0; ///< of what `next` has not given yet
    std::size_t line_ = 0;
    std::int64_t bytesRead_ = 0;
    bool ended_ = false;
};

} // namespace rigwright
