// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures_model.h"

#include "ui/catalog_tags.h"
#include "ui/catalog_words.h"
#include "ui/figure_text.h"
#include "ui/text.h"

#include <QFont>

#include <algorithm>
#include <set>

namespace rigwright {

Provenance FiguresModel::provenanceOf(const PartEntry& part, const std::string& group) const
{
    const PartInfo* info = findAnyPart(*view_->catalog, part.id()).info;
    if (info != nullptr) {
        const auto own = std::ranges::find(info->groups, group, &SpecGroup::name);
        return own == info->groups.end() ? info->specs : own->provenance;
    }
    return {part.sheet.cell("source"), verificationOf(part).value_or(Verification::Unverified), {}};
}

std::vector<FiguresModel::Row> FiguresModel::rowsOf(const PartEntry& part) const
{
    std::vector<Row> rows;
    const std::vector<rigwright::Column>& columns = part.sheet.spec->columns;
    std::vector<std::string> groups{""};
    for (const rigwright::Column& column : columns) {
        if (std::ranges::find(groups, column.group) == groups.end()) {
            groups.push_back(column.group);
        }
    }
    for (const std::string& group : groups) {
        rows.push_back({0, true, group, provenanceOf(part, group)});
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].group == group) {
                rows.push_back({i, false, {}, {}});
            }
        }
    }
    return rows;
}

void FiguresModel::showPart(std::shared_ptr<const CatalogView> view, const PartId& id, bool canEdit)
{
    const PartEntry* next = view == nullptr ? nullptr : view->find(id);
    // The former view stays alive until its part is compared.
    const std::shared_ptr<const CatalogView> former = std::exchange(view_, std::move(view));
    std::vector<Row> rows = next == nullptr ? std::vector<Row>() : rowsOf(*next);
    const bool sameRows = part_ != nullptr && next != nullptr && part_->id() == next->id() && rows == rows_;
    if (!sameRows) {
        beginResetModel();
    }
    part_ = next;
    canEdit_ = canEdit;
    rows_ = std::move(rows);
    if (!sameRows) {
        endResetModel();
    } else if (!rows_.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

void FiguresModel::retranslate()
{
    beginResetModel();
    endResetModel();
}

const rigwright::Column* FiguresModel::columnAt(int row) const
{
    if (part_ == nullptr || row < 0 || row >= rowCount()) {
        return nullptr;
    }
    const Row& shown = rows_[static_cast<std::size_t>(row)];
    return shown.isHead ? nullptr : &spec(shown);
}

int FiguresModel::rowOf(const std::string& column) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const rigwright::Column* at = columnAt(row);
        if (at != nullptr && at->name == column) {
            return row;
        }
    }
    return -1;
}

bool FiguresModel::isEdited(int row) const
{
    const rigwright::Column* column = columnAt(row);
    return column != nullptr && part_->shipped != nullptr &&
        part_->shipped->cell(column->name) != part_->sheet.cell(column->name);
}

bool FiguresModel::isChangedUnderneath(int row) const
{
    return columnAt(row) != nullptr && underneath(rows_[static_cast<std::size_t>(row)]) != nullptr;
}

int FiguresModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int FiguresModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const UnderlyingChange* FiguresModel::underneath(const Row& row) const
{
    const auto found = std::ranges::find(part_->underneath, spec(row).name, &UnderlyingChange::column);
    return found == part_->underneath.end() ? nullptr : &*found;
}

QString FiguresModel::valueText(const Row& row) const
{
    const QString text = figureText(spec(row), part_->sheet.cells[row.column]);
    return text.isEmpty() ? tr("unknown") : text;
}

QString FiguresModel::noteText(const Row& row) const
{
    const rigwright::Column& column = spec(row);
    if (part_->shipped == nullptr || part_->shipped->cell(column.name) == part_->sheet.cell(column.name)) {
        return {};
    }
    const auto said = [&column](const std::string& cell) {
        const QString text = figureText(column, cell);
        return text.isEmpty() ? tr("unknown") : text;
    };
    const UnderlyingChange* change = underneath(row);
    return change == nullptr
        ? tr("shipped: %1").arg(said(part_->shipped->cell(column.name)))
        : tr("shipped: %1, was %2 when you changed it").arg(said(change->now), said(change->before));
}

QVariant FiguresModel::figureTags(const Row& row) const
{
    CellTags tags;
    const std::string& name = spec(row).name;
    if (std::ranges::find(part_->missing, name) != part_->missing.end()) {
        tags.append({TagKind::Danger, tr("needed")});
    }
    if (underneath(row) != nullptr) {
        tags.append({TagKind::Warning, tr("changed")});
    }
    if (part_->shipped != nullptr && part_->shipped->cell(name) != part_->sheet.cell(name)) {
        tags.append({TagKind::Neutral, tr("edited")});
    }
    return tags.isEmpty() ? QVariant() : QVariant::fromValue(tags);
}

QVariant FiguresModel::headData(const Row& row, int column, int role) const
{
    const Provenance& from = row.provenance;
    QString source = QString::fromStdString(from.source);
    if (from.date) {
        source += QStringLiteral(", ") + dateText(*from.date);
    }
    switch (role) {
    case Qt::DisplayRole:
        return column == Label ? groupText(row.group) : column == Value ? source : QString();
    case Qt::ToolTipRole: return column == Value ? source : QString();
    case Qt::FontRole: {
        QFont font = fontFor(TextSize::Hint);
        font.setBold(column == Label);
        return font;
    }
    case kMutedRole: return true;
    case kTagsRole:
        return column == State ? QVariant::fromValue(CellTags{verificationTag(from.state)}) : QVariant();
    default: return {};
    }
}

QVariant FiguresModel::figureData(const Row& row, int column, int role) const
{
    const rigwright::Column& figure = spec(row);
    switch (role) {
    case Qt::DisplayRole:
        if (column == Label) {
            const QString label = columnWords(figure.name).label;
            return figure.required && figure.type != CellType::Id ? tr("%1 *").arg(label) : label;
        }
        return column == Value ? valueText(row) : QString();
    case Qt::EditRole:
        return column == Value ? QString::fromStdString(part_->sheet.cells[row.column]) : QVariant();
    case Qt::ToolTipRole:
        return column == Label ? columnText(figure.name) +
                (figure.required ? QStringLiteral("\n") + tr("A machine needs it") : QString())
                               : QString();
    case kMutedRole: return column == Label || part_->sheet.cells[row.column].empty();
    case kNoteRole: return column == Value ? noteText(row) : QString();
    case kTagsRole: return column == State ? figureTags(row) : QVariant();
    case kIdRole: return QString::fromStdString(figure.name);
    default: return {};
    }
}

QVariant FiguresModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || part_ == nullptr) {
        return {};
    }
    const Row& row = rows_.at(static_cast<std::size_t>(index.row()));
    return row.isHead ? headData(row, index.column(), role) : figureData(row, index.column(), role);
}

QVariant FiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == Label ? tr("Figure") : section == Value ? tr("Value") : tr("State");
}

Qt::ItemFlags FiguresModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const rigwright::Column* column = columnAt(index.row());
    if (column == nullptr) {
        return Qt::ItemIsEnabled;
    }
    const bool editable = canEdit_ && index.column() == Value && column->type != CellType::Id;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | (editable ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool FiguresModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const rigwright::Column* column = columnAt(index.row());
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable)) {
        return false;
    }
    const std::string cell = value.toString().trimmed().toStdString();
    if (cell != part_->sheet.cell(column->name)) {
        Q_EMIT edited(QString::fromStdString(column->name), QString::fromStdString(cell));
    }
    return true;
}

} // namespace rigwright
