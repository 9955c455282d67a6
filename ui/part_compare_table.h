// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/part_entry.h"

#include <QAbstractTableModel>

#include <vector>

namespace rigwright {

/// Parts side by side: a row for each figure that any of them has, a column for each part; what differs is marked.
class PartCompareTable : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void showParts(std::vector<PartEntry> parts, const Date& today, const PricePolicy& policy);
    void setOnlyDifferences(bool only);
    void retranslate();
    /// Tab-separated lines, as spreadsheets paste them.
    [[nodiscard]] QString asText() const;
    [[nodiscard]] int differences() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString name;
        std::vector<QString> figures; ///< of each part; empty: unknown
        bool differs = false;
    };
    void fill();
    void add(const QString& name, std::vector<QString> figures);
    void addPrices();

    std::vector<PartEntry> parts_;
    Date today_;
    PricePolicy policy_;
    bool onlyDifferences_ = false;
    std::vector<Row> rows_;
};

} // namespace rigwright
