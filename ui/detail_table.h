// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/memory_study.h"

#include <QAbstractTableModel>

#include <vector>

namespace rigwright {

/// What lies behind the bars: the parts of the weights, the sums of all components, and what host RAM has to give.
class DetailTable : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void showStudy(const MemoryStudy& study);
    /// Tab-separated lines, as spreadsheets paste them.
    [[nodiscard]] QString asText() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString name;
        QString figure;
        QString hint;
        bool isHead = false;
    };
    void addHead(const QString& name);
    void add(const QString& name, Bytes amount, const QString& hint = {});
    /// Where there is anything.
    void addSome(const QString& name, Bytes amount, const QString& hint = {});
    void addWeights(const MemoryStudy& study);
    void addComponents(const MemoryStudy& study);
    void addPool(const MemoryStudy& study);
    void addHost(const MemoryStudy& study);

    std::vector<Row> rows_;
};

} // namespace rigwright
