// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/offer.h"
#include "units/id.h"
#include "units/units.h"

#include <optional>
#include <string>

namespace rigwright {

enum class PricingModel { OnDemand, Spot, Reserved, Marketplace };

/// The name in tables and JSON: "on-demand", "spot", "reserved", "marketplace".
[[nodiscard]] const char* pricingModelName(PricingModel model);

/// An instance that can be rented by the hour.
struct CloudOffer {
    std::string id; ///< stable: provider, instance, region and pricing model
    std::string provider;
    std::string instance;
    std::string gpuName; ///< as the provider prints it
    PartId accelerator;  ///< the catalog's accelerator; empty: not in the catalog
    int gpuCount = 0;
    Bytes gpuMemoryEach;
    std::optional<int> vcpus;
    std::optional<Bytes> memory;
    MoneyRate pricePerHour; ///< of the whole instance
    PricingModel pricing = PricingModel::OnDemand;
    std::string region;
    PriceKind kind = PriceKind::List;
    std::string source;
    Date date;
};

} // namespace rigwright
