// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/exchange.h"
#include "facts/catalog.h"
#include "ui/latest_task.h"

#include <QDialog>

#include <memory>
#include <optional>

class QPushButton;

namespace rigwright {

class ExchangeModel;
class TableView;
class ThemedLabel;

/// Parts that one line of a machine may be exchanged for, with their prices, and why others don't go with the rest.
class AlternativesDialog : public QDialog {
    Q_OBJECT
public:
    /// `place`: of the line in the build. `price`: what one of it costs now; empty: unknown.
    AlternativesDialog(std::shared_ptr<const Catalog> catalog, const Build& build, std::size_t place,
                       const std::optional<Money>& price, const Requirement& requirement,
                       QWidget* parent = nullptr);

    /// What the user has chosen; null: nothing yet.
    [[nodiscard]] const PartExchange* chosen() const;
    [[nodiscard]] bool isSettled() const { return !task_.isBusy(); }

private:
    void find(const std::shared_ptr<const Catalog>& catalog, const Build& build, std::size_t place,
              const std::optional<Money>& price, const Requirement& requirement);
    void showChosen();

    ExchangeModel* model_;
    TableView* table_ = nullptr;
    ThemedLabel* remark_ = nullptr;
    QPushButton* take_ = nullptr;
    LatestTask task_; ///< last member: it stops before what it uses goes
};

} // namespace rigwright
