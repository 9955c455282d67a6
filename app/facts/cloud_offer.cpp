// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/cloud_offer.h"

namespace rigwright {

const char* pricingModelName(PricingModel model)
{
    switch (model) {
    case PricingModel::OnDemand: return "on-demand";
    case PricingModel::Spot: return "spot";
    case PricingModel::Reserved: return "reserved";
    case PricingModel::Marketplace: return "marketplace";
    }
    return "on-demand";
}

} // namespace rigwright
