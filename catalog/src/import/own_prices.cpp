// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/export/price_table.h"
#include "catalog/import/own_cells.h"
#include "catalog/import/own_rows.h"
#include "catalog/names.h"

#include <algorithm>

namespace rigwright {

namespace {

class PriceRows {
public:
    PriceRows(CsvRows& rows, ColumnMap map, const KnownParts& known, PreviewBuilder& builder)
        : rows_(rows)
        , map_(std::move(map))
        , known_(known)
        , builder_(builder)
        , mark_(rows.header().separator == ';' ? DecimalMark::Comma : DecimalMark::Point)
    { }

    Expected<void> read()
    {
        while (true) {
            const Expected<bool> more = rows_.next();
            if (!more || !*more) {
                return more ? Expected<void>() : tl::unexpected(more.error());
            }
            readRow();
        }
    }

private:
    void problem(const std::string& column, const std::string& message)
    {
        builder_.problem(rows_.line(), column, message);
    }

    /// Puts the cells of the row in order, or tells what is wrong with them.
    bool takeCells()
    {
        const std::string currency(rows_.cells()[*map_.find("currency")]);
        cells_.assign(map_.columns.size(), {});
        bool good = true;
        for (std::size_t i = 0; i < map_.columns.size(); ++i) {
            const Column& column = *map_.columns[i];
            Expected<std::string> cell = ownCell(column, rows_.cells()[i], currency, mark_);
            if (cell && cell->empty() && column.required) {
                cell = fail("expected " + column.expectation() + ", got an empty cell");
            }
            if (cell) {
                cells_[i] = std::move(*cell);
            } else {
                problem(column.name, cell.error().message);
                good = false;
            }
        }
        return good;
    }

    [[nodiscard]] const std::string& cell(std::string_view column) const
    {
        static const std::string unknown;
        const std::optional<std::size_t> at = map_.find(column);
        return at ? cells_[*at] : unknown;
    }

    /// Of cells that their columns have accepted.
    [[nodiscard]] Offer offer() const
    {
        const Currency currency = Currency::parse(cell("currency")).value();
        Offer offer{.price = Money::parse(cell("amount"), currency).value(),
                    .kind = parsePriceKind(cell("kind")).value(),
                    .region = cell("region"),
                    .source = cell("source"),
                    .date = Date::parse(cell("date")).value(),
                    .own = true};
        if (!cell("valid_until").empty()) {
            offer.validUntil = Date::parse(cell("valid_until")).value();
        }
        offer.url = cell("url");
        return offer;
    }

    bool isNamedTwice(const std::string& key)
    {
        const auto [first, isNew] = lines_.emplace(key, rows_.line());
        if (!isNew) {
            problem("",
                    "lines " + std::to_string(first->second) + " and " + std::to_string(rows_.line()) +
                        " give the price of the same part, day, kind, region and source");
        }
        return !isNew;
    }

    void readRow()
    {
        if (!takeCells()) {
            return;
        }
        const std::string& part = cell("part");
        const std::string_view table = known_.tableOf(part);
        if (table.empty()) {
            problem("part", "no part is called '" + part + "'");
            return;
        }
        const Offer offer = this->offer();
        if (isNamedTwice(part + '\n' + offer.date.iso() + '\n' + cell("kind") + '\n' + offer.region + '\n' +
                         offer.source)) {
            return;
        }
        const PartEntry* entry = known_.find(part);
        builder_.preview().matched += entry == nullptr ? 0 : 1;
        const Offer* same = entry == nullptr ? nullptr : findSamePrice(*entry, offer);
        if (same != nullptr && saysTheSame(*same, offer)) {
            ++builder_.preview().unchanged;
            return;
        }
        builder_.preview().changes.prices.push_back({PartId(part), std::string(table), offer, false});
    }

    CsvRows& rows_;
    ColumnMap map_;
    const KnownParts& known_;
    PreviewBuilder& builder_;
    DecimalMark mark_;
    std::vector<std::string> cells_;
    std::unordered_map<std::string, std::size_t> lines_; ///< by what makes a price the same
};

} // namespace

Expected<void> readOwnPrices(CsvRows& rows, const KnownParts& known, PreviewBuilder& builder)
{
    Expected<ColumnMap> map = mapColumns(rows.header(), priceTable());
    if (!map) {
        return fail(builder.fileName() + ": " + map.error().message);
    }
    for (const Column& column : priceTable().columns) {
        if (column.required && !map->find(column.name)) {
            return fail(builder.fileName() + ": expected the column '" + column.name + "'");
        }
    }
    return PriceRows(rows, std::move(*map), known, builder).read();
}

} // namespace rigwright
