// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/csv_rows.h"
#include "catalog/import/foreign_cells.h"
#include "catalog/import/foreign_readers.h"
#include "catalog/import/plain_number.h"
#include "catalog/import/strict_json.h"

#include <algorithm>
#include <set>

namespace rigwright {

namespace {

using nlohmann::json;

constexpr std::size_t kLargestFile = std::size_t{4} << 20;
constexpr double kLeastRate = 1e-6;
constexpr double kMostRate = 1e9;
/// A rate that moved by more since the catalog's is taken for a typing error.
constexpr double kMostMove = 3;
constexpr int kMostDecimals = 12;

/// The rates of one file, before they are compared with the catalog's.
class RatesFile {
public:
    RatesFile(const ImportRequest& request, const Catalog& catalog, PreviewBuilder& builder)
        : request_(request)
        , catalog_(catalog)
        , builder_(builder)
    { }

    Expected<void> readJson(const std::filesystem::path& path);
    Expected<void> readCsv(const std::filesystem::path& path);

private:
    struct Place {
        std::size_t line = 0;
        std::string field;
    };

    Expected<void> takeTable(const std::string& base, const json& rates, const Date& date,
                             const std::string& source);
    void takeRow(const CsvRows& rows, std::size_t currency, std::size_t perUsd);
    void take(const std::string& code, double perUsd, const Date& date, const std::string& source,
              const Place& place);
    [[nodiscard]] std::optional<Date> dateIn(const json& document);
    [[nodiscard]] Date undated();

    const ImportRequest& request_;
    const Catalog& catalog_;
    PreviewBuilder& builder_;
    std::set<std::string> taken_; ///< codes
};

Date RatesFile::undated()
{
    const Date date = request_.pricesOf.value_or(request_.today);
    builder_.note("The rates say no day: they count as of " + date.iso() + ".");
    return date;
}

std::optional<Date> RatesFile::dateIn(const json& document)
{
    const auto found = document.find("date");
    if (found == document.end() || !found->is_string()) {
        return undated();
    }
    const Expected<Date> date = Date::parse(found->get<std::string>());
    return date ? std::optional(*date) : std::nullopt;
}

/// The object whose name is its base, as in {"date": …, "usd": {"eur": 0.85}}, or nothing.
std::string baseByName(const json& document)
{
    for (const auto& [key, value] : document.items()) {
        if (value.is_object() && key.size() == 3 && key != "rates") {
            return key;
        }
    }
    return {};
}

/// Under one of two names.
const json* memberOf(const json& document, const char* name, const char* other)
{
    for (const char* key : {name, other}) {
        if (const auto found = document.find(key); found != document.end()) {
            return &*found;
        }
    }
    return nullptr;
}

Expected<void> RatesFile::readJson(const std::filesystem::path& path)
{
    const Expected<std::string> text = readTextFile(path, kLargestFile);
    if (!text) {
        return tl::unexpected(text.error());
    }
    const Expected<json> document = parseStrictJson(*text);
    if (!document) {
        return tl::unexpected(document.error());
    }
    if (!document->is_object()) {
        return fail(std::string("expected an object of exchange rates, got ") + jsonKind(*document));
    }
    const std::optional<Date> date = dateIn(*document);
    if (!date) {
        return fail("date: expected a day such as 2026-08-18");
    }
    const std::string file = tidied(path.filename().string());
    const json* base = memberOf(*document, "base", "base_code");
    const json* rates = memberOf(*document, "rates", "conversion_rates");
    if (base != nullptr && base->is_string() && rates != nullptr && rates->is_object()) {
        return takeTable(base->get<std::string>(), *rates, *date, "exchange-rate API, " + file);
    }
    if (const std::string name = baseByName(*document); !name.empty()) {
        return takeTable(name, document->at(name), *date, "fawazahmed0/currency-api " + file);
    }
    return fail(
        R"(expected rates such as {"date": "2026-09-29", "usd": {"eur": 0.85}} or {"base": "USD", "rates": {…}})");
}

/// A number above zero, else nothing.
std::optional<double> rateOf(const json& value)
{
    const double rate = value.is_number() ? value.get<double>() : 0;
    return rate > 0 ? std::optional(rate) : std::nullopt;
}

Expected<void> RatesFile::takeTable(const std::string& base, const json& rates, const Date& date,
                                    const std::string& source)
{
    double dollarsOfBase = 1; // how many units of the base one dollar is: 1 when it is the dollar
    const bool baseIsDollar = nameKey(base) == "usd";
    if (!baseIsDollar) {
        const json* usd = memberOf(rates, "USD", "usd");
        const std::optional<double> rate = usd != nullptr ? rateOf(*usd) : std::nullopt;
        if (!rate) {
            return fail("the rates are to " + quotedCell(base) +
                        " and have none of the US dollar to convert by");
        }
        dollarsOfBase = *rate;
        ++builder_.preview().rows;
        take(base, 1 / dollarsOfBase, date, source, {0, base});
    }
    for (const auto& [code, value] : rates.items()) {
        if (nameKey(code) == nameKey(base) || nameKey(code) == "usd") {
            continue;
        }
        ++builder_.preview().rows;
        if (!Currency::parse(code)) {
            ++builder_.preview().passedOver;
        } else if (const std::optional<double> rate = rateOf(value)) {
            take(code, *rate / dollarsOfBase, date, source, {0, code});
        } else {
            builder_.problem(0, code, std::string("expected a number above zero, got ") + jsonKind(value));
        }
    }
    return {};
}

Expected<void> RatesFile::readCsv(const std::filesystem::path& path)
{
    Expected<CsvRows> rows = CsvRows::open(path, builder_);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    const std::optional<std::size_t> currency = rows->header().find("currency");
    const std::optional<std::size_t> perUsd = rows->header().find("per_usd");
    if (!currency || !perUsd) {
        return fail(builder_.fileName() + ": expected the columns currency and per_usd");
    }
    while (true) {
        const Expected<bool> more = rows->next();
        if (!more) {
            return tl::unexpected(more.error());
        }
        if (!*more) {
            return {};
        }
        takeRow(*rows, *currency, *perUsd);
    }
}

void RatesFile::takeRow(const CsvRows& rows, std::size_t currency, std::size_t perUsd)
{
    const auto cell = [&](std::string_view name) {
        const std::optional<std::size_t> at = rows.header().find(name);
        return at ? rows.cells()[*at] : std::string();
    };
    const std::string& code = rows.cells()[currency];
    if (!Currency::parse(code)) {
        ++builder_.preview().passedOver;
        return;
    }
    const DecimalMark mark = rows.header().separator == ';' ? DecimalMark::Comma : DecimalMark::Point;
    const Expected<std::string> number = plainNumber(rows.cells()[perUsd], kMostDecimals, mark);
    const std::optional<double> rate = number ? realNumber(*number, kLeastRate, kMostRate) : std::nullopt;
    if (!rate) {
        builder_.problem(rows.line(), "per_usd",
                         number ? "expected a number from 0.000001 to 1000000000, got " +
                                 quotedCell(rows.cells()[perUsd])
                                : number.error().message);
        return;
    }
    const Expected<std::string> day =
        cell("date").empty() ? Expected<std::string>(undated().iso()) : plainDate(cell("date"));
    const Expected<Date> date = day.and_then(Date::parse);
    if (!date) {
        builder_.problem(rows.line(), "date", date.error().message);
        return;
    }
    const std::string named = tidied(cell("source"));
    const std::string source = named.empty() ? tidied(builder_.fileName()) : named;
    take(code, *rate, *date, source, {rows.line(), "per_usd"});
}

void RatesFile::take(const std::string& code, double perUsd, const Date& date, const std::string& source,
                     const Place& place)
{
    const Expected<Currency> currency = Currency::parse(code);
    if (!currency || *currency == Currency::usd()) {
        ++builder_.preview().passedOver;
        return;
    }
    if (!taken_.insert(currency->code()).second) {
        builder_.problem(place.line, place.field, currency->code() + " has two rates: the first one counts");
        return;
    }
    const ExchangeRate* known = catalog_.rates.find(*currency);
    const double move = known != nullptr ? perUsd / known->perUsd : 1;
    if (perUsd < kLeastRate || perUsd > kMostRate || move > kMostMove || move < 1 / kMostMove) {
        builder_.problem(place.line, place.field,
                         "one US dollar would buy " + numberCell(perUsd) + " " + currency->code() +
                             (known == nullptr ? std::string()
                                               : ", where the catalog says " + numberCell(known->perUsd) +
                                      " on " + known->date.iso()) +
                             ": not taken");
        return;
    }
    ImportPreview& preview = builder_.preview();
    preview.matched += known != nullptr ? 1 : 0;
    if (known != nullptr && known->date > date) {
        ++preview.unchanged;
        builder_.note("Rates older than the catalog's are left as they are.");
    } else if (known != nullptr && known->perUsd == perUsd && known->date == date &&
               known->source == source) {
        ++preview.unchanged;
    } else {
        preview.changes.rates.push_back({*currency, perUsd, date, source});
    }
}

bool isCsv(const ImportFile& file)
{
    return file.path.extension() != ".json";
}

bool recognises(const ImportFile& file)
{
    if (file.path.extension() == ".json") {
        const auto has = [&](std::string_view text) { return file.head.find(text) != std::string::npos; };
        const bool table = has("\"rates\"") || has("\"conversion_rates\"");
        const bool byName = has("\"date\"") && (has("\"eur\"") || has("\"usd\""));
        return !has("opendb_id") && ((table && has("\"base")) || byName);
    }
    const std::optional<CsvHeader> header = headerOf(file);
    return header && header->find("currency") && header->find("per_usd");
}

Expected<ImportPreview> preview(const ImportSource& source, const ImportRequest& request,
                                const CatalogView& view, const Progress& progress)
{
    PreviewBuilder builder(source, ImportFormat::ExchangeRates, progress);
    for (const ImportFile& file : source.files) {
        RatesFile rates(request, *view.catalog, builder);
        if (isCsv(file)) {
            if (Expected<void> read = rates.readCsv(file.path); !read) {
                return tl::unexpected(read.error());
            }
            continue;
        }
        builder.startFile(file.path);
        if (Expected<void> going = builder.advance(0); !going) {
            return tl::unexpected(going.error());
        }
        if (const Expected<void> read = rates.readJson(file.path); !read) {
            if (!source.isFolder) {
                return fail(file.path.string() + ": " + read.error().message);
            }
            builder.problem(0, "", read.error().message);
        }
    }
    return builder.take();
}

} // namespace

ImportReader exchangeRatesReader()
{
    return {ImportFormat::ExchangeRates, recognises, preview};
}

} // namespace rigwright
