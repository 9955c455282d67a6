// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/measurements_dialog.h"

#include "project/measurements/read_benchmark.h"
#include "ui/card.h"
#include "ui/dialog_parts.h"
#include "ui/fields.h"
#include "ui/measurement_tables.h"
#include "ui/measurements.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace rigwright {

namespace {

constexpr QSize kFirstSize(820, 680);

QString askForFile(QWidget* parent)
{
    return QFileDialog::getOpenFileName(
        parent, MeasurementsDialog::tr("A benchmark's output"), QString(),
        MeasurementsDialog::tr("Benchmarks (%1)").arg(QStringLiteral("*.json *.jsonl *.csv *.md *.txt")) +
            QStringLiteral(";;") + MeasurementsDialog::tr("All files (%1)").arg(QStringLiteral("*")));
}

std::string chosen(const Choice* choice)
{
    return choice->currentData().toString().toStdString();
}

} // namespace

MeasurementsDialog::MeasurementsDialog(Measurements& measurements, std::shared_ptr<const Catalog> catalog,
                                       const Date& today, QWidget* parent)
    : QDialog(parent)
    , measurements_(measurements)
    , catalog_(std::move(catalog))
    , today_(today)
    , chooseFile_(askForFile)
{
    setObjectName(QStringLiteral("measurementsDialog"));
    setAcceptDrops(true);
    build();
    connectParts();
    retranslate();
    showKept();
    resize(kFirstSize);
}

void MeasurementsDialog::connectParts()
{
    connect(browse_, &QPushButton::clicked, this, [this] {
        const QString file = chooseFile_(this);
        if (!file.isEmpty()) {
            read(file);
        }
    });
    connect(source_, &QLineEdit::returnPressed, this, [this] { read(source_->text()); });
    connect(source_, &QLineEdit::textEdited, this, [this] { keep_->setEnabled(false); });
    const auto again = [this] {
        if (!file_.isEmpty()) {
            read(file_);
        }
    };
    for (Choice* choice : {model_, weights_, device_}) {
        connect(choice, &QComboBox::currentIndexChanged, this, again);
    }
    connect(count_, &QSpinBox::valueChanged, this, again);
    connect(keep_, &QPushButton::clicked, this, &MeasurementsDialog::keep);
    connect(close_, &QPushButton::clicked, this, &QDialog::reject);
    connect(remove_, &QPushButton::clicked, this, &MeasurementsDialog::removeSelected);
    connect(undo_, &QPushButton::clicked, this, &MeasurementsDialog::undoRemoval);
    connect(&measurements_, &Measurements::changed, this, &MeasurementsDialog::showKept);
    auto* deletion = new QAction(this);
    deletion->setShortcut(QKeySequence::Delete);
    deletion->setShortcutContext(Qt::WidgetShortcut);
    keptView_->addAction(deletion);
    connect(deletion, &QAction::triggered, this, &MeasurementsDialog::removeSelected);
    auto* undo = new QAction(this);
    undo->setShortcut(QKeySequence::Undo);
    undo->setShortcutContext(Qt::WidgetShortcut);
    keptView_->addAction(undo);
    connect(undo, &QAction::triggered, this, &MeasurementsDialog::undoRemoval);
}

/// What the file leaves open stands first, then everything.
void MeasurementsDialog::fillChoices()
{
    const auto fill = [this](Choice* choice, MatchFailure::Needs needs, const auto& addAll) {
        const QSignalBlocker quiet(choice);
        const QVariant before = choice->currentData();
        choice->clear();
        choice->addItem(tr("As in the file"), QString());
        if (outcome_.failure && outcome_.failure->needs == needs) {
            for (const std::string& id : outcome_.failure->candidates) {
                choice->addItem(QString::fromStdString(id), QString::fromStdString(id));
            }
        }
        addAll(choice);
        choice->chooseData(before);
    };
    fill(model_, MatchFailure::Needs::Model, [this](Choice* choice) {
        for (const ModelFacts& model : catalog_->models) {
            choice->addItem(QString::fromStdString(model.name), QString::fromStdString(model.id.text()));
        }
    });
    fill(weights_, MatchFailure::Needs::Weights, [](Choice* choice) {
        for (const WeightFormat format : allWeightFormats()) {
            choice->addItem(weightsText(format), QString::fromLatin1(weightFormatName(format)));
        }
    });
    fill(device_, MatchFailure::Needs::Device, [this](Choice* choice) {
        for (const Accelerator& accelerator : catalog_->accelerators) {
            choice->addItem(QString::fromStdString(accelerator.info.name),
                            QString::fromStdString(accelerator.info.id.text()));
        }
        for (const Cpu& cpu : catalog_->cpus) {
            choice->addItem(QString::fromStdString(cpu.info.name),
                            QString::fromStdString(cpu.info.id.text()));
        }
    });
}

MatchOptions MeasurementsDialog::options() const
{
    MatchOptions options;
    if (const std::string id = chosen(model_); !id.empty()) {
        options.model = ModelId(id);
    }
    if (const auto format = parseWeightFormat(chosen(weights_))) {
        options.weights = *format;
    }
    if (const std::string id = chosen(device_); !id.empty()) {
        options.device = PartId(id);
    }
    if (count_->value() > 0) {
        options.count = count_->value();
    }
    return options;
}

void MeasurementsDialog::read(const QString& file)
{
    file_ = file;
    source_->setText(file);
    keep_->setEnabled(false);
    task_.start([this, file, catalog = catalog_, options = options(),
                 today = today_](const std::stop_token& /*stop*/) -> LatestTask::Delivery {
        auto outcome = std::make_shared<Outcome>();
        const auto runs = readBenchmarkFile(file.toStdString());
        if (!runs) {
            outcome->error = runs.error().message;
        } else {
            auto compared = compareWithEstimates(*catalog, *runs, options,
                                                 QFileInfo(file).fileName().toStdString(), today);
            if (compared) {
                outcome->comparisons = *std::move(compared);
            } else {
                outcome->failure = std::move(compared.error());
            }
        }
        return [this, outcome] { take(*outcome); };
    });
}

void MeasurementsDialog::take(const Outcome& outcome)
{
    outcome_ = outcome;
    compared_->showComparisons(outcome_.comparisons);
    fillChoices();
    showResult();
}

std::vector<DeviceCorrection> MeasurementsDialog::corrections() const
{
    std::vector<DeviceCorrection> corrections;
    for (const Comparison& comparison : outcome_.comparisons) {
        if (comparison.correction.runs > 0) {
            corrections.push_back(comparison.correction);
        }
    }
    return corrections;
}

void MeasurementsDialog::showResult()
{
    QString error = QString::fromStdString(outcome_.error);
    if (outcome_.failure) {
        error = findingText(outcome_.failure->finding);
        if (!outcome_.failure->candidates.empty()) {
            error += QLatin1Char(' ') + tr("Choose it above.");
        }
    }
    setInvalid(source_, !error.isEmpty());
    error_->setText(error);
    error_->setVisible(!error.isEmpty());
    QStringList lines;
    for (const Comparison& comparison : outcome_.comparisons) {
        const DeviceCorrection& correction = comparison.correction;
        lines << (correction.runs > 0
                      ? tr("%1 with %2: answers %3, prompts %4 of the estimate")
                            .arg(deviceText(correction, *catalog_),
                                 QString::fromLatin1(engineLabel(correction.engine)),
                                 factorText(correction.decode), factorText(correction.prefill))
                      : tr("%1: no run says anything of this device alone")
                            .arg(deviceText(correction, *catalog_)));
    }
    factors_->setText(lines.join(QLatin1Char('\n')));
    factors_->setVisible(!lines.isEmpty());
    keep_->setEnabled(!corrections().empty());
    comparedView_->fitColumns();
}

void MeasurementsDialog::showKept()
{
    kept_->showCorrections(measurements_.kept(), catalog_);
    if (kept_->rowCount() > 0) {
        keptView_->selectRow(kept_->rowCount() - 1);
    }
    remove_->setEnabled(kept_->rowCount() > 0);
    undo_->setVisible(removed_.has_value());
    keptView_->fitColumns();
    if (!measurements_.error().isEmpty()) {
        error_->setText(measurements_.error());
        error_->show();
    }
}

void MeasurementsDialog::keep()
{
    if (!measurements_.keep(corrections())) {
        error_->setText(measurements_.error());
        error_->show();
        return;
    }
    removed_.reset();
    file_.clear();
    source_->clear();
    take({});
    showKept();
}

void MeasurementsDialog::removeSelected()
{
    const DeviceCorrection* selected = kept_->correction(keptView_->currentIndex().row());
    if (selected == nullptr) {
        return;
    }
    const DeviceCorrection gone = *selected;
    removed_ = gone;
    if (!measurements_.remove(gone)) {
        removed_.reset();
        showKept();
    }
}

void MeasurementsDialog::undoRemoval()
{
    if (!removed_) {
        return;
    }
    const DeviceCorrection back = *removed_;
    removed_.reset();
    if (!measurements_.keep({back})) {
        removed_ = back;
        showKept();
    }
}

void MeasurementsDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        compared_->retranslate();
        kept_->retranslate();
        retranslate();
    }
}

void MeasurementsDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (!draggedFile(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MeasurementsDialog::dropEvent(QDropEvent* event)
{
    const QString file = draggedFile(event->mimeData());
    if (!file.isEmpty()) {
        event->acceptProposedAction();
        read(file);
    }
}

} // namespace rigwright
