// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/launch_view.h"

#include "ui/dialog_parts.h"
#include "ui/document_texts.h"
#include "ui/fields.h"
#include "ui/figure_table_model.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rigwright {

namespace {

/// Programs have a command, and some a compose file beside it.
constexpr int kMostTexts = 4;

TableView* listView(const char* name, FigureTableModel* model)
{
    auto* view = new TableView;
    view->setObjectName(QString::fromLatin1(name));
    view->setBreaksLines(true);
    view->setModel(model);
    return view;
}

} // namespace

LaunchView::LaunchView(QWidget* parent)
    : QWidget(parent)
    , checklistModel_(new FigureTableModel(this))
    , acceptanceModel_(new FigureTableModel(this))
{
    setObjectName(QStringLiteral("launchView"));
    checklist_ = listView("launchChecklist", checklistModel_);
    checklist_->setStretchColumn(1);
    checklist_->setElasticColumns({1, 0});
    acceptance_ = listView("acceptanceChecks", acceptanceModel_);
    acceptance_->setStretchColumn(2);
    acceptance_->setElasticColumns({2, 1});
    stack_ = new QStackedWidget;
    stack_->addWidget(makeCommands());
    stack_->addWidget(checklist_);
    stack_->addWidget(acceptance_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeTools());
    column->addWidget(stack_, 1);
    retranslate();
    showView(Commands);
}

QWidget* LaunchView::makeTools()
{
    views_ = new Segments(QStringLiteral("launchViews"));
    views_->setTexts({QString(), QString(), QString()});
    views_->setButtonNames(
        {QStringLiteral("showCommands"), QStringLiteral("showChecklist"), QStringLiteral("showAcceptance")});
    texts_ = new Segments(QStringLiteral("launchTexts"));
    texts_->setTexts(QStringList(kMostTexts, QString()));
    copy_ = namedButton(QStringLiteral("copyLaunch"));
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(views_);
    row->addSpacing(16);
    row->addWidget(texts_);
    row->addStretch(1);
    row->addWidget(copy_);
    connect(views_, &Segments::chosen, this, &LaunchView::showView);
    connect(texts_, &Segments::chosen, this, &LaunchView::showText);
    connect(copy_, &QPushButton::clicked, this, &LaunchView::copy);
    return tools;
}

QWidget* LaunchView::makeCommands()
{
    text_ = new QPlainTextEdit;
    text_->setObjectName(QStringLiteral("launchText"));
    text_->setReadOnly(true);
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text_->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    findings_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    findings_->setObjectName(QStringLiteral("launchFindings"));
    findings_->setWordWrap(true);
    auto* commands = new QWidget;
    auto* column = new QVBoxLayout(commands);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(text_, 1);
    column->addWidget(findings_);
    return commands;
}

void LaunchView::showBuild(std::shared_ptr<const Catalog> catalog,
                           std::shared_ptr<const EvaluatedBuild> build, const Requirement& requirement)
{
    catalog_ = std::move(catalog);
    build_ = std::move(build);
    cluster_.reset();
    requirement_ = requirement;
    stale_ = true;
    if (isVisible()) {
        refresh();
    }
}

void LaunchView::showCluster(std::shared_ptr<const Catalog> catalog,
                             std::shared_ptr<const ClusterProposal> cluster, const Requirement& requirement)
{
    showBuild(std::move(catalog), nullptr, requirement);
    cluster_ = std::move(cluster);
    refresh();
}

void LaunchView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (stale_) {
        refresh();
    }
}

void LaunchView::refresh()
{
    stale_ = false;
    sheet_ = {};
    checks_.clear();
    if (build_ != nullptr) {
        sheet_ = launchSheet(*catalog_, *build_, requirement_).value_or(LaunchSheet());
        checks_ = acceptanceChecks(*catalog_, *build_, requirement_).value_or(std::vector<AcceptanceCheck>());
    }
    if (cluster_ != nullptr) {
        sheet_ = launchSheet(*catalog_, *cluster_, requirement_).value_or(LaunchSheet());
        checks_ =
            acceptanceChecks(*catalog_, *cluster_, requirement_).value_or(std::vector<AcceptanceCheck>());
    }
    gatherTexts();
    showAll();
}

void LaunchView::gatherTexts()
{
    shownTexts_.clear();
    for (const LaunchText& text : sheet_.texts) {
        if (!text.node) {
            shownTexts_.push_back(text);
            continue;
        }
        const std::string machine = "# " + text.program + ", " +
            tr("machine %1").arg(*text.node).toStdString() + "\n" + text.text + "\n";
        if (shownTexts_.empty()) {
            shownTexts_.push_back(text);
            shownTexts_.back().text = machine;
        } else {
            shownTexts_.back().text += "\n" + machine;
        }
    }
}

void LaunchView::showAll()
{
    showCommands();
    showChecklist();
    showAcceptance();
    showView(views_->current());
}

void LaunchView::showCommands()
{
    QStringList names;
    for (const LaunchText& text : shownTexts_) {
        const QString program = QString::fromStdString(text.program);
        names.append(text.kind == LaunchText::Kind::Compose ? tr("%1, compose file").arg(program) : program);
    }
    while (names.size() < kMostTexts) {
        names.append(QString());
    }
    texts_->setTexts(names.mid(0, kMostTexts));
    const QList<QPushButton*> buttons = texts_->findChildren<QPushButton*>();
    for (QPushButton* button : buttons) {
        button->setVisible(!button->text().isEmpty());
    }
    texts_->setCurrent(0);
    showText(0);
    QStringList lines;
    for (const Finding& finding : sheet_.findings) {
        lines.append(findingText(finding));
    }
    findings_->setText(lines.join(QLatin1Char('\n')));
}

void LaunchView::showText(int index)
{
    const auto which = static_cast<std::size_t>(index);
    text_->setPlainText(which < shownTexts_.size() ? QString::fromStdString(shownTexts_[which].text)
                                                   : QString());
    copy_->setEnabled(!text_->toPlainText().isEmpty());
}

void LaunchView::showChecklist()
{
    FigureTable table;
    table.headers = {tr("Before the start"), tr("Command")};
    table.textColumns = {0, 1};
    table.breaksLines = true;
    for (const LaunchStep& step : sheet_.checklist) {
        table.rows.push_back(
            {engineText("Launch", step.text, step.evidence), QString::fromStdString(step.command)});
    }
    checklistModel_->setFigures(table);
    checklist_->fitColumns();
}

void LaunchView::showAcceptance()
{
    FigureTable table;
    table.headers = {tr("Check"), tr("Expected"), tr("How it is shown")};
    table.textColumns = {0, 1, 2};
    table.breaksLines = true;
    for (const AcceptanceCheck& check : checks_) {
        table.rows.push_back({engineText("Acceptance", check.what, check.evidence),
                              engineText("Acceptance", check.expected, check.evidence),
                              QString::fromStdString(check.command)});
    }
    acceptanceModel_->setFigures(table);
    acceptance_->fitColumns();
}

void LaunchView::showView(int view)
{
    views_->setCurrent(view);
    stack_->setCurrentIndex(view);
    texts_->setVisible(view == Commands && shownTexts_.size() > 1);
    copy_->setEnabled(view != Commands || !text_->toPlainText().isEmpty());
}

void LaunchView::copy()
{
    const int view = views_->current();
    QGuiApplication::clipboard()->setText(view == Commands        ? text_->toPlainText()
                                              : view == Checklist ? checklistModel_->asText()
                                                                  : acceptanceModel_->asText());
}

void LaunchView::retranslate()
{
    views_->setTexts({tr("Command"), tr("Before the start"), tr("Acceptance")});
    views_->fitToTexts();
    copy_->setText(tr("Copy"));
    text_->setAccessibleName(tr("Command"));
    text_->setPlaceholderText(
        tr("How to start the engine appears here once a machine meets the requirement."));
    checklist_->setAccessibleName(tr("Before the start"));
    acceptance_->setAccessibleName(tr("Acceptance"));
    showAll();
}

void LaunchView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
