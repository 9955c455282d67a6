// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/names.h"

#include <span>

namespace rigwright {

namespace {

template <class Enum>
struct Name {
    const char* name;
    Enum value;
};

constexpr Name<AcceleratorVendor> kVendors[] = {
    {"nvidia", AcceleratorVendor::Nvidia}, {"amd", AcceleratorVendor::Amd},
    {"intel", AcceleratorVendor::Intel},   {"apple", AcceleratorVendor::Apple},
    {"other", AcceleratorVendor::Other},
};
constexpr Name<Segment> kSegments[] = {
    {"consumer", Segment::Consumer},
    {"workstation", Segment::Workstation},
    {"datacenter", Segment::Datacenter},
};
constexpr Name<Mounting> kMountings[] = {
    {"card", Mounting::Card},
    {"passive-card", Mounting::PassiveCard},
    {"module", Mounting::Module},
    {"integrated", Mounting::Integrated},
};
constexpr Name<AttentionKind> kAttentions[] = {
    {"full", AttentionKind::Full}, {"sliding-window", AttentionKind::SlidingWindow},
    {"mla", AttentionKind::Mla},   {"recurrent", AttentionKind::Recurrent},
    {"none", AttentionKind::None},
};
// The words of the facts themselves.
const Name<PriceKind> kPriceKinds[] = {
    {priceKindName(PriceKind::Quote), PriceKind::Quote},
    {priceKindName(PriceKind::Street), PriceKind::Street},
    {priceKindName(PriceKind::List), PriceKind::List},
    {priceKindName(PriceKind::Msrp), PriceKind::Msrp},
    {priceKindName(PriceKind::Estimate), PriceKind::Estimate},
};
const Name<Verification> kVerifications[] = {
    {verificationName(Verification::Sourced), Verification::Sourced},
    {verificationName(Verification::Compared), Verification::Compared},
    {verificationName(Verification::Unverified), Verification::Unverified},
};
const Name<PricingModel> kPricingModels[] = {
    {pricingModelName(PricingModel::OnDemand), PricingModel::OnDemand},
    {pricingModelName(PricingModel::Spot), PricingModel::Spot},
    {pricingModelName(PricingModel::Reserved), PricingModel::Reserved},
    {pricingModelName(PricingModel::Marketplace), PricingModel::Marketplace},
};

template <class Enum>
std::optional<Enum> parse(std::span<const Name<Enum>> names, std::string_view text)
{
    for (const Name<Enum>& candidate : names) {
        if (candidate.name == text) {
            return candidate.value;
        }
    }
    return std::nullopt;
}

template <class Enum>
std::vector<std::string> list(std::span<const Name<Enum>> names)
{
    std::vector<std::string> result;
    for (const Name<Enum>& candidate : names) {
        result.emplace_back(candidate.name);
    }
    return result;
}

} // namespace

std::optional<AcceleratorVendor> parseVendor(std::string_view name)
{
    return parse<AcceleratorVendor>(kVendors, name);
}
std::optional<Segment> parseSegment(std::string_view name)
{
    return parse<Segment>(kSegments, name);
}
std::optional<Mounting> parseMounting(std::string_view name)
{
    return parse<Mounting>(kMountings, name);
}
std::optional<AttentionKind> parseAttention(std::string_view name)
{
    return parse<AttentionKind>(kAttentions, name);
}
std::optional<PriceKind> parsePriceKind(std::string_view name)
{
    return parse<PriceKind>(kPriceKinds, name);
}
std::optional<Verification> parseVerification(std::string_view name)
{
    return parse<Verification>(kVerifications, name);
}
std::optional<PricingModel> parsePricingModel(std::string_view name)
{
    return parse<PricingModel>(kPricingModels, name);
}

std::vector<std::string> vendorNames()
{
    return list<AcceleratorVendor>(kVendors);
}
std::vector<std::string> segmentNames()
{
    return list<Segment>(kSegments);
}
std::vector<std::string> mountingNames()
{
    return list<Mounting>(kMountings);
}
std::vector<std::string> attentionNames()
{
    return list<AttentionKind>(kAttentions);
}
std::vector<std::string> priceKindNames()
{
    return list<PriceKind>(kPriceKinds);
}
std::vector<std::string> verificationNames()
{
    return list<Verification>(kVerifications);
}
std::vector<std::string> pricingModelNames()
{
    return list<PricingModel>(kPricingModels);
}

} // namespace rigwright
