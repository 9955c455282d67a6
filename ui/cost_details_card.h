// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/card.h"
#include "ui/cost_cases.h"
#include "ui/cost_figures.h"

#include <QTimer>

#include <memory>

class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;

namespace rigwright {

class CostCasesView;
class CostSourcesView;
class CostTableModel;
class FigureTableModel;
class Segments;
class TableView;

/// What lies behind the charts: the offers, the figures of the chart that is shown, the user's cases, and the source of every
/// figure.
class CostDetailsCard : public Card {
    Q_OBJECT
public:
    enum View { Offers, Figures, Cases, Sources };

    explicit CostDetailsCard(QWidget* parent = nullptr);

    void openCases(const std::filesystem::path& file) { cases_->open(file); }
    [[nodiscard]] const std::vector<CostCase>& cases() const { return cases_->cases(); }
    void showCases(const std::vector<CostCase>& cases) { cases_->show(cases); }
    /// Null: nothing is compared.
    void showComparison(const std::shared_ptr<const CostCandidates>& candidates,
                        const std::shared_ptr<const CostComparison>& comparison);
    /// Of the chart that is shown; asked for while they are looked at.
    void showFigures(const FigureTable& figures);
    [[nodiscard]] bool showsFigures() const;
    /// The scenarios that the user has drawn.
    [[nodiscard]] std::vector<std::size_t> drawn() const;
    /// Texts that break over lines ask for no more height than the page gives.
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

Q_SIGNALS:
    void drawnChanged();
    void figuresWanted();
    /// By the user.
    void casesEdited();
    /// The assumptions are to be those of a case.
    void loadWanted(const rigwright::CostAssumptions& assumptions);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* makeTools();
    QWidget* makeOffers();
    void showView(int view);
    void fitColumns();
    void refreshCaveats();
    void retranslate();

    std::shared_ptr<const CostComparison> comparison_; ///< shared with the page
    CostCases* cases_;
    CostTableModel* model_;
    QSortFilterProxyModel* sorted_;
    FigureTableModel* figuresModel_;
    Segments* switch_ = nullptr;
    QTimer resting_; ///< columns are measured anew when the figures rest
    QPushButton* copy_ = nullptr;
    QPushButton* remarks_ =
        nullptr; ///< shows what makes the comparison weaker, where that is more than one thing
    ThemedLabel* remark_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    TableView* offers_ = nullptr;
    ThemedLabel* caveats_ = nullptr;
    TableView* figures_ = nullptr;
    CostCasesView* casesView_ = nullptr;
    CostSourcesView* sources_ = nullptr;
};

} // namespace rigwright
