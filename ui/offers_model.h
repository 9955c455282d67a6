// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/offer.h"

#include <QAbstractTableModel>

#include <vector>

namespace rigwright {

/// The prices of one part, the newest first; the one that counts is marked.
class OffersModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Price, What, When, ColumnCount };

    explicit OffersModel(const Date& today, QObject* parent = nullptr);
    void showOffers(const std::vector<Offer>& offers, const PricePolicy& policy);
    void retranslate();
    /// Null: no such row.
    [[nodiscard]] const Offer* offer(int row) const;
    /// −1: none counts.
    [[nodiscard]] int rowThatCounts() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const Offer& offer, int column) const;
    [[nodiscard]] QString note(const Offer& offer, int column) const;
    [[nodiscard]] QVariant tags(const Offer& offer, int column) const;

    Date today_;
    PricePolicy policy_;
    std::vector<Offer> offers_;
    int counts_ = -1;
};

} // namespace rigwright
