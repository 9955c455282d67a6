// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/card.h"
#include "ui/catalog_search.h"

#include <array>

class QCheckBox;

namespace rigwright {

class CategoriesModel;
class Choice;
class NumberField;
class TableView;

/// Which parts to list: the category with its count, and what is to hold for them.
class CatalogFilters : public Card {
    Q_OBJECT
public:
    explicit CatalogFilters(QWidget* parent = nullptr);

    /// Without the words, which the page asks for.
    [[nodiscard]] CatalogFilter filter() const;
    [[nodiscard]] std::string table() const;
    void setTable(const std::string& table);
    void showCounts(const CatalogHits& hits);
    /// What the filters say of the catalog as it is now.
    void showView(const CatalogView& view, bool canChange);
    /// All categories, nothing else asked, but for parts of which the shipped figures changed under the user's.
    void showUnderneath();
    /// Nothing but the category is asked for.
    void clear();

Q_SIGNALS:
    void changed();
    void policyChosen(const rigwright::PricePolicy& policy);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Check { Priced, OldPrice, Favourites, HiddenToo, Incomplete, Underneath, CheckCount };
    void retranslate();
    void clearQuietly();

    CategoriesModel* categories_;
    TableView* list_;
    Choice* origin_;
    Choice* state_;
    std::array<QCheckBox*, CheckCount> checks_{};
    ThemedLabel* daysLabel_;
    NumberField* days_;
    bool quiet_ = false;
};

} // namespace rigwright
