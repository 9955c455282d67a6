// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"

#include <QFutureWatcher>
#include <QWidget>

#include <functional>
#include <memory>

class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;

namespace rigwright {

class BomTableModel;
class Card;
class Dimmer;
class NumberField;
class TableView;
class Tag;
class ThemedLabel;

/// The selected machine as a purchasing document, and its export.
class BomPage : public QWidget {
    Q_OBJECT
public:
    /// Asks for the file to write; an empty answer: the user thought better of it.
    using FileChooser = std::function<QString(QWidget* parent, const QString& suggestedName)>;
    /// Tells an error where the page itself can't be seen.
    using MessageBox = std::function<void(QWidget* parent, const QString& text)>;
    using Clock = std::function<Date()>;

    explicit BomPage(QWidget* parent = nullptr);

    /// Null: there is no machine to buy.
    void showBuild(std::shared_ptr<const Catalog> catalog, std::shared_ptr<const EvaluatedBuild> build,
                   const Requirement& requirement);
    /// The last result stays, dimmed.
    void setBusy(bool busy);
    [[nodiscard]] bool canExport() const;

    void setFileChooser(FileChooser chooser) { chooseFile_ = std::move(chooser); }
    void setMessageBox(MessageBox box) { showMessage_ = std::move(box); }
    void setClock(Clock clock);
    /// Asks for a file and writes it on another thread.
    void exportBom();

Q_SIGNALS:
    /// `error` is empty when the file was written.
    void exported(const QString& path, const QString& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Written {
        QString path;
        QString error;
    };
    QWidget* makeTable();
    QWidget* makeTools();
    QWidget* makeFoot();
    void retranslate();
    void refresh();
    void refreshTotals();
    void write(const QString& path);
    void finishExport();
    void showStatus(const QString& path, const QString& error);
    /// What the machine is for, in one line.
    [[nodiscard]] QString subject() const;
    [[nodiscard]] QString warnings(const Bom& bom) const;
    [[nodiscard]] QString suggestedName() const;

    // Shared with the other pages and with the thread that searched.
    std::shared_ptr<const Catalog> catalog_;
    std::shared_ptr<const EvaluatedBuild> build_;
    Requirement requirement_;
    FileChooser chooseFile_;
    MessageBox showMessage_;
    Clock clock_;
    QFutureWatcher<Written> watcher_;
    QString error_; ///< why there is no bill of materials of the build

    BomTableModel* model_ = nullptr;
    QSortFilterProxyModel* sorted_ = nullptr;
    Card* card_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    ThemedLabel* empty_ = nullptr;
    ThemedLabel* subject_ = nullptr;
    ThemedLabel* systemsLabel_ = nullptr;
    NumberField* systems_ = nullptr;
    QPushButton* export_ = nullptr;
    Tag* statusTag_ = nullptr;
    ThemedLabel* status_ = nullptr;
    TableView* table_ = nullptr;
    ThemedLabel* warnings_ = nullptr;
    ThemedLabel* totalLabel_ = nullptr;
    ThemedLabel* total_ = nullptr;
    Dimmer* dimmer_ = nullptr;
};

} // namespace rigwright
