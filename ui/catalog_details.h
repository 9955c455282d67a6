// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/card.h"
#include "ui/catalog_edits.h"

#include <memory>

class QHBoxLayout;
class QStackedWidget;

namespace rigwright {

class FiguresModel;
class PartForm;
class PartSide;
class PriceForm;
class EditTable;
class TagFlow;

/// One part of the catalog: its figures, edited in place, its prices and notes; and the forms that add a price or a part.
class CatalogDetails : public Card {
    Q_OBJECT
public:
    explicit CatalogDetails(const Date& today, QWidget* parent = nullptr);

    /// An id that the view doesn't know shows nothing.
    void showPart(std::shared_ptr<const CatalogView> view, const PartId& id, bool canEdit);
    /// Opens the form for a new part of this table.
    void beginPart(const std::string& table);
    /// Opens the editor of a figure.
    void editFigure(const std::string& column);
    [[nodiscard]] const PartEntry* part() const;

Q_SIGNALS:
    /// The user wants this change.
    void asked(const rigwright::CatalogEdit& edit);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum Page { Part, AddingPrice, AddingPart };

    QHBoxLayout* makeHead();
    QWidget* makeFigures();
    void connectParts();
    void retranslate();
    void showHead();
    /// A long name is cut with … and never widens the window.
    void elideName();
    void showFigure();
    void showPage(Page page);
    void editNext(int row, bool back);
    void editRow(int row);
    [[nodiscard]] QString explanation(int row) const;

    std::shared_ptr<const CatalogView> view_;
    bool canEdit_ = false;
    FiguresModel* figures_ = nullptr;
    EditTable* table_ = nullptr;
    QString fullName_;
    ThemedLabel* name_ = nullptr;
    TagFlow* tags_ = nullptr;
    ThemedLabel* missing_ = nullptr;
    ThemedLabel* explanation_ = nullptr;
    QPushButton* clear_ = nullptr;
    QPushButton* keep_ = nullptr;
    QPushButton* reset_ = nullptr;
    PartSide* side_ = nullptr;
    PriceForm* priceForm_ = nullptr;
    PartForm* partForm_ = nullptr;
    QStackedWidget* pages_ = nullptr;
};

} // namespace rigwright

Q_DECLARE_METATYPE(rigwright::CatalogEdit)
