// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets and texts of the page.
#include "ui/catalog_page.h"
#include "ui/catalog_table_model.h"
#include "ui/table_header.h"
#include "ui/table_view.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rigwright {

namespace {

constexpr int kGap = 12;

QPushButton* makeLink(const QString& name)
{
    auto* link = new QPushButton;
    link->setObjectName(name);
    link->setProperty("link", true);
    link->setFlat(true);
    link->setCursor(Qt::PointingHandCursor);
    link->hide();
    return link;
}

} // namespace

QWidget* CatalogPage::makeTools()
{
    words_ = new QLineEdit;
    words_->setObjectName(QStringLiteral("catalogSearch"));
    words_->setClearButtonEnabled(true);
    add_ = new QPushButton;
    add_->setObjectName(QStringLiteral("addPart"));
    import_ = new QPushButton;
    import_->setObjectName(QStringLiteral("importParts"));
    export_ = new QPushButton;
    export_->setObjectName(QStringLiteral("exportParts"));
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(words_, 1);
    row->addWidget(add_);
    row->addWidget(import_);
    row->addWidget(export_);
    return tools;
}

QWidget* CatalogPage::makeActions()
{
    count_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    count_->setObjectName(QStringLiteral("partCount"));
    favourite_ = makeLink(QStringLiteral("favouriteParts"));
    hide_ = makeLink(QStringLiteral("hideParts"));
    compare_ = makeLink(QStringLiteral("compareParts"));
    duplicate_ = makeLink(QStringLiteral("duplicatePart"));
    remove_ = makeLink(QStringLiteral("removeParts"));
    reset_ = makeLink(QStringLiteral("resetParts"));
    auto* actions = new QWidget;
    constexpr int kLinkHeight = 22;
    actions->setMinimumHeight(kLinkHeight);
    auto* row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    row->addWidget(count_);
    row->addStretch(1);
    for (QPushButton* link : {compare_, favourite_, hide_, duplicate_, reset_, remove_}) {
        row->addWidget(link);
    }
    return actions;
}

QWidget* CatalogPage::makeList()
{
    table_ = new TableView;
    table_->setObjectName(QStringLiteral("partTable"));
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    constexpr int kLeastWidth = 84;
    table_->setLeastElasticWidth(kLeastWidth);
    table_->setModel(model_);
    table_->installEventFilter(this);
    auto* head = table_->horizontalHeader();
    // Rows in sight are measured; thousands of them would take longer than a frame.
    head->setResizeContentsPrecision(0);
    head->setSortIndicatorClearable(true);
    head->setSortIndicator(-1, Qt::AscendingOrder);
    error_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Danger);
    error_->setObjectName(QStringLiteral("catalogError"));
    error_->setWordWrap(true);
    error_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    error_->hide();
    listCard_ = new Card;
    listCard_->body()->setSpacing(6);
    listCard_->body()->addWidget(makeTools());
    listCard_->body()->addWidget(makeActions());
    listCard_->body()->addWidget(error_);
    listCard_->body()->addWidget(table_, 1);
    return listCard_;
}

void CatalogPage::retranslate()
{
    words_->setPlaceholderText(tr("Search names, part numbers, figures and notes"));
    words_->setAccessibleName(tr("Search the catalog"));
    add_->setText(tr("Add a part …"));
    import_->setText(tr("Import …"));
    export_->setText(tr("Export …"));
    compare_->setText(tr("Compare"));
    duplicate_->setText(tr("Duplicate"));
    remove_->setText(tr("Delete"));
    remove_->setToolTip(tr("Deletes your own part with its prices; undo brings it back"));
    reset_->setText(tr("As shipped"));
    reset_->setToolTip(tr("Takes back every figure that you changed"));
    hide_->setToolTip(tr("Hidden parts are proposed in no machine"));
    table_->setAccessibleName(tr("Parts"));
    table_->setEmptyText(tr("No part is like this. Search for less, or ask for less at the left."));
    count_->setText(tr("%Ln parts", nullptr, model_->rowCount()));
    showActions();
    fitList();
}

} // namespace rigwright
