// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure_delegate.h"

#include "ui/figure_editor.h"
#include "ui/figures_model.h"

#include <algorithm>

namespace rigwright {

namespace {

/// Ids that a reference of this column may name.
QStringList knownIds(const FiguresModel& model, const Column& column)
{
    QStringList ids;
    if (column.references.empty() || model.view() == nullptr) {
        return ids;
    }
    for (const PartEntry& part : model.view()->parts) {
        if (std::ranges::find(column.references, part.sheet.spec->name) != column.references.end()) {
            ids.append(QString::fromStdString(part.id().text()));
        }
    }
    return ids;
}

} // namespace

CellEditor* FigureDelegate::newEditor(QWidget* parent, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const FiguresModel*>(index.model());
    const Column* column = model == nullptr ? nullptr : model->columnAt(index.row());
    return column == nullptr ? nullptr : new FigureEditor(*column, knownIds(*model, *column), parent);
}

} // namespace rigwright
