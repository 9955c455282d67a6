// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/outcome.h"

namespace rigwright {

Machine machineOf(const Candidate& candidate, const Demands& demands)
{
    Machine machine;
    machine.demands = demands;
    if (candidate.system != nullptr) {
        machine.system = candidate.system;
        machine.systemAccelerator = candidate.cards.empty() ? nullptr : candidate.cards.front().part;
        return machine;
    }
    const int sockets = socketsOf(*candidate.board);
    machine.accelerators = candidate.cards;
    machine.cpus = {{candidate.cpu, sockets}};
    machine.board = candidate.board;
    machine.memory = {{candidate.kit, candidate.kits}};
    machine.drives = {{candidate.completion.drive, 1}};
    machine.supplies = {{candidate.completion.supply, 1}};
    machine.enclosure = candidate.completion.enclosure;
    machine.coolers = {{candidate.completion.cooler, sockets}};
    return machine;
}

Outcome::Configuration Outcome::configurationOf(const Candidate& candidate)
{
    Configuration configuration;
    for (const auto& [card, count] : candidate.cards) {
        configuration.emplace_back(chipOf(*card).text(), count);
    }
    return configuration;
}

bool Outcome::wantsNearest(int reason, std::int64_t price) const
{
    const auto& nearest = nearest_[static_cast<std::size_t>(reason)];
    return !nearest || price < nearest->price;
}

void Outcome::offerNearest(int reason, const Candidate& candidate)
{
    if (wantsNearest(reason, candidate.price)) {
        nearest_[static_cast<std::size_t>(reason)] = candidate;
    }
}

void Outcome::offer(const Candidate& candidate, double speed, const Standing& standing)
{
    front_.add(candidate.price, speed, standing, candidate);
    offerCheapest(candidate);
}

void Outcome::offerCheapest(const Candidate& candidate)
{
    if (candidate.cards.size() > 1) {
        return;
    }
    const auto [known, isNew] = cheapest_.emplace(configurationOf(candidate), candidate);
    if (!isNew && candidate.price < known->second.price) {
        known->second = candidate;
    }
}

std::vector<Candidate> Outcome::besideFront() const
{
    std::map<Configuration, Candidate> beside = cheapest_;
    for (const auto& point : front_.points()) {
        beside.erase(configurationOf(point.value));
    }
    std::vector<Candidate> candidates;
    candidates.reserve(beside.size());
    for (auto& [configuration, candidate] : beside) {
        candidates.push_back(candidate);
    }
    return candidates;
}

} // namespace rigwright
