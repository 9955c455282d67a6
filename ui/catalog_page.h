// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog_details.h"
#include "ui/catalog_search.h"
#include "ui/latest_task.h"

#include <QPointer>
#include <QWidget>

#include <map>
#include <memory>

class QLineEdit;
class QSplitter;

namespace rigwright {

class CatalogExportDialog;
class CatalogFilters;
class CatalogImportDialog;
class CatalogLibrary;
class CatalogTableModel;
class TableView;

/// The catalog: parts by category, found as one types; the selected one in detail, edited in its place.
class CatalogPage : public QWidget {
    Q_OBJECT
public:
    /// The library outlives the page.
    CatalogPage(CatalogLibrary& library, const Date& today, QWidget* parent = nullptr);

    /// Lists the parts of which the shipped catalog has changed under the user's edits.
    void showUnderneath();
    void focusSearch();
    /// Opens the dialog that brings parts, prices and rates along.
    CatalogImportDialog* importParts();
    /// Opens the dialog that writes parts for a spreadsheet.
    CatalogExportDialog* exportParts();
    /// The list shows what was asked for last, and nothing is being written.
    [[nodiscard]] bool isSettled() const;
    /// The part whose details show; null: none.
    [[nodiscard]] const PartEntry* selectedPart() const;
    [[nodiscard]] std::vector<const PartEntry*> selectedParts() const;

Q_SIGNALS:
    void settled();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeList();
    QWidget* makeTools();
    QWidget* makeActions();
    void connectParts();
    void retranslate();
    /// What the user asks for: the best match is selected where the selected part isn't among those found.
    void search() { startSearch(true); }
    void startSearch(bool selectsBest);
    void takeHits(const std::shared_ptr<const CatalogView>& view, CatalogHits hits, const std::string& table,
                  bool selectsBest);
    void restoreSelection(const std::vector<PartId>& selected, bool selectsBest);
    void showSelected();
    void showActions();
    /// The head's sign of sorting, where the columns are others.
    void showOrder();
    void fitList();
    void takeView();
    void ask(const CatalogEdit& edit);
    void compareParts();
    /// False: the request is of no import whose dialog is open.
    bool tellImport(quint64 request, const QString& error);
    void tellOf(quint64 request, const QString& error);
    void clickCell(const QModelIndex& index);
    void activateCell(const QModelIndex& index);

    CatalogLibrary& library_;
    Date today_;
    CatalogOrder order_;
    PartId current_;                   ///< whose details show, also where the list doesn't have it
    std::map<quint64, PartId> coming_; ///< parts that requests under way add
    std::map<quint64, QPointer<CatalogImportDialog>> imports_;
    bool refreshing_ = false; ///< rows come and go, and none of it is a choice of the user
    std::string shownTable_ = "-";

    CatalogFilters* filters_ = nullptr;
    CatalogTableModel* model_ = nullptr;
    QLineEdit* words_ = nullptr;
    QPushButton* add_ = nullptr;
    QPushButton* import_ = nullptr;
    QPushButton* export_ = nullptr;
    ThemedLabel* count_ = nullptr;
    ThemedLabel* error_ = nullptr;
    QPushButton* favourite_ = nullptr;
    QPushButton* hide_ = nullptr;
    QPushButton* compare_ = nullptr;
    QPushButton* duplicate_ = nullptr;
    QPushButton* remove_ = nullptr;
    QPushButton* reset_ = nullptr;
    Card* listCard_ = nullptr;
    TableView* table_ = nullptr;
    CatalogDetails* details_ = nullptr;
    QSplitter* splitter_ = nullptr;
    LatestTask search_; ///< last member: it stops before what it uses goes
};

} // namespace rigwright
