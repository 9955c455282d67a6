// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost_cases_view.h"

#include "costs/compare.h"
#include "ui/dialog_parts.h"
#include "ui/fields.h"
#include "ui/table_view.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace rigwright {

namespace {
constexpr int kLongestName = 60;
constexpr int kLeastField = 96;
} // namespace

CostCasesView::CostCasesView(CostCases& cases, QWidget* parent)
    : QWidget(parent)
    , cases_(cases)
    , model_(new CostCasesModel(this))
{
    build();
    connectParts();
    retranslate();
    takeCases();
}

void CostCasesView::build()
{
    name_ = new QLineEdit;
    name_->setObjectName(QStringLiteral("caseName"));
    name_->setMaxLength(kLongestName);
    name_->setMinimumWidth(kLeastField);
    name_->installEventFilter(this);
    keep_ = namedButton(QStringLiteral("keepCase"));
    choice_ = new Choice(QStringLiteral("caseChoice"));
    choice_->setMinimumWidth(kLeastField);
    load_ = namedButton(QStringLiteral("loadCase"));
    rename_ = namedButton(QStringLiteral("renameCase"));
    delete_ = namedButton(QStringLiteral("deleteCase"));
    message_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Danger);
    message_->setObjectName(QStringLiteral("caseMessage"));
    message_->setWordWrap(true);
    table_ = new TableView;
    table_->setObjectName(QStringLiteral("caseTable"));
    table_->setModel(model_);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(6);
    tools->addWidget(name_, 3);
    tools->addWidget(keep_);
    tools->addSpacing(8);
    tools->addWidget(choice_, 2);
    tools->addWidget(load_);
    tools->addWidget(rename_);
    tools->addWidget(delete_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(8);
    all->addLayout(tools);
    all->addWidget(message_);
    all->addWidget(table_, 1);
}

void CostCasesView::connectParts()
{
    connect(&cases_, &CostCases::changed, this, &CostCasesView::takeCases);
    connect(name_, &QLineEdit::textChanged, this, &CostCasesView::refreshTools);
    connect(name_, &QLineEdit::returnPressed, this, &CostCasesView::accept);
    connect(keep_, &QPushButton::clicked, this, &CostCasesView::accept);
    connect(rename_, &QPushButton::clicked, this, &CostCasesView::beginRename);
    connect(load_, &QPushButton::clicked, this, [this] {
        if (const CostCase* kept = cases_.find(chosen())) {
            Q_EMIT loadWanted(kept->assumptions);
        }
    });
    connect(delete_, &QPushButton::clicked, this, [this] { cases_.remove(chosen()); });
}

QString CostCasesView::chosen() const
{
    return choice_->currentData().toString();
}

void CostCasesView::setComparison(std::shared_ptr<const CostCandidates> candidates,
                                  std::shared_ptr<const CostComparison> comparison)
{
    if (candidates != candidates_) {
        reckoned_.clear();
    }
    candidates_ = std::move(candidates);
    comparison_ = std::move(comparison);
    stale_ = true;
    refreshTools();
    if (isVisible()) {
        reckon();
    }
}

void CostCasesView::takeCases()
{
    const QString before = chosen();
    {
        const QSignalBlocker quiet(choice_);
        choice_->clear();
        for (const CostCase& kept : cases_.cases()) {
            const QString name = QString::fromStdString(kept.name);
            choice_->addItem(name, name);
        }
        choice_->chooseData(before);
    }
    reckoned_.clear();
    stale_ = true;
    refreshTools();
    if (isVisible()) {
        reckon();
    }
}

void CostCasesView::reckon()
{
    stale_ = false;
    if (comparison_ == nullptr || candidates_ == nullptr) {
        model_->showCases({});
        table_->fitColumns();
        return;
    }
    // The cases themselves change with the machine alone.
    if (reckoned_.empty()) {
        for (const CostCase& kept : cases_.cases()) {
            auto comparison = compareCosts(*candidates_, kept.assumptions);
            ReckonedCase reckoned{QString::fromStdString(kept.name), nullptr, {}};
            if (comparison) {
                reckoned.comparison = std::make_shared<const CostComparison>(*std::move(comparison));
            } else {
                reckoned.error = QString::fromStdString(comparison.error().message);
            }
            reckoned_.push_back(std::move(reckoned));
        }
    }
    std::vector<ReckonedCase> all{{tr("Now"), comparison_, {}}};
    all.insert(all.end(), reckoned_.begin(), reckoned_.end());
    model_->showCases(std::move(all));
    table_->fitColumns();
}

void CostCasesView::accept()
{
    const QString name = name_->text().simplified();
    if (name.isEmpty()) {
        return;
    }
    const bool done = !renaming_.isEmpty() ? cases_.rename(renaming_, name)
        : comparison_ != nullptr           ? cases_.keep(name, comparison_->assumptions)
                                           : false;
    if (done) {
        setRenaming({});
        choice_->chooseData(name);
    }
}

void CostCasesView::beginRename()
{
    setRenaming(chosen());
    name_->setFocus(Qt::OtherFocusReason);
    name_->selectAll();
}

void CostCasesView::setRenaming(const QString& name)
{
    renaming_ = name;
    name_->setText(name);
    retranslate();
}

void CostCasesView::refreshTools()
{
    const bool some = choice_->count() > 0;
    const bool named = !name_->text().simplified().isEmpty();
    keep_->setEnabled(named && (comparison_ != nullptr || !renaming_.isEmpty()));
    choice_->setEnabled(some);
    for (QPushButton* button : {load_, rename_, delete_}) {
        button->setEnabled(some);
    }
    message_->setText(cases_.error());
    message_->setVisible(!cases_.error().isEmpty());
}

void CostCasesView::showEvent(QShowEvent* event)
{
    if (stale_) {
        reckon();
    }
    QWidget::showEvent(event);
}

bool CostCasesView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == name_ && event->type() == QEvent::KeyPress && !renaming_.isEmpty() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        setRenaming({});
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CostCasesView::retranslate()
{
    name_->setPlaceholderText(tr("Name of the case"));
    name_->setAccessibleName(tr("Name of the case"));
    keep_->setText(renaming_.isEmpty() ? tr("Save") : tr("Rename"));
    keep_->setToolTip(tr("Keeps the assumptions as they are under this name; three can be kept"));
    choice_->setAccessibleName(tr("Saved case"));
    load_->setText(tr("Load"));
    rename_->setText(tr("Rename"));
    delete_->setText(tr("Delete"));
    table_->setAccessibleName(tr("Cases side by side"));
    table_->setEmptyText(tr("Save the assumptions under a name, change them, and both stand here side by "
                            "side; up to three can be kept."));
    refreshTools();
    if (comparison_ != nullptr && isVisible()) {
        reckon();
    } else {
        stale_ = true;
    }
}

} // namespace rigwright
