// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/overlay/read_overlay.h"

#include "catalog/names.h"
#include "catalog/overlay/part_records.h"
#include "catalog/read_offers.h"
#include "catalog/row.h"

#include <charconv>
#include <sqlite3.h>

namespace rigwright {

namespace {

std::vector<OverlayPart> readOwnParts(Database& database)
{
    std::vector<OverlayPart> parts;
    Statement statement(database, "SELECT " + std::string(kPartColumns) + " FROM parts ORDER BY id");
    while (statement.step()) {
        parts.push_back(partOf(statement));
    }
    return parts;
}

std::vector<OverlayPrice> readOwnPrices(Database& database)
{
    std::vector<OverlayPrice> prices;
    Statement statement(database, "SELECT * FROM prices ORDER BY part, date, kind, region, source");
    const Row row(statement);
    while (statement.step()) {
        const std::string validUntil = row.text("valid_until");
        prices.push_back(
            {.part = PartId(row.text("part")),
             .offer = {
                 .price = Money(row.integer("minor_units"), row.currency("currency")),
                 .kind = row.word("kind", parsePriceKind),
                 .region = row.text("region"),
                 .source = row.text("source"),
                 .date = row.date("date"),
                 .own = !row.flag("published"),
                 .validUntil = validUntil.empty() ? std::nullopt : std::optional(row.date("valid_until")),
                 .url = row.text("url"),
             }});
    }
    return prices;
}

std::vector<ExchangeRate> readOwnRates(Database& database)
{
    std::vector<ExchangeRate> rates;
    Statement statement(database, "SELECT * FROM exchange_rates ORDER BY currency, date");
    const Row row(statement);
    while (statement.step()) {
        rates.push_back(
            {row.currency("currency"), row.real("per_usd"), row.date("date"), row.text("source")});
    }
    return rates;
}

PricePolicy readPricePolicy(Database& database)
{
    PricePolicy policy;
    const std::string days = database.text("SELECT value FROM settings WHERE name = 'old_after_days'");
    if (days.empty()) {
        return policy;
    }
    const auto [end, error] = std::from_chars(days.data(), days.data() + days.size(), policy.oldAfterDays);
    if (error != std::errc() || end != days.data() + days.size() || policy.oldAfterDays < 0) {
        throw SqliteError(SQLITE_CORRUPT, "unexpected old_after_days '" + days + "'");
    }
    return policy;
}

} // namespace

OverlayContents readContents(Database& database)
{
    return {
        .parts = readOwnParts(database),
        .prices = readOwnPrices(database),
        .cloudOffers = readCloudOffers(database),
        .apiOffers = readApiOffers(database),
        .rates = readOwnRates(database),
        .pricePolicy = readPricePolicy(database),
    };
}

} // namespace rigwright
