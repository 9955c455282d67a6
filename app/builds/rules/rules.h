// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/rules/rule.h"

#include <span>
#include <vector>

// The one table of rules that checking a machine and searching for one share. Its order is the order in which a candidate
// of the search is judged, and it is fixed: CPUs and board, memory, accelerators on the board, then what completes the
// machine (cooler, case, power supply, drive). Sources: the makers' manuals where a rule names one, else the general rules
// of PC and server assembly.
namespace rigwright {

[[nodiscard]] std::span<const Rule> cpuRules();
[[nodiscard]] std::span<const Rule> memoryRules();
[[nodiscard]] std::span<const Rule> bandwidthRules(); ///< of memory
[[nodiscard]] std::span<const Rule> cardRules();
[[nodiscard]] std::span<const Rule> slotRules();
[[nodiscard]] std::span<const Rule> topologyRules(); ///< which socket slots belong to
[[nodiscard]] std::span<const Rule> coolingRules();  ///< of CPUs
[[nodiscard]] std::span<const Rule> caseRules();
[[nodiscard]] std::span<const Rule> supplyPlaceRules(); ///< power supplies and the case
[[nodiscard]] std::span<const Rule> powerRules();
[[nodiscard]] std::span<const Rule> wallRules();
[[nodiscard]] std::span<const Rule> storageRules();
[[nodiscard]] std::span<const Rule> listRules(); ///< about the list of parts itself

/// All of the above, in that order.
[[nodiscard]] const std::vector<Rule>& allRules();

/// What every rule has to say, worst first, otherwise in the order of the table.
[[nodiscard]] std::vector<Finding> judgeAll(const Machine& machine);

} // namespace rigwright
