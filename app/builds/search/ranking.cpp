// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/ranking.h"

#include "builds/hardware.h"
#include "builds/merits.h"
#include "builds/power.h"

#include <algorithm>
#include <limits>

namespace rigwright {

namespace {

constexpr double kWorst = -std::numeric_limits<double>::infinity();

double figureOf(Objective objective, const Machine& machine, const Merits& merits)
{
    switch (objective) {
    case Objective::Power: return -wallPower(machine).value();
    case Objective::Noise: return merits.noise ? -*merits.noise : kWorst;
    case Objective::Headroom: return static_cast<double>(merits.headroom.value());
    case Objective::UpgradeRoom: return merits.roomForCards;
    }
    return kWorst;
}

bool ranks(const Question& question, Objective objective)
{
    return std::ranges::find(question.requirement.objectives, objective) !=
        question.requirement.objectives.end();
}

} // namespace

Standing standingOf(const Question& question, const Machine& machine, const Merits& merits)
{
    Standing standing{};
    std::size_t place = 0;
    for (const Objective objective : question.requirement.objectives) {
        standing[place++] = figureOf(objective, machine, merits);
    }
    return standing;
}

Standing standingOf(const Question& question, const Candidate& candidate)
{
    const Machine machine = machineOf(candidate, question.demands);
    Merits merits;
    merits.noise = ranks(question, Objective::Noise) ? noiseOf(machine) : std::nullopt;
    merits.roomForCards = ranks(question, Objective::UpgradeRoom) ? roomForCards(machine) : 0;
    return standingOf(question, machine, merits);
}

Standing withHeadroom(const Question& question, Standing standing, const Hardware& accelerators,
                      const Placed& placed, Bytes capacity)
{
    MemoryPlan plan = placed.plan;
    plan.memory.host.capacity = capacity - kSystemMemory;
    const Bytes headroom = headroomOf(plan, accelerators);
    std::size_t place = 0;
    for (const Objective objective : question.requirement.objectives) {
        if (objective == Objective::Headroom) {
            standing[place] = static_cast<double>(headroom.value());
        }
        ++place;
    }
    return standing;
}

bool ranksHeadroom(const Question& question)
{
    return ranks(question, Objective::Headroom);
}

} // namespace rigwright
