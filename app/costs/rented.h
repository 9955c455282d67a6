// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/inputs.h"
#include "costs/scenario.h"

#include <optional>

namespace rigwright {

/// How much of a rental the requests take.
struct RentedHours {
    int instances = 1; ///< at the peak
    Hours billed;      ///< a month, of one instance each, added up
};

/// Instances for each slot, as many as its rate needs, billed while requests come. One user, and work without a target, is
/// given to one set of instances for as much longer as it is slower, while the day has the hours; a set that is at least 95 %
/// as fast counts as equal. Empty: the speed is unknown (then one set, in all hours with requests, is what it would cost at
/// least) or the work can't be shared out and takes more hours than there are.
[[nodiscard]] std::optional<RentedHours> rentedHours(const CostInputs& inputs, const Rental& rental,
                                                     RentalTerms terms);

/// What renting costs. Empty: such instances can't do the work, or there are no such terms for them. The totals are left to
/// `finish`.
[[nodiscard]] std::optional<CostScenario> rentedScenario(const CostInputs& inputs, const Rental& rental,
                                                         RentalTerms terms);

/// The own machines, with instances of an on-demand rental for what they don't carry. Empty: they carry all, or the speed of
/// either is unknown.
[[nodiscard]] std::optional<CostScenario> burstScenario(const CostInputs& inputs, const CostScenario& own,
                                                        const Rental& rental);

} // namespace rigwright
