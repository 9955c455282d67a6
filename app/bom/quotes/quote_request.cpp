// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/quote_request.h"

#include "bom/cell_text.h"
#include "bom/formats/whole_text.h"
#include "bom/quotes/request_form.h"
#include "bom/quotes/request_workbook.h"
#include "bom/whole_file.h"
#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

/// Whom the purchaser chose. A quote names the supplier of the line whose price it gave; that is no choice.
std::string chosenSupplier(const BomLine& line)
{
    Quote quote;
    quote.supplier = line.supplier;
    quote.number = line.quoteNumber;
    const bool byQuote = line.priceKind == PriceKind::Quote && line.priceSource == sourceOf(quote);
    return byQuote ? std::string() : line.supplier;
}

bool isAsked(const BomLine& line, const std::string& supplier)
{
    if (line.kind == BomLine::Kind::Service || line.owned) {
        return false;
    }
    const std::string chosen = chosenSupplier(line);
    return supplier.empty() || chosen.empty() || chosen == supplier;
}

/// RFC 4180, and text that a spreadsheet could take for a formula behind an apostrophe.
std::string formCell(const std::string& text)
{
    std::string clean = cleanText(text);
    if (looksLikeFormula(clean)) {
        clean.insert(0, 1, '\'');
    }
    if (clean.find_first_of(",;\"\t\r\n") == std::string::npos) {
        return clean;
    }
    std::string quoted = "\"";
    for (const char c : clean) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + "\"";
}

std::string formRow(const std::vector<std::string>& cells)
{
    std::string text;
    for (std::size_t i = 0; i < kFormColumns.size(); ++i) {
        text += (i == 0 ? "" : ",") + (i < cells.size() ? formCell(cells[i]) : std::string());
    }
    return text + "\r\n";
}

std::string formText(const QuoteRequest& request, const Texts& texts)
{
    const auto said = [&](const char* english) { return texts("Quote", english); };
    // Without the byte-order mark Excel takes the file for the system's old code page.
    std::string text = "\xEF\xBB\xBF";
    text += formRow({"", said(formHeading())});
    text += formRow({"", said(formInstruction())});
    for (std::size_t i = 0; i < kAnswerFields.size(); ++i) {
        std::vector<std::string> row(kAnswerKeys + kToValue + 1);
        if (i < kAskedFields.size()) {
            row[kAskedKeys] = formKey(kAskedFields.at(i));
            row[kAskedKeys + 1] = said(formTitle(kAskedFields.at(i)));
            row[kAskedKeys + kToValue] = askedText(request, kAskedFields.at(i));
        }
        row[kAnswerKeys] = formKey(kAnswerFields.at(i));
        row[kAnswerKeys + 1] = said(formTitle(kAnswerFields.at(i)));
        row[kAnswerKeys + kToValue] = askedText(request, kAnswerFields.at(i));
        text += formRow(row);
    }
    std::vector<std::string> titles;
    std::vector<std::string> keys;
    for (const FormColumn column : kFormColumns) {
        titles.push_back(said(formTitle(column)));
        keys.emplace_back(formKey(column));
    }
    text += formRow(titles) + formRow(keys);
    for (const QuoteRequestLine& line : request.lines) {
        std::vector<std::string> row;
        for (const FormColumn column : kFormColumns) {
            row.push_back(askedText(line, column));
        }
        text += formRow(row);
    }
    return text;
}

} // namespace

QuoteRequest makeQuoteRequest(const Bom& bom, const std::string& supplier)
{
    QuoteRequest request;
    request.supplier = supplier;
    request.documentNumber = bom.header.documentNumber;
    request.date = bom.preparedOn;
    request.shipTo = bom.header.shipTo;
    request.currency = bom.currency;
    for (const BomLine& line : bom.lines) {
        if (!isAsked(line, supplier)) {
            continue;
        }
        const auto same = std::ranges::find(request.lines, line.part.text(), &QuoteRequestLine::id);
        if (same != request.lines.end()) {
            same->quantity += bom.quantity(line);
            continue;
        }
        request.lines.push_back({line.part.text(), line.manufacturer, line.description, line.partNumber,
                                 line.specifications, bom.quantity(line)});
    }
    return request;
}

Expected<void> writeQuoteRequest(const QuoteRequest& request, const std::filesystem::path& path,
                                 const Texts& texts)
{
    const std::string extension = toLower(path.extension().string());
    if (extension != ".xlsx" && extension != ".csv") {
        return fail(path.string() + ": expected a name that ends in .xlsx or .csv");
    }
    if (extension == ".csv") {
        return writeWholeText(path, formText(request, texts));
    }
    return writeWholeFile(path, [&](const std::filesystem::path& temporary) {
        return writeRequestWorkbook(request, temporary, texts);
    });
}

} // namespace rigwright
