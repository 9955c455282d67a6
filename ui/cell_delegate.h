// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tag.h"

#include <QMetaType>
#include <QStyledItemDelegate>
#include <QVector>

namespace rigwright {

/// What a model says of a cell beside its text.
enum CellRole {
    kSortRole = Qt::UserRole + 1, ///< the raw value: sorting never goes by the shown text
    kIdRole,                      ///< a stable name of the row
    kSearchRole,                  ///< text that a filter looks in
    kTagsRole,                    ///< CellTags, drawn in place of the text
    kNoteRole,                    ///< a muted second line
    kMarkRole,                    ///< an int of CellMark, drawn before the text
    kMutedRole,                   ///< true: the text is muted
    kSwatchRole,                  ///< the colour of a check box that is on
    kWrapRole,                    ///< true: the text breaks where the column is too narrow
    kTagsBelowRole,               ///< CellTags, drawn below the text
};

enum class CellMark { None, Filled, Hollow };

struct CellTag {
    TagKind kind = TagKind::Neutral;
    QString text;
    bool operator==(const CellTag&) const = default;
};

using CellTags = QVector<CellTag>;

/// The cells of the program's tables: rows that breathe, one line of rule below each, a soft ground for the selection, tags,
/// marks and muted second lines by the roles above.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
};

} // namespace rigwright

Q_DECLARE_METATYPE(rigwright::CellTags)
