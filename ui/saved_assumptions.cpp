// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/saved_assumptions.h"

#include "project/cost_case.h"

#include <QSettings>

namespace rigwright {

namespace {

QString keyOf(const Currency& currency)
{
    return QStringLiteral("costs/assumptions-%1").arg(QString::fromStdString(currency.code()));
}

} // namespace

void saveAssumptions(QSettings& settings, Currency currency,
                     const std::optional<CostAssumptions>& assumptions)
{
    if (assumptions) {
        settings.setValue(keyOf(currency),
                          QString::fromStdString(costCaseText({"assumptions", *assumptions})));
    } else {
        settings.remove(keyOf(currency));
    }
}

std::optional<CostAssumptions> savedAssumptions(const QSettings& settings, Currency currency)
{
    const QString text = settings.value(keyOf(currency)).toString();
    if (text.isEmpty()) {
        return std::nullopt;
    }
    const auto kept = parseCostCase(text.toStdString());
    return kept ? std::optional(kept->assumptions) : std::nullopt;
}

} // namespace rigwright
