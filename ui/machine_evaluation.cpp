// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine_evaluation.h"

#include "builds/evaluate.h"

#include <algorithm>
#include <utility>

namespace rigwright {

MachineEvaluation::MachineEvaluation(QObject* parent)
    : QObject(parent)
    , task_(nullptr)
{
    connect(&task_, &LatestTask::finished, this, &MachineEvaluation::evaluated);
}

void MachineEvaluation::setContext(const MachineContext& context)
{
    if (context.catalog != context_.catalog || context.constants != context_.constants ||
        context.requirement != context_.requirement) {
        task_.cancel();
        judged_.clear();
    }
    context_ = context;
}

const MachineEvaluation::Judged* MachineEvaluation::find(const Build& build) const
{
    const auto found = std::ranges::find(judged_, build, &Judged::build);
    return found == judged_.end() ? nullptr : &*found;
}

void MachineEvaluation::add(const Build& build, std::shared_ptr<const EvaluatedBuild> evaluated)
{
    if (find(build) == nullptr) {
        judged_.push_back({build, std::move(evaluated)});
    }
}

std::optional<std::vector<MachineEvaluation::Judgement>>
MachineEvaluation::ask(const std::vector<Build>& builds)
{
    std::vector<Judgement> known;
    std::vector<Build> unknown;
    for (const Build& build : builds) {
        if (const Judged* judged = find(build)) {
            known.push_back(judged->judgement);
        } else if (std::ranges::find(unknown, build) == unknown.end()) {
            unknown.push_back(build);
        }
    }
    if (unknown.empty()) {
        task_.cancel();
        return known;
    }
    // Machines that nobody asks for any more need no room.
    std::erase_if(judged_, [&builds](const Judged& judged) {
        return std::ranges::find(builds, judged.build) == builds.end();
    });
    work(std::move(unknown));
    return std::nullopt;
}

void MachineEvaluation::work(std::vector<Build> builds)
{
    task_.start([this, builds = std::move(builds),
                 context = context_](const std::stop_token& stop) -> LatestTask::Delivery {
        auto judged = std::make_shared<std::vector<Judged>>();
        for (const Build& build : builds) {
            if (stop.stop_requested()) {
                return {};
            }
            judged->push_back({build,
                               evaluateBuild(*context.catalog, build, context.requirement, *context.constants)
                                   .map([](EvaluatedBuild evaluated) {
                                       return std::make_shared<const EvaluatedBuild>(std::move(evaluated));
                                   })});
        }
        return [this, judged] {
            for (Judged& one : *judged) {
                judged_.push_back(std::move(one));
            }
        };
    });
}

} // namespace rigwright
