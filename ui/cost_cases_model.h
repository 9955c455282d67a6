// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"

#include <QAbstractTableModel>

#include <functional>
#include <memory>
#include <vector>

namespace rigwright {

/// What a set of assumptions comes to for the present machine.
struct ReckonedCase {
    QString name;
    std::shared_ptr<const CostComparison> comparison; ///< null: it can't be reckoned
    QString error;                                    ///< why not
};

/// Sets of assumptions side by side: a row for each figure, a column for each set, those as they are now first. What differs
/// is marked before the row's name.
class CostCasesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void showCases(std::vector<ReckonedCase> cases);
    void retranslate() { fill(); }
    [[nodiscard]] int differences() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString name;
        QStringList cells; ///< of each set
        bool differs = false;
    };
    void fill();
    void add(const QString& name, const std::function<QString(const CostComparison&)>& cellOf);
    void addTotals();
    void addAnswers();

    std::vector<ReckonedCase> cases_;
    std::vector<Row> rows_;
};

} // namespace rigwright
