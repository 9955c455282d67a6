// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/quotes/quote_compare.h"
#include "bom/quotes/quote_import.h"
#include "ui/latest_task.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QLineEdit;
class QMenu;
class QPushButton;

namespace rigwright {

class OpenProject;
class QuoteImportDialog;
class QuoteTableModel;
class TableView;
class ThemedLabel;

/// Requests for quotation, and the suppliers' answers side by side.
class QuotesView : public QWidget {
    Q_OBJECT
public:
    /// What is to be quoted, and checked with the answers.
    struct Purchase {
        std::shared_ptr<const Catalog> catalog;
        std::vector<OrderedMachine> machines;
        Requirement requirement;
        Bom bom;
        Date day;
    };
    /// Asks for a file to write or to read; empty: the user thought better of it.
    using FileChooser = std::function<QString(QWidget* parent, const QString& suggestedName, bool toWrite)>;

    explicit QuotesView(QWidget* parent = nullptr);

    void setProject(OpenProject* project);
    void setFileChooser(FileChooser chooser) { chooseFile_ = std::move(chooser); }
    /// Empty: there is nothing to buy.
    void showPurchase(std::optional<Purchase> purchase);
    /// Reads a filled-in form; shows what it says before it counts.
    void importFile(const QString& path);
    [[nodiscard]] bool isBusy() const { return reading_.isBusy() || comparing_.isBusy(); }

Q_SIGNALS:
    /// What is shown is what was asked for.
    void settled();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeTools();
    void request();
    void import();
    void preview(const Expected<QuoteImport>& read);
    void take(const Quote& quote);
    void compare();
    void showComparison(const Expected<QuoteComparison>& comparison, const std::vector<Quote>& quotes);
    void fillRemoveMenu();
    void say(const QString& text, bool isError = false);
    void retranslate();

    OpenProject* project_ = nullptr;
    FileChooser chooseFile_;
    std::shared_ptr<const Purchase> purchase_;
    bool stale_ = false;
    QuoteTableModel* model_;
    ThemedLabel* supplierLabel_ = nullptr;
    QLineEdit* supplier_ = nullptr;
    QPushButton* request_ = nullptr;
    QPushButton* import_ = nullptr;
    QPushButton* remove_ = nullptr;
    QMenu* removeMenu_ = nullptr;
    TableView* table_ = nullptr;
    ThemedLabel* status_ = nullptr;
    ThemedLabel* best_ = nullptr;
    LatestTask reading_;
    LatestTask comparing_; ///< last members: they stop before what they use goes
};

} // namespace rigwright
