// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/quote_import.h"

#include "bom/quotes/cell_values.h"
#include "bom/quotes/filled_form.h"
#include "bom/quotes/quote_head.h"
#include "bom/quotes/read_sheet.h"
#include "bom/quotes/substitution.h"
#include "units/format.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

namespace rigwright {

namespace {

/// A price that is more than so many times the known one, or less than that part of it, is asked about.
constexpr double kFarFromKnown = 10;

class LineReader {
public:
    LineReader(QuoteImport& result, const FilledForm& form, const QuoteHead& head, const QuoteRequest& asked,
               const Catalog& catalog)
        : result_(result)
        , form_(form)
        , head_(head)
        , asked_(asked)
        , catalog_(catalog)
    { }

    void read()
    {
        countAnswers();
        for (std::size_t i = form_.firstLine; i < form_.sheet.rows.size(); ++i) {
            const FilledRow& row = form_.sheet.rows[i];
            if (form_.isAnswered(row)) {
                readRow(row);
            }
        }
    }

private:
    [[nodiscard]] std::string text(const FilledRow& row, FormColumn column) const
    {
        return lineOfText(form_.cell(row, column));
    }

    [[nodiscard]] std::string idOf(const FilledRow& row) const { return text(row, FormColumn::LineId); }

    void note(const FilledRow& row, Finding finding)
    {
        result_.notes.push_back({row.number, idOf(row), std::move(finding)});
    }

    void refuse(const FilledRow& row, const char* id, const char* english, Texts::Evidence evidence)
    {
        note(row, {id, Severity::Blocker, english, std::move(evidence)});
    }

    void countAnswers()
    {
        for (std::size_t i = form_.firstLine; i < form_.sheet.rows.size(); ++i) {
            const FilledRow& row = form_.sheet.rows[i];
            answers_[idOf(row)] += form_.isAnswered(row) ? 1 : 0;
        }
    }

    /// The line that the row answers; a note where there is none, or where it can't be told.
    const QuoteRequestLine* lineOf(const FilledRow& row)
    {
        const std::string id = idOf(row);
        const std::string price = text(row, FormColumn::UnitPrice);
        if (id.empty()) {
            refuse(row, "quote-no-line",
                   RIGWRIGHT_TEXT("Finding", "The row has no line that it answers (price “{price}”)."),
                   {{"price", price}});
            return nullptr;
        }
        const auto line = std::ranges::find(asked_.lines, id, &QuoteRequestLine::id);
        if (line == asked_.lines.end()) {
            refuse(row, "quote-unknown-line",
                   RIGWRIGHT_TEXT("Finding", "Line “{line}” was not asked for (price “{price}”)."),
                   {{"line", id}, {"price", price}});
            return nullptr;
        }
        if (answers_[id] > 1) {
            refuse(row, "quote-line-twice",
                   RIGWRIGHT_TEXT("Finding",
                                  "Line “{line}” is answered in {count} rows: which one counts? "
                                  "(price “{price}”)"),
                   {{"line", id}, {"count", std::to_string(answers_[id])}, {"price", price}});
            return nullptr;
        }
        if (form_.isMerged(row)) {
            refuse(row, "quote-merged",
                   RIGWRIGHT_TEXT("Finding", "Cells of several rows are joined: for which line is it?"), {});
            return nullptr;
        }
        return &*line;
    }

    void readRow(const FilledRow& row)
    {
        const QuoteRequestLine* asked = lineOf(row);
        if (asked == nullptr || !hasAskedQuantity(row, *asked)) {
            return;
        }
        QuoteLine line;
        line.part = PartId(asked->id);
        line.quantity = asked->quantity;
        if (!readPrice(row, line) || !readValidity(row, line) || !readOffered(row, *asked, line)) {
            return;
        }
        readLeadTime(row, line);
        line.supplierPartNumber = text(row, FormColumn::SupplierPartNumber);
        line.remarks = text(row, FormColumn::Remarks);
        noteFarPrice(row, line);
        result_.quote.lines.push_back(std::move(line));
    }

    bool hasAskedQuantity(const FilledRow& row, const QuoteRequestLine& asked)
    {
        const CellValue<std::int64_t> quantity = wholeIn(form_.cell(row, FormColumn::Quantity));
        if (quantity && *quantity == asked.quantity) {
            return true;
        }
        refuse(row, "quote-quantity-changed",
               RIGWRIGHT_TEXT(
                   "Finding",
                   "The row is for a quantity of “{said}”, and {asked} are asked for (price “{price}”)."),
               {{"said", text(row, FormColumn::Quantity)},
                {"asked", formatCount(asked.quantity)},
                {"price", text(row, FormColumn::UnitPrice)}});
        return false;
    }

    bool readPrice(const FilledRow& row, QuoteLine& line)
    {
        std::optional<Currency> currency = head_.currency;
        if (const FilledCell& own = form_.cell(row, FormColumn::Currency); !own.isBlank()) {
            const CellValue<Currency> read = currencyIn(own);
            if (!read) {
                note(row, read.error());
                return false;
            }
            currency = *read;
        }
        const FilledCell& cell = form_.cell(row, FormColumn::UnitPrice);
        if (cell.isBlank()) {
            return true;
        }
        const CellValue<Money> price = amountIn(cell, currency);
        if (!price) {
            note(row, price.error());
            return false;
        }
        if (const auto odd = oddAmount(*price, false)) {
            note(row, *odd);
            return false;
        }
        if (head_.currency != price->currency()) {
            if (auto finding = missingRate(catalog_, price->currency())) {
                note(row, *finding);
            }
        }
        line.unitPrice = *price;
        return true;
    }

    bool readValidity(const FilledRow& row, QuoteLine& line)
    {
        const FilledCell& cell = form_.cell(row, FormColumn::ValidUntil);
        if (cell.isBlank()) {
            if (head_.validityUnclear && line.unitPrice) {
                refuse(row, "quote-validity",
                       RIGWRIGHT_TEXT("Finding",
                                      "Until when the price {price} holds isn't clear: see the "
                                      "validity of the quote."),
                       {{"price", formatMoney(*line.unitPrice)}});
            }
            return !head_.validityUnclear || !line.unitPrice;
        }
        const CellValue<Date> day = dayIn(cell);
        if (!day) {
            note(row, day.error());
            return false;
        }
        if (*day < result_.quote.date) {
            refuse(row, "quote-validity",
                   RIGWRIGHT_TEXT("Finding",
                                  "The price is valid until {until}, before the quote's date {date}."),
                   {{"until", day->iso()}, {"date", result_.quote.date.iso()}});
            return false;
        }
        line.validUntil = *day;
        return true;
    }

    void readLeadTime(const FilledRow& row, QuoteLine& line)
    {
        const FilledCell& cell = form_.cell(row, FormColumn::LeadTime);
        if (cell.isBlank()) {
            return;
        }
        const CellValue<std::int64_t> days = wholeIn(cell);
        if (days && *days >= 0 && *days <= kLongestLeadTime) {
            line.leadTimeDays = static_cast<int>(*days);
            return;
        }
        note(row,
             {"quote-lead-time",
              Severity::Warning,
              RIGWRIGHT_TEXT("Finding", "The lead time “{text}” is not taken: expected 0 to {most} days."),
              {{"text", lineOfText(cell)}, {"most", std::to_string(kLongestLeadTime)}}});
    }

    /// The part that is offered. False where two things can be meant.
    bool readOffered(const FilledRow& row, const QuoteRequestLine& asked, QuoteLine& line)
    {
        line.partNumber = text(row, FormColumn::OfferedPartNumber);
        const std::string words = text(row, FormColumn::Substitute);
        return words.empty() ? checkPartNumber(row, asked, line) : readSubstitute(row, words, line);
    }

    bool checkPartNumber(const FilledRow& row, const QuoteRequestLine& asked, const QuoteLine& line)
    {
        if (line.partNumber.empty() || isSamePartNumber(line.partNumber, asked.partNumber)) {
            return true;
        }
        const std::optional<PartId> other = partWithNumber(catalog_, line.partNumber);
        if (other && *other != line.part) {
            refuse(row, "quote-other-part",
                   RIGWRIGHT_TEXT("Finding",
                                  "“{number}” is the part number of {other}, which was not asked "
                                  "for: is it meant as a substitute?"),
                   {{"number", line.partNumber}, {"other", findAnyPart(catalog_, *other).info->name}});
            return false;
        }
        if (!asked.partNumber.empty() && !other) {
            note(row,
                 {"quote-part-number",
                  Severity::Warning,
                  RIGWRIGHT_TEXT("Finding",
                                 "The part number offered is “{number}”, and “{asked}” was asked for."),
                  {{"number", line.partNumber}, {"asked", asked.partNumber}}});
        }
        return true;
    }

    bool readSubstitute(const FilledRow& row, const std::string& words, QuoteLine& line)
    {
        const SubstituteSearch search = findSubstitute(catalog_, words, line.partNumber);
        if (search.part == line.part) {
            return true;
        }
        line.offered = words;
        line.substitute = search.part;
        if (search.part) {
            return true;
        }
        std::string names;
        for (const PartId& candidate : search.candidates) {
            names += (names.empty() ? "" : ", ") + candidate.text();
        }
        note(row,
             names.empty()
                 ? Finding{"quote-substitute-unknown",
                           Severity::Warning,
                           RIGWRIGHT_TEXT("Finding",
                                          "The catalog doesn't know the substitute “{offered}”: its "
                                          "price doesn't count until it does."),
                           {{"offered", words}}}
                 : Finding{"quote-substitute-unclear",
                           Severity::Warning,
                           RIGWRIGHT_TEXT("Finding",
                                          "“{offered}” can be {candidates}: its price doesn't count "
                                          "until it is clear which."),
                           {{"offered", words}, {"candidates", names}}});
        return true;
    }

    void noteFarPrice(const FilledRow& row, const QuoteLine& line)
    {
        const PartReference part = findAnyPart(catalog_, line.offeredPart());
        const bool isKnown = part.info != nullptr && (line.substitute || line.offered.empty());
        const Offer* known = isKnown ? currentOffer(part.info->offers) : nullptr;
        if (known == nullptr || !line.unitPrice) {
            return;
        }
        const Expected<Money> price = catalog_.rates.convert(*line.unitPrice, known->price.currency());
        if (!price || known->price.minorUnits() <= 0) {
            return;
        }
        const double ratio = price->toDouble() / known->price.toDouble();
        if (ratio > kFarFromKnown || ratio * kFarFromKnown < 1) {
            note(row,
                 {"quote-price-far",
                  Severity::Warning,
                  RIGWRIGHT_TEXT("Finding", "{price} is far from the price that is known, {known}."),
                  {{"price", formatMoney(*line.unitPrice)}, {"known", formatMoney(known->price)}}});
        }
    }

    QuoteImport& result_;
    const FilledForm& form_;
    const QuoteHead& head_;
    const QuoteRequest& asked_;
    const Catalog& catalog_;
    std::map<std::string, int> answers_;
};

void listUnanswered(QuoteImport& result, const QuoteRequest& asked)
{
    for (const QuoteRequestLine& line : asked.lines) {
        const bool isPriced = std::ranges::any_of(result.quote.lines, [&](const QuoteLine& answer) {
            return answer.part.text() == line.id && answer.unitPrice;
        });
        if (!isPriced) {
            result.unanswered.push_back(line.id);
        }
    }
}

} // namespace

Expected<QuoteImport> readQuote(std::vector<FilledSheet> sheets, const QuoteRequest& asked,
                                const Catalog& catalog)
{
    const Expected<FilledForm> form = findForm(std::move(sheets));
    if (!form) {
        return tl::unexpected(form.error());
    }
    QuoteImport result;
    const QuoteHead head = readHead(result, *form, asked, catalog);
    LineReader(result, *form, head, asked, catalog).read();
    std::ranges::stable_sort(result.notes, {}, &QuoteImportNote::row);
    listUnanswered(result, asked);
    return result;
}

Expected<QuoteImport> readQuote(std::string_view bytes, const QuoteRequest& asked, const Catalog& catalog)
{
    return readSheets(bytes, formKey(FormColumn::LineId)).and_then([&](std::vector<FilledSheet> sheets) {
        return readQuote(std::move(sheets), asked, catalog);
    });
}

Expected<QuoteImport> readQuoteFile(const std::filesystem::path& path, const QuoteRequest& asked,
                                    const Catalog& catalog)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) {
        return fail(path.string() + ": no such file");
    }
    std::ifstream file(path, std::ios::binary);
    std::string bytes(SheetLimits::kFileBytes + 1, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (file.bad() || !file.is_open()) {
        return fail(path.string() + ": can't be read");
    }
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return readQuote(bytes, asked, catalog).map_error([&](const Error& problem) {
        return Error{path.string() + ": " + problem.message};
    });
}

} // namespace rigwright
