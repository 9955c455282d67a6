// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula_value.h"

#include <cctype>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace rigwright {

namespace {

/// A single value has one element.
using FormulaValues = std::vector<FormulaScalar>;

double numberOf(const FormulaScalar& value)
{
    if (const auto* number = std::get_if<double>(&value)) {
        return *number;
    }
    if (const auto* truth = std::get_if<bool>(&value)) {
        return *truth ? 1 : 0;
    }
    if (std::holds_alternative<std::monostate>(value)) {
        return 0;
    }
    return std::nan(""); // the error #VALUE!, which is equal to nothing
}

std::string textOf(const FormulaScalar& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    return std::holds_alternative<std::monostate>(value) ? std::string() : std::to_string(numberOf(value));
}

bool areEqual(const FormulaScalar& one, const FormulaScalar& other)
{
    const auto isTextual = [](const FormulaScalar& value) {
        return std::holds_alternative<std::string>(value) || std::holds_alternative<std::monostate>(value);
    };
    if (isTextual(one) && isTextual(other)) {
        return textOf(one) == textOf(other);
    }
    return !isTextual(one) && !isTextual(other) && numberOf(one) == numberOf(other);
}

/// Half away from zero of the decimal that a person would read, as spreadsheets round.
double rounded(double value, double decimals)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.15g", value);
    const long double scale = std::pow(10.0L, static_cast<long double>(decimals));
    const long double scaled = std::strtold(text, nullptr) * scale;
    return static_cast<double>(std::round(static_cast<double>(scaled)) / scale);
}

class FormulaReader {
public:
    FormulaReader(const Formula& formula, const Document& document)
        : formula_(formula)
        , document_(document)
    { }

    [[nodiscard]] FormulaScalar read()
    {
        const FormulaValues values = comparison();
        if (at_ != formula_.text.size() || values.size() != 1) {
            throw std::invalid_argument("can't read " + formula_.text);
        }
        return values.front();
    }

private:
    [[nodiscard]] char peek() const { return at_ < formula_.text.size() ? formula_.text[at_] : '\0'; }
    bool take(char wanted)
    {
        const bool found = peek() == wanted;
        at_ += found ? 1 : 0;
        return found;
    }
    void expect(char wanted)
    {
        if (!take(wanted)) {
            throw std::invalid_argument(std::string("expected ") + wanted + " in " + formula_.text);
        }
    }

    FormulaValues comparison()
    {
        FormulaValues left = sum();
        if (take('=')) {
            const FormulaValues right = sum();
            return {areEqual(left.at(0), right.at(0))};
        }
        return left;
    }

    FormulaValues sum()
    {
        FormulaValues left = product();
        while (peek() == '+' || peek() == '-') {
            const double sign = formula_.text[at_++] == '+' ? 1 : -1;
            left = {numberOf(left.at(0)) + sign * numberOf(product().at(0))};
        }
        return left;
    }

    FormulaValues product()
    {
        FormulaValues left = factor();
        while (peek() == '*' || peek() == '/') {
            const bool times = formula_.text[at_++] == '*';
            const double right = numberOf(factor().at(0));
            left = {times ? numberOf(left.at(0)) * right : numberOf(left.at(0)) / right};
        }
        return left;
    }

    FormulaValues factor()
    {
        if (take('-')) {
            FormulaValues values = factor();
            for (FormulaScalar& value : values) {
                value = -numberOf(value);
            }
            return values;
        }
        if (take('(')) {
            FormulaValues values = comparison();
            expect(')');
            return values;
        }
        if (take('{')) {
            return range();
        }
        if (take('"')) {
            const std::size_t end = formula_.text.find('"', at_);
            const std::string text = formula_.text.substr(at_, end - at_);
            at_ = end + 1;
            return {text};
        }
        return std::isdigit(static_cast<unsigned char>(peek())) != 0 ? number() : call();
    }

    FormulaValues number()
    {
        std::size_t length = 0;
        const double value = std::stod(formula_.text.substr(at_), &length);
        at_ += length;
        return {value};
    }

    FormulaValues range()
    {
        const auto index = static_cast<std::size_t>(numberOf(number().at(0)));
        expect('}');
        FormulaValues values;
        for (const DocumentCell* cell : document_.cellsOf(formula_.ranges.at(index))) {
            // A formula without a value shows the text "", as IF(…,"",…) gives it.
            const FormulaScalar value = storedValue(cell->value);
            const bool isEmptyText = std::holds_alternative<std::monostate>(value) && cell->formula;
            values.push_back(isEmptyText ? FormulaScalar(std::string()) : value);
        }
        return values;
    }

    FormulaValues call()
    {
        std::string name;
        while (std::isalpha(static_cast<unsigned char>(peek())) != 0) {
            name += formula_.text[at_++];
        }
        expect('(');
        std::vector<FormulaValues> arguments{comparison()};
        while (take(',')) {
            arguments.push_back(comparison());
        }
        expect(')');
        return result(name, arguments);
    }

    FormulaValues result(const std::string& name, const std::vector<FormulaValues>& arguments) const
    {
        if (name == "IF") {
            return std::get<bool>(arguments.at(0).at(0)) ? arguments.at(1) : arguments.at(2);
        }
        if (name == "OR") {
            bool any = false;
            for (const FormulaValues& each : arguments) {
                any = any || std::get<bool>(each.at(0));
            }
            return {any};
        }
        if (name == "ROUND") {
            return {rounded(numberOf(arguments.at(0).at(0)), numberOf(arguments.at(1).at(0)))};
        }
        if (name == "COUNT") {
            return {countOf(arguments)};
        }
        if (name == "SUM") {
            return {sumOf(arguments)};
        }
        if (name == "SUMIF" && textOf(arguments.at(1).at(0)) == ">0") {
            return {sumOfNumbered(arguments.at(0), arguments.at(2))};
        }
        return arrayResult(name, arguments);
    }

    static double countOf(const std::vector<FormulaValues>& arguments)
    {
        double count = 0;
        for (const FormulaValues& values : arguments) {
            for (const FormulaScalar& value : values) {
                count += std::holds_alternative<double>(value) ? 1 : 0;
            }
        }
        return count;
    }

    static double sumOf(const std::vector<FormulaValues>& arguments)
    {
        double sum = 0;
        for (const FormulaValues& values : arguments) {
            for (const FormulaScalar& value : values) {
                sum += std::holds_alternative<double>(value) ? std::get<double>(value) : 0;
            }
        }
        return sum;
    }

    static double sumOfNumbered(const FormulaValues& numbers, const FormulaValues& amounts)
    {
        double sum = 0;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const auto* number = std::get_if<double>(&numbers[i]);
            const auto* amount = std::get_if<double>(&amounts.at(i));
            sum += number != nullptr && amount != nullptr && *number > 0 ? *amount : 0;
        }
        return sum;
    }

    FormulaValues arrayResult(const std::string& name, const std::vector<FormulaValues>& arguments) const
    {
        FormulaValues values;
        if (name == "ISNUMBER") {
            for (const FormulaScalar& value : arguments.at(0)) {
                values.emplace_back(std::holds_alternative<double>(value));
            }
            return values;
        }
        if (name == "EXACT") {
            for (const FormulaScalar& value : arguments.at(0)) {
                values.emplace_back(textOf(value) == textOf(arguments.at(1).at(0)));
            }
            return values;
        }
        if (name == "SUMPRODUCT") {
            double sum = 0;
            for (std::size_t i = 0; i < arguments.at(0).size(); ++i) {
                double product = 1;
                for (const FormulaValues& column : arguments) {
                    const auto* number = std::get_if<double>(&column.at(i));
                    product *= number == nullptr ? 0 : *number;
                }
                sum += product;
            }
            return {sum};
        }
        throw std::invalid_argument("unknown function " + name + " in " + formula_.text);
    }

    const Formula& formula_;
    const Document& document_;
    std::size_t at_ = 0;
};

} // namespace

FormulaScalar storedValue(const CellValue& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    const std::optional<double> number = cellNumber(value);
    return number ? FormulaScalar(*number) : FormulaScalar();
}

FormulaScalar valueOf(const Formula& formula, const Document& document)
{
    return FormulaReader(formula, document).read();
}

std::vector<std::string> wrongFormulas(const Document& document)
{
    constexpr double kTolerance = 1e-9;
    std::vector<std::string> wrong;
    const auto checkCell = [&](const DocumentTable& table, const DocumentCell& cell) {
        const FormulaScalar value = valueOf(*cell.formula, document);
        const FormulaScalar stored = storedValue(cell.value);
        const bool agree = std::holds_alternative<double>(stored) ? std::holds_alternative<double>(value) &&
                std::abs(std::get<double>(stored) - std::get<double>(value)) < kTolerance
                                                                  : textOf(stored) == textOf(value);
        if (!agree) {
            wrong.push_back(table.id + ": " + cell.formula->text + " comes to " + textOf(value) +
                            ", stored is " + textOf(stored));
        }
    };
    for (const DocumentTable* table : tablesOf(document)) {
        for (const DocumentRow& row : table->rows) {
            for (const DocumentCell& cell : row.cells) {
                if (cell.formula) {
                    checkCell(*table, cell);
                }
            }
        }
    }
    return wrong;
}

std::vector<const DocumentTable*> tablesOf(const Document& document)
{
    std::vector<const DocumentTable*> tables;
    for (const DocumentSection& section : document.sections) {
        for (const DocumentBlock& block : section.blocks) {
            if (const auto* table = std::get_if<DocumentTable>(&block)) {
                tables.push_back(table);
            }
        }
    }
    return tables;
}

} // namespace rigwright
