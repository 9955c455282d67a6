// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace rigwright {

/// A table whose columns have a title each; numbers stand at the right, under titles that do too.
class TitledTable : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Says everything anew, in the language of the window.
    virtual void retranslate();

    [[nodiscard]] virtual bool isNumber(int column) const = 0;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] virtual QString title(int column) const = 0;
    /// What a cell and its title answer to Qt::TextAlignmentRole.
    [[nodiscard]] QVariant alignment(int column) const;
};

} // namespace rigwright
