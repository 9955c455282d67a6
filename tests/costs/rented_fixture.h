// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/costs_fixture.h"
#include "costs/rented.h"
#include "costs/totals.h"

namespace rigwright {

/// What the fixture's machine answers: 25 tokens/s in answers of 256 tokens are 0.09765625 requests/s.
inline constexpr double kOwnRate = 25.0 / 256;

/// One offer, `speed` times as fast as the own machine, and whatever the assumptions are.
struct RentedCase {
    explicit RentedCase(CloudOffer offer = cloudOffer("a"), double speed = 1)
        : candidates(costCandidates(catalogOf({std::move(offer)}), machine(), requirement()).value())
    {
        const RequestsPerSecond rate(kOwnRate * speed);
        candidates.rentals.at(0).capacity = {rate, rate, rate};
    }

    [[nodiscard]] CostInputs inputs() const { return costInputs(candidates, given, factors); }
    [[nodiscard]] std::optional<RentedHours> hours(RentalTerms terms = RentalTerms::AsOffered) const
    {
        return rentedHours(inputs(), candidates.rentals.at(0), terms);
    }
    /// Finished; empty where there is none.
    [[nodiscard]] std::optional<CostScenario> find(RentalTerms terms = RentalTerms::AsOffered) const
    {
        auto scenario = rentedScenario(inputs(), candidates.rentals.at(0), terms);
        if (scenario) {
            finish(*scenario, inputs());
        }
        return scenario;
    }
    [[nodiscard]] CostScenario scenario(RentalTerms terms = RentalTerms::AsOffered) const
    {
        return find(terms).value();
    }

    CostCandidates candidates;
    CostAssumptions given = assumptions();
    FactorSettings factors;
};

/// So many requests an hour in hours of every day, none in the others.
[[nodiscard]] inline Use dailyProfile(std::initializer_list<std::pair<std::size_t, double>> hours)
{
    Use use;
    use.kind = UseKind::Profile;
    use.profile = std::vector<Requests>(24);
    for (const auto& [hour, requests] : hours) {
        use.profile.at(hour) = Requests(requests);
    }
    return use;
}

/// Requests an hour that keep the own machine busy so many times.
[[nodiscard]] inline double timesOwn(double times)
{
    return kOwnRate * 3600 * times;
}

[[nodiscard]] inline Money paidFor(const CostScenario& scenario, CostCategory category, std::size_t month)
{
    for (const CostItem& item : scenario.items) {
        if (item.category == category) {
            return item.cumulative.at(month);
        }
    }
    return {0, scenario.total.currency()};
}

} // namespace rigwright
