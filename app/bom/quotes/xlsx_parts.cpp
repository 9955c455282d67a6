// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/xlsx_parts.h"

#include <QBuffer>
#include <QXmlStreamReader>

#include <algorithm>
#include <cstdlib>
#include <map>

namespace rigwright {

namespace {

constexpr std::size_t kMostStrings = 200'000;
constexpr std::size_t kMostStyles = 65'536;
constexpr std::size_t kMostRelations = 1'000;

std::string attribute(const QXmlStreamReader& xml, const char* name)
{
    for (const QXmlStreamAttribute& found : xml.attributes()) {
        if (found.name() == QLatin1String(name)) {
            return found.value().toUtf8().toStdString();
        }
    }
    return {};
}

bool isTrue(const std::string& text)
{
    return text == "1" || text == "true";
}

/// A character that XML can't hold stands as _x0007_.
std::string withoutCodes(QString text)
{
    for (qsizetype at = text.indexOf(QLatin1String("_x")); at >= 0;
         at = text.indexOf(QLatin1String("_x"), at + 1)) {
        bool isCode = false;
        const uint code = QStringView(text).mid(at + 2, 4).toUInt(&isCode, 16);
        if (isCode && text.size() > at + 6 && text.at(at + 6) == QLatin1Char('_')) {
            text.replace(at, 7, QChar(static_cast<char16_t>(code)));
        }
    }
    return text.toStdString();
}

Expected<void> tooMuch(const char* what)
{
    return fail(std::string("has too many ") + what + " for a form");
}

} // namespace

Expected<void> visitElements(const std::string& xml,
                             const std::function<Expected<void>(QXmlStreamReader&)>& visit)
{
    QByteArray bytes = QByteArray::fromRawData(xml.data(), static_cast<qsizetype>(xml.size()));
    // Read in pieces: as a whole it would be held a second time, in UTF-16.
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QXmlStreamReader reader(&buffer);
    int depth = 0;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD: return fail("holds a document type, which no workbook has");
        case QXmlStreamReader::StartElement:
            if (++depth > SheetLimits::kDepth) {
                return fail("is nested too deep");
            }
            if (auto visited = visit(reader); !visited) {
                return visited;
            }
            // What has been read to its end has been left.
            depth -= reader.isEndElement() ? 1 : 0;
            break;
        case QXmlStreamReader::EndElement: --depth; break;
        default: break;
        }
    }
    if (reader.hasError()) {
        return fail("is damaged in line " + std::to_string(reader.lineNumber()));
    }
    return {};
}

Expected<std::string> readRichText(QXmlStreamReader& xml)
{
    QString text;
    int depth = 1;
    int phonetic = 0;
    while (depth > 0 && !xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::DTD: return fail("holds a document type, which no workbook has");
        case QXmlStreamReader::StartElement:
            if (++depth > SheetLimits::kDepth) {
                return fail("is nested too deep");
            }
            phonetic += phonetic > 0 || xml.name() == QLatin1String("rPh") ? 1 : 0;
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            phonetic -= phonetic > 0 ? 1 : 0;
            break;
        case QXmlStreamReader::Characters:
            if (phonetic == 0 && depth > 1) {
                text += xml.text();
            }
            break;
        default: break;
        }
        if (static_cast<std::size_t>(text.size()) > SheetLimits::kCellBytes) {
            return fail("has a cell with too much text");
        }
    }
    return withoutCodes(text);
}

Expected<WorkbookIndex> parseWorkbookIndex(const std::string& text)
{
    WorkbookIndex index;
    return visitElements(text,
                         [&](QXmlStreamReader& xml) -> Expected<void> {
                             if (xml.name() == QLatin1String("workbookPr")) {
                                 index.from1904 = isTrue(attribute(xml, "date1904"));
                             }
                             // The attribute "id" of another namespace; "sheetId" is another name.
                             if (xml.name() == QLatin1String("sheet")) {
                                 index.sheets.emplace_back(attribute(xml, "name"), attribute(xml, "id"));
                             }
                             return index.sheets.size() > SheetLimits::kSheets ? tooMuch("sheets")
                                                                               : Expected<void>();
                         })
        .map([&] { return std::move(index); });
}

Expected<std::vector<PackageRelation>> parseRelations(const std::string& text)
{
    std::vector<PackageRelation> relations;
    return visitElements(text,
                         [&](QXmlStreamReader& xml) -> Expected<void> {
                             if (xml.name() == QLatin1String("Relationship")) {
                                 const std::string type = attribute(xml, "Type");
                                 relations.push_back({attribute(xml, "Id"), type.substr(type.rfind('/') + 1),
                                                      attribute(xml, "Target")});
                             }
                             return relations.size() > kMostRelations ? tooMuch("parts") : Expected<void>();
                         })
        .map([&] { return std::move(relations); });
}

Expected<std::vector<std::string>> parseSharedStrings(const std::string& text)
{
    std::vector<std::string> strings;
    return visitElements(text,
                         [&](QXmlStreamReader& xml) -> Expected<void> {
                             if (xml.name() != QLatin1String("si")) {
                                 return {};
                             }
                             if (strings.size() >= kMostStrings) {
                                 return tooMuch("texts");
                             }
                             return readRichText(xml).map(
                                 [&](std::string item) { strings.push_back(std::move(item)); });
                         })
        .map([&] { return std::move(strings); });
}

Expected<std::vector<NumberFormat>> parseStyles(const std::string& text)
{
    std::map<int, NumberFormat> own;
    std::vector<NumberFormat> styles;
    bool inCells = false;
    const auto visit = [&](QXmlStreamReader& xml) -> Expected<void> {
        if (xml.name() == QLatin1String("numFmt")) {
            own[std::atoi(attribute(xml, "numFmtId").c_str())] =
                parseNumberFormat(attribute(xml, "formatCode"));
        } else if (xml.name() == QLatin1String("cellXfs") || xml.name() == QLatin1String("cellStyleXfs")) {
            inCells = xml.name() == QLatin1String("cellXfs");
        } else if (inCells && xml.name() == QLatin1String("xf")) {
            const int id = std::atoi(attribute(xml, "numFmtId").c_str());
            const auto found = own.find(id);
            styles.push_back(found == own.end() ? builtInNumberFormat(id) : found->second);
        }
        return styles.size() + own.size() > kMostStyles ? tooMuch("styles") : Expected<void>();
    };
    return visitElements(text, visit).map([&] { return std::move(styles); });
}

} // namespace rigwright
