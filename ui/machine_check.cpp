// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine_check.h"

#include "builds/evaluate.h"
#include "ui/tag.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace rigwright {

namespace {

struct CapacityWords {
    Q_DECLARE_TR_FUNCTIONS(rigwright::CapacityWords)
};

CheckedLine lineAs(const BuildLine& line, const MachineContext& context)
{
    CheckedLine checked;
    const PartReference part = findAnyPart(*context.catalog, line.part);
    if (part.info == nullptr) {
        return checked;
    }
    checked.name = QString::fromStdString(part.info->name);
    if (const Offer* offer = currentOffer(part.info->offers)) {
        if (const auto price =
                context.catalog->rates.convert(offer->price, context.requirement.budget.currency())) {
            checked.unitPrice = *price;
        }
    }
    return checked;
}

QString kindText(Capacity::Kind kind, const QString& amount)
{
    switch (kind) {
    case Capacity::Kind::Slots: return CapacityWords::tr("%1 long slots").arg(amount);
    case Capacity::Kind::Lanes: return CapacityWords::tr("%1 lanes").arg(amount);
    case Capacity::Kind::Memory: return CapacityWords::tr("%1 DIMM slots").arg(amount);
    case Capacity::Kind::M2: return CapacityWords::tr("%1 M.2 slots").arg(amount);
    case Capacity::Kind::Power: return CapacityWords::tr("%1 W").arg(amount);
    }
    return amount;
}

} // namespace

MachineCheck checkMachine(const Build& build, const MachineContext& context)
{
    MachineCheck check;
    for (const BuildLine& line : build.lines) {
        check.lines.push_back(lineAs(line, context));
    }
    auto evaluated = evaluateBuild(*context.catalog, build, context.requirement, *context.constants);
    if (!evaluated) {
        check.error = QString::fromStdString(evaluated.error().message);
        return check;
    }
    check.build = std::make_shared<const EvaluatedBuild>(std::move(*evaluated));
    if (const auto machine = lookUp(*context.catalog, build)) {
        check.capacities = capacitiesOf(*machine);
    }
    return check;
}

QString capacitiesText(const std::vector<Capacity>& capacities)
{
    QStringList texts;
    for (const Capacity& capacity : capacities) {
        const QString amount = capacity.total
            ? CapacityWords::tr("%1 of %2").arg(countText(capacity.used), countText(*capacity.total))
            : countText(capacity.used);
        const QString text = kindText(capacity.kind, amount);
        texts.append(capacity.isExceeded() ? tagText(TagKind::Warning, text) : text);
    }
    return texts.join(QStringLiteral(" · "));
}

} // namespace rigwright
