// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document.h"
#include "bom/document/words.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

// Where the lines of a bill of materials stand in its table, and what its formulas refer to.
namespace rigwright {

inline constexpr const char* kBomTable = "bom";
inline constexpr const char* kSystemsTable = "systems";
inline constexpr const char* kTotalsTable = "totals";

/// The columns of the table of lines: those that people sign first, then what they look up.
enum class LineColumn {
    Number,
    Position,
    Category,
    Description,
    Manufacturer,
    PartNumber,
    Quantity,
    Unit,
    NetUnitPrice,
    LineTotal,
    Supplier,
    LeadTime,
    Attention,
    Approved,
    Group,
    InternalNumber,
    Specifications,
    QuantityPerSystem,
    Systems,
    UnitPrice,
    Discount,
    TaxRate,
    Tax,
    Gross,
    SupplierPartNumber,
    Link,
    PriceKind,
    PriceSource,
    PriceRegion,
    PriceDate,
    PriceAge,
    PriceState,
    QuoteNumber,
    QuoteValidUntil,
    SpecsState,
    ExpenseClass,
    Comment,
};
inline constexpr std::size_t kLineColumnCount = static_cast<std::size_t>(LineColumn::Comment) + 1;

[[nodiscard]] constexpr std::size_t indexOf(LineColumn column)
{
    return static_cast<std::size_t>(column);
}

/// The columns of the table of systems.
enum class SystemsColumn { Number, Name, Systems, PerSystem, Total };
[[nodiscard]] constexpr std::size_t indexOf(SystemsColumn column)
{
    return static_cast<std::size_t>(column);
}

/// The rows and columns of the table of totals.
enum class TotalsRow { Lines, Discount, Shipping, Net, Tax, Gross, Contingency, Budget };
enum class TotalsColumn { Item, Rate, Amount };
[[nodiscard]] CellRange totalsCell(TotalsRow row, TotalsColumn column);

/// Lines that belong together: of one machine, the spares, the services.
struct LineGroup {
    std::string name;
    std::optional<std::size_t> machine; ///< its index
    std::vector<const BomLine*> lines;
    std::size_t firstRow = 0; ///< of its lines and sub-totals
    std::size_t lastRow = 0;
};

/// One row of the table: a line, or something around lines.
struct LineRow {
    DocumentRow::Kind kind = DocumentRow::Kind::Line;
    const BomLine* line = nullptr; ///< of a line
    std::size_t group = 0;
    std::string label = {};   ///< of the others
    std::size_t firstRow = 0; ///< of those that a sub-total is of
    std::size_t lastRow = 0;
};

/// Groups have a head and a sub-total where there are several of them; within a group, neighbouring lines of a category have a
/// sub-total where there are several of these. Sub-totals leave each other out.
class BomLayout {
public:
    BomLayout(const Bom& bom, const DocumentWords& say);

    [[nodiscard]] const std::vector<LineGroup>& groups() const { return groups_; }
    [[nodiscard]] const std::vector<LineRow>& rows() const { return rows_; }
    /// Of the table's last row, with the total of all lines.
    [[nodiscard]] std::size_t totalRow() const { return rows_.size(); }
    /// The cells of a column from the first row to the last before the total. Nothing: there are none.
    [[nodiscard]] std::optional<CellRange> column(LineColumn column) const;

private:
    void addGroup(std::size_t group);
    void addRun(std::size_t group, std::size_t first, std::size_t end);

    const DocumentWords& say_;
    std::vector<LineGroup> groups_;
    std::vector<LineRow> rows_;
};

/// The sum of the lines' totals of these rows, without the sub-totals among them.
[[nodiscard]] DocumentCell lineSumCell(const Bom& bom, const Money& sum, std::size_t firstRow,
                                       std::size_t lastRow);
/// The same, blank where no line has a price: what nobody knows is not nothing.
[[nodiscard]] DocumentCell knownSumCell(const Bom& bom, const std::optional<Money>& sum, std::size_t firstRow,
                                        std::size_t lastRow);

} // namespace rigwright
