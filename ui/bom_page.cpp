// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bom_page.h"

#include "bom/export.h"
#include "project/today.h"
#include "ui/bom_table_model.h"
#include "ui/card.h"
#include "ui/cell_delegate.h"
#include "ui/fields.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMessageBox>
#include <QPromise>
#include <QPushButton>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kMostSystems = 10'000;

QString askForFile(QWidget* parent, const QString& suggestedName)
{
    const QString workbook = BomPage::tr("Workbook (*.xlsx)");
    const QString text = BomPage::tr("Comma-separated values (*.csv)");
    QString chosen = workbook;
    QString path = QFileDialog::getSaveFileName(parent, BomPage::tr("Export the bill of materials"),
                                                QDir::home().filePath(suggestedName),
                                                workbook + QStringLiteral(";;") + text, &chosen);
    if (!path.isEmpty() && QFileInfo(path).suffix().isEmpty()) {
        path += chosen == text ? QStringLiteral(".csv") : QStringLiteral(".xlsx");
    }
    return path;
}

void tellError(QWidget* parent, const QString& text)
{
    QMessageBox::warning(parent, BomPage::tr("Export the bill of materials"), text);
}

} // namespace

BomPage::BomPage(QWidget* parent)
    : QWidget(parent)
    , chooseFile_(askForFile)
    , showMessage_(tellError)
    , clock_(today)
    , model_(new BomTableModel(this))
    , sorted_(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("bomPage"));
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(kSortRole);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeTools());
    column->addWidget(makeTable(), 1);
    column->addWidget(makeFoot());
    empty_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted);
    empty_->setObjectName(QStringLiteral("bomEmpty"));
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    stack_ = new QStackedWidget;
    stack_->addWidget(content);
    stack_->addWidget(empty_);
    card_ = new Card;
    card_->body()->addWidget(stack_, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(card_);
    dimmer_ = new Dimmer(this);
    connect(systems_, &QSpinBox::valueChanged, this, &BomPage::refresh);
    connect(export_, &QPushButton::clicked, this, &BomPage::exportBom);
    connect(&watcher_, &QFutureWatcher<Written>::finished, this, &BomPage::finishExport);
    retranslate();
    refresh();
}

QWidget* BomPage::makeTable()
{
    table_ = new TableView;
    table_->setObjectName(QStringLiteral("bomTable"));
    table_->setBreaksLines(true);
    table_->setStretchColumn(BomTableModel::Description);
    table_->setElasticColumns({BomTableModel::Description});
    table_->setModel(sorted_);
    table_->setSortingEnabled(true);
    table_->sortByColumn(BomTableModel::Number, Qt::AscendingOrder);
    return table_;
}

QWidget* BomPage::makeTools()
{
    using Ink = ThemedLabel::Ink;
    systemsLabel_ = new ThemedLabel(TextSize::Text, Ink::Text);
    systems_ = new NumberField(QStringLiteral("systems"));
    systems_->setRange(1, kMostSystems);
    systems_->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("10,000")) + 48);
    systemsLabel_->setBuddy(systems_);
    subject_ = new ThemedLabel(TextSize::Hint, Ink::Muted);
    subject_->setObjectName(QStringLiteral("bomSubject"));
    subject_->setWordWrap(true);
    statusTag_ = new Tag;
    status_ = new ThemedLabel(TextSize::Hint, Ink::Text);
    status_->setObjectName(QStringLiteral("exportStatus"));
    status_->setWordWrap(true);
    status_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    export_ = new QPushButton;
    export_->setObjectName(QStringLiteral("exportBom"));
    export_->setProperty("primary", true);
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(systemsLabel_);
    row->addWidget(systems_);
    row->addSpacing(8);
    row->addWidget(subject_, 3);
    row->addWidget(statusTag_);
    row->addWidget(status_, 2);
    row->addWidget(export_);
    statusTag_->hide();
    status_->hide();
    return tools;
}

QWidget* BomPage::makeFoot()
{
    using Ink = ThemedLabel::Ink;
    warnings_ = new ThemedLabel(TextSize::Hint, Ink::Muted);
    warnings_->setObjectName(QStringLiteral("bomWarnings"));
    warnings_->setWordWrap(true);
    totalLabel_ = new ThemedLabel(TextSize::Text, Ink::Muted);
    total_ = new ThemedLabel(TextSize::Figure, Ink::Text);
    total_->setObjectName(QStringLiteral("bomTotal"));
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(12);
    row->addWidget(warnings_, 1);
    row->addWidget(totalLabel_);
    row->addWidget(total_);
    return foot;
}

void BomPage::showBuild(std::shared_ptr<const Catalog> catalog, std::shared_ptr<const EvaluatedBuild> build,
                        const Requirement& requirement)
{
    catalog_ = std::move(catalog);
    build_ = std::move(build);
    requirement_ = requirement;
    refresh();
}

void BomPage::setBusy(bool busy)
{
    dimmer_->setDimmed(busy);
}

void BomPage::setClock(Clock clock)
{
    clock_ = std::move(clock);
    refresh();
}

bool BomPage::canExport() const
{
    return model_->bom().has_value() && !watcher_.isRunning();
}

void BomPage::refresh()
{
    error_.clear();
    std::optional<Bom> bom;
    if (catalog_ != nullptr && build_ != nullptr) {
        auto made = makeBom(*catalog_, *build_, requirement_, clock_(), systems_->value());
        if (made) {
            bom = *std::move(made);
        } else {
            error_ = QString::fromStdString(made.error().message);
        }
    }
    model_->setBom(std::move(bom));
    table_->fitColumns();
    refreshTotals();
}

void BomPage::refreshTotals()
{
    const std::optional<Bom>& bom = model_->bom();
    stack_->setCurrentIndex(bom ? 0 : 1);
    empty_->setText(
        error_.isEmpty() ? tr("The parts to buy appear here once a machine meets the requirement.") : error_);
    empty_->setInk(error_.isEmpty() ? ThemedLabel::Ink::Muted : ThemedLabel::Ink::Danger);
    export_->setEnabled(canExport());
    export_->setText(watcher_.isRunning() ? tr("Exporting…") : tr("Export…"));
    if (!bom) {
        return;
    }
    subject_->setText(subject());
    totalLabel_->setText(tr("Total for %n systems, before tax", nullptr, bom->systems()));
    total_->setText(exactMoneyText(bom->total()));
    warnings_->setText(warnings(*bom));
}

QString BomPage::subject() const
{
    const Workload& workload = requirement_.workload;
    const auto model = findModel(*catalog_, requirement_.model.text());
    const QString name = QString::fromStdString(model ? (*model)->name : requirement_.model.text());
    const QString engine = QString::fromUtf8(engineLabel(workload.engine));
    if (isTraining(workload.kind)) {
        return tr("%1 at %2, %3, %4, %5 tokens a sequence")
            .arg(name, weightsText(workload.weights), engine, workloadText(workload.kind),
                 countText(workload.training.sequence));
    }
    QString text = tr("%1 at %2, %3, %4, %5 tokens of context")
                       .arg(name, weightsText(workload.weights), engine, workloadText(workload.kind),
                            countText(workload.context));
    if (workload.concurrency > 1) {
        text += tr(", %n at once", nullptr, workload.concurrency);
    }
    return text;
}

QString BomPage::warnings(const Bom& bom) const
{
    QStringList lines;
    if (const int unpriced = bom.linesWithoutPrice(); unpriced > 0) {
        lines.append(tr("! %n lines have no price, and the total lacks them.", nullptr, unpriced));
    }
    if (const int old = bom.linesWithOldPrice(); old > 0) {
        lines.append(
            tr("! %n prices are more than %1 days old: ask for new ones before you order.", nullptr, old)
                .arg(bom.pricePolicy.oldAfterDays));
    }
    if (bom.rate) {
        lines.append(tr("Converted at 1 USD = %1 %2, %3.")
                         .arg(QLocale().toString(bom.rate->perUsd, 'g', 6),
                              QString::fromStdString(bom.currency.code()), dateText(bom.rate->date)));
    }
    return lines.join(QLatin1Char('\n'));
}

QString BomPage::suggestedName() const
{
    static const QRegularExpression forbidden(QStringLiteral("[^\\p{L}\\p{N}×._-]+"));
    QString name = QString::fromStdString(model_->bom()->title).replace(forbidden, QStringLiteral("-"));
    return tr("%1-parts.xlsx", "file name").arg(name.isEmpty() ? QStringLiteral("rigwright") : name);
}

void BomPage::exportBom()
{
    if (!canExport()) {
        return;
    }
    const QString path = chooseFile_(this, suggestedName());
    if (!path.isEmpty()) {
        write(path);
    }
}

void BomPage::write(const QString& path)
{
    // A promise can't be copied into the pool's function, and the page may be gone before the disk has answered.
    auto promise = std::make_shared<QPromise<Written>>();
    promise->start();
    watcher_.setFuture(promise->future());
    showStatus({}, {});
    refreshTotals();
    QThreadPool::globalInstance()->start([promise, path, bom = *model_->bom(), build = build_] {
        const Expected<void> written = rigwright::exportBom(bom, *build, path.toStdString());
        promise->addResult(
            Written{path, written ? QString() : QString::fromStdString(written.error().message)});
        promise->finish();
    });
}

void BomPage::finishExport()
{
    const Written written = watcher_.result();
    refreshTotals();
    showStatus(written.path, written.error);
    if (!written.error.isEmpty() && !isVisible()) {
        showMessage_(this, written.error);
    }
    Q_EMIT exported(written.path, written.error);
}

void BomPage::showStatus(const QString& path, const QString& error)
{
    const bool shown = !path.isEmpty();
    statusTag_->setVisible(shown);
    status_->setVisible(shown);
    if (!shown) {
        return;
    }
    const bool good = error.isEmpty();
    statusTag_->setTag(good ? TagKind::Good : TagKind::Danger, good ? tr("saved") : tr("not saved"));
    status_->setText(good ? QDir::toNativeSeparators(path) : error);
    status_->setInk(good ? ThemedLabel::Ink::Text : ThemedLabel::Ink::Danger);
}

void BomPage::retranslate()
{
    card_->setAccessibleName(tr("Bill of materials"));
    systemsLabel_->setText(tr("Systems"));
    systems_->setAccessibleName(tr("Number of systems"));
    table_->setAccessibleName(tr("Bill of materials"));
    showStatus({}, {});
    model_->retranslate();
    table_->fitColumns();
    refreshTotals();
}

void BomPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
