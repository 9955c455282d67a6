// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/typed.h"

#include "bom/amount_limits.h"
#include "ui/text.h"

#include <QCoreApplication>

namespace rigwright {

namespace {

constexpr std::int64_t kExampleMajor = 1250;

struct TypedText {
    Q_DECLARE_TR_FUNCTIONS(rigwright::Typed)
};

/// "1250.00" in the decimals that the currency has.
QString amountExample(const Currency& currency)
{
    const Expected<Money> example = Money::parse(std::to_string(kExampleMajor), currency);
    return example ? QString::fromStdString(example->decimal()) : QString::number(kExampleMajor);
}

} // namespace

Typed<int> typedWhole(const QString& typed, int least, int most)
{
    bool isNumber = false;
    const int number = typed.toInt(&isNumber);
    if (!isNumber || number < least || number > most) {
        return tl::unexpected(
            TypedText::tr("expected a whole number from %1 to %2").arg(countText(least), countText(most)));
    }
    return number;
}

Typed<Share> typedPercent(const QString& typed, Share most)
{
    QString number = typed;
    if (number.endsWith(QLatin1Char('%'))) {
        number = number.chopped(1).trimmed();
    }
    const Expected<Share> share = Share::parsePercent(number.toStdString());
    if (!share || *share > most) {
        return tl::unexpected(TypedText::tr("expected per cent from 0 to %1 with up to four decimals")
                                  .arg(QString::fromStdString(most.percent())));
    }
    return *share;
}

Typed<Money> typedAmount(const QString& typed, Currency currency)
{
    const Expected<Money> amount = Money::parse(typed.toStdString(), currency);
    if (!amount || *amount < Money(0, currency) || isBeyondEveryPrice(*amount)) {
        return tl::unexpected(TypedText::tr("expected an amount such as %1, in %2")
                                  .arg(amountExample(currency), QString::fromStdString(currency.code())));
    }
    return *amount;
}

Typed<Date> typedDay(const QString& typed)
{
    const Expected<Date> day = Date::parse(typed.toStdString());
    if (!day) {
        return tl::unexpected(TypedText::tr("expected a day such as %1").arg(QStringLiteral("2026-12-31")));
    }
    return *day;
}

} // namespace rigwright
