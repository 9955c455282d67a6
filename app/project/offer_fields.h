// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/names.h"
#include "facts/api_offer.h"
#include "facts/cloud_offer.h"
#include "facts/offer.h"
#include "facts/parts.h"
#include "facts/region.h"
#include "project/json_fields.h"

// Sources, prices and offers, as they stand in excerpts.
namespace rigwright {

/// Units of a currency for a dollar: beyond these, amounts leave their range.
inline constexpr double kLeastRate = 1e-6;
inline constexpr double kMostRate = 1e9;

template <class Visit, class Source>
requires std::is_same_v<std::remove_const_t<Source>, Provenance>
void visitFields(Visit& visit, Source& source)
{
    visit("source", source.source);
    visit.named("state", source.state, verificationName, parseVerification);
    visit("date", source.date);
}

template <class Visit, class Price>
requires std::is_same_v<std::remove_const_t<Price>, Offer>
void visitFields(Visit& visit, Price& offer)
{
    visit("price", offer.price);
    visit.named("kind", offer.kind, priceKindName, parsePriceKind);
    visit("region", offer.region);
    visit("source", offer.source);
    visit("date", offer.date);
    visit("own", offer.own);
    visit("valid_until", offer.validUntil);
    visit("url", offer.url);
}

template <class Visit, class Facts>
requires std::is_same_v<std::remove_const_t<Facts>, SpecGroup>
void visitFields(Visit& visit, Facts& group)
{
    visit("name", group.name);
    visit.member("provenance", group.provenance);
}

template <class Visit, class Rate>
requires std::is_same_v<std::remove_const_t<Rate>, ExchangeRate>
void visitFields(Visit& visit, Rate& rate)
{
    visit("currency", rate.currency);
    visit("per_usd", rate.perUsd);
    visit("date", rate.date);
    visit("source", rate.source);
}

template <class Visit, class Facts>
requires std::is_same_v<std::remove_const_t<Facts>, Country>
void visitFields(Visit& visit, Facts& country)
{
    visit("code", country.code);
    visit("name", country.name);
    visit("currency", country.currency);
    visit("household_electricity", country.householdElectricity);
    visit("business_electricity", country.businessElectricity);
    visit("tax_rate", country.taxRate);
    visit.member("electricity_source", country.electricitySource);
    visit("tax_source", country.taxSource);
    visit("carbon_kg_per_kwh", country.carbon);
    visit.member("carbon_source", country.carbonSource);
}

template <class Visit, class Rental>
requires std::is_same_v<std::remove_const_t<Rental>, CloudOffer>
void visitFields(Visit& visit, Rental& offer)
{
    visit("id", offer.id);
    visit("provider", offer.provider);
    visit("instance", offer.instance);
    visit("gpu_name", offer.gpuName);
    visit("accelerator", offer.accelerator);
    visit("gpu_count", offer.gpuCount);
    visit("gpu_memory_bytes", offer.gpuMemoryEach);
    visit("vcpus", offer.vcpus);
    visit("memory_bytes", offer.memory);
    visit("price_per_hour", offer.pricePerHour);
    visit.named("pricing", offer.pricing, pricingModelName, parsePricingModel);
    visit("region", offer.region);
    visit.named("kind", offer.kind, priceKindName, parsePriceKind);
    visit("source", offer.source);
    visit("date", offer.date);
}

template <class Visit, class Hosted>
requires std::is_same_v<std::remove_const_t<Hosted>, ApiOffer>
void visitFields(Visit& visit, Hosted& offer)
{
    visit("id", offer.id);
    visit("provider", offer.provider);
    visit("provider_model", offer.providerModel);
    visit("model_name", offer.modelName);
    visit("family", offer.family);
    visit("model", offer.model);
    visit("aggregator", offer.aggregator);
    visit("input", offer.input);
    visit("output", offer.output);
    visit("cached_input", offer.cachedInput);
    visit("context", offer.context);
    visit("max_output", offer.maxOutput);
    visit.named("kind", offer.kind, priceKindName, parsePriceKind);
    visit("source", offer.source);
    visit("date", offer.date);
}

} // namespace rigwright
