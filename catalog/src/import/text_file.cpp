// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/text_file.h"

#include "catalog/import/import.h"
#include "catalog/tables/csv.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;
constexpr std::size_t kProbe = 4'096;

struct Signature {
    std::string_view bytes;
    const char* meaning;
};

using namespace std::string_view_literals;

// The longer ones first: UTF-32 begins as UTF-16 does.
constexpr Signature kSignatures[] = {
    {"\xff\xfe\0\0"sv, "UTF-32 text"},
    {"\0\0\xfe\xff"sv, "UTF-32 text"},
    {"\xff\xfe"sv, "UTF-16 text"},
    {"\xfe\xff"sv, "UTF-16 text"},
    {"PK\x03\x04"sv, "a ZIP file, perhaps a workbook (.xlsx)"},
    {"\xd0\xcf\x11\xe0"sv, "an old workbook (.xls)"},
    {"SQLite format 3\0"sv, "an SQLite database"},
    {"%PDF-"sv, "a PDF document"},
    {"\x1f\x8b"sv, "a gzip file"},
};

/// Every second byte of ASCII text in UTF-16 is zero.
bool looksLikeUtf16(std::string_view head)
{
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (head[i] == '\0') {
            ++zeros.at(i % 2);
        }
    }
    return head.size() >= 8 && std::max(zeros[0], zeros[1]) * 2 > head.size() - head.size() / 5 &&
        std::min(zeros[0], zeros[1]) == 0;
}

std::string wrongText(std::string_view text, std::size_t line)
{
    const std::string where = "line " + std::to_string(line) + ": ";
    if (text.find('\0') != std::string_view::npos) {
        return where + "holds a NUL byte, which no text does: expected UTF-8 text";
    }
    return where + "is not UTF-8 text, perhaps Windows-1252, Latin-1 or GB 18030: save the file as UTF-8";
}

bool isText(std::string_view text)
{
    return text.find('\0') == std::string_view::npos && isUtf8(text);
}

Expected<std::ifstream> openRegular(const std::filesystem::path& path)
{
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(path, error);
    if (error || status.type() == std::filesystem::file_type::not_found) {
        return fail("no such file");
    }
    // A pipe or a device could keep the program waiting for ever.
    if (status.type() != std::filesystem::file_type::regular) {
        return fail("is no regular file");
    }
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        return fail("can't read the file; is reading it permitted?");
    }
    return stream;
}

std::string readUpTo(std::istream& stream, std::size_t most)
{
    std::string text(most, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(most));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

/// An error where there are more than any catalog has: told before any row is kept in memory.
Expected<void> countLines(std::istream& stream)
{
    std::int64_t lines = 0;
    std::string block(kBlock, '\0');
    while (stream) {
        stream.read(block.data(), static_cast<std::streamsize>(block.size()));
        lines += std::count(block.begin(), block.begin() + stream.gcount(), '\n');
        if (lines > kMostImportRows) {
            return fail("has more than " + std::to_string(kMostImportRows) +
                        " rows, which no catalog of parts has: import a part of it");
        }
    }
    stream.clear();
    stream.seekg(0);
    return {};
}

} // namespace

std::string notTextReason(std::string_view head)
{
    for (const Signature& signature : kSignatures) {
        if (head.starts_with(signature.bytes)) {
            return signature.meaning;
        }
    }
    return looksLikeUtf16(head) ? "UTF-16 text" : "";
}

Expected<std::string> readHead(const std::filesystem::path& path, std::size_t most)
{
    Expected<std::ifstream> stream = openRegular(path);
    if (!stream) {
        return tl::unexpected(stream.error());
    }
    const std::string head = readUpTo(*stream, most);
    return std::string(withoutByteOrderMark(head));
}

Expected<std::string> readTextFile(const std::filesystem::path& path, std::size_t most)
{
    Expected<std::ifstream> stream = openRegular(path);
    if (!stream) {
        return tl::unexpected(stream.error());
    }
    const std::string content = readUpTo(*stream, most + 1);
    if (stream->bad()) {
        return fail("can't be read to its end");
    }
    if (const std::string reason = notTextReason(std::string_view(content).substr(0, kProbe));
        !reason.empty()) {
        return fail("is " + reason + ": expected UTF-8 text");
    }
    if (content.size() > most) {
        return fail("is larger than " + std::to_string(most >> 20U) + " MiB: no such file is");
    }
    const std::string_view text = withoutByteOrderMark(content);
    if (!isText(text)) {
        std::size_t line = 1;
        std::string_view rest = text;
        while (isText(rest.substr(0, rest.find('\n')))) {
            rest.remove_prefix(rest.find('\n') + 1);
            ++line;
        }
        return fail(wrongText(rest.substr(0, rest.find('\n')), line));
    }
    return std::string(text);
}

TextLines::TextLines(std::ifstream stream)
    : stream_(std::move(stream))
{ }

Expected<TextLines> TextLines::open(const std::filesystem::path& path)
{
    Expected<std::ifstream> stream = openRegular(path);
    if (!stream) {
        return tl::unexpected(stream.error());
    }
    const std::string head = readUpTo(*stream, kProbe);
    if (const std::string reason = notTextReason(head); !reason.empty()) {
        return fail("is " + reason + ": save it as CSV in UTF-8");
    }
    stream->clear();
    stream->seekg(0);
    if (const Expected<void> counted = countLines(*stream); !counted) {
        return tl::unexpected(counted.error());
    }
    return TextLines(std::move(*stream));
}

Expected<std::size_t> TextLines::findEnd()
{
    std::size_t searched = begin_;
    while (true) {
        const std::size_t end = buffer_.find('\n', searched);
        const std::size_t length = std::min(end, buffer_.size()) - begin_;
        if (length > kLongestImportLine) {
            return fail("line " + std::to_string(line_ + 1) + ": is longer than " +
                        std::to_string(kLongestImportLine >> 20U) + " MiB: no row of a table is");
        }
        if (end != std::string::npos || ended_) {
            return begin_ + length;
        }
        buffer_.erase(0, begin_);
        begin_ = 0;
        searched = buffer_.size();
        const std::string block = readUpTo(stream_, kBlock);
        if (stream_.bad()) {
            return fail("can't be read to its end");
        }
        ended_ = block.size() < kBlock;
        buffer_ += block;
    }
}

Expected<std::optional<std::string_view>> TextLines::next()
{
    const Expected<std::size_t> end = findEnd();
    if (!end) {
        return tl::unexpected(end.error());
    }
    if (ended_ && begin_ >= buffer_.size()) {
        return std::optional<std::string_view>();
    }
    std::string_view text = std::string_view(buffer_).substr(begin_, *end - begin_);
    begin_ = std::min(*end + 1, buffer_.size());
    bytesRead_ += static_cast<std::int64_t>(text.size()) + 1;
    if (++line_ == 1) {
        text = withoutByteOrderMark(text);
    }
    if (!isText(text)) {
        return fail(wrongText(text, line_));
    }
    if (text.ends_with('\r')) {
        text.remove_suffix(1);
    }
    if (text.find('\r') != std::string_view::npos) {
        return fail("line " + std::to_string(line_) +
                    ": holds a CR inside: expected lines that end in LF or CRLF");
    }
    return std::optional(text);
}

} // namespace rigwright
