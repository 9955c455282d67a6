// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/cloud_offer.h"
#include "units/error.h"

#include <string>
#include <string_view>

namespace rigwright {

/// A cloud as the shipped catalog calls it.
struct CloudProvider {
    std::string name;         ///< "Verda (DataCrunch)"
    std::string idPrefix;     ///< "verda", the front of its offers' ids
    bool marketplace = false; ///< its prices are those of many sellers
};

/// By the folder of a data set, "aws", or by the name that the catalog shows. An error lists the known ones.
[[nodiscard]] Expected<CloudProvider> findCloudProvider(std::string_view name);

/// A cloud that the user names: a known one, or one of that name. An error: the name has no letter or digit for its ids.
[[nodiscard]] Expected<CloudProvider> namedCloudProvider(std::string_view name);

/// "gcp-a2-highgpu-1g-us-central1-spot"
[[nodiscard]] std::string cloudOfferId(const CloudProvider& provider, std::string_view instance,
                                       std::string_view region, PricingModel pricing);

} // namespace rigwright
