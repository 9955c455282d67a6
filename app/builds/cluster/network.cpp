// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/cluster/network.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace rigwright {

namespace {

/// Frames, headers and acknowledgements take the rest.
constexpr double kPayload = 0.9;
/// Assumed from memory to memory of two GPUs: a message of a few KiB over RDMA, and over TCP with its copies.
constexpr Seconds kRdmaLatency(10e-6);
constexpr Seconds kTcpLatency(50e-6);

using PricedCard = std::pair<Money, const NetworkCard*>;

Expected<std::vector<PricedCard>> cardsByPrice(const Question& question)
{
    std::vector<PricedCard> cards;
    for (const NetworkCard& card : question.catalog.networkCards) {
        const auto price = priceOf(question, card.info);
        if (!price) {
            return tl::unexpected(price.error());
        }
        if (*price && !card.info.hidden && card.gigabitsPerPort > 0) {
            cards.emplace_back(**price, &card);
        }
    }
    std::ranges::stable_sort(cards, {}, [](const PricedCard& card) { return card.first.minorUnits(); });
    return cards;
}

const CompleteSystem* systemOf(const Catalog& catalog, const Build& node)
{
    for (const BuildLine& line : node.lines) {
        if (const CompleteSystem* system = findPart(catalog.systems, line.part)) {
            return system;
        }
    }
    return nullptr;
}

} // namespace

Seconds NodeNetwork::hop(Bytes message) const
{
    const BytesPerSecond rate = BytesPerSecond::gb(gigabits / 8 * kPayload);
    return (rdma ? kRdmaLatency : kTcpLatency) + Seconds(static_cast<double>(message.value()) / rate.value());
}

double builtInGigabits(const std::string& printed)
{
    if (printed.find("optional") != std::string::npos) {
        return 0;
    }
    double most = 0;
    for (std::size_t at = printed.find('G'); at != std::string::npos; at = printed.find('G', at + 1)) {
        std::size_t end = at;
        while (end > 0 && printed[end - 1] == ' ') {
            --end;
        }
        std::size_t start = end;
        while (start > 0 &&
               (printed[start - 1] == '.' || (printed[start - 1] >= '0' && printed[start - 1] <= '9'))) {
            --start;
        }
        double number = 0;
        const auto [rest, status] = std::from_chars(printed.data() + start, printed.data() + end, number);
        if (status == std::errc() && rest == printed.data() + end) {
            most = std::max(most, number);
        }
    }
    return most;
}

Expected<std::vector<NodeNetwork>> nodeNetworks(const Question& question, const Build& node)
{
    if (const CompleteSystem* system = systemOf(question.catalog, node)) {
        if (const double gigabits = builtInGigabits(system->network); gigabits > 0) {
            // Ports of 100 Gbit/s and more are made for RDMA.
            constexpr double kRdmaFrom = 100;
            return std::vector<NodeNetwork>{{nullptr, system->network, gigabits, gigabits >= kRdmaFrom}};
        }
        if (system->unifiedMemory) {
            return std::vector<NodeNetwork>();
        }
    }
    return cardsByPrice(question).map([](const std::vector<PricedCard>& cards) {
        std::vector<NodeNetwork> networks;
        networks.reserve(cards.size());
        for (const auto& [price, card] : cards) {
            networks.push_back({card, card->info.name, card->gigabitsPerPort, card->rdma.value_or(false)});
        }
        return networks;
    });
}

Build withNetwork(Build node, const NodeNetwork& network)
{
    if (network.card != nullptr) {
        node.lines.push_back({PartCategory::NetworkCard, network.card->info.id, 1});
    }
    return node;
}

Expected<Money> leastNetworkPrice(const Question& question)
{
    return cardsByPrice(question).map([&](const std::vector<PricedCard>& cards) {
        return cards.empty() ? Money(0, question.requirement.budget.currency()) : cards.front().first;
    });
}

} // namespace rigwright
