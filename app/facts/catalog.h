// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/api_offer.h"
#include "facts/claim.h"
#include "facts/cloud_offer.h"
#include "facts/model_facts.h"
#include "facts/parts.h"
#include "facts/region.h"

#include <vector>

namespace rigwright {

/// Everything that the catalog knows, in memory: an immutable value that any thread may read.
struct Catalog {
    int schemaVersion = 0;
    Date date;        ///< of the newest price
    Date sourcesRead; ///< newest day on which a source of the parts was read
    std::vector<Accelerator> accelerators;
    std::vector<Accelerator>
        cards; ///< makers' cards: the accelerator's rates, the card's own size, power, sockets and prices
    std::vector<Cpu> cpus;
    std::vector<Board> boards;
    std::vector<MemoryKit> memory;
    std::vector<Drive> drives;
    std::vector<PowerSupply> powerSupplies;
    std::vector<Case> cases;
    std::vector<Cooler> coolers;
    std::vector<NetworkCard> networkCards;
    std::vector<CompleteSystem> systems;
    std::vector<ModelFacts> models;
    std::vector<CloudOffer> cloudOffers;
    std::vector<ApiOffer> apiOffers;
    std::vector<Country> countries;
    ExchangeRates rates;
    std::vector<Claim> claims;
    PricePolicy pricePolicy;

    [[nodiscard]] std::size_t partCount() const;
};

/// The part with this id in one table of the catalog, or null.
template <class Part>
[[nodiscard]] const Part* findPart(const std::vector<Part>& parts, const PartId& id)
{
    for (const Part& part : parts) {
        if (part.info.id == id) {
            return &part;
        }
    }
    return nullptr;
}

/// The accelerator or maker's card with this id, or null.
[[nodiscard]] const Accelerator* acceleratorOf(const Catalog& catalog, const PartId& id);

struct PartReference {
    PartCategory category = PartCategory::Accelerator;
    const PartInfo* info = nullptr; ///< null: no such part
};

/// Looks for a part in every table.
[[nodiscard]] PartReference findAnyPart(const Catalog& catalog, const PartId& id);

/// The model, or an error that names the closest ids.
[[nodiscard]] Expected<const ModelFacts*> findModel(const Catalog& catalog, const std::string& id);
/// The accelerator or maker's card, or an error that names the closest ids.
[[nodiscard]] Expected<const Accelerator*> findAccelerator(const Catalog& catalog, const std::string& id);
/// The CPU, or an error that names the closest ids.
[[nodiscard]] Expected<const Cpu*> findCpu(const Catalog& catalog, const std::string& id);

} // namespace rigwright
