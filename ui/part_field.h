// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build_line.h"
#include "facts/catalog.h"

#include <QLineEdit>

#include <memory>
#include <optional>
#include <vector>

class QCompleter;
class QStandardItemModel;

namespace rigwright {

/// Looks for a part of the catalog while one types: every word must occur in its name, maker, part number or category.
class PartField : public QLineEdit {
    Q_OBJECT
public:
    explicit PartField(const QString& objectName, QWidget* parent = nullptr);

    void setCatalog(std::shared_ptr<const Catalog> catalog);
    /// Only parts of this category; empty: of all.
    void setCategory(std::optional<PartCategory> category);

Q_SIGNALS:
    /// The user chose a part; the field is empty again.
    void partChosen(const rigwright::BuildLine& line);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Entry {
        BuildLine line;
        QString name;     ///< with its maker
        QString category; ///< in words
        QString words;    ///< what is looked in, in small letters
    };
    void fill();
    void lookUp(const QString& typed);
    void choose(int row);

    std::shared_ptr<const Catalog> catalog_;
    std::optional<PartCategory> category_;
    std::vector<Entry> entries_; ///< filled when the first letter is typed
    std::vector<std::size_t> hits_;
    QStandardItemModel* items_;
    QCompleter* completer_;
};

} // namespace rigwright
