// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alternatives_dialog.h"

#include "ui/dialog_parts.h"
#include "ui/exchange_model.h"
#include "ui/label.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QVBoxLayout>

namespace rigwright {

namespace {
constexpr QSize kFirstSize(820, 520);
} // namespace

AlternativesDialog::AlternativesDialog(std::shared_ptr<const Catalog> catalog, const Build& build,
                                       std::size_t place, const std::optional<Money>& price,
                                       const Requirement& requirement, QWidget* parent)
    : QDialog(parent)
    , model_(new ExchangeModel(this))
{
    setObjectName(QStringLiteral("alternativesDialog"));
    const PartReference now = findAnyPart(*catalog, build.lines.at(place).part);
    setWindowTitle(tr("In place of %1")
                       .arg(QString::fromStdString(now.info == nullptr ? build.lines.at(place).part.text()
                                                                       : now.info->name)));
    resize(kFirstSize);
    remark_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    remark_->setObjectName(QStringLiteral("alternativesRemark"));
    remark_->setText(tr("Looking for parts …"));
    table_ = new TableView;
    table_->setObjectName(QStringLiteral("alternativesTable"));
    table_->setAccessibleName(tr("Other parts"));
    remark_->setWordWrap(true);
    table_->setStretchColumn(ExchangeModel::Verdict);
    table_->setElasticColumns({ExchangeModel::Verdict, ExchangeModel::Part});
    table_->setModel(model_);
    auto* cancel = namedButton(QStringLiteral("cancelAlternative"));
    cancel->setText(tr("Cancel"));
    take_ = namedButton(QStringLiteral("takeAlternative"));
    take_->setText(tr("Exchange"));
    take_->setProperty("primary", true);
    take_->setDefault(true);
    take_->setEnabled(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(remark_, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(take_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    column->addWidget(table_, 1);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(take_, &QPushButton::clicked, this, &QDialog::accept);
    connect(table_, &TableView::rowActivated, take_, &QPushButton::click);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AlternativesDialog::showChosen);
    find(catalog, build, place, price, requirement);
}

void AlternativesDialog::find(const std::shared_ptr<const Catalog>& catalog, const Build& build,
                              std::size_t place, const std::optional<Money>& price,
                              const Requirement& requirement)
{
    task_.start([this, catalog, build, place, price,
                 requirement](const std::stop_token& stop) -> LatestTask::Delivery {
        auto found = exchangesFor(*catalog, build, build.lines[place].category, place, requirement, stop);
        const auto parts = std::make_shared<const std::vector<PartExchange>>(
            found ? *std::move(found) : std::vector<PartExchange>());
        const QString error = found ? QString() : QString::fromStdString(found.error().message);
        return [this, parts, price, error] {
            if (!error.isEmpty()) {
                remark_->setInk(ThemedLabel::Ink::Danger);
                remark_->setText(error);
                return;
            }
            model_->showExchanges(parts, price);
            table_->fitColumns();
            showChosen();
        };
    });
}

void AlternativesDialog::showChosen()
{
    const PartExchange* part = chosen();
    take_->setEnabled(part != nullptr);
    // The table cuts what is wrong with a part.
    remark_->setText(part != nullptr && part->broken
                         ? findingText(*part->broken)
                         : tr("%n parts go with the rest of the machine", nullptr, model_->fittingCount()));
}

const PartExchange* AlternativesDialog::chosen() const
{
    const QModelIndex current = table_->currentIndex();
    return current.isValid() ? model_->exchange(current.row()) : nullptr;
}

} // namespace rigwright
