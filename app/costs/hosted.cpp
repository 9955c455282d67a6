// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/hosted.h"

#include "costs/cash_flow.h"

namespace rigwright {

Expected<std::vector<HostedModel>> hostedModels(const Catalog& catalog, const ModelFacts& model,
                                                const Workload& /*workload*/, Currency currency,
                                                const Date& today)
{
    std::vector<HostedModel> hosted;
    for (const ApiOffer& offer : catalog.apiOffers) {
        if (offer.model != model.id || (offer.input.micros() == 0 && offer.output.micros() == 0)) {
            continue;
        }
        const Expected<double> exchange = exchangeFactor(catalog.rates, offer.input.currency(), currency);
        if (!exchange) {
            return tl::unexpected(exchange.error());
        }
        hosted.push_back(
            {offer, HostedMatch::Same, model.name, *exchange, standingOf(offer, today, catalog.pricePolicy)});
    }
    return hosted;
}

} // namespace rigwright
