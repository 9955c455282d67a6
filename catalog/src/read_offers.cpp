// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/read_offers.h"

#include "catalog/names.h"
#include "catalog/row.h"

namespace rigwright {

std::unordered_map<std::string, std::vector<Offer>> readPrices(Database& database)
{
    std::unordered_map<std::string, std::vector<Offer>> prices;
    Statement statement(database, "SELECT * FROM prices ORDER BY part, date");
    const Row row(statement);
    while (statement.step()) {
        prices[row.text("part")].push_back({
            .price = Money(row.integer("minor_units"), row.currency("currency")),
            .kind = row.word("kind", parsePriceKind),
            .region = row.text("region"),
            .source = row.text("source"),
            .date = row.date("date"),
        });
    }
    return prices;
}

std::vector<CloudOffer> readCloudOffers(Database& database)
{
    std::vector<CloudOffer> offers;
    Statement statement(database, "SELECT * FROM cloud_offers ORDER BY id");
    const Row row(statement);
    while (statement.step()) {
        offers.push_back({
            .id = row.text("id"),
            .provider = row.text("provider"),
            .instance = row.text("instance"),
            .gpuName = row.text("gpu_name"),
            .accelerator = PartId(row.text("accelerator")),
            .gpuCount = row.smallInteger("gpu_count"),
            .gpuMemoryEach = row.bytes("gpu_memory_bytes"),
            .vcpus = row.optionalSmallInteger("vcpus"),
            .memory = row.optionalBytes("memory_bytes"),
            .pricePerHour = MoneyRate(row.integer("price_per_hour_micros"), row.currency("currency")),
            .pricing = row.word("pricing", parsePricingModel),
            .region = row.text("region"),
            .kind = row.word("kind", parsePriceKind),
            .source = row.text("source"),
            .date = row.date("date"),
        });
    }
    return offers;
}

std::vector<ApiOffer> readApiOffers(Database& database)
{
    std::vector<ApiOffer> offers;
    Statement statement(database, "SELECT * FROM api_offers ORDER BY id");
    const Row row(statement);
    while (statement.step()) {
        const Currency currency = row.currency("currency");
        const std::optional<std::int64_t> cached = row.optionalInteger("cached_input_micros");
        offers.push_back({
            .id = row.text("id"),
            .provider = row.text("provider"),
            .providerModel = row.text("provider_model"),
            .modelName = row.text("model_name"),
            .family = row.text("family"),
            .model = ModelId(row.text("model")),
            .aggregator = row.flag("aggregator"),
            .input = MoneyRate(row.integer("input_micros"), currency),
            .output = MoneyRate(row.integer("output_micros"), currency),
            .cachedInput = cached ? std::optional(MoneyRate(*cached, currency)) : std::nullopt,
            .context = row.optionalInteger("context_tokens"),
            .maxOutput = row.optionalInteger("max_output_tokens"),
            .kind = row.word("kind", parsePriceKind),
            .source = row.text("source"),
            .date = row.date("date"),
        });
    }
    return offers;
}

std::vector<Country> readCountries(Database& database)
{
    const auto dollarRate = [](std::optional<std::int64_t> micros) {
        return micros ? std::optional(MoneyRate(*micros, Currency::usd())) : std::nullopt;
    };
    const auto intensity = [](std::optional<double> kilograms) {
        return kilograms ? std::optional(CarbonIntensity(*kilograms)) : std::nullopt;
    };
    std::vector<Country> countries;
    Statement statement(database, "SELECT * FROM countries ORDER BY code");
    const Row row(statement);
    while (statement.step()) {
        countries.push_back({
            .code = row.text("code"),
            .name = row.text("name"),
            .currency = row.currency("currency"),
            .householdElectricity = dollarRate(row.optionalInteger("household_electricity_micros")),
            .businessElectricity = dollarRate(row.optionalInteger("business_electricity_micros")),
            .taxRate = row.optionalReal("tax_rate"),
            .electricitySource = {row.text("electricity_source"),
                                  row.word("electricity_verification", parseVerification)},
            .taxSource = row.text("tax_source"),
            .carbon = intensity(row.optionalReal("carbon_kg_per_kwh")),
            .carbonSource = {row.text("carbon_source"), row.word("carbon_verification", parseVerification)},
        });
    }
    return countries;
}

ExchangeRates readExchangeRates(Database& database)
{
    std::vector<ExchangeRate> rates;
    Statement statement(database, "SELECT * FROM exchange_rates ORDER BY currency");
    const Row row(statement);
    while (statement.step()) {
        rates.push_back(
            {row.currency("currency"), row.real("per_usd"), row.date("date"), row.text("source")});
    }
    return ExchangeRates(std::move(rates));
}

} // namespace rigwright
