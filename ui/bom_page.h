// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"
#include "bom/export.h"
#include "speed/calibration.h"
#include "ui/quotes_view.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QPushButton;
class QStackedWidget;

namespace rigwright {

class BomLinesView;
class Card;
class Dimmer;
class DocumentExport;
class LaunchView;
class OpenProject;
class OrderForm;
class Segments;
class Tag;

/// Where a document is written, and how where that is a CSV file. An empty path: the user thought better of it.
struct ExportTarget {
    ExportTarget(QString file = {}, const CsvOptions& options = {}) // a path alone will do
        : path(std::move(file))
        , csv(options)
    { }
    QString path;
    CsvOptions csv;
};

/// The machines that are bought as a purchasing document: its lines, the order, suppliers' quotes, how to start what was bought,
/// and the export.
class BomPage : public QWidget {
    Q_OBJECT
public:
    enum View { Parts, Order, Quotes, Launch };
    /// Asks for the file to write.
    using FileChooser = std::function<ExportTarget(QWidget* parent, const QString& suggestedName)>;
    /// Tells an error where the page itself can't be seen.
    using MessageBox = std::function<void(QWidget* parent, const QString& text)>;
    using Clock = std::function<Date()>;

    explicit BomPage(QWidget* parent = nullptr);

    /// The page edits its order, and follows it; one of its own before.
    void setProject(OpenProject* project);
    /// Null: there is no machine to buy.
    void showBuild(std::shared_ptr<const Catalog> catalog, std::shared_ptr<const EvaluatedBuild> build,
                   const Requirement& requirement);
    /// Those that other machines of the project, and rented ones, are timed with.
    void setConstants(std::shared_ptr<const CalibrationTable> constants);
    /// The last result stays, dimmed.
    void setBusy(bool busy);
    [[nodiscard]] bool canExport() const;
    [[nodiscard]] bool isSettled() const;
    void showView(View view);

    void setFileChooser(FileChooser chooser) { chooseFile_ = std::move(chooser); }
    void setMessageBox(MessageBox box) { showMessage_ = std::move(box); }
    void setClock(Clock clock);
    [[nodiscard]] QuotesView& quotes() const { return *quotes_; }
    /// Asks for a file and writes it on another thread.
    void exportBom();

Q_SIGNALS:
    /// `error` is empty when the file was written.
    void exported(const QString& path, const QString& error);
    void settled();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeContent();
    QWidget* makeTools();
    void refresh();
    void showViews(const std::vector<OrderedMachine>& machines, const std::optional<Bom>& bom);
    [[nodiscard]] std::vector<OrderedMachine> machines();
    void exchangePart(std::size_t place);
    void finishExport(const QString& path, const QString& error);
    void showExport();
    void showStatus(const QString& path, const QString& error);
    [[nodiscard]] QString suggestedName() const;
    void retranslate();

    // Shared with the other pages and with the thread that searched.
    std::shared_ptr<const Catalog> catalog_;
    std::shared_ptr<const EvaluatedBuild> build_;
    std::shared_ptr<const CalibrationTable> constants_ =
        std::make_shared<const CalibrationTable>(fittedCalibration());
    Requirement requirement_;
    OpenProject* project_;
    DocumentExport* export_;
    FileChooser chooseFile_;
    MessageBox showMessage_;
    Clock clock_;
    QString error_; ///< why there is no bill of materials of the build

    Card* card_ = nullptr;
    QStackedWidget* stack_ = nullptr; ///< the views, or what stands in their place
    QStackedWidget* views_ = nullptr;
    ThemedLabel* empty_ = nullptr;
    Segments* switch_ = nullptr;
    QPushButton* exportButton_ = nullptr;
    Tag* statusTag_ = nullptr;
    ThemedLabel* status_ = nullptr;
    BomLinesView* lines_ = nullptr;
    OrderForm* order_ = nullptr;
    QuotesView* quotes_ = nullptr;
    LaunchView* launch_ = nullptr;
    Dimmer* dimmer_ = nullptr;
};

} // namespace rigwright
