// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bom_page.h"

#include "project/today.h"
#include "ui/bom_lines_view.h"
#include "ui/card.h"
#include "ui/document_export.h"
#include "ui/export_chooser.h"
#include "ui/fields.h"
#include "ui/launch_view.h"
#include "ui/open_project.h"
#include "ui/order_form.h"
#include "ui/tag.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rigwright {

namespace {

constexpr int kSlowMs = 300;

void tellError(QWidget* parent, const QString& text)
{
    QMessageBox::warning(parent, BomPage::tr("Export the bill of materials"), text);
}

} // namespace

BomPage::BomPage(QWidget* parent)
    : QWidget(parent)
    , project_(new OpenProject(this))
    , export_(new DocumentExport(this))
    , chooseFile_(chooseExport)
    , showMessage_(tellError)
    , clock_(today)
{
    setObjectName(QStringLiteral("bomPage"));
    empty_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted);
    empty_->setObjectName(QStringLiteral("bomEmpty"));
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    stack_ = new QStackedWidget;
    stack_->addWidget(makeContent());
    stack_->addWidget(empty_);
    card_ = new Card;
    ordered_ = new OrderedMachinesView;
    card_->body()->addWidget(ordered_);
    card_->body()->addWidget(stack_, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(card_);
    dimmer_ = new Dimmer(this);
    slow_.setSingleShot(true);
    slow_.setInterval(kSlowMs);
    connect(exportButton_, &QPushButton::clicked, this,
            [this] { export_->isBusy() ? export_->cancel() : exportBom(); });
    connect(export_, &DocumentExport::written, this, &BomPage::finishExport);
    connect(lines_, &BomLinesView::alternativesWanted, this, &BomPage::exchangePart);
    connect(quotes_, &QuotesView::settled, this, &BomPage::settled);
    connect(&slow_, &QTimer::timeout, this, &BomPage::showDimmed);
    connect(&evaluation_, &MachineEvaluation::evaluated, this, [this] {
        refresh();
        Q_EMIT settled();
    });
    setProject(project_);
    retranslate();
}

QWidget* BomPage::makeContent()
{
    lines_ = new BomLinesView;
    order_ = new OrderForm;
    quotes_ = new QuotesView;
    launch_ = new LaunchView;
    views_ = new QStackedWidget;
    for (QWidget* view : std::initializer_list<QWidget*>{lines_, order_, quotes_, launch_}) {
        views_->addWidget(view);
    }
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeTools());
    column->addWidget(views_, 1);
    return content;
}

QWidget* BomPage::makeTools()
{
    switch_ = new Segments(QStringLiteral("bomViews"));
    switch_->setTexts({QString(), QString(), QString(), QString()});
    switch_->setButtonNames({QStringLiteral("showParts"), QStringLiteral("showOrder"),
                             QStringLiteral("showQuotes"), QStringLiteral("showLaunch")});
    connect(switch_, &Segments::chosen, views_, &QStackedWidget::setCurrentIndex);
    statusTag_ = new Tag;
    status_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Text);
    status_->setObjectName(QStringLiteral("exportStatus"));
    status_->setWordWrap(true);
    status_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    exportButton_ = new QPushButton;
    exportButton_->setObjectName(QStringLiteral("exportBom"));
    exportButton_->setProperty("primary", true);
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(switch_);
    row->addStretch(1);
    row->addWidget(statusTag_);
    row->addWidget(status_, 2);
    row->addWidget(exportButton_);
    statusTag_->hide();
    status_->hide();
    return tools;
}

void BomPage::setProject(OpenProject* project)
{
    if (project != project_) {
        delete project_;
        project_ = project;
    }
    connect(project_, &OpenProject::changed, this, &BomPage::refresh);
    ordered_->setProject(project_);
    lines_->setProject(project_);
    order_->setProject(project_);
    quotes_->setProject(project_);
    refresh();
}

void BomPage::showBuild(std::shared_ptr<const Catalog> catalog, std::shared_ptr<const EvaluatedBuild> build,
                        const Requirement& requirement)
{
    catalog_ = std::move(catalog);
    build_ = std::move(build);
    requirement_ = requirement;
    refresh();
}

void BomPage::setConstants(std::shared_ptr<const CalibrationTable> constants)
{
    constants_ = std::move(constants);
}

void BomPage::setBusy(bool busy)
{
    busy_ = busy;
    showDimmed();
}

void BomPage::setClock(Clock clock)
{
    clock_ = std::move(clock);
    refresh();
}

bool BomPage::canExport() const
{
    return lines_->bom().has_value() && !export_->isBusy() && !evaluation_.isBusy();
}

bool BomPage::isSettled() const
{
    return !quotes_->isBusy() && !evaluation_.isBusy();
}

void BomPage::showView(View view)
{
    switch_->setCurrent(view);
    views_->setCurrentIndex(view);
}

QString BomPage::suggestedName() const
{
    static const QRegularExpression forbidden(QStringLiteral("[^\\p{L}\\p{N}×._-]+"));
    QString name = QString::fromStdString(lines_->bom()->title).replace(forbidden, QStringLiteral("-"));
    return tr("%1-parts.xlsx", "file name").arg(name.isEmpty() ? QStringLiteral("rigwright") : name);
}

void BomPage::exportBom()
{
    if (!canExport()) {
        return;
    }
    const ExportTarget target = chooseFile_(this, suggestedName());
    if (target.path.isEmpty()) {
        return;
    }
    const Project& project = project_->project();
    ExportOrder order{catalog_, machines_, requirement_, {}, clock_(), constants_};
    order.request.order = project.order;
    order.request.quotes = project.quotes;
    order.request.assumptions = project.assumptions;
    if (!project.revisions.empty()) {
        order.request.previous = project.revisions.back();
    }
    order.request.revision = static_cast<int>(project.revisions.size()) + 1;
    showStatus({}, {});
    export_->write(std::move(order), target.path, target.csv);
    showExport();
}

void BomPage::showExport()
{
    exportButton_->setEnabled(export_->isBusy() || canExport());
    exportButton_->setText(export_->isBusy() ? tr("Cancel the export") : tr("Export…"));
}

void BomPage::finishExport(const QString& path, const QString& error)
{
    showExport();
    showStatus(path, error);
    if (!error.isEmpty() && !isVisible()) {
        showMessage_(this, error);
    }
    Q_EMIT exported(path, error);
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
    switch_->setTexts({tr("Parts"), tr("Order"), tr("Quotes"), tr("Launch")});
    switch_->fitToTexts();
    showStatus({}, {});
    refresh();
}

void BomPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
