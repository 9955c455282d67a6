// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/cell_values.h"

#include "units/format.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace rigwright {

namespace {

constexpr int kFirstYear = 2000;
constexpr int kLastYear = 2199;

Finding noDay(const FilledCell& cell)
{
    return {"quote-date-unclear",
            Severity::Blocker,
            RIGWRIGHT_TEXT("Finding", "“{text}” is no date: expected one such as 2026-12-31."),
            {{"text", lineOfText(cell)}}};
}

Finding unclearDay(const FilledCell& cell)
{
    return {"quote-date-unclear",
            Severity::Blocker,
            RIGWRIGHT_TEXT("Finding", "In “{text}” day and month can't be told apart: which is it?"),
            {{"text", lineOfText(cell)}}};
}

/// 1 to 12, or 0.
int monthOf(const std::string& word)
{
    constexpr std::array kMonths{"january", "february", "march",     "april",   "may",      "june",
                                 "july",    "august",   "september", "october", "november", "december"};
    constexpr std::size_t kShortest = 3;
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (word.size() >= kShortest && std::string_view(kMonths.at(i)).starts_with(word)) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

/// Numbers and words in the order in which they stand.
std::vector<std::string> piecesOf(const std::string& text)
{
    std::vector<std::string> pieces;
    bool inDigits = false;
    bool inWord = false;
    for (const char c : toLower(text)) {
        const bool isDigit = c >= '0' && c <= '9';
        const bool isLetter = c >= 'a' && c <= 'z';
        if (isDigit || isLetter) {
            if (isDigit ? !inDigits : !inWord) {
                pieces.emplace_back();
            }
            pieces.back() += c;
        }
        inDigits = isDigit;
        inWord = isLetter;
    }
    return pieces;
}

std::optional<Date> dayOf(int year, int month, int day)
{
    const Date date{year, month, day};
    return year >= kFirstYear && year <= kLastYear
        ? Date::parse(date.iso())
              .map([](const Date& parsed) { return std::optional(parsed); })
              .value_or(std::nullopt)
        : std::nullopt;
}

bool isYear(const std::string& piece)
{
    return piece.size() == 4;
}

/// A time of midnight, which some programs write behind a day.
QString withoutMidnight(QString text)
{
    for (const char* end : {"T00:00:00Z", "T00:00:00", " 00:00:00", "T00:00:00.000"}) {
        if (text.endsWith(QLatin1String(end))) {
            text.chop(static_cast<qsizetype>(std::char_traits<char>::length(end)));
        }
    }
    return text;
}

/// Only what parts the pieces of a date may stand between them.
bool hasDateSigns(const QString& text)
{
    return std::ranges::all_of(text, [](QChar c) {
        return (c < QChar(u'\x80') && c.isLetterOrNumber()) || QStringView(u" ./-,年月日").contains(c);
    });
}

CellValue<Date> dayOfNumbers(int first, int second, int year, const FilledCell& cell)
{
    const auto dayFirst = dayOf(year, second, first);
    const auto monthFirst = dayOf(year, first, second);
    if (dayFirst && monthFirst && *dayFirst != *monthFirst) {
        return tl::unexpected(unclearDay(cell));
    }
    if (!dayFirst && !monthFirst) {
        return tl::unexpected(noDay(cell));
    }
    return dayFirst ? *dayFirst : *monthFirst;
}

CellValue<Date> dayOfText(const FilledCell& cell)
{
    const QString text = withoutMidnight(
        QString::fromStdString(cell.text).normalized(QString::NormalizationForm_KC).trimmed());
    std::vector<std::string> pieces = piecesOf(text.toStdString());
    if (pieces.size() == 1 && pieces[0].size() == 8 && text.size() == 8) {
        pieces = {pieces[0].substr(0, 4), pieces[0].substr(4, 2), pieces[0].substr(6)};
    }
    const bool areShort = std::ranges::all_of(
        pieces, [](const std::string& piece) { return piece.size() <= 4 || monthOf(piece) > 0; });
    if (pieces.size() != 3 || !areShort || !hasDateSigns(text)) {
        return tl::unexpected(noDay(cell));
    }
    std::array<int, 3> months{};
    std::array<int, 3> numbers{};
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        months.at(i) = monthOf(pieces[i]);
        numbers.at(i) = std::atoi(pieces[i].c_str());
    }
    std::optional<Date> day;
    if (isYear(pieces[0]) && months[0] == 0) {
        day = dayOf(numbers[0], months[1] > 0 ? months[1] : numbers[1], numbers[2]);
    } else if (!isYear(pieces[2])) {
        return tl::unexpected(noDay(cell));
    } else if (months[0] > 0) {
        day = dayOf(numbers[2], months[0], numbers[1]);
    } else if (months[1] > 0) {
        day = dayOf(numbers[2], months[1], numbers[0]);
    } else {
        return dayOfNumbers(numbers[0], numbers[1], numbers[2], cell);
    }
    return day ? CellValue<Date>(*day) : tl::unexpected(noDay(cell));
}

/// "12.0" and "12,00", as programs write a column of numbers of which some are missing; three zeros can be thousands.
QString withoutZeroDecimals(const QString& text)
{
    for (const char* zeros : {".0", ",0", ".00", ",00"}) {
        const QLatin1String end(zeros);
        if (text.size() > end.size() && text.endsWith(end)) {
            return text.chopped(end.size());
        }
    }
    return text;
}

Finding noWhole(const FilledCell& cell)
{
    return {"quote-number-unclear",
            Severity::Warning,
            RIGWRIGHT_TEXT("Finding", "“{text}” is no whole number."),
            {{"text", lineOfText(cell)}}};
}

} // namespace

CellValue<Date> dayIn(const FilledCell& cell)
{
    if (cell.kind == FilledCell::Kind::Text) {
        return dayOfText(cell);
    }
    const bool isUsual = cell.day.year >= kFirstYear && cell.day.year <= kLastYear;
    if (cell.kind != FilledCell::Kind::Day || !isUsual) {
        return tl::unexpected(noDay(cell));
    }
    return cell.day;
}

CellValue<std::int64_t> wholeIn(const FilledCell& cell)
{
    constexpr double kLargest = 1e9;
    if (cell.kind == FilledCell::Kind::Number && !cell.percent) {
        if (std::abs(cell.number) > kLargest || cell.number != std::floor(cell.number)) {
            return tl::unexpected(noWhole(cell));
        }
        return static_cast<std::int64_t>(cell.number);
    }
    if (cell.kind != FilledCell::Kind::Text) {
        return tl::unexpected(noWhole(cell));
    }
    QString text = QString::fromStdString(cell.text).normalized(QString::NormalizationForm_KC);
    text = text.trimmed().toLower();
    for (const char16_t* word : {u"days", u"day", u"tage", u"tag", u"d", u"天", u"日"}) {
        const QStringView unit(word);
        if (text.endsWith(unit)) {
            text.chop(unit.size());
            text = text.trimmed();
            break;
        }
    }
    text = withoutZeroDecimals(text);
    bool isNumber = false;
    const qlonglong number = text.toLongLong(&isNumber);
    if (!isNumber || text.size() > 9) {
        return tl::unexpected(noWhole(cell));
    }
    return static_cast<std::int64_t>(number);
}

} // namespace rigwright
