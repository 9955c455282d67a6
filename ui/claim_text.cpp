// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claim_text.h"

#include "advice/claim_figures.h"

#include <QCoreApplication>
#include <QLocale>

namespace rigwright {

namespace {

struct ClaimWords {
    Q_DECLARE_TR_FUNCTIONS(rigwright::ClaimWords)
};

QString unitText(ClaimUnit unit)
{
    switch (unit) {
    case ClaimUnit::TokensPerSecond: return ClaimWords::tr("tokens/s");
    case ClaimUnit::RequestsPerSecond: return ClaimWords::tr("requests/s");
    case ClaimUnit::Requests: return ClaimWords::tr("requests");
    case ClaimUnit::Devices: return ClaimWords::tr("GPUs");
    case ClaimUnit::Times: return ClaimWords::tr("times");
    case ClaimUnit::UsdPerHour: return ClaimWords::tr("USD/h");
    case ClaimUnit::Seconds:
    case ClaimUnit::Gigabytes:
    case ClaimUnit::Gibibytes:
    case ClaimUnit::GigabytesPerSecond:
    case ClaimUnit::Percent:
    case ClaimUnit::Usd:
    case ClaimUnit::Cny: break;
    }
    return QString::fromUtf8(claimUnitName(unit));
}

/// Times change their unit with their size, so it always stands with them.
QString figures(double low, double high, ClaimUnit unit, WithUnit with)
{
    return with == WithUnit::Yes || unit == ClaimUnit::Seconds
        ? claimFigures(low, high, unit)
        : QString::fromStdString(figureRange(low, high));
}

bool isChinese()
{
    return QLocale().language() == QLocale::Chinese;
}

} // namespace

QString claimText(const Claim& claim)
{
    return QString::fromStdString(isChinese() ? claim.textChinese : claim.text);
}

QString claimFigures(double low, double high, ClaimUnit unit)
{
    if (unit == ClaimUnit::Seconds) {
        return QString::fromStdString(figuresWithUnit(low, high, unit));
    }
    return QString::fromStdString(figureRange(low, high)) + QLatin1Char(' ') + unitText(unit);
}

QString claimedFigures(const Claim& claim)
{
    if (!claim.low && !claim.high) {
        return QStringLiteral("–");
    }
    const double low = claim.low.value_or(claim.high.value_or(0));
    const QString figures = claimFigures(low, claim.high.value_or(low), claim.unit);
    switch (claim.meaning) {
    case ClaimMeaning::Minimum: return QStringLiteral("≥ ") + figures;
    case ClaimMeaning::Most: return QStringLiteral("≤ ") + figures;
    case ClaimMeaning::Value:
    case ClaimMeaning::Enough: break;
    }
    return figures;
}

QString oursFigures(const ClaimCheck& check, WithUnit unit)
{
    return check.ours ? figures(check.ours->low, check.ours->high, check.claim->unit, unit)
                      : QStringLiteral("–");
}

QString measuredFigures(const Claim& claim, WithUnit unit)
{
    if (!claim.measurement) {
        return QStringLiteral("–");
    }
    const QString measured = figures(claim.measurement->low, claim.measurement->high, claim.unit, unit);
    return claim.measurement->same ? measured : QStringLiteral("≈ ") + measured;
}

QString verdictWord(ClaimVerdict verdict)
{
    switch (verdict) {
    case ClaimVerdict::Agrees: return ClaimWords::tr("agrees");
    case ClaimVerdict::TooLow: return ClaimWords::tr("too low");
    case ClaimVerdict::TooHigh: return ClaimWords::tr("too high");
    case ClaimVerdict::Impossible: return ClaimWords::tr("can't be");
    case ClaimVerdict::Open: return ClaimWords::tr("needs a statement");
    }
    return {};
}

QString verdictText(const ClaimCheck& check)
{
    constexpr double kOne = 1.005;
    constexpr double kNearOne = 1.095;
    constexpr double kWhole = 10;
    const QString word = verdictWord(check.verdict);
    if (!check.factor || *check.factor < kOne) {
        return word;
    }
    const int decimals = *check.factor >= kWhole ? 0 : *check.factor < kNearOne ? 2 : 1;
    return ClaimWords::tr("%1, %2×").arg(word, QLocale().toString(*check.factor, 'f', decimals));
}

TagKind verdictTag(ClaimVerdict verdict)
{
    switch (verdict) {
    case ClaimVerdict::Agrees: return TagKind::Good;
    case ClaimVerdict::TooLow:
    case ClaimVerdict::TooHigh: return TagKind::Warning;
    case ClaimVerdict::Impossible: return TagKind::Danger;
    case ClaimVerdict::Open: break;
    }
    return TagKind::Unknown;
}

QString claimReason(const ClaimCheck& check)
{
    return check.reason.text.empty() ? claimRemark(*check.claim) : claimsText(check.reason);
}

QString claimRemark(const Claim& claim)
{
    return QString::fromStdString(isChinese() ? claim.remarkChinese : claim.remark);
}

QString claimsText(const ClaimText& text)
{
    const QString inLanguage = QCoreApplication::translate("Claims", text.text.c_str());
    return QString::fromStdString(fillIn(inLanguage.toStdString(), text.evidence));
}

} // namespace rigwright
