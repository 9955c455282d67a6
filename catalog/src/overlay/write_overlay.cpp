// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/overlay/write_overlay.h"

#include "catalog/overlay/write_offers.h"
#include "catalog/overlay/write_parts.h"

namespace rigwright {

namespace {

constexpr std::int64_t kRowsBetweenReports = 1'000;

/// Counts rows and asks now and then whether to go on.
class Rows {
public:
    Rows(const Progress& progress, std::size_t total)
        : progress_(&progress)
        , total_(static_cast<std::int64_t>(total))
    { }

    /// Writes each row; stops at the first error.
    template <class Row, class Write>
    [[nodiscard]] Expected<void> each(const std::vector<Row>& rows, Write&& write)
    {
        for (const Row& row : rows) {
            if (const Expected<void> written = write(row); !written) {
                return written;
            }
            if (++done_ % kRowsBetweenReports == 0 && !report()) {
                return fail("stopped; nothing was changed");
            }
        }
        return {};
    }

    [[nodiscard]] bool report() const { return !*progress_ || (*progress_)(done_, total_); }

private:
    const Progress* progress_;
    std::int64_t total_;
    std::int64_t done_ = 0;
};

} // namespace

Expected<void> writeChanges(Database& database, const CatalogChanges& changes, const Progress& progress,
                            const ShippedParts& shipped)
{
    PartWriter parts(database, shipped);
    OfferWriter offers(database);
    Rows rows(progress, changes.size());
    return rows.each(changes.removedParts, [&](const PartId& id) { return parts.remove(id); })
        .and_then(
            [&] { return rows.each(changes.parts, [&](const auto& part) { return parts.change(part); }); })
        .and_then(
            [&] { return rows.each(changes.marks, [&](const auto& mark) { return parts.mark(mark); }); })
        .and_then(
            [&] { return rows.each(changes.prices, [&](const auto& price) { return parts.price(price); }); })
        .and_then([&] {
            return rows.each(changes.cloudOffers, [&](const auto& offer) { return offers.put(offer); });
        })
        .and_then([&] {
            return rows.each(changes.apiOffers, [&](const auto& offer) { return offers.put(offer); });
        })
        .and_then(
            [&] { return rows.each(changes.rates, [&](const auto& rate) { return offers.put(rate); }); })
        .and_then([&]() -> Expected<void> {
            parts.tidy();
            if (!rows.report()) {
                return fail("stopped; nothing was changed");
            }
            return {};
        });
}

void writePricePolicy(Database& database, const PricePolicy& policy)
{
    Statement put(database,
                  "INSERT INTO settings (name, value) VALUES ('old_after_days', ?) "
                  "ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    put.bind(1, std::to_string(policy.oldAfterDays));
    put.run();
}

} // namespace rigwright
