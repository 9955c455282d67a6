// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/judged_machine.h"

#include "builds/evaluate.h"
#include "builds/rules/rules.h"
#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace rigwright {

namespace {
struct Differences {
    Q_DECLARE_TR_FUNCTIONS(rigwright::Differences)
};
} // namespace

JudgedMachine judge(const SavedMachine& saved, const MachineContext& context)
{
    JudgedMachine judged;
    judged.id = QString::fromStdString(saved.id);
    judged.name = QString::fromStdString(saved.name);
    Expected<EvaluatedBuild> build =
        evaluateBuild(*context.catalog, saved.build, context.requirement, *context.constants);
    if (build) {
        judged.build = std::make_shared<const EvaluatedBuild>(std::move(*build));
    } else {
        judged.error = QString::fromStdString(build.error().message);
    }
    if (auto differences = differencesSince(saved, *context.catalog)) {
        judged.differences = std::move(*differences);
    }
    return judged;
}

std::vector<JudgedMachine> judgeMachines(const std::vector<SavedMachine>& saved,
                                         const MachineContext& context, const std::stop_token& stop)
{
    std::vector<JudgedMachine> judged;
    for (const SavedMachine& machine : saved) {
        if (stop.stop_requested()) {
            break;
        }
        judged.push_back(judge(machine, context));
    }
    return judged;
}

int brokenRules(const EvaluatedBuild& build)
{
    return static_cast<int>(std::ranges::count_if(build.findings, [](const Finding& finding) {
        return finding.severity == Severity::Blocker &&
            std::ranges::find(allRules(), finding.id, &Rule::id) != allRules().end();
    }));
}

Standing machineStanding(const EvaluatedBuild* build)
{
    if (build == nullptr) {
        return Standing::Unknown;
    }
    if (!build->plan.fits) {
        return Standing::DoesNotFit;
    }
    return brokenRules(*build) > 0 ? Standing::BreaksRules : Standing::Fine;
}

QString differenceText(const SavedDifference& difference)
{
    const QString part = QString::fromStdString(difference.part);
    const QString before = difference.before ? exactMoneyText(*difference.before) : QString();
    const QString after = difference.after ? exactMoneyText(*difference.after) : QString();
    switch (difference.kind) {
    case SavedDifference::Kind::PartGone:
        return Differences::tr("%1 is not in the catalog any more").arg(part);
    case SavedDifference::Kind::PriceUp:
        return Differences::tr("%1 costs more: %2, was %3").arg(part, after, before);
    case SavedDifference::Kind::PriceDown:
        return Differences::tr("%1 costs less: %2, was %3").arg(part, after, before);
    case SavedDifference::Kind::PriceGone:
        return Differences::tr("%1 has no price any more, was %2").arg(part, before);
    case SavedDifference::Kind::PriceNew: return Differences::tr("%1 has a price now: %2").arg(part, after);
    }
    return {};
}

} // namespace rigwright
