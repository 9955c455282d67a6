// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import_notes.h"

#include "ui/cell_delegate.h"
#include "ui/import_reasons.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

// What needs a look stands first.
constexpr std::array kGroups{ImportNote::Kind::Unknown, ImportNote::Kind::Assumed, ImportNote::Kind::Read};

QString groupText(ImportNote::Kind kind)
{
    switch (kind) {
    case ImportNote::Kind::Unknown: return ImportNotes::tr("Unknown");
    case ImportNote::Kind::Assumed: return ImportNotes::tr("Assumed");
    case ImportNote::Kind::Read: return ImportNotes::tr("Read from the file");
    }
    return {};
}

/// What was read stands as the file says it; what is unknown has a reason in its place.
QString valueText(const ImportNote& note)
{
    if (note.value.empty()) {
        return importReasonText(note.why);
    }
    return note.kind == ImportNote::Kind::Read ? QString::fromStdString(note.value)
                                               : importReasonText(note.value);
}

CellTags groupTags(ImportNote::Kind kind)
{
    const TagKind tag = kind == ImportNote::Kind::Unknown ? TagKind::Unknown
        : kind == ImportNote::Kind::Assumed               ? TagKind::Warning
                                                          : TagKind::Good;
    return {CellTag{tag, groupText(kind)}};
}

} // namespace

void ImportNotes::showNotes(std::vector<ImportNote> notes)
{
    beginResetModel();
    rows_.clear();
    for (const ImportNote::Kind group : kGroups) {
        const auto count = std::ranges::count(notes, group, &ImportNote::kind);
        if (count == 0) {
            continue;
        }
        rows_.push_back({{group, {}, {}, {}}, static_cast<int>(count)});
        for (const ImportNote& note : notes) {
            if (note.kind == group) {
                rows_.push_back({note, 0});
            }
        }
    }
    endResetModel();
}

QString ImportNotes::asText() const
{
    QStringList lines;
    for (const Row& row : rows_) {
        if (row.notes == 0) {
            lines << QStringList{groupText(row.note.kind), QString::fromStdString(row.note.key),
                                 QString::fromStdString(row.note.value), importReasonText(row.note.why)}
                         .join(QLatin1Char('\t'));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

int ImportNotes::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ImportNotes::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportNotes::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    if (row.notes > 0) {
        return headData(row, index.column(), role);
    }
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Key ? QString::fromStdString(row.note.key) : valueText(row.note);
    case kNoteRole:
        return index.column() == Value && !row.note.value.empty() ? importReasonText(row.note.why)
                                                                  : QString();
    case kMutedRole: return index.column() == Key;
    case Qt::ToolTipRole: return QString::fromStdString(row.note.value);
    default: return {};
    }
}

QVariant ImportNotes::headData(const Row& row, int column, int role) const
{
    if (role == kTagsRole && column == Key) {
        return QVariant::fromValue(groupTags(row.note.kind));
    }
    if (role == Qt::DisplayRole) {
        return column == Key ? groupText(row.note.kind) : tr("%n values", nullptr, row.notes);
    }
    return role == kMutedRole ? QVariant(true) : QVariant();
}

QString ImportNotes::title(int column) const
{
    return column == Key ? tr("Key") : tr("Value");
}

bool ImportNotes::isNumber(int /*column*/) const
{
    return false;
}

} // namespace rigwright
