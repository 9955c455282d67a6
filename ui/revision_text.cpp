// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/revision_text.h"

#include "ui/change_text.h"
#include "ui/text.h"

#include <QCoreApplication>

#include <utility>

namespace rigwright {

namespace {

/// The context of the texts of revisions in the window.
class RevisionText {
    Q_DECLARE_TR_FUNCTIONS(rigwright::RevisionText)
};

QString nameOf(const std::string& text)
{
    return QCoreApplication::translate("Revision", text.c_str());
}

/// "2 × $1,200.00", "none"
QString lineText(int quantity, const std::optional<Money>& price)
{
    if (quantity == 0) {
        return RevisionText::tr("none");
    }
    return RevisionText::tr("%1 × %2").arg(quantity).arg(price ? exactMoneyText(*price)
                                                               : RevisionText::tr("no price"));
}

} // namespace

QString revisionName(int number)
{
    return number == 0 ? RevisionText::tr("Now") : RevisionText::tr("Revision %1").arg(number);
}

QString changeCauseText(ChangeCause cause)
{
    switch (cause) {
    case ChangeCause::Requirement: return RevisionText::tr("requirement");
    case ChangeCause::Machine: return RevisionText::tr("other parts");
    case ChangeCause::Systems: return RevisionText::tr("number of machines");
    case ChangeCause::Order: return RevisionText::tr("order");
    case ChangeCause::Quote: return RevisionText::tr("quote");
    case ChangeCause::Price: return RevisionText::tr("other price");
    case ChangeCause::ExchangeRate: return RevisionText::tr("exchange rate");
    }
    return {};
}

FigureTable differenceTable(const RevisionDifference& difference)
{
    FigureTable table;
    table.breaksLines = true;
    table.headers = {RevisionText::tr("What"), RevisionText::tr("Before"), RevisionText::tr("After"),
                     RevisionText::tr("Difference"), RevisionText::tr("Cause")};
    table.textColumns = {0, 1, 2, 4};
    const auto valueOf = [](const std::string& value) {
        return value.empty() ? RevisionText::tr("not set") : nameOf(value);
    };
    for (const RevisionField& field : difference.fields) {
        table.rows.push_back({nameOf(field.name), valueOf(field.before), valueOf(field.after), {}, {}});
    }
    for (const RevisionLine& line : difference.lines) {
        table.rows.push_back({QString::fromStdString(line.part),
                              lineText(line.quantityBefore, line.priceBefore),
                              lineText(line.quantityAfter, line.priceAfter),
                              line.difference ? differenceText(*line.difference) : QStringLiteral("–"),
                              changeCauseText(line.cause)});
    }
    return table;
}

QString differenceSentence(const RevisionDifference& difference)
{
    const QString totals = QStringLiteral("%1 → %2").arg(exactMoneyText(difference.totalBefore),
                                                         exactMoneyText(difference.totalAfter));
    if (difference.totalBefore.currency() != difference.totalAfter.currency()) {
        return RevisionText::tr("Before tax: %1. The currencies differ.").arg(totals);
    }
    QStringList causes;
    for (const auto& [cause, amount] : difference.causes) {
        causes << QStringLiteral("%1 %2").arg(changeCauseText(cause), differenceText(amount));
    }
    const QString sum = differenceText(difference.totalAfter - difference.totalBefore);
    return causes.isEmpty() ? RevisionText::tr("Before tax: %1 (%2).").arg(totals, sum)
                            : RevisionText::tr("Before tax: %1 (%2), of which %3.")
                                  .arg(totals, sum, causes.join(QStringLiteral(", ")));
}

} // namespace rigwright
