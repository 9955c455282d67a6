// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit_delegate.h"

#include "ui/cell_editor.h"

#include <QAbstractItemModel>
#include <QPersistentModelIndex>

namespace rigwright {

QWidget* EditDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                                    const QModelIndex& index) const
{
    CellEditor* editor = newEditor(parent, index);
    if (editor == nullptr) {
        return nullptr;
    }
    // Qt asks a const delegate for editors, but only one that isn't const can tell of them.
    auto* self = const_cast<EditDelegate*>(this);
    connect(editor, &CellEditor::accepted, self, [self, editor] { self->finish(editor); });
    connect(editor, &CellEditor::left, self, [self, editor] { self->finish(editor); });
    // What is taken may move the row, where the table is sorted by it.
    connect(editor, &CellEditor::acceptedForNext, self,
            [self, editor, cell = QPersistentModelIndex(index)](bool back) {
                if (self->finish(editor) && cell.isValid()) {
                    Q_EMIT self->nextWanted(cell, back);
                }
            });
    connect(editor, &CellEditor::rejected, self, [self, editor] {
        editor->finish();
        Q_EMIT self->closeEditor(editor, RevertModelCache);
    });
    return editor;
}

bool EditDelegate::finish(CellEditor* editor)
{
    if (editor->complain()) {
        return false;
    }
    editor->finish();
    Q_EMIT commitData(editor);
    // What was taken may have removed the row.
    if (!editor->isReleased()) {
        Q_EMIT closeEditor(editor, NoHint);
    }
    return true;
}

void EditDelegate::destroyEditor(QWidget* editor, const QModelIndex& index) const
{
    static_cast<CellEditor*>(editor)->release();
    CellDelegate::destroyEditor(editor, index);
}

void EditDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* cell = static_cast<CellEditor*>(editor);
    // What another window changed must not overwrite what is being typed.
    if (!cell->isTouched()) {
        cell->setCell(index.data(Qt::EditRole).toString());
    }
}

void EditDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    const auto* cell = static_cast<CellEditor*>(editor);
    if (cell->problem().isEmpty()) {
        model->setData(index, cell->cell(), Qt::EditRole);
    }
}

void EditDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                        const QModelIndex& /*index*/) const
{
    static_cast<CellEditor*>(editor)->placeOver(option.rect);
}

bool EditDelegate::eventFilter(QObject* /*watched*/, QEvent* /*event*/)
{
    // The editor says itself when it is done.
    return false;
}

} // namespace rigwright
