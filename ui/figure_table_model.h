// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cost_figures.h"

#include <QAbstractTableModel>

namespace rigwright {

/// The figures behind a chart, or a list of a dialog.
class FigureTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setFigures(FigureTable figures);
    /// Tab-separated lines with the headers, as spreadsheets paste them.
    [[nodiscard]] QString asText() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// Qt::Alignment of a column, as models give it.
    [[nodiscard]] int alignment(int column) const;

    FigureTable figures_;
};

} // namespace rigwright
