// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cell_delegate.h"

namespace rigwright {

/// Cells of figures, edited in place. What is wrong is said below the field, which stays open until it is right or given up.
class FigureDelegate : public CellDelegate {
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

    [[nodiscard]] QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// The editor of this row was left towards the next figure.
    void nextWanted(int row);

private:
    void finish(QWidget* editor, bool next, int row);
};

} // namespace rigwright
