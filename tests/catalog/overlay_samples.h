// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_database.h"
#include "catalog/catalog_store.h"
#include "support/temporary_folder.h"

#include <stdexcept>

namespace rigwright {

/// A drive with all that a machine needs, and its changes.
inline PartEdit ownDrive(const std::string& id, const std::string& capacityGb = "4000")
{
    return {.id = PartId(id),
            .table = "drives",
            .isNew = true,
            .cells = {{"manufacturer", "", "Acme"},
                      {"name", "", "Rocket " + id},
                      {"capacity_gb", "", capacityGb},
                      {"form_factor", "", "M.2 2280"},
                      {"interface", "", "NVMe"},
                      {"source", "", "own measurement"},
                      {"verification", "", "unverified"}}};
}

inline PartEdit edit(const std::string& id, const std::string& table, const CellChange& cell)
{
    return {.id = PartId(id), .table = table, .isNew = false, .cells = {cell}};
}

inline Offer offerOf(const std::string& dollars, const char* date = "2026-08-01")
{
    return {.price = Money::parse(dollars, Currency::usd()).value(),
            .kind = PriceKind::Quote,
            .region = "US",
            .source = "a shop",
            .date = Date::parse(date).value()};
}

inline PriceChange priceOf(const std::string& id, const std::string& table, const std::string& dollars,
                           const char* date = "2026-08-01")
{
    return {.part = PartId(id), .table = table, .offer = offerOf(dollars, date)};
}

inline CatalogChanges only(PartEdit change)
{
    CatalogChanges changes;
    changes.parts.push_back(std::move(change));
    return changes;
}

inline CatalogChanges only(PriceChange change)
{
    CatalogChanges changes;
    changes.prices.push_back(std::move(change));
    return changes;
}

inline CatalogChanges only(MarksChange change)
{
    CatalogChanges changes;
    changes.marks.push_back(std::move(change));
    return changes;
}

inline CatalogChanges removal(const std::string& id)
{
    CatalogChanges changes;
    changes.removedParts.emplace_back(id);
    return changes;
}

/// The message of an error; empty: there was none.
template <class Value>
std::string messageOf(const Expected<Value>& result)
{
    return result ? std::string() : result.error().message;
}

/// A user's catalog in a folder of its own, over the shipped one.
class OwnCatalog {
public:
    [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "own" / "catalog.sqlite"; }
    [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }
    [[nodiscard]] CatalogStore store() const
    {
        return CatalogStore::open(findCatalog().value(), path()).value();
    }
    [[nodiscard]] Overlay overlay() const { return Overlay::open(path()).value(); }

private:
    TemporaryFolder folder_;
};

} // namespace rigwright
