// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/sqlite.h"
#include "facts/api_offer.h"
#include "facts/cloud_offer.h"
#include "facts/region.h"

namespace rigwright {

/// Writes what is offered by the hour or the token, and what a dollar buys; each replaces the row with its key. Inside the caller's
/// transaction. An error says what is wrong with the row; SqliteError is thrown.
class OfferWriter {
public:
    explicit OfferWriter(Database& database);

    [[nodiscard]] Expected<void> put(const CloudOffer& offer);
    [[nodiscard]] Expected<void> put(const ApiOffer& offer);
    [[nodiscard]] Expected<void> put(const ExchangeRate& rate);

private:
    Statement cloud_;
    Statement api_;
    Statement rate_;
};

} // namespace rigwright
