// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine_list_model.h"

#include "ui/build_table_model.h"
#include "ui/text.h"

#include <algorithm>

namespace rigwright {

void MachineListModel::showMachines(const std::vector<SavedMachine>& saved)
{
    std::vector<Row> rows;
    for (const SavedMachine& machine : saved) {
        Row row{QString::fromStdString(machine.id), QString::fromStdString(machine.name), machine.pinned, {}};
        if (const int before = rowOf(row.id); before >= 0) {
            row.judged = rows_[static_cast<std::size_t>(before)].judged;
        }
        rows.push_back(std::move(row));
    }
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

void MachineListModel::showJudged(const std::vector<JudgedMachine>& judged, const Workload& workload)
{
    workload_ = workload;
    for (const JudgedMachine& machine : judged) {
        if (const int row = rowOf(machine.id); row >= 0) {
            rows_[static_cast<std::size_t>(row)].judged = machine;
        }
    }
    if (!rows_.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int MachineListModel::rowOf(const QString& id) const
{
    const auto found = std::ranges::find(rows_, id, &Row::id);
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

QString MachineListModel::idOf(int row) const
{
    return row >= 0 && row < rowCount() ? rows_[static_cast<std::size_t>(row)].id : QString();
}

const JudgedMachine* MachineListModel::judged(int row) const
{
    if (row < 0 || row >= rowCount()) {
        return nullptr;
    }
    const std::optional<JudgedMachine>& known = rows_[static_cast<std::size_t>(row)].judged;
    return known ? &*known : nullptr;
}

int MachineListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int MachineListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MachineListModel::text(const Row& row, int column) const
{
    const EvaluatedBuild* build = row.judged ? row.judged->build.get() : nullptr;
    switch (column) {
    case Name: return row.name;
    case Price: return build == nullptr ? QStringLiteral("–") : moneyText(build->price);
    case Speed: {
        const auto speed = build == nullptr ? std::nullopt : headlineSpeed(*build, workload_);
        return speed ? rangeText(*speed) : QStringLiteral("–");
    }
    default: return {};
    }
}

CellTags MachineListModel::tags(const Row& row)
{
    if (!row.judged) {
        return {};
    }
    CellTags tags;
    switch (machineStanding(row.judged->build.get())) {
    case Standing::DoesNotFit: tags.append({TagKind::Danger, tr("too big")}); break;
    case Standing::BreaksRules: tags.append({TagKind::Danger, tr("broken")}); break;
    case Standing::Unknown: tags.append({TagKind::Danger, tr("part gone")}); break;
    case Standing::Fine: break;
    }
    if (!row.judged->differences.empty()) {
        tags.append({TagKind::Warning, tr("changed")});
    }
    return tags;
}

/// For readers of the screen: the name with what the box and the tags say.
QString MachineListModel::spokenName(const Row& row)
{
    QStringList words{row.name};
    if (row.pinned) {
        words.append(tr("pinned"));
    }
    for (const CellTag& tag : tags(row)) {
        words.append(tag.text);
    }
    return words.join(QStringLiteral(", "));
}

QString MachineListModel::tip(const Row& row)
{
    if (!row.judged) {
        return {};
    }
    QStringList lines;
    if (row.judged->build != nullptr) {
        lines.append(QString::fromStdString(row.judged->build->title));
    } else {
        lines.append(row.judged->error);
    }
    for (const SavedDifference& difference : row.judged->differences) {
        lines.append(differenceText(difference));
    }
    return lines.join(QLatin1Char('\n'));
}

QVariant MachineListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return text(row, column);
    case Qt::AccessibleTextRole: return column == Name ? spokenName(row) : text(row, column);
    case Qt::CheckStateRole:
        return column == Name ? QVariant(row.pinned ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ToolTipRole: return tip(row);
    case Qt::TextAlignmentRole: return alignment(column);
    case kIdRole: return row.id;
    case kTagsBelowRole: return column == Name ? QVariant::fromValue(tags(row)) : QVariant();
    case kMutedRole: return column == Speed;
    default: return {};
    }
}

bool MachineListModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid()) {
        return false;
    }
    const Row row = rows_[static_cast<std::size_t>(index.row())];
    if (index.column() == Name && role == Qt::CheckStateRole) {
        Q_EMIT pinChosen(row.id, value.toInt() == Qt::Checked);
        return true;
    }
    const QString name = value.toString().simplified();
    if (index.column() == Name && role == Qt::EditRole && !name.isEmpty() && name != row.name) {
        Q_EMIT nameChosen(row.id, name);
        return true;
    }
    return false;
}

Qt::ItemFlags MachineListModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == Name) {
        flags |= Qt::ItemIsUserCheckable | Qt::ItemIsEditable;
    }
    return flags;
}

QString MachineListModel::title(int column) const
{
    switch (column) {
    case Name: return tr("Machine");
    case Price: return tr("Price");
    case Speed: return tr("tokens/s");
    default: return {};
    }
}

bool MachineListModel::isNumber(int column) const
{
    return column == Price || column == Speed;
}

} // namespace rigwright
