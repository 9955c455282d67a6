// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/sqlite.h"
#include "facts/api_offer.h"
#include "facts/cloud_offer.h"
#include "facts/region.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace rigwright {

/// The price history of each part, oldest first.
[[nodiscard]] std::unordered_map<std::string, std::vector<Offer>> readPrices(Database& database);
[[nodiscard]] std::vector<CloudOffer> readCloudOffers(Database& database);
[[nodiscard]] std::vector<ApiOffer> readApiOffers(Database& database);
[[nodiscard]] std::vector<Country> readCountries(Database& database);
[[nodiscard]] ExchangeRates readExchangeRates(Database& database);

} // namespace rigwright
