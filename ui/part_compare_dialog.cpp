// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_compare_dialog.h"

#include "ui/dialog_parts.h"
#include "ui/label.h"
#include "ui/part_compare_table.h"
#include "ui/table_view.h"

#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace rigwright {

namespace {

constexpr int kNameWidth = 220;
constexpr int kPartWidth = 190;
constexpr int kFirstHeight = 640;

} // namespace

PartCompareDialog::PartCompareDialog(std::vector<PartEntry> parts, const Date& today,
                                     const PricePolicy& policy, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("partCompareDialog"));
    parts.resize(std::min(parts.size(), kMostComparedParts));
    build();
    table_->showParts(std::move(parts), today, policy);
    connect(only_, &QCheckBox::toggled, table_, &PartCompareTable::setOnlyDifferences);
    connect(copy_, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(table_->asText()); });
    connect(close_, &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
    resize(kNameWidth + kPartWidth * (table_->columnCount() - 1) + 60, kFirstHeight);
}

void PartCompareDialog::build()
{
    table_ = new PartCompareTable(this);
    view_ = new TableView;
    view_->setObjectName(QStringLiteral("comparedParts"));
    view_->setModel(table_);
    view_->setStretchColumn(1);
    view_->setBreaksLines(true);
    std::vector<int> elastic;
    for (int column = 1; column <= static_cast<int>(kMostComparedParts); ++column) {
        elastic.push_back(column);
    }
    view_->setElasticColumns(elastic);
    count_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    count_->setObjectName(QStringLiteral("comparedDifferences"));
    only_ = new QCheckBox;
    only_->setObjectName(QStringLiteral("onlyDifferences"));
    copy_ = namedButton(QStringLiteral("copyComparison"));
    close_ = namedButton(QStringLiteral("closeComparison"));
    auto* head = new QHBoxLayout;
    head->addWidget(only_);
    head->addStretch(1);
    head->addWidget(count_);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(copy_);
    buttons->addStretch(1);
    buttons->addWidget(close_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 14, 16, 14);
    all->setSpacing(10);
    all->addLayout(head);
    all->addWidget(view_, 1);
    all->addLayout(buttons);
}

void PartCompareDialog::retranslate()
{
    setWindowTitle(tr("Compare parts"));
    only_->setText(tr("Only what differs"));
    copy_->setText(tr("Copy"));
    close_->setText(tr("Close"));
    count_->setText(tr("%n figures differ", nullptr, table_->differences()));
    view_->setEmptyText(tr("The parts are alike in all that is known of them."));
    view_->setAccessibleName(tr("Parts side by side"));
    view_->fitColumns();
}

void PartCompareDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        table_->retranslate();
        retranslate();
    }
}

} // namespace rigwright
