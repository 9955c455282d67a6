// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost_steps.h"

#include <QCoreApplication>

namespace rigwright {

namespace {

/// The context of the names of steps.
class CostSteps {
    Q_DECLARE_TR_FUNCTIONS(rigwright::CostSteps)
};

} // namespace

QString costStepName(const CostAssumptions& before, const CostAssumptions& after)
{
    if (before == after) {
        return {};
    }
    // A country brings its tariff, tax and carbon along.
    if (before.country != after.country) {
        return CostSteps::tr("Costs: country");
    }
    QStringList names;
    const auto note = [&names](bool isOther, const QString& name) {
        if (isOther) {
            names << name;
        }
    };
    note(before.years != after.years, CostSteps::tr("Costs: years"));
    note(before.use != after.use, CostSteps::tr("Costs: use"));
    note(before.purchase != after.purchase, CostSteps::tr("Costs: purchase"));
    note(before.financing != after.financing, CostSteps::tr("Costs: financing"));
    note(before.value != after.value, CostSteps::tr("Costs: residual value"));
    note(before.running.electricity != after.running.electricity, CostSteps::tr("Costs: electricity"));
    RunningTerms running = after.running;
    running.electricity = before.running.electricity;
    note(before.running != running, CostSteps::tr("Costs: running"));
    note(before.cloud != after.cloud, CostSteps::tr("Costs: cloud"));
    note(before.api != after.api, CostSteps::tr("Costs: hosted API"));
    note(before.discountRate != after.discountRate, CostSteps::tr("Costs: discount rate"));
    note(before.carbon != after.carbon, CostSteps::tr("Costs: carbon"));
    note(before.ranges != after.ranges, CostSteps::tr("Costs: ranges"));
    return names.size() == 1 ? names.front() : CostSteps::tr("Costs");
}

} // namespace rigwright
