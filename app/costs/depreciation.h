// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/inputs.h"

#include <vector>

namespace rigwright {

/// What an asset loses in the books in each year of its life, down to its residual value.
///
/// Straight line: equal parts. Declining balance: two of so many parts as there are years off what is left, and straight line for
/// the rest of the years from the first year in which that takes more; never below the residual value. The rule is that of the
/// 200 % declining balance method of IRS Publication 946, which knows no residual value; that one is kept is how spreadsheets'
/// VDB does it. Whole years, without the half-year that the tax law has at both ends.
[[nodiscard]] std::vector<Money> depreciationSchedule(const Money& cost, const Money& residual, int years,
                                                      DepreciationMethod method);

/// Of the own machines in each year that is compared. Their cost is the whole purchase, as IAS 16 has it: with delivery,
/// installation and a tax that nobody refunds. Machines that are replaced start anew; what their books still say above what they
/// are sold for is written off in the year in which they go. Leased machines are the lessor's: nothing.
[[nodiscard]] std::vector<Money> yearlyDepreciation(const CostInputs& inputs);

} // namespace rigwright
