// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/cells.h"

namespace rigwright {

DocumentCell textCell(std::string text, CellTone tone)
{
    DocumentCell cell;
    if (!text.empty()) {
        cell.value = std::move(text);
    }
    cell.tone = tone;
    return cell;
}

DocumentCell countCell(std::int64_t count)
{
    return {CellValue(count)};
}

DocumentCell decimalCell(double value, int decimals)
{
    return {CellValue(Decimal{value, decimals})};
}

DocumentCell shareCell(const Share& share)
{
    return share == Share() ? DocumentCell{} : DocumentCell{CellValue(share)};
}

DocumentCell formulaCell(CellValue value, std::string formula, std::vector<CellRange> ranges)
{
    return {std::move(value), Formula{std::move(formula), std::move(ranges)}};
}

std::string roundedFormula(const std::string& formula, Currency currency)
{
    return "ROUND(" + formula + "," + std::to_string(currency.decimals()) + ")";
}

CellRange columnRange(const std::string& table, std::size_t column, std::size_t firstRow, std::size_t lastRow)
{
    return {table, firstRow, column, lastRow, column};
}

} // namespace rigwright
