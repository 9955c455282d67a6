// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/amount_limits.h"

#include "bom/bom.h"
#include "units/format.h"

#include <stdexcept>

namespace rigwright {

namespace {

/// In whole numbers of 32 bits, also where the lines of one part are added.
constexpr std::int64_t kMostPieces = 1'000'000'000;

std::int64_t piecesOf(const Bom& bom, const BomLine& line)
{
    const std::int64_t each = line.quantityPerSystem;
    return line.kind == BomLine::Kind::Part ? each * bom.machines.at(line.machine).systems : each;
}

} // namespace

Expected<void> checkAmounts(const Bom& bom)
{
    std::int64_t pieces = 0;
    for (const BomLine& line : bom.lines) {
        pieces += piecesOf(bom, line);
        if (pieces > kMostPieces) {
            return fail("expected at most " + formatCount(kMostPieces) + " pieces in all lines");
        }
    }
    try {
        (void)bom.totals();
    } catch (const std::overflow_error&) {
        return fail("expected amounts that can be added");
    }
    return {};
}

} // namespace rigwright
