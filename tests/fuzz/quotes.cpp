// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/filled_form.h"
#include "bom/quotes/quote_import.h"
#include "bom/quotes/read_sheet.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace rigwright::fuzz {

namespace {

void check(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

bool isOneLine(const std::string& text)
{
    return !text.empty() && std::ranges::none_of(text, [](char c) { return c == '\n' || c == '\r'; });
}

Catalog knownCatalog()
{
    Catalog catalog;
    Accelerator card;
    card.info.id = PartId("card");
    card.info.name = "Card";
    card.info.partNumber = "PN-A-1";
    card.info.offers.push_back(
        {Money(800'00, Currency::usd()), PriceKind::Street, "US", "a shop", Date{2026, 8, 1}});
    Accelerator other = card;
    other.info.id = PartId("other");
    other.info.name = "Other";
    other.info.partNumber = "PN-B-1";
    catalog.accelerators = {card, other};
    catalog.rates = ExchangeRates({{Currency::parse("EUR").value(), 0.8, {2026, 11, 1}, "a bank"}});
    return catalog;
}

QuoteRequest request()
{
    QuoteRequest asked;
    asked.documentNumber = "RFQ-7";
    asked.date = Date{2026, 11, 20};
    asked.lines = {{"card", "", "Card", "PN-A-1", "", 4}, {"kit", "", "Kit", "", "", 2}};
    return asked;
}

/// What was taken can be reckoned with and shown.
void use(const QuoteImport& read)
{
    for (const QuoteLine& line : read.quote.lines) {
        check(line.part.text() == "card" || line.part.text() == "kit");
        check(line.quantity == (line.part.text() == "card" ? 4 : 2));
        check(!line.unitPrice ||
              (line.unitPrice->minorUnits() > 0 && *line.unitPrice * 100'000 > *line.unitPrice));
        check(!line.leadTimeDays || (*line.leadTimeDays >= 0 && *line.leadTimeDays <= kLongestLeadTime));
        check(!line.validUntil || *line.validUntil >= read.quote.date);
        check(!line.substitute || !line.offered.empty());
    }
    check(read.quote.lines.size() <= 2 && read.unanswered.size() <= 2);
    for (const QuoteImportNote& note : read.notes) {
        check(isOneLine(note.finding.message()));
    }
}

/// The files of a workbook, parted by a byte that XML can't hold: mutated as they are, not packed.
Expected<std::vector<FilledSheet>> readUnpacked(std::string_view text)
{
    constexpr std::array<std::string_view, 6> kNames{
        "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",       "xl/styles.xml",
        "xl/workbook.xml",          "xl/_rels/workbook.xml.rels", "_rels/.rels"};
    std::array<std::string, kNames.size()> parts;
    for (std::string& part : parts) {
        const std::size_t end = std::min(text.find('\1'), text.size());
        part = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return readWorkbook([&](const std::string& name) -> Expected<std::string> {
        const auto found = std::ranges::find(kNames, name);
        return found == kNames.end() ? std::string()
                                     : parts[static_cast<std::size_t>(found - kNames.begin())];
    });
}

} // namespace

} // namespace rigwright::fuzz

/// A form that came back: packed or as text as a whole; behind the byte 'U' the files of a workbook, unpacked.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace rigwright;
    using namespace rigwright::fuzz;
    static const Catalog catalog = knownCatalog();
    static const QuoteRequest asked = request();
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const bool isUnpacked = bytes.starts_with('U');
    const Expected<QuoteImport> read = isUnpacked
        ? readUnpacked(bytes.substr(1)).and_then([&](std::vector<FilledSheet> sheets) {
              return readQuote(std::move(sheets), asked, catalog);
          })
        : readQuote(bytes, asked, catalog);
    if (read) {
        use(*read);
    } else {
        check(isOneLine(read.error().message));
    }
    return 0;
}
