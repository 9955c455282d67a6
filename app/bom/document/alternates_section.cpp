// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/bom_layout.h"
#include "bom/document/cells.h"
#include "bom/document/sections.h"
#include "units/join.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

using Kind = DocumentColumn::Kind;

constexpr const char* kTable = "alternates";

enum class AlternateColumn {
    Position,
    Manufacturer,
    Description,
    PartNumber,
    Quantity,
    UnitPrice,
    Difference,
    TotalDifference,
    Speed,
    Verdict
};
constexpr std::size_t kColumnCount = static_cast<std::size_t>(AlternateColumn::Verdict) + 1;

constexpr std::array<ColumnText, kColumnCount> kColumns{{
    {"position", RIGWRIGHT_TEXT("Document", "Position")},
    {"manufacturer", RIGWRIGHT_TEXT("Document", "Manufacturer")},
    {"description", RIGWRIGHT_TEXT("Document", "Description"), Kind::LongText},
    {"part_number", RIGWRIGHT_TEXT("Document", "Part number")},
    {"quantity", RIGWRIGHT_TEXT("Document", "Quantity"), Kind::Number, true},
    {"unit_price", RIGWRIGHT_TEXT("Document", "Unit price ({currency})"), Kind::Number},
    {"difference", RIGWRIGHT_TEXT("Document", "Difference for one ({currency})"), Kind::Number},
    {"total_difference", RIGWRIGHT_TEXT("Document", "Difference in all ({currency})"), Kind::Number},
    {"decode_tokens_per_s", RIGWRIGHT_TEXT("Document", "Speed with it (tokens/s)"), Kind::Number},
    {"verdict", RIGWRIGHT_TEXT("Document", "Verdict"), Kind::LongText},
}};

/// Each line, and below it what could be bought instead.
class AlternateTable {
public:
    AlternateTable(const SectionInput& input, const BomLayout& layout)
        : input_(input)
        , bom_(input.facts.bom)
        , say_(input.say)
        , layout_(layout)
    {
        table_.id = kTable;
        table_.columns = columnsOf(kColumns, say_, bom_.currency);
        table_.filter = true;
    }

    [[nodiscard]] DocumentTable make()
    {
        for (const LineAlternates& alternates : input_.facts.alternates) {
            const auto& rows = layout_.rows();
            const auto row = std::ranges::find_if(rows, [&](const LineRow& each) {
                return each.line != nullptr && each.line->position == alternates.position;
            });
            if (row != rows.end()) {
                addLine(*row->line, alternates);
                for (const Alternate& part : alternates.parts) {
                    addPart(*row->line, static_cast<std::size_t>(row - rows.begin()), part);
                }
            }
        }
        return std::move(table_);
    }

private:
    static DocumentCell& at(DocumentRow& row, AlternateColumn column)
    {
        return row.cells[static_cast<std::size_t>(column)];
    }

    void addLine(const BomLine& line, const LineAlternates& alternates)
    {
        DocumentRow row{DocumentRow::Kind::Group, std::vector<DocumentCell>(kColumnCount)};
        at(row, AlternateColumn::Position) = textCell(line.position);
        at(row, AlternateColumn::Manufacturer) = textCell(line.manufacturer);
        at(row, AlternateColumn::Description) = textCell(line.description);
        at(row, AlternateColumn::PartNumber) = textCell(line.partNumber);
        at(row, AlternateColumn::Verdict) = textCell(noteOf(alternates), CellTone::Muted);
        table_.rows.push_back(std::move(row));
    }

    [[nodiscard]] std::string noteOf(const LineAlternates& alternates) const
    {
        std::vector<std::string> notes;
        const auto add = [&notes](std::string text) { notes.push_back(std::move(text)); };
        if (alternates.parts.empty() && alternates.isComplete) {
            add(say_(RIGWRIGHT_TEXT("Document", "the catalog has no replacement")));
        }
        if (alternates.incompatible > 0) {
            add(say_.counted(alternates.incompatible,
                             RIGWRIGHT_TEXT("Document", "1 other doesn't go with the rest"),
                             RIGWRIGHT_TEXT("Document", "{count} others don't go with the rest")));
        }
        if (alternates.tooSmall > 0) {
            add(say_.counted(alternates.tooSmall,
                             RIGWRIGHT_TEXT("Document", "with 1 cheaper one the model doesn't fit"),
                             RIGWRIGHT_TEXT("Document", "with {count} cheaper ones the model doesn't fit")));
        }
        if (alternates.tooSlow > 0) {
            add(say_.counted(alternates.tooSlow,
                             RIGWRIGHT_TEXT("Document", "with 1 cheaper one the system is slower"),
                             RIGWRIGHT_TEXT("Document", "with {count} cheaper ones the system is slower")));
        }
        if (!alternates.isComplete) {
            add(say_(RIGWRIGHT_TEXT("Document", "stopped before all were looked at")));
        }
        return joined(notes, say_(RIGWRIGHT_TEXT("Document", "; ")));
    }

    void addPart(const BomLine& line, std::size_t lineRow, const Alternate& part)
    {
        const std::size_t index = table_.rows.size();
        DocumentRow row{DocumentRow::Kind::Line, std::vector<DocumentCell>(kColumnCount)};
        at(row, AlternateColumn::Position) = textCell(line.position);
        at(row, AlternateColumn::Manufacturer) = textCell(part.manufacturer);
        at(row, AlternateColumn::Description) = textCell(part.name);
        at(row, AlternateColumn::PartNumber) = textCell(part.partNumber);
        at(row, AlternateColumn::Quantity) =
            formulaCell(std::int64_t{bom_.quantity(line)}, "{0}",
                        {CellRange::cell(kBomTable, lineRow, indexOf(LineColumn::Quantity))});
        at(row, AlternateColumn::UnitPrice) = knownCell(part.unitPrice);
        addDifference(row, index, line, lineRow, part);
        if (part.decode) {
            at(row, AlternateColumn::Speed) = decimalCell(part.decode->value(), 1);
        }
        at(row, AlternateColumn::Verdict) = part.fits
            ? textCell(say_(RIGWRIGHT_TEXT("Document", "compatible, and the model fits")), CellTone::Good)
            : textCell(say_(RIGWRIGHT_TEXT("Document", "compatible, but the model does not fit")),
                       CellTone::Attention);
        table_.rows.push_back(std::move(row));
    }

    void addDifference(DocumentRow& row, std::size_t index, const BomLine& line, std::size_t lineRow,
                       const Alternate& part) const
    {
        const auto here = [index](AlternateColumn column) {
            return CellRange::cell(kTable, index, static_cast<std::size_t>(column));
        };
        const std::optional<Money> price = bom_.netUnitPrice(line);
        const std::optional<Money> each =
            price && part.unitPrice ? std::optional(*part.unitPrice - *price) : std::nullopt;
        at(row, AlternateColumn::Difference) =
            formulaCell(knownCell(each).value,
                        "IF(OR({0}=\"\",{1}=\"\"),\"\"," + roundedFormula("{0}-{1}", bom_.currency) + ")",
                        {here(AlternateColumn::UnitPrice),
                         CellRange::cell(kBomTable, lineRow, indexOf(LineColumn::NetUnitPrice))});
        const std::optional<Money> all = each ? std::optional(*each * bom_.quantity(line)) : std::nullopt;
        at(row, AlternateColumn::TotalDifference) = formulaCell(
            knownCell(all).value, "IF({0}=\"\",\"\"," + roundedFormula("{0}*{1}", bom_.currency) + ")",
            {here(AlternateColumn::Difference), here(AlternateColumn::Quantity)});
    }

    const SectionInput& input_;
    const Bom& bom_;
    const DocumentWords& say_;
    const BomLayout& layout_;
    DocumentTable table_;
};

} // namespace

DocumentSection alternatesSection(const SectionInput& input)
{
    DocumentSection section = emptySection(input, "alternates", RIGWRIGHT_TEXT("Document", "Alternates"));
    section.landscape = true;
    if (input.facts.alternates.empty()) {
        return section;
    }
    section.blocks.emplace_back(DocumentText{
        input.say(RIGWRIGHT_TEXT(
            "Document",
            "The cheapest parts of the catalog that could be bought in the place of each line, the "
            "rest of the system unchanged. Each was put in and checked by every rule; with it, the "
            "system keeps at least nine tenths of its speed.")),
        CellTone::Plain});
    const BomLayout layout(input.facts.bom, input.say);
    section.blocks.emplace_back(AlternateTable(input, layout).make());
    return section;
}

} // namespace rigwright
