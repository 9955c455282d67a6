// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search.h"
#include "ui/cell_delegate.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace rigwright {

/// What there is to know about the current answer, the gravest first: the findings of a machine or, where there is none, why
/// candidates were left out and which one is nearest.
class FindingTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Severity, Sentence, Mend, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: no machine; then the result's exclusions count.
    void setAnswer(std::shared_ptr<const EvaluatedBuild> build, std::shared_ptr<const SearchResult> result);
    void retranslate();
    [[nodiscard]] bool hasMends() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        CellTag tag;
        QString sentence;
        QString mend;
        int gravity = 0; ///< 0: the gravest
    };
    void fill();

    // Shared with the result that they are part of.
    std::shared_ptr<const EvaluatedBuild> build_;
    std::shared_ptr<const SearchResult> result_;
    std::vector<Row> rows_;
};

} // namespace rigwright
