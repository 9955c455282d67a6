// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/xlsx_parts.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>
#include <optional>

namespace rigwright {

namespace {

constexpr std::size_t kMostRows = 1'048'576;
constexpr std::size_t kMostColumns = 16'384;

struct CellPlace {
    std::size_t row = 0; ///< from 1; 0: none
    std::size_t column = 0;
};

/// "C5"; nothing where it is no place of a sheet.
std::optional<CellPlace> parsePlace(QStringView text)
{
    CellPlace place;
    qsizetype i = 0;
    std::size_t column = 0;
    for (; i < text.size() && text[i] >= QLatin1Char('A') && text[i] <= QLatin1Char('Z'); ++i) {
        column = column * 26 + static_cast<std::size_t>(text[i].unicode() - u'A' + 1);
        if (column > kMostColumns) {
            return std::nullopt;
        }
    }
    bool isNumber = false;
    const qulonglong row = text.mid(i).toULongLong(&isNumber);
    if (column == 0 || !isNumber || row == 0 || row > kMostRows) {
        return std::nullopt;
    }
    place.row = static_cast<std::size_t>(row);
    place.column = column - 1;
    return place;
}

/// What stands in the XML of one cell.
struct RawCell {
    std::string type;
    std::size_t style = 0;
    bool hasFormula = false;
    std::optional<QString> value;
    std::string inlined;
};

class SheetReader {
public:
    SheetReader(const WorkbookTables& tables, std::size_t& cells)
        : tables_(tables)
        , cells_(cells)
    { }

    Expected<void> visit(QXmlStreamReader& xml)
    {
        if (xml.name() == QLatin1String("row")) {
            return startRow(xml);
        }
        if (xml.name() == QLatin1String("c")) {
            return readCell(xml);
        }
        if (xml.name() == QLatin1String("mergeCell")) {
            return readMerged(xml.attributes().value(QLatin1String("ref")));
        }
        return {};
    }

    FilledSheet take() { return std::move(sheet_); }

private:
    Expected<void> startRow(const QXmlStreamReader& xml)
    {
        const QStringView number = xml.attributes().value(QLatin1String("r"));
        bool isNumber = false;
        const qulonglong row = number.toULongLong(&isNumber);
        if (!number.isEmpty() && (!isNumber || row == 0 || row > kMostRows)) {
            return fail("has a row without a place");
        }
        row_ = number.isEmpty() ? row_ + 1 : static_cast<std::size_t>(row);
        column_ = 0;
        return {};
    }

    Expected<void> readCell(QXmlStreamReader& xml)
    {
        const QStringView named = xml.attributes().value(QLatin1String("r"));
        CellPlace place{std::max<std::size_t>(row_, 1), column_};
        if (!named.isEmpty()) {
            const auto parsed = parsePlace(named);
            if (!parsed) {
                return fail("has a cell without a place");
            }
            place = *parsed;
        }
        column_ = place.column + 1;
        Expected<RawCell> raw = readRaw(xml);
        if (!raw) {
            return tl::unexpected(raw.error());
        }
        Expected<FilledCell> cell = fill(*raw);
        if (!cell) {
            return tl::unexpected(cell.error());
        }
        return store(place, std::move(*cell));
    }

    /// Leaves the reader on the end of the cell.
    static Expected<RawCell> readRaw(QXmlStreamReader& xml)
    {
        RawCell raw;
        raw.type = xml.attributes().value(QLatin1String("t")).toUtf8().toStdString();
        raw.style = static_cast<std::size_t>(xml.attributes().value(QLatin1String("s")).toUInt());
        while (xml.readNextStartElement()) {
            if (xml.name() == QLatin1String("is")) {
                Expected<std::string> text = readRichText(xml);
                if (!text) {
                    return tl::unexpected(text.error());
                }
                raw.inlined = std::move(*text);
            } else if (xml.name() == QLatin1String("v")) {
                raw.value = xml.readElementText(QXmlStreamReader::SkipChildElements);
            } else {
                raw.hasFormula = raw.hasFormula || xml.name() == QLatin1String("f");
                xml.skipCurrentElement();
            }
        }
        return raw;
    }

    [[nodiscard]] Expected<FilledCell> fill(const RawCell& raw) const
    {
        FilledCell cell;
        if (raw.type == "inlineStr") {
            cell.kind = FilledCell::Kind::Text;
            cell.text = raw.inlined;
            return cell;
        }
        if (!raw.value || (raw.value->isEmpty() && raw.type != "str")) {
            cell.kind = raw.hasFormula ? FilledCell::Kind::NoValue : FilledCell::Kind::Empty;
            return cell;
        }
        if (static_cast<std::size_t>(raw.value->size()) > SheetLimits::kCellBytes) {
            return fail("has a cell with too much text");
        }
        cell.text = raw.value->toStdString();
        if (raw.type == "s") {
            bool isNumber = false;
            const qulonglong index = raw.value->trimmed().toULongLong(&isNumber);
            if (!isNumber || index >= tables_.strings.size()) {
                return fail("refers to a text that it doesn't have");
            }
            cell.text = tables_.strings[static_cast<std::size_t>(index)];
            cell.kind = FilledCell::Kind::Text;
        } else if (raw.type == "str") {
            cell.kind = FilledCell::Kind::Text;
        } else if (raw.type == "b") {
            cell.kind = FilledCell::Kind::Boolean;
        } else if (raw.type == "e") {
            cell.kind = FilledCell::Kind::Error;
        } else if (raw.type == "d") {
            fillDay(cell);
        } else {
            fillNumber(cell, *raw.value, raw.style);
        }
        return cell;
    }

    static void fillDay(FilledCell& cell)
    {
        const auto day = Date::parse(std::string_view(cell.text).substr(0, 10));
        cell.kind = day ? FilledCell::Kind::Day : FilledCell::Kind::Text;
        cell.day = day.value_or(Date());
    }

    void fillNumber(FilledCell& cell, const QString& value, std::size_t style) const
    {
        bool isNumber = false;
        cell.number = value.trimmed().toDouble(&isNumber);
        if (!isNumber || !std::isfinite(cell.number)) {
            cell.kind = FilledCell::Kind::Error;
            return;
        }
        cell.kind = FilledCell::Kind::Number;
        if (style >= tables_.styles.size()) {
            return;
        }
        const NumberFormat& format = tables_.styles[style];
        cell.percent = format.isPercent;
        cell.literal = format.literal;
        if (!format.isDay) {
            return;
        }
        const auto day = dayOfSerial(cell.number, tables_.from1904);
        cell.kind = day ? FilledCell::Kind::Day : FilledCell::Kind::Error;
        cell.day = day.value_or(Date());
        cell.text = day ? day->iso() : cell.text;
    }

    Expected<void> store(CellPlace place, FilledCell cell)
    {
        if (cell.kind == FilledCell::Kind::Empty || place.column >= SheetLimits::kColumns) {
            return {};
        }
        if (cells_ == 0) {
            return fail("has too many cells for a form");
        }
        --cells_;
        if (sheet_.rows.empty() || sheet_.rows.back().number != place.row) {
            sheet_.rows.push_back({place.row, {}});
        }
        cell.column = place.column;
        sheet_.rows.back().cells.push_back(std::move(cell));
        return {};
    }

    Expected<void> readMerged(QStringView area)
    {
        const qsizetype colon = area.indexOf(QLatin1Char(':'));
        const auto first = parsePlace(area.left(colon));
        const auto last = colon < 0 ? first : parsePlace(area.mid(colon + 1));
        if (!first || !last) {
            return fail("has merged cells without a place");
        }
        if (first->row == last->row) {
            return {};
        }
        if (sheet_.merged.size() >= SheetLimits::kMerged) {
            return fail("has too many merged cells for a form");
        }
        sheet_.merged.push_back({first->row, last->row, first->column, last->column});
        return {};
    }

    const WorkbookTables& tables_;
    std::size_t& cells_;
    FilledSheet sheet_;
    std::size_t row_ = 0;
    std::size_t column_ = 0;
};

} // namespace

Expected<FilledSheet> parseSheet(const std::string& xml, const WorkbookTables& tables, std::size_t& cells)
{
    SheetReader reader(tables, cells);
    return visitElements(xml, [&](QXmlStreamReader& element) { return reader.visit(element); }).map([&] {
        return reader.take();
    });
}

} // namespace rigwright
