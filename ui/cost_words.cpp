// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost_words.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace rigwright {

namespace {

struct CostWords {
    Q_DECLARE_TR_FUNCTIONS(rigwright::CostWords)
};

constexpr double kPercent = 100;

} // namespace

QString monthsText(double months)
{
    constexpr double kSoon = 1;
    if (months < kSoon) {
        return CostWords::tr("less than a month");
    }
    return CostWords::tr("%n months", nullptr, static_cast<int>(std::lround(months)));
}

QString breakEvenText(const BreakEven& breakEven)
{
    if (!breakEven.months) {
        return {};
    }
    const QString months = monthsText(breakEven.months->value());
    if (!breakEven.earliest) {
        return months;
    }
    const auto early = std::lround(breakEven.earliest->value());
    if (!breakEven.latest) {
        return CostWords::tr("%1 (from %2, perhaps never)", "months").arg(months).arg(early);
    }
    const auto late = std::lround(breakEven.latest->value());
    return early == late ? months
                         : CostWords::tr("%1 (%2–%3)", "months, range").arg(months).arg(early).arg(late);
}

QString perMillionText(const MoneyRate& rate)
{
    // Thousandths matter only below one unit of money.
    return rate.toDouble() < 1 ? moneyRateText(rate) : moneyText(rate.times(1));
}

QString shareText(double share)
{
    constexpr double kWholeFrom = 10;
    const double percent = share * kPercent;
    const bool whole = percent >= kWholeFrom || std::abs(percent - std::round(percent)) < 0.05;
    return CostWords::tr("%1 %").arg(QLocale().toString(percent, 'f', whole ? 0 : 1));
}

QString signedMoneyText(const Money& amount)
{
    const QString text = moneyText(amount);
    return amount.minorUnits() > 0 ? QLatin1Char('+') + text : text;
}

QString shortSignedMoneyText(const Money& amount)
{
    constexpr double kTenThousand = 1e4;
    constexpr double kMillion = 1e6;
    constexpr double kHundredMillion = 1e8;
    constexpr double kWholeFrom = 10;
    const double size = std::abs(amount.toDouble());
    if (size < kTenThousand) {
        return signedMoneyText(amount);
    }
    // The large units of Chinese are ten thousand and a hundred million.
    const bool chinese = QLocale().language() == QLocale::Chinese;
    const double large = chinese ? kHundredMillion : kMillion;
    const double unit = size >= large ? large : chinese ? kTenThousand : 1e3;
    const double figure = size / unit;
    const QString number = QString::fromStdString(amount.currency().sign()) +
        QLocale().toString(figure, 'f', figure >= kWholeFrom ? 0 : 1);
    const QString text = size >= large
        ? CostWords::tr("%1M", "millions; Chinese: hundred millions").arg(number)
        : CostWords::tr("%1k", "thousands; Chinese: ten thousands").arg(number);
    return (amount.minorUnits() > 0 ? QLatin1Char('+') : QChar(0x2212)) + text;
}

std::vector<AxisLabel> moneyLabels(const AxisRange& range, const Currency& currency, bool withSign)
{
    constexpr int kMostLabels = 40; ///< a range that isn't sound must not fill the memory
    std::vector<AxisLabel> labels;
    const auto first = std::lround(range.low / range.step);
    const auto last = std::lround(range.high / range.step);
    for (auto step = first; step <= last && step - first < kMostLabels; ++step) {
        const double value = static_cast<double>(step) * range.step;
        const Money amount = Money::rounded(value, currency);
        labels.push_back({value, withSign ? signedMoneyText(amount) : moneyText(amount)});
    }
    return labels;
}

QString costFactorText(CostFactor factor)
{
    switch (factor) {
    case CostFactor::Use: return CostWords::tr("Use");
    case CostFactor::HardwarePrice: return CostWords::tr("Machine price");
    case CostFactor::OwnSpeed: return CostWords::tr("Own speed");
    case CostFactor::Power: return CostWords::tr("Power draw");
    case CostFactor::Electricity: return CostWords::tr("Electricity price");
    case CostFactor::PowerUsage: return CostWords::tr("Cooling overhead");
    case CostFactor::Running: return CostWords::tr("Running costs");
    case CostFactor::ResidualValue: return CostWords::tr("Residual value");
    case CostFactor::CloudPrice: return CostWords::tr("Cloud price");
    case CostFactor::CloudSpeed: return CostWords::tr("Cloud speed");
    case CostFactor::ApiPrice: return CostWords::tr("API price");
    }
    return {};
}

QString multipleText(double multiple)
{
    const long percent = std::lround((multiple - 1) * kPercent);
    if (percent == 0) {
        return CostWords::tr("as assumed");
    }
    return (percent < 0 ? CostWords::tr("−%1 %") : CostWords::tr("+%1 %"))
        .arg(QLocale().toString(static_cast<qlonglong>(std::abs(percent))));
}

} // namespace rigwright
