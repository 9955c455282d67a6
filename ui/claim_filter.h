// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace rigwright {

/// Claims by words of their id, sentence, verdict and reason, and by what became of them; sorts by raw values.
class ClaimFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum Kind { All, Wrong, Right, Undecided };

    explicit ClaimFilter(QObject* parent = nullptr);
    void setWords(const QString& words);
    void setKind(Kind kind);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList words_;
    Kind kind_ = All;
};

} // namespace rigwright
