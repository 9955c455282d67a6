// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/imported_model.h"
#include "ui/titled_table.h"

#include <vector>

namespace rigwright {

/// What an import could not know, what it assumed and what it read, each group below its head.
class ImportNotes : public TitledTable {
    Q_OBJECT
public:
    enum Column { Key, Value, ColumnCount };

    using TitledTable::TitledTable;
    void showNotes(std::vector<ImportNote> notes);
    /// Tab-separated lines: group, key, value, reason.
    [[nodiscard]] QString asText() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    struct Row {
        ImportNote note;
        int notes = 0; ///< of a head: how many follow; 0: the row is a note
    };
    [[nodiscard]] QVariant headData(const Row& row, int column, int role) const;

    std::vector<Row> rows_;
};

} // namespace rigwright
