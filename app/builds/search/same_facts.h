// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/parts.h"

#include <tuple>

// Whether parts are alike in everything that rules and speeds may read: all but name, price and source. Imported lists hold
// hundreds of such parts, of which a machine only ever needs the cheapest. A figure that a part gains must be named here:
// the bindings don't compile without it.
namespace rigwright {

[[nodiscard]] inline auto factsOf(const PowerConnectors& leads)
{
    return std::tuple(leads.pin16, leads.pin8, leads.pin6);
}

[[nodiscard]] inline auto factsOf(const Drive& drive)
{
    const auto& [info, capacity, formFactor, driveInterface, generation, lanes, read, write, endurance,
                 protection, power] = drive;
    return std::tie(capacity, formFactor, driveInterface, generation, lanes, read, write, endurance,
                    protection, power);
}

[[nodiscard]] inline auto factsOf(const Cooler& cooler)
{
    const auto& [info, liquid, sockets, height, radiator, rating, noise] = cooler;
    return std::tie(liquid, sockets, height, radiator, rating, noise);
}

[[nodiscard]] inline auto factsOf(const Case& enclosure)
{
    const auto& [info, boards, cardLength, coolerHeight, slots, supplies, supplyCount, supplyLength, included,
                 includedPower, radiators, doubleWidth, bays35, bays25, rackUnits, ducted] = enclosure;
    return std::tie(boards, cardLength, coolerHeight, slots, supplies, supplyCount, supplyLength, included,
                    includedPower, radiators, doubleWidth, bays35, bays25, rackUnits, ducted);
}

[[nodiscard]] inline auto factsOf(const PowerSupply& supply)
{
    const auto& [info, formFactor, rating, efficiency, atx, leads, leadsKnown, pin16Rating, eps, highLine,
                 lowLine, inlet, length, redundant] = supply;
    return std::tuple_cat(std::tie(formFactor, rating, efficiency, atx, leadsKnown, pin16Rating, eps,
                                   highLine, lowLine, inlet, length, redundant),
                          factsOf(leads));
}

template <class Part>
[[nodiscard]] bool sameFacts(const Part& one, const Part& other)
{
    return factsOf(one) == factsOf(other);
}

} // namespace rigwright
