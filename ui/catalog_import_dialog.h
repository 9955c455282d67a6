// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/import/import.h"
#include "ui/latest_task.h"

#include <QDialog>
#include <QTimer>

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>

class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace rigwright {

class Card;
class CatalogChangeTable;
class Choice;
class Segments;
class TableView;
class ThemedLabel;

/// Brings parts, prices, offers or rates into the user's catalog: a file or folder is chosen or dropped, what would change and
/// what is wrong shows before anything is written. Reading tells how far it is and can be stopped.
class CatalogImportDialog : public QDialog {
    Q_OBJECT
public:
    /// Reads without writing, on any thread.
    using Reader = std::function<Expected<ImportPreview>(const ImportRequest&, const Progress&)>;
    /// Empty where the user chose none; a seam for tests.
    using PathChooser = std::function<QString(QWidget* parent, bool folder)>;

    CatalogImportDialog(Reader reader, const Date& today, QWidget* parent = nullptr);
    ~CatalogImportDialog() override;

    void setPathChooser(PathChooser chooser) { choosePath_ = std::move(chooser); }
    void read(const QString& path);
    [[nodiscard]] bool isBusy() const { return task_.isBusy(); }
    /// What became of the confirmed import: an empty text closes the dialog, an error is shown and nothing was written.
    void showOutcome(const QString& error);

Q_SIGNALS:
    /// The user wants it so. The preview stays valid until the dialog reads again.
    void confirmed(std::shared_ptr<const rigwright::ImportPreview> preview);

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum Page { Changes, Problems, Notes };

    void build();
    QWidget* makeOptions();
    void makeResult();
    void connectParts();
    void retranslate();
    void readAgain();
    void stop();
    void take(const Expected<ImportPreview>& read);
    void showPreview();
    void showError(const QString& text);
    void showProgress();
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString problemText() const;
    /// Nothing where the field holds no day; then it is marked.
    [[nodiscard]] std::optional<ImportRequest> request();

    Reader reader_;
    Date today_;
    PathChooser choosePath_;
    QString path_;
    std::shared_ptr<const ImportPreview> preview_; ///< shared with the table and whoever applies it
    /// Of the reading thread, in thousandths; shared as the thread may outlive the reading.
    std::shared_ptr<std::atomic<int>> done_;
    QTimer progressTimer_;

    ThemedLabel* intro_ = nullptr;
    QLineEdit* source_ = nullptr;
    QPushButton* file_ = nullptr;
    QPushButton* folder_ = nullptr;
    Choice* format_ = nullptr;
    QLineEdit* pricesOf_ = nullptr;
    QLineEdit* provider_ = nullptr;
    std::array<ThemedLabel*, 3> optionLabels_{};
    QProgressBar* progress_ = nullptr;
    QPushButton* stop_ = nullptr;
    ThemedLabel* error_ = nullptr;
    Card* result_ = nullptr;
    ThemedLabel* summary_ = nullptr;
    Segments* segments_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    CatalogChangeTable* changes_ = nullptr;
    TableView* changesView_ = nullptr;
    QPlainTextEdit* problems_ = nullptr;
    QPlainTextEdit* notes_ = nullptr;
    QPushButton* import_ = nullptr;
    QPushButton* close_ = nullptr;
    LatestTask task_; ///< last member: it stops before what it uses goes
};

} // namespace rigwright
