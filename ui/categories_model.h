// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <map>
#include <string>

namespace rigwright {

/// The tables of parts with how many were found in each; the first row is all of them.
class CategoriesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Count, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void showCounts(const std::map<std::string, std::size_t, std::less<>>& counts);
    void retranslate();
    /// Empty: all.
    [[nodiscard]] std::string tableAt(int row) const;
    [[nodiscard]] int rowOf(const std::string& table) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] std::size_t countAt(int row) const;

    std::map<std::string, std::size_t, std::less<>> counts_;
};

} // namespace rigwright
