// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cell_editor.h"
#include "ui/edit_delegate.h"

#include <QPersistentModelIndex>
#include <QStringList>

#include <functional>

class QLineEdit;

namespace rigwright {

/// What an editor of a line has to know of its cell.
struct LineCell {
    QString title;       ///< what is typed
    QString placeholder; ///< what holds where nothing is typed
    QStringList known;   ///< what was typed into such cells before
    bool isNumber = false;
    std::function<QString(const QString&)> problem; ///< of what was typed; empty: nothing
};

/// One line of text in the place of a cell of the bill of materials.
class LineEditor : public CellEditor {
    Q_OBJECT
public:
    LineEditor(LineCell cell, QWidget* parent);

    void setCell(const QString& cell) override;
    [[nodiscard]] QString cell() const override;
    [[nodiscard]] QString problem() const override;

private:
    LineCell cell_;
    QLineEdit* edit_;
};

/// The cells of the bill of materials.
class LineDelegate : public EditDelegate {
    Q_OBJECT
public:
    using About = std::function<LineCell(const QModelIndex&)>;
    explicit LineDelegate(About about, QObject* parent = nullptr);

protected:
    [[nodiscard]] CellEditor* newEditor(QWidget* parent, const QModelIndex& index) const override;

private:
    About about_;
};

} // namespace rigwright
