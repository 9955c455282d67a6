// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/question.h"

#include <string>
#include <vector>

namespace rigwright {

/// How a machine of a cluster reaches the others.
struct NodeNetwork {
    const NetworkCard* card = nullptr; ///< null: the complete system brings it
    std::string name;                  ///< of the card, or as the system's maker prints it
    double gigabits = 0;               ///< of one port
    bool rdma = false;

    /// Time of one message from a machine to the next.
    [[nodiscard]] Seconds hop(Bytes message) const;
};

/// The ways that a machine has, cheapest first: what a complete system has built in, else the network cards of the catalog
/// that have a price. A unified-memory system has no slot for a card.
[[nodiscard]] Expected<std::vector<NodeNetwork>> nodeNetworks(const Question& question, const Build& node);

/// The machine with the card of this network in a slot.
[[nodiscard]] Build withNetwork(Build node, const NodeNetwork& network);

/// What the cheapest network card costs; zero where none has a price.
[[nodiscard]] Expected<Money> leastNetworkPrice(const Question& question);

/// Gbit/s of the fastest port that a system's maker prints, such as 200 of "10 GbE + CX-7 2x200G"; 0: none, or only as an
/// option that the price is without.
[[nodiscard]] double builtInGigabits(const std::string& printed);

} // namespace rigwright
