// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace rigwright {

class ChartLegend;
class OffersModel;
class PriceHistoryChart;
class Segments;
class TableView;
class ThemedLabel;

/// Beside the figures of a part: its prices and their history, and the user's own address and note.
class PartSide : public QWidget {
    Q_OBJECT
public:
    explicit PartSide(const Date& today, QWidget* parent = nullptr);

    /// Null: no part.
    void showPart(std::shared_ptr<const CatalogView> view, const PartId& id, bool canEdit);

Q_SIGNALS:
    void addPriceWanted();
    void removePriceWanted(const rigwright::Offer& offer);
    void urlEdited(const QString& url);
    void noteEdited(const QString& note);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makePrices();
    QWidget* makeHistory();
    QWidget* makeNotes();
    void retranslate();
    void showNotes(bool samePart);
    void showLinks();
    void commitNote();
    void commitUrl();

    Date today_;
    std::shared_ptr<const CatalogView> view_;
    const PartEntry* part_ = nullptr; ///< in the view
    bool canEdit_ = false;
    Segments* views_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    OffersModel* offers_ = nullptr;
    TableView* offerView_ = nullptr;
    QPushButton* addPrice_ = nullptr;
    QPushButton* removePrice_ = nullptr;
    PriceHistoryChart* history_ = nullptr;
    ChartLegend* legend_ = nullptr;
    ThemedLabel* leftOut_ = nullptr;
    ThemedLabel* urlLabel_ = nullptr;
    QLineEdit* url_ = nullptr;
    ThemedLabel* urlError_ = nullptr;
    QPushButton* openUrl_ = nullptr;
    ThemedLabel* noteLabel_ = nullptr;
    QPlainTextEdit* note_ = nullptr;
};

} // namespace rigwright
