// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"
#include "bom/export.h"
#include "speed/calibration.h"
#include "ui/machine_evaluation.h"
#include "ui/ordered_machines_view.h"
#include "ui/quotes_view.h"

#include <QTimer>
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
    /// Those that machines are timed with from the next showBuild() on.
    void setConstants(std::shared_ptr<const CalibrationTable> constants);
    /// The last result stays, dimmed.
    void setBusy(bool busy);
    [[nodiscard]] bool canExport() const;
    /// What is shown is what the project says now.
    [[nodiscard]] bool isSettled() const;
    /// The machines of the project are judged.
    [[nodiscard]] bool isPriced() const { return !evaluation_.isBusy(); }
    /// Of everything that the project buys, as it was priced last. An error: there is none; it says why.
    [[nodiscard]] Expected<Bom> bom() const;
    void showView(View view);

    void setFileChooser(FileChooser chooser) { chooseFile_ = std::move(chooser); }
    void setMessageBox(MessageBox box) { showMessage_ = std::move(box); }
    void setClock(Clock clock);
    [[nodiscard]] QuotesView& quotes() const { return *quotes_; }
    [[nodiscard]] OrderedMachinesView& ordered() const { return *ordered_; }
    /// Asks for a file and writes it on another thread.
    void exportBom();

Q_SIGNALS:
    /// `error` is empty when the file was written.
    void exported(const QString& path, const QString& error);
    /// Something that was worked out in the background is shown.
    void settled();
    /// The page shows another bill of materials, or none.
    void bomChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeContent();
    QWidget* makeTools();
    void refresh();
    [[nodiscard]] std::vector<ProjectMachine> wantedMachines() const;
    [[nodiscard]] std::size_t shownPlace() const;
    [[nodiscard]] std::optional<std::vector<MachineEvaluation::Judgement>>
    judge(const std::vector<ProjectMachine>& wanted);
    [[nodiscard]] std::optional<Bom> priced(const std::vector<ProjectMachine>& wanted,
                                            const std::vector<MachineEvaluation::Judgement>& judged);
    void showOrdered(const std::vector<ProjectMachine>& wanted,
                     const std::vector<MachineEvaluation::Judgement>& judged, const Bom* bom);
    void showViews(const std::optional<Bom>& bom);
    void showDimmed();
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
    QString error_;                        ///< why there is no bill of materials
    std::vector<OrderedMachine> machines_; ///< of the bill of materials that is shown
    bool busy_ = false;
    QTimer slow_; ///< machines that take longer than this to judge show that they do

    Card* card_ = nullptr;
    OrderedMachinesView* ordered_ = nullptr;
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
    MachineEvaluation evaluation_; ///< last member: it stops before what it uses goes
};

} // namespace rigwright
