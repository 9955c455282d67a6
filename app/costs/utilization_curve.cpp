// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/utilization_curve.h"

#include "costs/cash_flow.h"
#include "costs/sensitivity.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace rigwright {

namespace {

constexpr int kPoints = 40;
/// A crossing lies between two shares that are this near to each other.
constexpr double kPrecision = 0.0005;

/// A rising row of shares to 1 that is dense where lines are steep, with the present one.
std::vector<double> sharesAround(double present)
{
    std::vector<double> shares;
    for (int i = 1; i <= kPoints; ++i) {
        const double root = static_cast<double>(i) / kPoints;
        shares.push_back(root * root);
    }
    if (present > 0 && present <= 1) {
        // A neighbour that differs in the last binary places would be the same point twice.
        std::erase_if(shares, [present](double share) { return std::abs(share - present) < 1e-9; });
        shares.insert(std::ranges::upper_bound(shares, present), present);
    }
    return shares;
}

class Curve {
public:
    /// `capacity`: what the own machines answer in a month.
    Curve(const CostComparison& comparison, const CostCandidates& candidates, Requests capacity)
        : comparison_(comparison)
        , candidates_(candidates)
        , present_(comparison.traffic.requests / capacity)
        , assumptions_(comparison.assumptions)
    { }

    [[nodiscard]] UtilizationCurve drawn()
    {
        const auto cloud = comparison_.breakEven.against;
        const auto api = comparison_.apiBreakEven.against;
        UtilizationCurve curve;
        Crossing cheaperThanCloud;
        Crossing cheaperThanApi;
        for (const double share : sharesAround(present_)) {
            const CostInputs inputs = inputsAt(share);
            const CostScenario own = again(comparison_, 0, inputs).value();
            UtilizationPoint point{share, own.perMillionTokens, {}, {}};
            point.cloud = follow(cheaperThanCloud, share, cloud, own, inputs);
            point.api = follow(cheaperThanApi, share, api, own, inputs);
            curve.points.push_back(point);
        }
        curve.cheaperThanCloudFrom = refined(cheaperThanCloud, cloud);
        curve.cheaperThanApiFrom = refined(cheaperThanApi, api);
        return curve;
    }

private:
    /// Between which points owning becomes the cheaper one for good.
    struct Crossing {
        std::optional<double> dearer;  ///< the last point at which it costs more
        std::optional<double> cheaper; ///< the first after it at which it doesn't
    };

    /// Hours in use can be asked for where there are none as yet; requests can only be multiplied.
    [[nodiscard]] CostInputs inputsAt(double share)
    {
        Use& use = assumptions_.use;
        use = comparison_.assumptions.use;
        if (share == present_) {
            return costInputs(candidates_, assumptions_);
        }
        if (use.kind == UseKind::Hours) {
            use.utilization = share;
        } else {
            use = scaled(use, share / present_);
        }
        return costInputs(candidates_, assumptions_);
    }

    [[nodiscard]] std::optional<MoneyRate> follow(Crossing& crossing, double share,
                                                  std::optional<std::size_t> index, const CostScenario& own,
                                                  const CostInputs& inputs) const
    {
        const std::optional<CostScenario> other = index ? again(comparison_, *index, inputs) : std::nullopt;
        if (!other) {
            return std::nullopt;
        }
        if (own.service == Service::Same) {
            if (own.total > other->total) {
                crossing = {share, std::nullopt};
            } else if (!crossing.cheaper) {
                crossing.cheaper = share;
            }
        }
        return other->perMillionTokens;
    }

    [[nodiscard]] bool isOwnDearer(double share, std::size_t index)
    {
        const CostInputs inputs = inputsAt(share);
        const std::optional<CostScenario> other = again(comparison_, index, inputs);
        return other && again(comparison_, 0, inputs)->total > other->total;
    }

    [[nodiscard]] std::optional<double> refined(Crossing crossing, std::optional<std::size_t> index)
    {
        if (!crossing.cheaper || !crossing.dearer) {
            return crossing.cheaper;
        }
        while (*crossing.cheaper - *crossing.dearer > kPrecision * *crossing.cheaper) {
            const double middle = (*crossing.cheaper + *crossing.dearer) / 2;
            (isOwnDearer(middle, *index) ? crossing.dearer : crossing.cheaper) = middle;
        }
        return crossing.cheaper;
    }

    const CostComparison& comparison_;
    const CostCandidates& candidates_;
    double present_;              ///< share of what the own machines answer in a month
    CostAssumptions assumptions_; ///< with the use that is asked for
};

} // namespace

UtilizationCurve utilizationCurve(const CostComparison& comparison, const CostCandidates& candidates)
{
    const bool isScalable =
        comparison.assumptions.use.kind == UseKind::Hours || comparison.traffic.requests > Requests();
    if (!candidates.capacity || candidates.capacity->mid <= RequestsPerSecond() || !isScalable ||
        isTraining(candidates.workload.kind)) {
        return {};
    }
    const RequestsPerSecond capacity = candidates.capacity->mid * comparison.assumptions.purchase.machines;
    try {
        return Curve(comparison, candidates, capacity * Hours(kHoursPerMonth)).drawn();
    } catch (const std::overflow_error&) {
        return {}; // what full use costs is too large for an amount
    }
}

} // namespace rigwright
