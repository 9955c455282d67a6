// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <cmath>
#include <cstdlib>

namespace rigwright {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(rigwright::Text)
};

QString fixed(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

QString withSign(const Currency& currency, double major, int decimals)
{
    const QString amount = QString::fromStdString(currency.sign()) + fixed(std::abs(major), decimals);
    return major < 0 ? QStringLiteral("−") + amount : amount;
}

QString translated(const char* context, const std::string& text,
                   const std::vector<std::pair<std::string, std::string>>& evidence)
{
    const QString inLanguage = QCoreApplication::translate(context, text.c_str());
    return QString::fromStdString(fillIn(inLanguage.toStdString(), evidence));
}

} // namespace

QString moneyText(const Money& amount)
{
    constexpr double kWholeFrom = 100;
    const double major = amount.toDouble();
    const bool whole = std::abs(major) >= kWholeFrom || major == 0;
    return withSign(amount.currency(), major, whole ? 0 : amount.currency().decimals());
}

QString exactMoneyText(const Money& amount)
{
    return withSign(amount.currency(), amount.toDouble(), amount.currency().decimals());
}

QString moneyRateText(const MoneyRate& rate)
{
    constexpr std::int64_t kMicrosPerHundredth = 10'000;
    return withSign(rate.currency(), rate.toDouble(), rate.micros() % kMicrosPerHundredth == 0 ? 2 : 3);
}

QString countText(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString roundCountText(std::int64_t count)
{
    constexpr double kMillion = 1e6;
    constexpr double kBillion = 1e9;
    constexpr double kTenThousand = 1e4;
    constexpr double kHundredMillion = 1e8;
    const auto number = static_cast<double>(count);
    if (number < kMillion) {
        return countText(count);
    }
    const auto figures = [](double value) { return fixed(value, value < 10 ? 1 : 0); };
    // The large units of Chinese are ten thousand and a hundred million.
    const bool chinese = QLocale().language() == QLocale::Chinese;
    const double large = chinese ? kHundredMillion : kBillion;
    return number < large ? Text::tr("%1 million").arg(figures(number / (chinese ? kTenThousand : kMillion)))
                          : Text::tr("%1 billion").arg(figures(number / large));
}

QString gibText(Bytes amount)
{
    constexpr double kWholeFrom = 1000;
    const double gib = amount.inGib();
    return fixed(gib, gib >= kWholeFrom ? 0 : 1);
}

QString memoryText(Bytes amount)
{
    return Text::tr("%1 GiB").arg(gibText(amount));
}

QString capacityText(Bytes amount)
{
    const double gib = amount.inGib();
    const bool whole = std::abs(gib - std::round(gib)) < 0.05;
    return Text::tr("%1 GiB").arg(fixed(gib, whole ? 0 : 1));
}

QString diskText(Bytes amount)
{
    constexpr double kTera = 1000;
    const double gb = amount.inGb();
    if (gb < kTera) {
        return Text::tr("%1 GB").arg(fixed(gb, 0));
    }
    const double tb = gb / kTera;
    return Text::tr("%1 TB").arg(fixed(tb, std::abs(tb - std::round(tb)) < 0.05 ? 0 : 1));
}

QString rateText(double perSecond)
{
    constexpr double kWholeFrom = 10;
    const bool whole = perSecond >= kWholeFrom || perSecond == 0;
    return fixed(perSecond, whole ? 0 : perSecond >= 1 ? 1 : 2);
}

QString rangeText(const Range<TokensPerSecond>& range)
{
    const QString low = rateText(range.low.value());
    const QString high = rateText(range.high.value());
    return low == high ? low : low + QStringLiteral("–") + high;
}

QString speedText(const Range<TokensPerSecond>& range)
{
    return Text::tr("%1 tokens/s").arg(rangeText(range));
}

QString wattsText(Watts power)
{
    constexpr double kKilowattsFrom = 10'000;
    if (power.value() >= kKilowattsFrom) {
        return Text::tr("%1 kW").arg(fixed(power.value() / 1000, 1));
    }
    return Text::tr("%1 W").arg(fixed(power.value(), 0));
}

QString secondsText(Seconds time)
{
    if (time.value() < 0.1) {
        return Text::tr("%1 ms").arg(fixed(time.value() * 1000, 0));
    }
    return Text::tr("%1 s").arg(fixed(time.value(), time.value() < 10 ? 1 : 0));
}

QString secondsRangeText(const Range<Seconds>& range)
{
    constexpr double kMilli = 1e3;
    constexpr double kTenth = 0.1;
    const double low = range.low.value();
    const double high = range.high.value();
    // Tenths of a second that read the same at both ends would hide the range.
    const bool sameTenths = high < 1 && std::lround(low / kTenth) == std::lround(high / kTenth);
    const bool inMilliseconds = high < kTenth || (sameTenths && low < high);
    const QString end =
        inMilliseconds ? Text::tr("%1 ms").arg(fixed(high * kMilli, 0)) : secondsText(range.high);
    const QString start = inMilliseconds ? fixed(low * kMilli, 0) : fixed(low, high < 10 ? 1 : 0);
    return end.startsWith(start + QLatin1Char(' ')) ? end : start + QStringLiteral("–") + end;
}

QString parametersText(std::int64_t count)
{
    constexpr double kBillion = 1e9;
    constexpr double kHundredMillion = 1e8;
    constexpr double kMillion = 1e6;
    const auto figures = [](double value) { return fixed(value, value < 100 ? 1 : 0); };
    const auto number = static_cast<double>(count);
    if (QLocale().language() == QLocale::Chinese && number >= kHundredMillion) {
        return Text::tr("%1 B parameters").arg(figures(number / kHundredMillion));
    }
    if (number >= kBillion) {
        return Text::tr("%1 B parameters").arg(figures(number / kBillion));
    }
    return Text::tr("%1 M parameters").arg(figures(number / kMillion));
}

QString shortTokensText(std::int64_t tokens)
{
    constexpr std::int64_t kKilo = 1024;
    const auto scaled = [](std::int64_t whole, const char* unit) {
        return QString::number(whole) + QLatin1String(unit);
    };
    if (tokens >= kKilo * kKilo && tokens % (kKilo * kKilo) == 0) {
        return scaled(tokens / (kKilo * kKilo), "M");
    }
    return tokens % kKilo == 0 ? scaled(tokens / kKilo, "k") : countText(tokens);
}

QString dateText(const Date& date)
{
    return QString::fromStdString(date.iso());
}

QString ageText(const Date& from, const Date& today)
{
    return ageText(today.daysSince(from));
}

QString ageText(int days)
{
    constexpr int kMonth = 30;
    constexpr int kYear = 365;
    if (days < 1) {
        return Text::tr("of today");
    }
    if (days < 2 * kMonth) {
        return Text::tr("%n days old", nullptr, days);
    }
    if (days < 2 * kYear) {
        return Text::tr("%n months old", nullptr, days / kMonth);
    }
    return Text::tr("%n years old", nullptr, days / kYear);
}

QString priceAgeText(const Date& from, const Date& today)
{
    return Text::tr("prices %1").arg(ageText(from, today));
}

QString findingText(const Finding& finding)
{
    return translated("Finding", finding.text, finding.evidence);
}

QString exclusionText(const Exclusion& exclusion)
{
    return translated("Exclusion", exclusion.text, {});
}

QString limitText(const std::string& text, const std::vector<std::pair<std::string, std::string>>& evidence)
{
    return translated("Limit", text, evidence);
}

QString costsText(const std::string& text, const std::vector<std::pair<std::string, std::string>>& evidence)
{
    return translated("Costs", text, evidence);
}

} // namespace rigwright
