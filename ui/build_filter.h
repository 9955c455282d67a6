// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace rigwright {

/// Rows by words of the machine and its parts, and the front alone where wanted; sorts by raw values.
class BuildFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit BuildFilter(QObject* parent = nullptr);
    void setWords(const QString& words);
    void setFrontOnly(bool frontOnly);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList words_;
    bool frontOnly_ = false;
};

} // namespace rigwright
