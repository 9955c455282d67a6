// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ordered_machines_model.h"

#include "ui/text.h"
#include "ui/theme.h"

#include <algorithm>
#include <utility>

namespace rigwright {

namespace {
const QString kPending = QStringLiteral("…");
const QString kNone = QStringLiteral("–");
constexpr int kLongestName = 200;
} // namespace

void OrderedMachinesModel::showMachines(std::vector<OrderedRow> rows, const OrderSum& sum)
{
    for (OrderedRow& row : rows) {
        const auto before = std::ranges::find(rows_, row.build, &OrderedRow::build);
        if (row.title.isEmpty() && row.error.isEmpty() && before != rows_.end()) {
            row.title = before->title;
            row.price = before->price;
            row.withoutPrice = before->withoutPrice;
            row.standing = before->standing;
            row.error = before->error;
        }
    }
    // Where the rows are the same ones, the selection and an open editor stay.
    const bool sameRows = rows.size() == rows_.size() && sum.extras.has_value() == sum_.extras.has_value();
    if (!sameRows) {
        beginResetModel();
    }
    rows_ = std::move(rows);
    sum_ = sum;
    if (!sameRows) {
        endResetModel();
    } else if (!rows_.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

void OrderedMachinesModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

QString OrderedMachinesModel::nameOf(int row) const
{
    const OrderedRow& shown = machine(row);
    const QString& name = shown.name.isEmpty() ? shown.title : shown.name;
    return name.isEmpty() ? tr("Machine %1").arg(row + 1) : name;
}

std::vector<OrderedMachinesModel::SumRow> OrderedMachinesModel::sumRows() const
{
    // A single machine is the order, and the page's foot says what comes to it.
    if (machineCount() < 2) {
        return {};
    }
    std::vector<SumRow> rows;
    if (sum_.extras) {
        rows.push_back(SumRow::Extras);
    }
    rows.push_back(SumRow::Total);
    return rows;
}

int OrderedMachinesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : machineCount() + static_cast<int>(sumRows().size());
}

int OrderedMachinesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString OrderedMachinesModel::text(const OrderedRow& row, int column) const
{
    const QString unknown = row.title.isEmpty() && row.error.isEmpty() ? kPending : kNone;
    switch (column) {
    case Systems: return countText(row.systems);
    case Price: return row.price ? exactMoneyText(*row.price) : unknown;
    case Total: return row.price ? exactMoneyText(*row.price * row.systems) : unknown;
    default: return {};
    }
}

CellTags OrderedMachinesModel::tags(const OrderedRow& row) const
{
    if (!row.error.isEmpty()) {
        return {{TagKind::Danger, tr("can't be priced")}};
    }
    CellTags tags;
    switch (row.standing.value_or(Standing::Unknown)) {
    case Standing::Fine: tags.append({TagKind::Good, tr("fits")}); break;
    case Standing::DoesNotFit: tags.append({TagKind::Danger, tr("too small")}); break;
    case Standing::BreaksRules: tags.append({TagKind::Danger, tr("breaks rules")}); break;
    case Standing::Unknown: break;
    }
    if (row.withoutPrice > 0) {
        tags.append({TagKind::Warning, tr("%n without price", nullptr, row.withoutPrice)});
    }
    return tags;
}

QVariant OrderedMachinesModel::machineData(const QModelIndex& index, int role) const
{
    const OrderedRow& row = machine(index.row());
    const int column = index.column();
    QStringList states;
    switch (role) {
    case Qt::DisplayRole: return column == Name ? nameOf(index.row()) : text(row, column);
    case Qt::EditRole: return column == Name ? QVariant(row.name) : QVariant();
    case kTagsRole: return column == State ? QVariant::fromValue(tags(row)) : QVariant();
    case Qt::AccessibleTextRole:
        for (const CellTag& tag : tags(row)) {
            states.append(tag.text);
        }
        return column == State ? QVariant(states.join(QStringLiteral(", "))) : data(index, Qt::DisplayRole);
    case Qt::ToolTipRole:
        return !row.error.isEmpty() ? QVariant(row.error) : column == Name ? QVariant(row.title) : QVariant();
    default: return {};
    }
}

QVariant OrderedMachinesModel::sumData(SumRow row, int column, int role) const
{
    const bool isTotal = row == SumRow::Total;
    if (role == kMutedRole) {
        return !isTotal;
    }
    if (role == Qt::FontRole && isTotal) {
        return fontFor(TextSize::Title);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    const std::optional<Money>& amount = isTotal ? sum_.total : sum_.extras;
    switch (column) {
    case Name:
        return !isTotal  ? tr("Spares and services")
            : sum_.taxed ? tr("Whole order, with tax")
                         : tr("Whole order, before tax");
    case Systems: return isTotal ? QVariant(countText(sum_.systems)) : QVariant();
    case Total: return amount ? exactMoneyText(*amount) : kNone;
    default: return {};
    }
}

QVariant OrderedMachinesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((index.column() >= Systems ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    }
    if (index.row() < machineCount()) {
        return machineData(index, role);
    }
    return sumData(sumRows().at(static_cast<std::size_t>(index.row() - machineCount())), index.column(),
                   role);
}

bool OrderedMachinesModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        index.row() >= machineCount()) {
        return false;
    }
    const QString name = value.toString().simplified().left(kLongestName);
    if (index.column() == Name && name != machine(index.row()).name) {
        Q_EMIT nameChosen(index.row(), name);
    }
    return true;
}

Qt::ItemFlags OrderedMachinesModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || index.row() >= machineCount()) {
        return Qt::NoItemFlags;
    }
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Name ? flags | Qt::ItemIsEditable : flags;
}

QVariant OrderedMachinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((section >= Systems ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name: return tr("Machine");
    case State: return tr("Check");
    case Systems: return tr("Systems");
    case Price: return tr("Each");
    case Total: return tr("Total");
    default: return {};
    }
}

} // namespace rigwright
