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
    int sets = 1;      ///< of these instances, as many as hold the model once each; at the peak
    Hours busy;        ///< a month, of whole sets in full use, added up
};

/// Sets of instances for each slot, as many as its rate needs, billed while requests come. One user is given to one set, for as
/// much longer as it is slower while the day has the hours, and not shorter where it is faster. Work without a target (batch,
/// training) takes one set as long as it lasts, more of them where the day is over before. A set that is at least 95 % as fast
/// counts as equal. Begun units are paid by each piece of a day, interruptions of spot and marketplace offers in further hours,
/// and whatever is reserved, or billed by more than a day, in all hours. Empty: the speed is unknown, or the work can't be
/// shared out and takes more hours than there are.
[[nodiscard]] std::optional<RentedHours> rentedHours(const CostInputs& inputs, const Rental& rental,
                                                     RentalTerms terms);

/// What a rental of unknown speed takes at the least: one set in all hours with requests.
[[nodiscard]] RentedHours leastRentedHours(const CostInputs& inputs, const Rental& rental, RentalTerms terms);

/// What renting costs. Empty: such instances can't do the work, or there are no such terms for them. The totals are left to
/// `finish`.
[[nodiscard]] std::optional<CostScenario> rentedScenario(const CostInputs& inputs, const Rental& rental,
                                                         RentalTerms terms);

/// The own machines, with instances of an on-demand rental for what they don't carry. Empty: they carry all, or the speed of
/// either is unknown.
[[nodiscard]] std::optional<CostScenario> burstScenario(const CostInputs& inputs, const CostScenario& own,
                                                        const Rental& rental);

} // namespace rigwright
