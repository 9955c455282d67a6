// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/table_view.h"

namespace rigwright {

class EditDelegate;

/// A table whose cells are edited in place: a key, a double click or Return opens the editor of a cell.
class EditTable : public TableView {
    Q_OBJECT
public:
    explicit EditTable(EditDelegate* delegate, QWidget* parent = nullptr);
    [[nodiscard]] EditDelegate& delegate() const { return *delegate_; }

protected:
    /// An editor with something wrong in it stays open, whichever cell is chosen meanwhile.
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    EditDelegate* delegate_;
};

} // namespace rigwright
