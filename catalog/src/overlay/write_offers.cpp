// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/overlay/write_offers.h"

#include "catalog/overlay/text_checks.h"

#include <cmath>
#include <initializer_list>
#include <utility>

namespace rigwright {

namespace {

using NamedText = std::pair<const char*, const std::string*>;

SqlValue orNull(const std::string& text)
{
    return text.empty() ? SqlValue() : SqlValue(text);
}

template <class Number>
SqlValue orNull(const std::optional<Number>& number)
{
    return number ? SqlValue(std::int64_t{*number}) : SqlValue();
}

/// Every text is one line; those that are needed are not empty.
Expected<void> checkTexts(const std::string& what, std::initializer_list<NamedText> needed,
                          std::initializer_list<NamedText> others)
{
    for (const auto& [name, text] : needed) {
        if (text->empty()) {
            return fail(what + ": " + name + ": expected a text, got nothing");
        }
    }
    for (const auto& texts : {needed, others}) {
        for (const auto& [name, text] : texts) {
            if (const Expected<void> checked = checkLine(what + ": " + name, *text); !checked) {
                return checked;
            }
        }
    }
    return {};
}

Expected<void> check(const CloudOffer& offer)
{
    const std::string what = "cloud offer '" + offer.id + "'";
    if (offer.gpuCount <= 0 || offer.gpuMemoryEach.value() <= 0) {
        return fail(what + ": expected GPUs with memory");
    }
    if (offer.pricePerHour.micros() <= 0) {
        return fail(what + ": expected a price above zero, got " + offer.pricePerHour.decimal());
    }
    return checkTexts(what,
                      {{"id", &offer.id},
                       {"provider", &offer.provider},
                       {"instance", &offer.instance},
                       {"GPU", &offer.gpuName},
                       {"region", &offer.region},
                       {"source", &offer.source}},
                      {{"accelerator", &offer.accelerator.text()}});
}

Expected<void> check(const ApiOffer& offer)
{
    const std::string what = "API offer '" + offer.id + "'";
    const Currency currency = offer.input.currency();
    if (offer.output.currency() != currency ||
        (offer.cachedInput && offer.cachedInput->currency() != currency)) {
        return fail(what + ": expected all its prices in one currency");
    }
    if (offer.input.micros() < 0 || offer.output.micros() < 0 ||
        (offer.cachedInput && offer.cachedInput->micros() < 0)) {
        return fail(what + ": expected no price below zero");
    }
    return checkTexts(what,
                      {{"id", &offer.id},
                       {"provider", &offer.provider},
                       {"model", &offer.providerModel},
                       {"name", &offer.modelName},
                       {"source", &offer.source}},
                      {{"family", &offer.family}, {"catalog's model", &offer.model.text()}});
}

Expected<void> check(const ExchangeRate& rate)
{
    const std::string what = "exchange rate of " + rate.currency.code();
    if (!std::isfinite(rate.perUsd) || rate.perUsd <= 0) {
        return fail(what + ": expected a number above zero");
    }
    return checkTexts(what, {{"source", &rate.source}}, {});
}

} // namespace

OfferWriter::OfferWriter(Database& database)
    : cloud_(database,
             "INSERT INTO cloud_offers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
             "ON CONFLICT (id) DO UPDATE SET provider = excluded.provider, "
             "instance = excluded.instance, gpu_name = excluded.gpu_name, "
             "accelerator = excluded.accelerator, gpu_count = excluded.gpu_count, "
             "gpu_memory_bytes = excluded.gpu_memory_bytes, vcpus = excluded.vcpus, "
             "memory_bytes = excluded.memory_bytes, "
             "price_per_hour_micros = excluded.price_per_hour_micros, "
             "currency = excluded.currency, pricing = excluded.pricing, "
             "region = excluded.region, kind = excluded.kind, source = excluded.source, "
             "date = excluded.date")
    , api_(database,
           "INSERT INTO api_offers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
           "ON CONFLICT (id) DO UPDATE SET provider = excluded.provider, "
           "provider_model = excluded.provider_model, model_name = excluded.model_name, "
           "family = excluded.family, model = excluded.model, "
           "aggregator = excluded.aggregator, input_micros = excluded.input_micros, "
           "output_micros = excluded.output_micros, "
           "cached_input_micros = excluded.cached_input_micros, "
           "currency = excluded.currency, context_tokens = excluded.context_tokens, "
           "max_output_tokens = excluded.max_output_tokens, kind = excluded.kind, "
           "source = excluded.source, date = excluded.date")
    , rate_(database,
            "INSERT INTO exchange_rates (currency, per_usd, date, source) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (currency, date) DO UPDATE SET per_usd = excluded.per_usd, "
            "source = excluded.source")
{ }

Expected<void> OfferWriter::put(const CloudOffer& offer)
{
    if (const Expected<void> checked = check(offer); !checked) {
        return checked;
    }
    int parameter = 0;
    cloud_.bind(++parameter, offer.id);
    cloud_.bind(++parameter, offer.provider);
    cloud_.bind(++parameter, offer.instance);
    cloud_.bind(++parameter, offer.gpuName);
    cloud_.bind(++parameter, orNull(offer.accelerator.text()));
    cloud_.bind(++parameter, std::int64_t{offer.gpuCount});
    cloud_.bind(++parameter, offer.gpuMemoryEach.value());
    cloud_.bind(++parameter, orNull(offer.vcpus));
    cloud_.bind(++parameter, offer.memory ? SqlValue(offer.memory->value()) : SqlValue());
    cloud_.bind(++parameter, offer.pricePerHour.micros());
    cloud_.bind(++parameter, offer.pricePerHour.currency().code());
    cloud_.bind(++parameter, pricingModelName(offer.pricing));
    cloud_.bind(++parameter, offer.region);
    cloud_.bind(++parameter, priceKindName(offer.kind));
    cloud_.bind(++parameter, offer.source);
    cloud_.bind(++parameter, offer.date.iso());
    cloud_.run();
    return {};
}

Expected<void> OfferWriter::put(const ApiOffer& offer)
{
    if (const Expected<void> checked = check(offer); !checked) {
        return checked;
    }
    int parameter = 0;
    api_.bind(++parameter, offer.id);
    api_.bind(++parameter, offer.provider);
    api_.bind(++parameter, offer.providerModel);
    api_.bind(++parameter, offer.modelName);
    api_.bind(++parameter, offer.family);
    api_.bind(++parameter, orNull(offer.model.text()));
    api_.bind(++parameter, std::int64_t{offer.aggregator});
    api_.bind(++parameter, offer.input.micros());
    api_.bind(++parameter, offer.output.micros());
    api_.bind(++parameter, offer.cachedInput ? SqlValue(offer.cachedInput->micros()) : SqlValue());
    api_.bind(++parameter, offer.input.currency().code());
    api_.bind(++parameter, orNull(offer.context));
    api_.bind(++parameter, orNull(offer.maxOutput));
    api_.bind(++parameter, priceKindName(offer.kind));
    api_.bind(++parameter, offer.source);
    api_.bind(++parameter, offer.date.iso());
    api_.run();
    return {};
}

Expected<void> OfferWriter::put(const ExchangeRate& rate)
{
    if (const Expected<void> checked = check(rate); !checked) {
        return checked;
    }
    rate_.bind(1, rate.currency.code());
    rate_.bind(2, rate.perUsd);
    rate_.bind(3, rate.date.iso());
    rate_.bind(4, rate.source);
    rate_.run();
    return {};
}

} // namespace rigwright
