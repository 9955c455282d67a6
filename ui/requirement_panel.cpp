// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requirement_panel.h"

#include "ui/engine_section.h"
#include "ui/limits_section.h"
#include "ui/model_library.h"
#include "ui/model_section.h"
#include "ui/model_shelf.h"
#include "ui/more_limits_section.h"
#include "ui/theme.h"
#include "ui/training_section.h"
#include "ui/workload_section.h"

#include <QEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace rigwright {

Requirement defaultRequirement(const Catalog& catalog)
{
    constexpr std::int64_t kCents = 100;
    constexpr std::int64_t kDollars = 3000;
    constexpr double kReadableSpeed = 15;
    Requirement requirement;
    requirement.model = ModelId("deepseek-r1-distill-qwen-32b");
    if (!findModel(catalog, requirement.model.text()) && !catalog.models.empty()) {
        requirement.model = catalog.models.front().id;
    }
    requirement.budget = Money(kDollars * kCents, Currency::usd());
    requirement.minDecode = TokensPerSecond(kReadableSpeed);
    return requirement;
}

RequirementPanel::RequirementPanel(const ModelLibrary& library, ModelShelf& shelf, QWidget* parent)
    : QWidget(parent)
    , library_(library)
    , shelf_(shelf)
    , model_(new ModelSection(library, shelf))
    , workload_(new WorkloadSection)
    , engine_(new EngineSection)
    , training_(new TrainingSection)
    , limits_(new LimitsSection(library.catalog()->rates))
    , more_(new MoreLimitsSection)
    , base_(defaultRequirement(*library.catalog()))
{
    setObjectName(QStringLiteral("requirementPanel"));
    auto* inside = new QWidget;
    auto* sections = new QVBoxLayout(inside);
    sections->setContentsMargins(16, 14, 16, 14);
    sections->setSpacing(14);
    sections->addWidget(model_);
    sections->addWidget(workload_);
    sections->addWidget(engine_);
    sections->addWidget(training_);
    sections->addWidget(limits_);
    sections->addWidget(more_);
    sections->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("requirementScroll"));
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);

    // They lie at the bottom: where they were, nothing would seem to happen.
    const auto showMore = [this, scroll] { scroll->ensureWidgetVisible(more_, 0, 14); };
    connect(more_, &MoreLimitsSection::unfolded, scroll,
            [scroll, showMore] { QTimer::singleShot(0, scroll, showMore); });
    more_->setCatalog(library.catalog());
    later_.setSingleShot(true);
    later_.setInterval(0);
    connectSections();
    retranslate();
    showWork();
}

void RequirementPanel::connectSections()
{
    connect(&later_, &QTimer::timeout, this, &RequirementPanel::tell);
    const auto soon = [this] { later_.start(); };
    for (const FormSection* section :
         std::initializer_list<const FormSection*>{model_, workload_, engine_, training_, limits_, more_}) {
        connect(section, &FormSection::changed, this, soon);
    }
    connect(model_, &ModelSection::modelChanged, this,
            [this] { workload_->setModel(shelf_.facts(model_->model())); });
    connect(model_, &ModelSection::weightsChanged, this,
            [this] { workload_->setWeights(model_->weights()); });
    connect(model_, &ModelSection::importWanted, this, &RequirementPanel::importWanted);
    connect(model_, &ModelSection::notesWanted, this, &RequirementPanel::notesWanted);
    connect(workload_, &WorkloadSection::workChanged, this, [this] {
        model_->setWork(workload_->kind(), workload_->engine());
        showWork();
    });
}

void RequirementPanel::showWork()
{
    engine_->setWork(workload_->kind(), workload_->engine());
    training_->setVisible(isTraining(workload_->kind()));
    if (isTraining(workload_->kind())) {
        training_->setKind(workload_->kind());
    }
}

Requirement RequirementPanel::requirement() const
{
    Requirement requirement = base_;
    workload_->apply(requirement);
    engine_->apply(requirement);
    training_->apply(requirement);
    model_->apply(requirement);
    limits_->apply(requirement);
    more_->apply(requirement);
    return requirement;
}

void RequirementPanel::setRequirement(const Requirement& requirement)
{
    base_ = requirement;
    workload_->show(requirement);
    model_->show(requirement);
    workload_->setModel(shelf_.facts(requirement.model));
    engine_->show(requirement);
    training_->show(requirement);
    showWork();
    limits_->show(requirement);
    more_->show(requirement);
    later_.start();
}

void RequirementPanel::focusModel()
{
    model_->focusModel();
}

void RequirementPanel::refillModels()
{
    model_->refillModels();
    more_->setCatalog(library_.catalog());
}

void RequirementPanel::tellOfModel(const QString& text)
{
    model_->tellOfModel(text);
}

void RequirementPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        validate();
    }
}

void RequirementPanel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter(this).fillRect(rect(), themeFor(palette()).card);
}

void RequirementPanel::retranslate()
{
    setAccessibleName(tr("Requirement"));
    model_->retranslate();
    workload_->retranslate();
    engine_->retranslate();
    training_->retranslate();
    limits_->retranslate();
    more_->retranslate();
}

bool RequirementPanel::validate()
{
    const Requirement wanted = requirement();
    const bool workloadIsGood = workload_->validate(wanted, shelf_.facts(wanted.model));
    const bool trainingIsGood = !isTraining(wanted.workload.kind) || training_->validate(wanted);
    const bool limitsAreGood = limits_->validate();
    return model_->isValid() && workloadIsGood && trainingIsGood && limitsAreGood;
}

void RequirementPanel::tell()
{
    if (validate()) {
        Q_EMIT requirementChanged(requirement());
    } else {
        Q_EMIT requirementRefused();
    }
}

} // namespace rigwright
