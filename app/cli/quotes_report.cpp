// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/quotes_answer.h"

#include "cli/report.h"
#include "project/json_text.h"
#include "units/format.h"

#include <algorithm>
#include <ostream>
#include <utility>

namespace rigwright {

namespace {

std::string offeredText(const QuoteLine& line)
{
    if (line.substitute) {
        return "in its place " + line.substitute->text();
    }
    return line.offered.empty() ? std::string() : "in its place “" + line.offered + "”, which is unknown";
}

void printLines(std::ostream& out, const Quote& quote)
{
    TextTable table({"line", "quantity", "unit price", "days", "valid until", ""}, {1, 2, 3});
    for (const QuoteLine& line : quote.lines) {
        const auto until = quote.validUntilOf(line);
        table.add({line.part.text(), std::to_string(line.quantity),
                   line.unitPrice ? formatMoney(*line.unitPrice) : "no price",
                   line.leadTimeDays ? std::to_string(*line.leadTimeDays) : "", until ? until->iso() : "",
                   offeredText(line)});
    }
    table.print(out);
}

void printNotes(std::ostream& out, const std::vector<QuoteImportNote>& notes)
{
    for (const QuoteImportNote& note : notes) {
        const char* const kind = note.finding.severity == Severity::Blocker ? "not taken: " : "note: ";
        out << "  " << (note.row > 0 ? "row " + std::to_string(note.row) + ", " : std::string()) << kind
            << note.finding.message() << '\n';
    }
}

void printFile(std::ostream& out, const ImportedQuote& imported)
{
    const Quote& quote = imported.import.quote;
    out << imported.file << ": " << sourceOf(quote) << ", " << quote.date.iso()
        << (quote.validUntil ? ", valid until " + quote.validUntil->iso() : std::string())
        << (quote.shipping ? ", shipping " + formatMoney(*quote.shipping) : std::string()) << '\n';
    printLines(out, quote);
    printNotes(out, imported.import.notes);
    if (!imported.import.unanswered.empty()) {
        out << "  without a price:";
        for (const std::string& id : imported.import.unanswered) {
            out << ' ' << id;
        }
        out << '\n';
    }
    out << '\n';
}

std::string priceCell(const QuotedPart& part, std::size_t quote)
{
    const auto price = std::ranges::find(part.prices, quote, &QuotedPrice::quote);
    if (price == part.prices.end() || (!price->unitPrice && !price->broken)) {
        return "-";
    }
    const bool isBest = part.best && part.prices[*part.best].quote == quote;
    const std::string amount = price->unitPrice ? formatMoney(*price->unitPrice) : "?";
    if (price->expired) {
        return amount + " expired";
    }
    return amount + (price->broken ? " not usable" : isBest ? " *" : "");
}

void printComparison(std::ostream& out, const QuoteComparison& comparison, const std::vector<Quote>& quotes)
{
    std::vector<std::string> head{"unit prices, each", "quantity in all", "without quotes"};
    std::vector<std::string> totals{"total of all, with shipping", "", ""};
    std::vector<std::string> missing{"lines not offered", "", ""};
    for (const SupplierTotal& supplier : comparison.suppliers) {
        head.push_back(quotes[supplier.quote].supplier);
        totals.push_back(comparison.offersAny(supplier) ? formatMoney(supplier.total) : "-");
        missing.push_back(std::to_string(supplier.missing));
    }
    std::vector<std::size_t> numbers;
    for (std::size_t i = 1; i < head.size(); ++i) {
        numbers.push_back(i);
    }
    TextTable table(head, numbers);
    for (const QuotedPart& part : comparison.parts) {
        std::vector<std::string> row{part.description, std::to_string(part.quantity),
                                     part.unitPrice ? formatMoney(*part.unitPrice) : "no price"};
        for (std::size_t i = 0; i < quotes.size(); ++i) {
            row.push_back(priceCell(part, i));
        }
        table.add(std::move(row));
    }
    table.add(std::move(totals));
    table.add(std::move(missing));
    table.print(out);
    out << "* the cheapest that can be used. The best price of each part, for all systems together: "
        << formatMoney(comparison.cheapestMix) << ", without shipping";
    if (comparison.withoutPrice > 0) {
        out << " and " << comparison.withoutPrice << " parts without a price";
    }
    out << ".\n";
    for (const QuotedPart& part : comparison.parts) {
        for (const QuotedPrice& price : part.prices) {
            if (price.broken) {
                out << "  " << quotes[price.quote].supplier << ", " << part.description << ": "
                    << price.broken->message() << '\n';
            }
        }
    }
}

/// One line for each kind of machine, and one for all together where that is something else.
void printMachines(std::ostream& out, const QuotesAnswer& answer)
{
    const auto say = [&out](const Money& before, const Money& after) {
        out << formatMoney(before) << " without quotes and " << formatMoney(after) << " with them";
    };
    Money before(0, answer.machines.front().before.currency());
    Money after = before;
    int systems = 0;
    for (const QuotedMachine& machine : answer.machines) {
        before += machine.before * machine.systems;
        after += machine.after * machine.systems;
        systems += machine.systems;
        out << machine.systems << " × " << printableText(machine.name) << ": ";
        say(machine.before, machine.after);
        out << (machine.systems > 1 ? ", each.\n" : ".\n");
    }
    if (systems > 1) {
        out << "All " << systems << " systems together: ";
        say(before, after);
        out << ".\n";
    }
    if (answer.proposed) {
        out << "With these quotes a search proposes: " << printableText(answer.proposed->title) << ", "
            << formatMoney(answer.proposed->price) << (systems > 1 ? " each.\n" : ".\n");
    }
}

} // namespace

void printQuotes(std::ostream& out, const QuotesAnswer& answer)
{
    for (const ImportedQuote& file : answer.files) {
        printFile(out, file);
    }
    if (answer.comparison) {
        printComparison(out, *answer.comparison, answer.quotes);
    }
    if (!answer.machines.empty()) {
        printMachines(out, answer);
    }
    printFindings(out, answer.findings);
    if (!answer.saved.empty()) {
        out << "Saved: " << answer.saved << '\n';
    }
}

} // namespace rigwright
