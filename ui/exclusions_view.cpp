// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exclusions_view.h"

#include "builds/search.h"
#include "ui/exclusion_table_model.h"
#include "ui/mend_view.h"
#include "ui/table_view.h"

#include <QHBoxLayout>
#include <QSignalBlocker>

namespace rigwright {

ExclusionsView::ExclusionsView(QWidget* parent)
    : MachineView(parent)
    , model_(new ExclusionTableModel(this))
    , table_(new TableView)
    , mend_(new MendView)
{
    table_->setObjectName(QStringLiteral("exclusionTable"));
    table_->setStretchColumn(ExclusionTableModel::Reason);
    table_->setElasticColumns({ExclusionTableModel::Reason, ExclusionTableModel::Nearest});
    table_->setLeastElasticWidth(120);
    table_->setBreaksLines(true);
    table_->setModel(model_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(table_, 8);
    row->addWidget(mend_, 5);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ExclusionsView::takeReason);
    connect(table_, &QAbstractItemView::clicked, this, [this] {
        // The reason itself is meant again, not a change that was looked at.
        mend_->clearSelection();
    });
    connect(mend_, &MendView::selectionChanged, this, &MachineView::shownChanged);
    connect(mend_, &MendView::applied, this, &MachineView::requirementWanted);
    connect(mend_, &MendView::finished, this, &MachineView::settled);
}

void ExclusionsView::setContext(const SearchContext& context)
{
    context_ = context;
    mend_->setCatalog(context.catalog, context.constants);
    {
        const QSignalBlocker quiet(this);
        model_->setResult(context.catalog, context.result);
        table_->fitColumns();
        if (isVisible()) {
            table_->selectRow(0);
        }
    }
    takeReason();
}

void ExclusionsView::showEvent(QShowEvent* event)
{
    MachineView::showEvent(event);
    if (!table_->currentIndex().isValid()) {
        table_->selectRow(0);
    }
    takeReason();
}

void ExclusionsView::takeReason()
{
    mend_->showMachine(isVisible() ? nearest() : nullptr, context_.requirement);
    Q_EMIT shownChanged();
}

std::shared_ptr<const EvaluatedBuild> ExclusionsView::nearest() const
{
    const EvaluatedBuild* found = model_->nearest(table_->currentIndex().row());
    return found == nullptr ? nullptr : std::shared_ptr<const EvaluatedBuild>(context_.result, found);
}

std::shared_ptr<const EvaluatedBuild> ExclusionsView::example() const
{
    const Exclusion* reason = model_->exclusion(table_->currentIndex().row());
    if (reason == nullptr || !reason->example) {
        return nullptr;
    }
    auto build = std::make_shared<EvaluatedBuild>();
    for (const BuildLine& line : reason->example->parts) {
        PricedLine& priced = build->lines.emplace_back();
        priced.line = line;
        const PartInfo* info = findAnyPart(*context_.catalog, line.part).info;
        priced.name = info == nullptr ? line.part.text() : info->name;
        priced.manufacturer = info == nullptr ? std::string() : info->manufacturer;
    }
    build->price = reason->example->price;
    build->findings = {reason->example->why};
    return build;
}

ShownMachine ExclusionsView::shown() const
{
    const Workload& workload = context_.requirement.workload;
    if (const auto set = mend_->selected()) {
        return {std::shared_ptr<const EvaluatedBuild>(set, &set->machine), set->requirement.workload,
                BuildDetails::Role::Changed};
    }
    if (auto machine = nearest()) {
        return {std::move(machine), workload, BuildDetails::Role::LeftOut};
    }
    auto combination = example();
    const auto role = combination == nullptr ? BuildDetails::Role::LeftOut : BuildDetails::Role::Combination;
    return {std::move(combination), workload, role};
}

void ExclusionsView::retranslate()
{
    table_->setEmptyText(tr("No candidate was left out."));
    table_->setAccessibleName(tr("Why not others"));
    model_->retranslate();
    table_->fitColumns();
    mend_->retranslate();
}

} // namespace rigwright
