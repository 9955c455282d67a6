// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog_edits.h"

#include "ui/catalog_words.h"
#include "ui/figure_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace rigwright {

namespace {

struct CatalogEdits {
    Q_DECLARE_TR_FUNCTIONS(rigwright::CatalogEdits)
};

constexpr auto kOwnSource = "own entry";

QString partsText(const std::vector<const PartEntry*>& parts)
{
    return parts.size() == 1 ? partText(parts.front()->sheet)
                             : CatalogEdits::tr("%Ln parts", nullptr, static_cast<int>(parts.size()));
}

CatalogEdit changeCell(const PartEntry& part, const std::string& column, const std::string& after,
                       const QString& label)
{
    PartEdit change{part.id(), part.sheet.spec->name, false, {}};
    change.cells.push_back({column, part.sheet.cell(column), after});
    CatalogEdit edit;
    edit.changes.parts.push_back(std::move(change));
    edit.label = label.arg(columnWords(column).label, partText(part.sheet));
    return edit;
}

CatalogEdit changeMarks(const std::vector<const PartEntry*>& parts, const QString& label, const auto& change)
{
    CatalogEdit edit;
    for (const PartEntry* part : parts) {
        PartMarks marks = part->marks;
        change(marks);
        if (marks != part->marks) {
            edit.changes.marks.push_back({part->id(), part->sheet.spec->name, marks});
        }
    }
    edit.label = label.arg(partsText(parts));
    return edit;
}

CatalogEdit takeBack(const std::vector<const PartEntry*>& parts, const QString& label)
{
    CatalogEdit edit;
    for (const PartEntry* part : parts) {
        edit.changes.removedParts.push_back(part->id());
    }
    edit.label = label.arg(partsText(parts));
    return edit;
}

/// "Noctua NH-D15 (black)": "noctua-nh-d15-black"; every other sign parts words.
std::string idOf(const std::string& text)
{
    std::string id;
    for (const char sign : text) {
        const char small = sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
        const bool kept = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9') || small == '+';
        if (kept) {
            id += small;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    while (!id.empty() && id.back() == '-') {
        id.pop_back();
    }
    return id;
}

/// None of a shipped part, now or later, and none of the user's.
PartId freeId(const CatalogView& view, const std::string& name)
{
    const std::string words = idOf(name);
    const std::string base = "own-" + (words.empty() ? std::string("part") : words);
    std::string id = base;
    for (int number = 2; view.find(PartId(id)) != nullptr; ++number) {
        id = base + "-" + std::to_string(number);
    }
    return PartId(id);
}

CatalogEdit newPart(const PartSheet& sheet, const QString& label)
{
    PartEdit change{sheet.id(), sheet.spec->name, true, {}};
    for (std::size_t i = 1; i < sheet.cells.size(); ++i) {
        if (!sheet.cells[i].empty()) {
            change.cells.push_back({sheet.spec->columns[i].name, {}, sheet.cells[i]});
        }
    }
    CatalogEdit edit;
    edit.changes.parts.push_back(std::move(change));
    edit.label = label.arg(partText(sheet));
    return edit;
}

CatalogEdit changePrice(const PartEntry& part, const Offer& offer, bool removed, const QString& label)
{
    Offer own = offer;
    own.own = true;
    CatalogEdit edit;
    edit.changes.prices.push_back({part.id(), part.sheet.spec->name, std::move(own), removed});
    edit.label = label.arg(partText(part.sheet));
    return edit;
}

} // namespace

QString partText(const PartSheet& sheet)
{
    const QString name = QString::fromStdString(sheet.cell("name"));
    const QString manufacturer = QString::fromStdString(sheet.cell("manufacturer"));
    if (name.isEmpty() && manufacturer.isEmpty()) {
        return QString::fromStdString(sheet.id().text());
    }
    const bool said = name.startsWith(manufacturer, Qt::CaseInsensitive);
    return said || name.isEmpty() ? (name.isEmpty() ? manufacturer : name)
                                  : manufacturer + QLatin1Char(' ') + name;
}

CatalogEdit editCell(const PartEntry& part, const std::string& column, const std::string& after)
{
    return changeCell(part, column, after, CatalogEdits::tr("%1 of %2"));
}

CatalogEdit resetCell(const PartEntry& part, const std::string& column)
{
    return changeCell(part, column, part.shipped->cell(column), CatalogEdits::tr("%1 of %2 as shipped"));
}

CatalogEdit resetParts(const std::vector<const PartEntry*>& parts)
{
    return takeBack(parts, CatalogEdits::tr("%1 as shipped"));
}

CatalogEdit removeParts(const std::vector<const PartEntry*>& parts)
{
    return takeBack(parts, CatalogEdits::tr("Delete %1"));
}

CatalogEdit addPart(const CatalogView& view, const TableSpec& table, const std::string& manufacturer,
                    const std::string& name)
{
    PartSheet sheet = emptySheet(table, freeId(view, manufacturer + " " + name));
    sheet.cell("manufacturer") = manufacturer;
    sheet.cell("name") = name;
    sheet.cell("source") = kOwnSource;
    sheet.cell("verification") = verificationName(Verification::Unverified);
    return newPart(sheet, CatalogEdits::tr("Add %1"));
}

CatalogEdit duplicatePart(const CatalogView& view, const PartEntry& part)
{
    PartSheet sheet = part.sheet;
    const std::string name = sheet.cell("name");
    sheet.cells.front() = freeId(view, sheet.cell("manufacturer") + " " + name).text();
    sheet.cell("name") = CatalogEdits::tr("%1 (copy)").arg(QString::fromStdString(name)).toStdString();
    sheet.cell("part_number").clear();
    sheet.cell("source") = std::string(kOwnSource) + ", copied from " + part.id().text();
    sheet.cell("verification") = verificationName(Verification::Unverified);
    return newPart(sheet, CatalogEdits::tr("Add %1"));
}

CatalogEdit markHidden(const std::vector<const PartEntry*>& parts, bool hidden)
{
    return changeMarks(parts, hidden ? CatalogEdits::tr("Hide %1") : CatalogEdits::tr("Show %1 again"),
                       [hidden](PartMarks& marks) { marks.hidden = hidden; });
}

CatalogEdit markFavourite(const std::vector<const PartEntry*>& parts, bool favourite)
{
    return changeMarks(parts,
                       favourite ? CatalogEdits::tr("%1 a favourite") : CatalogEdits::tr("%1 no favourite"),
                       [favourite](PartMarks& marks) { marks.favourite = favourite; });
}

CatalogEdit setUrl(const PartEntry& part, const std::string& url)
{
    return changeMarks({&part}, CatalogEdits::tr("Address of %1"),
                       [&url](PartMarks& marks) { marks.url = url; });
}

CatalogEdit setNote(const PartEntry& part, const std::string& note)
{
    return changeMarks({&part}, CatalogEdits::tr("Note on %1"),
                       [&note](PartMarks& marks) { marks.note = note; });
}

CatalogEdit addPrice(const PartEntry& part, const Offer& offer)
{
    return changePrice(part, offer, false,
                       offer.kind == PriceKind::Quote ? CatalogEdits::tr("Quote for %1")
                                                      : CatalogEdits::tr("Price of %1"));
}

CatalogEdit removePrice(const PartEntry& part, const Offer& offer)
{
    return changePrice(part, offer, true, CatalogEdits::tr("Remove a price of %1"));
}

} // namespace rigwright
