// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog_details.h"

#include "ui/catalog_tags.h"
#include "ui/catalog_words.h"
#include "ui/edit_table.h"
#include "ui/figure_delegate.h"
#include "ui/figure_text.h"
#include "ui/figures_model.h"
#include "ui/part_form.h"
#include "ui/part_side.h"
#include "ui/price_form.h"
#include "ui/tag_flow.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
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
    return link;
}

} // namespace

CatalogDetails::CatalogDetails(const Date& today, QWidget* parent)
    : Card(parent)
    , figures_(new FiguresModel(this))
    , side_(new PartSide(today))
    , priceForm_(new PriceForm(today))
    , partForm_(new PartForm)
    , pages_(new QStackedWidget)
{
    setObjectName(QStringLiteral("partDetails"));
    auto* part = new QWidget;
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap + kGap / 2);
    row->addWidget(makeFigures(), 4);
    row->addWidget(side_, 3);
    pages_->addWidget(part);
    pages_->addWidget(priceForm_);
    pages_->addWidget(partForm_);
    body()->addLayout(makeHead());
    body()->addWidget(pages_, 1);
    connectParts();
    retranslate();
}

QHBoxLayout* CatalogDetails::makeHead()
{
    name_ = new ThemedLabel(TextSize::Title, ThemedLabel::Ink::Text);
    name_->setObjectName(QStringLiteral("partName"));
    name_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    name_->installEventFilter(this);
    tags_ = new TagFlow;
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(name_, 1);
    row->addWidget(tags_);
    return row;
}

QWidget* CatalogDetails::makeFigures()
{
    missing_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Danger);
    missing_->setObjectName(QStringLiteral("missingFigures"));
    missing_->setWordWrap(true);
    table_ = new EditTable(new FigureDelegate);
    table_->setObjectName(QStringLiteral("figureTable"));
    table_->setStretchColumn(FiguresModel::Value);
    constexpr int kLeastWidth = 120;
    table_->setLeastElasticWidth(kLeastWidth);
    table_->setElasticColumns({FiguresModel::Label, FiguresModel::Value});
    table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table_->setModel(figures_);
    table_->horizontalHeader()->hide();
    table_->setBreaksLines(true);
    explanation_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    explanation_->setObjectName(QStringLiteral("figureExplanation"));
    explanation_->setWordWrap(true);
    clear_ = makeLink(QStringLiteral("clearFigure"));
    keep_ = makeLink(QStringLiteral("keepFigure"));
    reset_ = makeLink(QStringLiteral("resetFigure"));
    auto* foot = new QHBoxLayout;
    foot->setSpacing(kGap);
    foot->addWidget(explanation_, 1);
    foot->addWidget(clear_);
    foot->addWidget(keep_);
    foot->addWidget(reset_);
    auto* figures = new QWidget;
    auto* column = new QVBoxLayout(figures);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(missing_);
    column->addWidget(table_, 1);
    column->addLayout(foot);
    return figures;
}

void CatalogDetails::connectParts()
{
    connect(figures_, &FiguresModel::edited, this, [this](const QString& column, const QString& cell) {
        Q_EMIT asked(editCell(*part(), column.toStdString(), cell.toStdString()));
    });
    connect(table_, &TableView::rowActivated, this,
            [this](const QModelIndex& index) { table_->edit(index.siblingAtColumn(FiguresModel::Value)); });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CatalogDetails::showFigure);
    connect(&table_->delegate(), &EditDelegate::nextWanted, this,
            [this](const QModelIndex& index, bool back) { editNext(index.row(), back); });
    connect(clear_, &QPushButton::clicked, this, [this] {
        if (const rigwright::Column* column = figures_->columnAt(table_->currentIndex().row())) {
            Q_EMIT asked(editCell(*part(), column->name, {}));
        }
    });
    connect(keep_, &QPushButton::clicked, this, [this] {
        // Saying the figure again makes it the user's answer to what is shipped now.
        if (const rigwright::Column* column = figures_->columnAt(table_->currentIndex().row())) {
            Q_EMIT asked(editCell(*part(), column->name, part()->sheet.cell(column->name)));
        }
    });
    connect(reset_, &QPushButton::clicked, this, [this] {
        if (figures_->isEdited(table_->currentIndex().row())) {
            Q_EMIT asked(resetCell(*part(), figures_->columnAt(table_->currentIndex().row())->name));
        }
    });
    connect(side_, &PartSide::addPriceWanted, this, [this] {
        priceForm_->begin(*view_);
        showPage(AddingPrice);
    });
    connect(side_, &PartSide::removePriceWanted, this,
            [this](const Offer& offer) { Q_EMIT asked(removePrice(*part(), offer)); });
    connect(side_, &PartSide::urlEdited, this,
            [this](const QString& url) { Q_EMIT asked(setUrl(*part(), url.toStdString())); });
    connect(side_, &PartSide::noteEdited, this,
            [this](const QString& note) { Q_EMIT asked(setNote(*part(), note.toStdString())); });
    connect(priceForm_, &PriceForm::cancelled, this, [this] { showPage(Part); });
    connect(priceForm_, &PriceForm::priceGiven, this, [this](const Offer& offer) {
        showPage(Part);
        Q_EMIT asked(addPrice(*part(), offer));
    });
    connect(partForm_, &PartForm::cancelled, this, [this] { showPage(Part); });
    connect(partForm_, &PartForm::partGiven, this,
            [this](const QString& table, const QString& manufacturer, const QString& name) {
                showPage(Part);
                Q_EMIT asked(addPart(*view_, *findPartTable(table.toStdString()), manufacturer.toStdString(),
                                     name.toStdString()));
            });
}

const PartEntry* CatalogDetails::part() const
{
    return figures_->part();
}

void CatalogDetails::showPart(std::shared_ptr<const CatalogView> view, const PartId& id, bool canEdit)
{
    const bool samePart = part() != nullptr && part()->id() == id;
    view_ = std::move(view);
    canEdit_ = canEdit;
    figures_->showPart(view_, id, canEdit);
    side_->showPart(view_, id, canEdit);
    if (!samePart) {
        showPage(Part);
        table_->scrollToTop();
    }
    table_->fitColumns();
    showHead();
    showFigure();
}

void CatalogDetails::beginPart(const std::string& table)
{
    showPage(AddingPart);
    partForm_->begin(table);
}

void CatalogDetails::editFigure(const std::string& column)
{
    const int row = figures_->rowOf(column);
    if (row < 0 || !canEdit_) {
        return;
    }
    showPage(Part);
    editRow(row);
}

void CatalogDetails::editRow(int row)
{
    const QModelIndex cell = figures_->index(row, FiguresModel::Value);
    if (!figures_->flags(cell).testFlag(Qt::ItemIsEditable)) {
        return;
    }
    table_->setFocus();
    table_->setCurrentIndex(cell);
    table_->scrollTo(cell);
    table_->edit(cell);
}

void CatalogDetails::editNext(int row, bool back)
{
    const int step = back ? -1 : 1;
    for (int next = row + step; next >= 0 && next < figures_->rowCount(); next += step) {
        if (const rigwright::Column* column = figures_->columnAt(next)) {
            editFigure(column->name);
            return;
        }
    }
}

void CatalogDetails::showPage(Page page)
{
    pages_->setCurrentIndex(page);
    showHead();
}

void CatalogDetails::showHead()
{
    const PartEntry* shown = part();
    const QString name = shown == nullptr ? QString() : partText(shown->sheet);
    switch (static_cast<Page>(pages_->currentIndex())) {
    case AddingPart: fullName_ = tr("A part of your own"); break;
    case AddingPrice: fullName_ = tr("A price of %1").arg(name); break;
    case Part: fullName_ = shown == nullptr ? tr("No part") : name; break;
    }
    elideName();
    const bool isPart = shown != nullptr && pages_->currentIndex() == Part;
    const CellTags tags = isPart ? stateTags(*shown) : CellTags();
    int width = 0;
    for (const CellTag& tag : tags) {
        constexpr int kTagGap = 4;
        width += tagSize(tag.kind, tag.text).width() + kTagGap;
    }
    tags_->setTags(tags);
    tags_->setFixedWidth(width);
    const QString missing = shown == nullptr ? QString() : missingText(*shown);
    missing_->setText(missing);
    missing_->setVisible(!missing.isEmpty());
}

void CatalogDetails::elideName()
{
    name_->setText(name_->fontMetrics().elidedText(fullName_, Qt::ElideRight, name_->width()));
    name_->setToolTip(name_->text() == fullName_ ? QString() : fullName_);
    name_->setAccessibleName(fullName_);
}

bool CatalogDetails::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == name_ && event->type() == QEvent::Resize) {
        elideName();
    }
    return Card::eventFilter(watched, event);
}

QString CatalogDetails::explanation(int row) const
{
    const rigwright::Column* column = figures_->columnAt(row);
    if (column == nullptr) {
        return part() == nullptr || !canEdit_ ? QString() : tr("Double click or F2 edits a figure.");
    }
    if (column->type == CellType::Text || column->type == CellType::Id) {
        return columnWords(column->name).label;
    }
    return tr("%1: %2").arg(columnWords(column->name).label, expectationText(*column));
}

void CatalogDetails::showFigure()
{
    const int row = table_->currentIndex().row();
    const rigwright::Column* column = figures_->columnAt(row);
    explanation_->setText(explanation(row));
    const bool isKnown = column != nullptr && !part()->sheet.cell(column->name).empty();
    const bool isName = column != nullptr && column->ofPart && column->required;
    clear_->setVisible(canEdit_ && isKnown && !isName);
    reset_->setVisible(canEdit_ && figures_->isEdited(row));
    keep_->setVisible(canEdit_ && figures_->isChangedUnderneath(row));
}

void CatalogDetails::retranslate()
{
    table_->setAccessibleName(tr("Figures of the part"));
    table_->setEmptyText(tr("Choose a part in the list: its figures, prices and notes show here."));
    clear_->setText(tr("Set unknown"));
    keep_->setText(tr("Keep mine"));
    reset_->setText(tr("As shipped"));
    showHead();
    showFigure();
    table_->fitColumns();
}

void CatalogDetails::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        figures_->retranslate();
        retranslate();
    }
}

} // namespace rigwright
