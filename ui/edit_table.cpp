// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit_table.h"

#include "ui/cell_editor.h"
#include "ui/edit_delegate.h"

namespace rigwright {

EditTable::EditTable(EditDelegate* delegate, QWidget* parent)
    : TableView(parent)
    , delegate_(delegate)
{
    delegate_->setParent(this);
    setItemDelegate(delegate_);
    // A double click and Return are a choice of the row, which may edit as well.
    setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
}

void EditTable::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint)
{
    const auto* cell = qobject_cast<const CellEditor*>(editor);
    if (cell == nullptr || cell->isFinished()) {
        TableView::closeEditor(editor, hint);
    }
}

} // namespace rigwright
