// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/edit_delegate.h"

namespace rigwright {

/// Cells of figures of the catalog.
class FigureDelegate : public EditDelegate {
    Q_OBJECT
public:
    using EditDelegate::EditDelegate;

protected:
    [[nodiscard]] CellEditor* newEditor(QWidget* parent, const QModelIndex& index) const override;
};

} // namespace rigwright
