// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"

#include <QWidget>

#include <memory>

class QLineEdit;
class QSortFilterProxyModel;

namespace rigwright {

class CostSourcesModel;
class TableView;
class ThemedLabel;

/// The figures that a comparison rests on, with a field that keeps those that contain every one of its words.
class CostSourcesView : public QWidget {
    Q_OBJECT
public:
    explicit CostSourcesView(QWidget* parent = nullptr);
    void setComparison(const std::shared_ptr<const CostComparison>& comparison);
    void retranslate();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void take();
    void refilter();

    std::shared_ptr<const CostComparison> comparison_; ///< shared with the page; shown while somebody looks
    bool stale_ = false;
    CostSourcesModel* model_;
    QSortFilterProxyModel* filtered_;
    QLineEdit* filter_;
    ThemedLabel* count_;
    TableView* table_;
};

} // namespace rigwright
