// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/cell_values.h"

#include "bom/cell_text.h"
#include "units/format.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace rigwright {

namespace {

constexpr std::size_t kMostDigits = 15;
/// In minor units: what is left of a sum of decimals that a spreadsheet reckoned in binary.
constexpr double kBinaryRest = 1e-4;

struct CurrencyMark {
    const char* text;
    std::string_view codes;
};

/// Beside the codes themselves, and the signs that the program writes.
constexpr std::array kMarks{
    CurrencyMark{"$", "USD AUD CAD HKD MXN NZD SGD TWD"},
    CurrencyMark{"us$", "USD"},
    CurrencyMark{"au$", "AUD"},
    CurrencyMark{"c$", "CAD"},
    CurrencyMark{"¥", "CNY JPY"},
    CurrencyMark{"rmb", "CNY"},
    CurrencyMark{"人民币", "CNY"},
    CurrencyMark{"元", "CNY HKD TWD"},
    CurrencyMark{"円", "JPY"},
    CurrencyMark{"圓", "HKD TWD"},
    CurrencyMark{"kr", "DKK NOK SEK"},
    CurrencyMark{"zł", "PLN"},
    CurrencyMark{"r", "ZAR"},
    CurrencyMark{"fr", "CHF"},
    CurrencyMark{"euro", "EUR"},
};

/// Full-width signs and digits as the usual ones, odd blanks as blanks; none at the ends.
QString plainText(const std::string& text)
{
    return QString::fromStdString(text).normalized(QString::NormalizationForm_KC).trimmed();
}

std::string markOf(const std::string& text)
{
    QString mark = plainText(text).toLower();
    mark.remove(QLatin1Char(' '));
    if (mark.endsWith(QLatin1Char('.'))) {
        mark.chop(1);
    }
    return mark.toStdString();
}

Finding unclear(const char* text, const FilledCell& cell)
{
    return {"quote-price-unclear", Severity::Blocker, text, {{"text", lineOfText(cell)}}};
}

Finding noPrice(const FilledCell& cell)
{
    return unclear(RIGWRIGHT_TEXT("Finding", "“{text}” is no price."), cell);
}

/// Digits before and behind the decimal mark.
struct DecimalDigits {
    std::string whole;
    std::string fraction;
};

/// "1234", "1.234", "12'345": groups of three after the first.
std::optional<std::string> groupedDigits(const QString& text, QChar separator)
{
    std::string digits;
    const QStringList groups = text.split(separator);
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const qsizetype size = groups[i].size();
        if (groups.size() > 1 && (i == 0 ? size < 1 || size > 3 : size != 3)) {
            return std::nullopt;
        }
        digits += groups[i].toStdString();
    }
    const bool isNumber = !digits.empty() && digits.find_first_not_of("0123456789") == std::string::npos;
    const bool isPadded = groups.size() > 1 && digits.front() == '0';
    return isNumber && !isPadded ? std::optional(digits) : std::nullopt;
}

bool isMark(QChar c)
{
    return c == QLatin1Char('.') || c == QLatin1Char(',');
}

bool isBlankGroup(QChar c)
{
    return c == QLatin1Char(' ') || c == QLatin1Char('\'') || c == QChar(u'’');
}

/// What a single point or comma is.
enum class MarkReading { Decimal, Group, Unclear };

MarkReading readMark(const QString& text, qsizetype at, int decimals, bool hasBlanks)
{
    const bool threeFollow = text.size() - at - 1 == 3;
    const bool canGroup = threeFollow && at >= 1 && at <= 3 && text[0] != QLatin1Char('0') && !hasBlanks;
    if (!canGroup) {
        return MarkReading::Decimal;
    }
    // A currency without decimals leaves one reading.
    return decimals == 0 ? MarkReading::Group : MarkReading::Unclear;
}

/// The digits of "1.234,50", "1,234.50", "1 234,50", "1'234.50". A finding where they can be read in two ways, or in none.
CellValue<DecimalDigits> splitDigits(const QString& text, int decimals, const FilledCell& cell)
{
    const auto blank = std::find_if(text.begin(), text.end(), isBlankGroup);
    const qsizetype lastMark =
        std::distance(text.begin(), std::find_if(text.rbegin(), text.rend(), isMark).base()) - 1;
    QChar group = blank == text.end() ? QChar() : *blank;
    qsizetype decimalAt = lastMark;
    if (lastMark >= 0) {
        const QChar mark = text[lastMark];
        const QChar other = QLatin1Char(mark == QLatin1Char('.') ? ',' : '.');
        const bool isOnly = text.count(mark) == 1 && !text.contains(other);
        if (isOnly) {
            const MarkReading reading = readMark(text, lastMark, decimals, !group.isNull());
            if (reading == MarkReading::Unclear) {
                return tl::unexpected(unclear(
                    RIGWRIGHT_TEXT("Finding", "“{text}” can mean thousands or decimals: which is it?"),
                    cell));
            }
            if (reading == MarkReading::Group) {
                group = mark;
                decimalAt = -1;
            }
        } else if (!group.isNull()) {
            return tl::unexpected(noPrice(cell));
        } else if (text.contains(other)) {
            group = other;
        } else {
            group = mark;
            decimalAt = -1;
        }
    }
    const QString whole = decimalAt < 0 ? text : text.left(decimalAt);
    const std::string fraction = decimalAt < 0 ? "" : text.mid(decimalAt + 1).toStdString();
    auto digits = groupedDigits(whole, group.isNull() ? QLatin1Char(' ') : group);
    const bool isFraction =
        fraction.find_first_not_of("0123456789") == std::string::npos && (decimalAt < 0 || !fraction.empty());
    if (!digits || !isFraction || digits->size() + fraction.size() > kMostDigits) {
        return tl::unexpected(noPrice(cell));
    }
    return DecimalDigits{*digits, fraction};
}

/// What holds of the currency that a cell shows and the one that is declared.
CellValue<Currency> agreeing(const std::string& mark, const std::optional<Currency>& declared,
                             const FilledCell& cell)
{
    const std::vector<Currency> possible = currenciesOf(mark);
    if (!mark.empty() && possible.empty()) {
        return tl::unexpected(noPrice(cell));
    }
    if (declared && (possible.empty() || std::ranges::find(possible, *declared) != possible.end())) {
        return *declared;
    }
    if (!declared && possible.size() == 1) {
        return possible.front();
    }
    if (!declared) {
        return tl::unexpected(
            Finding{"quote-currency",
                    Severity::Blocker,
                    RIGWRIGHT_TEXT("Finding", "“{text}” has no currency, and the form names none."),
                    {{"text", lineOfText(cell)}}});
    }
    return tl::unexpected(Finding{
        "quote-currency",
        Severity::Blocker,
        RIGWRIGHT_TEXT("Finding", "“{text}” is shown in {mark}, but the form says {currency}: which is it?"),
        {{"text", lineOfText(cell)}, {"mark", mark}, {"currency", declared->code()}}});
}

Finding tooExact(const FilledCell& cell, const Currency& currency)
{
    return {"quote-price-unclear",
            Severity::Blocker,
            RIGWRIGHT_TEXT("Finding", "“{text}” has more decimals than {currency} has."),
            {{"text", lineOfText(cell)}, {"currency", currency.code()}}};
}

CellValue<Money> amountOfNumber(const FilledCell& cell, const Currency& currency)
{
    const double minor = cell.number * std::pow(10.0, currency.decimals());
    if (std::abs(minor) >= 1e15) {
        return tl::unexpected(noPrice(cell));
    }
    if (std::abs(minor - std::round(minor)) > kBinaryRest) {
        return tl::unexpected(tooExact(cell, currency));
    }
    return Money(static_cast<std::int64_t>(std::round(minor)), currency);
}

/// A number with what stands around it.
struct MarkedNumber {
    QString digits;
    bool negative = false;
    std::string mark;
};

std::optional<MarkedNumber> splitMarked(QString text)
{
    const auto isDigit = [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); };
    const auto first = std::find_if(text.cbegin(), text.cend(), isDigit);
    if (first == text.cend()) {
        return std::nullopt;
    }
    const auto start = std::distance(text.cbegin(), first);
    const auto end = std::distance(text.cbegin(), std::find_if(text.crbegin(), text.crend(), isDigit).base());
    MarkedNumber number;
    number.digits = text.mid(start, end - start);
    QString before = text.left(start).trimmed();
    const QString after = text.mid(end).trimmed();
    for (const QChar minus : {QChar(u'-'), QChar(u'−')}) {
        if (before.endsWith(minus) || before.startsWith(minus)) {
            number.negative = true;
            before.remove(minus);
        }
    }
    // One sign, before or behind; the same twice is one.
    const std::string left = markOf(before.toStdString());
    const std::string right = markOf(after.toStdString());
    number.mark =
        left.empty() || right.empty() || left == right ? (left.empty() ? right : left) : left + " " + right;
    return number;
}

CellValue<Money> amountOfText(const FilledCell& cell, const std::optional<Currency>& declared)
{
    const QString text = plainText(cell.text);
    if (text.contains(QLatin1Char('%')) || text.contains(QChar(u'‰'))) {
        return tl::unexpected(
            unclear(RIGWRIGHT_TEXT("Finding", "“{text}” is a share: expected a price."), cell));
    }
    const auto number = splitMarked(text);
    if (!number) {
        return tl::unexpected(noPrice(cell));
    }
    const CellValue<Currency> currency = agreeing(number->mark, declared, cell);
    if (!currency) {
        return tl::unexpected(currency.error());
    }
    CellValue<DecimalDigits> digits = splitDigits(number->digits, currency->decimals(), cell);
    if (!digits) {
        return tl::unexpected(digits.error());
    }
    std::string& fraction = digits->fraction;
    const auto decimals = static_cast<std::size_t>(currency->decimals());
    while (fraction.size() > decimals && fraction.back() == '0') {
        fraction.pop_back();
    }
    const std::string decimal =
        (number->negative ? "-" : "") + digits->whole + (fraction.empty() ? "" : "." + fraction);
    const Expected<Money> amount = Money::parse(decimal, *currency);
    if (!amount) {
        return tl::unexpected(fraction.size() > decimals ? tooExact(cell, *currency) : noPrice(cell));
    }
    return *amount;
}

} // namespace

std::string lineOfText(const FilledCell& cell)
{
    return QString::fromStdString(cleanText(cell.text)).simplified().toStdString();
}

std::vector<Currency> currenciesOf(const std::string& text)
{
    const std::string mark = markOf(text);
    std::vector<Currency> found;
    if (mark.empty()) {
        return found;
    }
    std::string_view codes;
    for (const CurrencyMark& known : kMarks) {
        codes = mark == known.text ? known.codes : codes;
    }
    for (const Currency& currency : Currency::all()) {
        const std::string code = currency.code();
        const bool isSign = mark == markOf(currency.sign()) && codes.empty();
        if (toLower(code) == mark || isSign || codes.find(code) != std::string_view::npos) {
            found.push_back(currency);
        }
    }
    return found;
}

CellValue<Currency> currencyIn(const FilledCell& cell)
{
    const std::vector<Currency> found = currenciesOf(cell.text);
    if (found.size() == 1) {
        return found.front();
    }
    return tl::unexpected(
        Finding{"quote-currency",
                Severity::Blocker,
                found.empty() ? RIGWRIGHT_TEXT("Finding", "“{text}” is no currency that is known here.")
                              : RIGWRIGHT_TEXT("Finding", "“{text}” stands for several currencies."),
                {{"text", lineOfText(cell)}}});
}

CellValue<Money> amountIn(const FilledCell& cell, const std::optional<Currency>& declared)
{
    switch (cell.kind) {
    case FilledCell::Kind::Text: return amountOfText(cell, declared);
    case FilledCell::Kind::NoValue:
        return tl::unexpected(
            unclear(RIGWRIGHT_TEXT("Finding",
                                   "A formula without a result stands where a price is expected: "
                                   "open and save the file in a spreadsheet program."),
                    cell));
    case FilledCell::Kind::Number: break;
    default: return tl::unexpected(noPrice(cell));
    }
    if (cell.percent) {
        return tl::unexpected(
            unclear(RIGWRIGHT_TEXT("Finding", "“{text}” is a share: expected a price."), cell));
    }
    // A format may show other words beside a number: only a sign of a currency says anything.
    const std::string mark = currenciesOf(cell.literal).empty() ? std::string() : cell.literal;
    return agreeing(mark, declared, cell).and_then([&](const Currency& currency) {
        return amountOfNumber(cell, currency);
    });
}

} // namespace rigwright
