// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace rigwright {

/// The figures of one part, by the groups that one source speaks of: label, value with its unit, and what is to know of it.
class FiguresModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Label, Value, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: no part. Cells that stay in their rows are told to have changed, so that an editor stays open.
    void showPart(std::shared_ptr<const CatalogView> view, const PartId& id, bool canEdit);
    void retranslate();
    [[nodiscard]] const PartEntry* part() const { return part_; }

    /// Null: a head of a group.
    [[nodiscard]] const rigwright::Column* columnAt(int row) const;
    /// −1: no such figure.
    [[nodiscard]] int rowOf(const std::string& column) const;
    [[nodiscard]] bool isEdited(int row) const;
    [[nodiscard]] bool isChangedUnderneath(int row) const;
    [[nodiscard]] const CatalogView* view() const { return view_.get(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Asks for the change by `edited`; what is shown follows with the next view.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void edited(const QString& column, const QString& cell);

private:
    struct Row {
        std::size_t column = 0; ///< of the table
        bool isHead = false;
        std::string group;     ///< of a head
        Provenance provenance; ///< of a head
        bool operator==(const Row& other) const
        {
            return column == other.column && isHead == other.isHead && group == other.group;
        }
    };
    [[nodiscard]] std::vector<Row> rowsOf(const PartEntry& part) const;
    [[nodiscard]] Provenance provenanceOf(const PartEntry& part, const std::string& group) const;
    [[nodiscard]] QVariant headData(const Row& row, int column, int role) const;
    [[nodiscard]] QVariant figureData(const Row& row, int column, int role) const;
    [[nodiscard]] QString valueText(const Row& row) const;
    [[nodiscard]] QString noteText(const Row& row) const;
    [[nodiscard]] QVariant figureTags(const Row& row) const;
    [[nodiscard]] const UnderlyingChange* underneath(const Row& row) const;
    [[nodiscard]] const rigwright::Column& spec(const Row& row) const
    {
        return part_->sheet.spec->columns[row.column];
    }

    std::shared_ptr<const CatalogView> view_;
    const PartEntry* part_ = nullptr; ///< in the view
    bool canEdit_ = false;
    std::vector<Row> rows_;
};

} // namespace rigwright
