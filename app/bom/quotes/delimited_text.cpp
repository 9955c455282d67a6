// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/delimited_text.h"

#include "bom/cell_text.h"

#include <QStringDecoder>

#include <optional>

namespace rigwright {

namespace {

constexpr std::string_view kSeparators = ",;\t|";

Expected<void> checkEncoding(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        return fail("is in UTF-16: expected text in UTF-8");
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    if (decoder.hasError() || bytes.find('\0') != std::string_view::npos || decoded.isNull()) {
        return fail("is no text in UTF-8 and no workbook (.xlsx)");
    }
    return {};
}

/// The separator behind or before the sample, between which quotes may stand.
std::optional<char> separatorOf(std::string_view text, std::string_view sample)
{
    const std::size_t at = text.find(sample);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    std::size_t after = at + sample.size();
    after += after < text.size() && text[after] == '"' ? 1U : 0U;
    if (after < text.size() && kSeparators.find(text[after]) != std::string_view::npos) {
        return text[after];
    }
    const std::size_t quoted = at > 0 && text[at - 1] == '"' ? 1U : 0U;
    if (at > quoted && kSeparators.find(text[at - quoted - 1]) != std::string_view::npos) {
        return text[at - quoted - 1];
    }
    return std::nullopt;
}

/// An apostrophe in front of a formula sign keeps it text, and is none of it.
std::string withoutGuard(std::string text)
{
    if (text.starts_with('\'') && looksLikeFormula(std::string_view(text).substr(1))) {
        text.erase(0, 1);
    }
    return text;
}

class DelimitedReader {
public:
    DelimitedReader(std::string_view text, char separator)
        : text_(text)
        , separator_(separator)
    { }

    Expected<FilledSheet> read()
    {
        while (at_ < text_.size()) {
            if (auto row = readRow(); !row) {
                return tl::unexpected(row.error());
            }
        }
        return std::move(sheet_);
    }

private:
    Expected<void> readRow()
    {
        FilledRow row{++rowNumber_, {}};
        for (std::size_t column = 0;; ++column) {
            Expected<std::string> field = readField();
            if (!field) {
                return tl::unexpected(field.error());
            }
            if (!field->empty() && column < SheetLimits::kColumns) {
                if (++cells_ > SheetLimits::kCells) {
                    return fail("has too many cells for a form");
                }
                FilledCell cell;
                cell.column = column;
                cell.kind = FilledCell::Kind::Text;
                cell.text = withoutGuard(std::move(*field));
                row.cells.push_back(std::move(cell));
            }
            if (at_ >= text_.size() || text_[at_] != separator_) {
                break;
            }
            ++at_;
        }
        skipLineEnd();
        if (!row.cells.empty()) {
            sheet_.rows.push_back(std::move(row));
        }
        return {};
    }

    void skipLineEnd()
    {
        if (at_ < text_.size() && text_[at_] == '\r') {
            ++at_;
        }
        if (at_ < text_.size() && text_[at_] == '\n') {
            ++at_;
        }
    }

    /// Up to the next separator or line end, which it leaves.
    Expected<std::string> readField()
    {
        std::string field;
        if (at_ < text_.size() && text_[at_] == '"') {
            const std::size_t start = rowNumber_;
            ++at_;
            for (;; ++at_) {
                if (at_ >= text_.size()) {
                    return fail("row " + std::to_string(start) + ": a quoted cell has no end");
                }
                if (text_[at_] == '"') {
                    ++at_;
                    if (at_ >= text_.size() || text_[at_] != '"') {
                        break;
                    }
                }
                field += text_[at_];
            }
        }
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\r' && text_[at_] != '\n') {
            field += text_[at_++];
        }
        if (field.size() > SheetLimits::kCellBytes) {
            return fail("row " + std::to_string(rowNumber_) + ": a cell has too much text");
        }
        return field;
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t rowNumber_ = 0;
    std::size_t cells_ = 0;
    FilledSheet sheet_;
};

} // namespace

Expected<FilledSheet> readDelimitedText(std::string_view bytes, std::string_view sample)
{
    if (const auto checked = checkEncoding(bytes); !checked) {
        return tl::unexpected(checked.error());
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    const std::optional<char> separator = separatorOf(bytes, sample);
    if (!separator) {
        return fail("has no cell '" + std::string(sample) + "' beside others");
    }
    return DelimitedReader(bytes, *separator).read();
}

} // namespace rigwright
