// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cell_delegate.h"

namespace rigwright {

class CellEditor;

/// Cells that are edited in place. What is wrong is said below the field, which stays open until it is right or given up.
class EditDelegate : public CellDelegate {
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

    [[nodiscard]] QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
    void destroyEditor(QWidget* editor, const QModelIndex& index) const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// The editor of this cell was left towards the next one, or the one before.
    void nextWanted(const QModelIndex& index, bool back);

protected:
    /// Null: the cell can't be edited.
    [[nodiscard]] virtual CellEditor* newEditor(QWidget* parent, const QModelIndex& index) const = 0;

private:
    /// False where it stays open, for what was typed is wrong.
    bool finish(CellEditor* editor);
};

} // namespace rigwright
