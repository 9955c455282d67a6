// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bom_lines_view.h"

#include "ui/bom_table_model.h"
#include "ui/cell_delegate.h"
#include "ui/edit_table.h"
#include "ui/fields.h"
#include "ui/line_delegate.h"
#include "ui/line_tools.h"
#include "ui/open_project.h"
#include "ui/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLocale>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace rigwright {

namespace {
// Widths below which a column gives no way.
constexpr int kLeastPrices = 150;
constexpr int kLeastPurchase = 95;
} // namespace

BomLinesView::BomLinesView(QWidget* parent)
    : QWidget(parent)
    , model_(new BomTableModel(this))
    , sorted_(new QSortFilterProxyModel(this))
{
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(kSortRole);
    lineTools_ = new LineTools;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeTools());
    column->addWidget(makeTable(), 1);
    column->addWidget(lineTools_);
    column->addWidget(makeFoot());
    connectParts();
    retranslate();
    showColumns();
    showSelected();
}

void BomLinesView::connectParts()
{
    connect(columns_, &Segments::chosen, this, &BomLinesView::showColumns);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &BomLinesView::showSelected);
    connect(table_, &TableView::rowActivated, this, [this](const QModelIndex& index) {
        if (index.flags().testFlag(Qt::ItemIsEditable)) {
            table_->edit(index);
        }
    });
    connect(&table_->delegate(), &EditDelegate::nextWanted, this, &BomLinesView::editFrom);
    connect(model_, &BomTableModel::edited, this, [this](int row, LineField field, const QString& typed) {
        // What is wrong was said by the editor, which takes nothing wrong.
        (void)changeLine(*project_, BomLine(model_->line(row)), field, typed, model_->bom()->currency);
    });
    connect(model_, &BomTableModel::approved, this,
            [this](int row, bool approved) { approveLine(*project_, BomLine(model_->line(row)), approved); });
    connect(lineTools_, &LineTools::serviceWanted, this, [this] {
        added_ = addService(*project_);
        beginAdded();
    });
    connect(lineTools_, &LineTools::removalWanted, this, [this] {
        if (const std::optional<BomLine> line = selectedLine()) {
            removeService(*project_, *line);
        }
    });
    connect(lineTools_, &LineTools::alternativesWanted, this, [this] {
        const int row = sorted_->mapToSource(table_->currentIndex()).row();
        Q_EMIT alternativesWanted(static_cast<std::size_t>(row));
    });
}

QWidget* BomLinesView::makeTools()
{
    subject_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    subject_->setObjectName(QStringLiteral("bomSubject"));
    subject_->setWordWrap(true);
    columns_ = new Segments(QStringLiteral("lineColumns"));
    columns_->setTexts({QString(), QString()});
    columns_->setButtonNames({QStringLiteral("showLinePrices"), QStringLiteral("showLinePurchase")});
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(subject_, 1);
    row->addWidget(columns_);
    return tools;
}

QWidget* BomLinesView::makeTable()
{
    table_ = new EditTable(new LineDelegate([this](const QModelIndex& index) { return aboutCell(index); }));
    table_->setObjectName(QStringLiteral("bomTable"));
    table_->setBreaksLines(true);
    table_->setStretchColumn(BomTableModel::Description);
    table_->setElasticColumns({BomTableModel::Description, BomTableModel::Comment, BomTableModel::Supplier,
                               BomTableModel::Manufacturer, BomTableModel::PartNumber});
    table_->setModel(sorted_);
    table_->setSortingEnabled(true);
    table_->sortByColumn(BomTableModel::Number, Qt::AscendingOrder);
    return table_;
}

QWidget* BomLinesView::makeFoot()
{
    using Ink = ThemedLabel::Ink;
    warnings_ = new ThemedLabel(TextSize::Hint, Ink::Muted);
    warnings_->setObjectName(QStringLiteral("bomWarnings"));
    warnings_->setWordWrap(true);
    breakdown_ = new ThemedLabel(TextSize::Hint, Ink::Muted);
    breakdown_->setObjectName(QStringLiteral("bomBreakdown"));
    breakdown_->setAlignment(Qt::AlignRight);
    totalLabel_ = new ThemedLabel(TextSize::Text, Ink::Muted);
    total_ = new ThemedLabel(TextSize::Figure, Ink::Text);
    total_->setObjectName(QStringLiteral("bomTotal"));
    auto* sum = new QHBoxLayout;
    sum->setSpacing(12);
    sum->addStretch(1);
    sum->addWidget(totalLabel_);
    sum->addWidget(total_);
    auto* totals = new QVBoxLayout;
    totals->setSpacing(2);
    totals->addLayout(sum);
    totals->addWidget(breakdown_);
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(12);
    row->addWidget(warnings_, 1);
    row->addLayout(totals);
    return foot;
}

void BomLinesView::setProject(OpenProject* project)
{
    project_ = project;
}

void BomLinesView::showColumns()
{
    const bool isPurchase = columns_->current() == 1;
    for (const int column : {BomTableModel::Category, BomTableModel::Manufacturer, BomTableModel::Quantity,
                             BomTableModel::UnitPrice, BomTableModel::LineTotal, BomTableModel::Price}) {
        table_->setColumnHidden(column, isPurchase);
    }
    for (int column = BomTableModel::PartNumber; column < BomTableModel::ColumnCount; ++column) {
        table_->setColumnHidden(column, !isPurchase);
    }
    table_->setLeastElasticWidth(isPurchase ? kLeastPurchase : kLeastPrices);
    model_->setShowsSpecifications(!isPurchase);
    table_->fitColumns();
}

LineCell BomLinesView::aboutCell(const QModelIndex& index) const
{
    const int row = sorted_->mapToSource(index).row();
    const BomLine& line = model_->line(row);
    const LineField field = BomTableModel::fieldOf(index.column()).value_or(LineField::Comment);
    LineCell cell;
    cell.title = lineFieldText(field);
    cell.isNumber = model_->isNumber(index.column());
    cell.placeholder = model_->fallback(row, index.column());
    if (field == LineField::Supplier) {
        for (const PartOrder& part : model_->order().parts) {
            cell.known.append(QString::fromStdString(part.supplier));
        }
        cell.known.removeAll(QString());
        cell.known.removeDuplicates();
    }
    cell.problem = [this, line, field](const QString& typed) {
        OrderDetails order = model_->order();
        const Typed<void> said = sayOf(order, line, field, typed, model_->bom()->currency);
        return said ? QString() : said.error();
    };
    return cell;
}

void BomLinesView::editFrom(const QModelIndex& index, bool back)
{
    const int columns = sorted_->columnCount();
    const int cells = sorted_->rowCount() * columns;
    const int step = back ? -1 : 1;
    for (int cell = index.row() * columns + index.column() + step; cell >= 0 && cell < cells; cell += step) {
        const QModelIndex next = sorted_->index(cell / columns, cell % columns);
        if (!table_->isColumnHidden(next.column()) && next.flags().testFlag(Qt::ItemIsEditable)) {
            table_->setCurrentIndex(next);
            table_->scrollTo(next);
            table_->edit(next);
            return;
        }
    }
}

const std::optional<Bom>& BomLinesView::bom() const
{
    return model_->bom();
}

void BomLinesView::showBom(std::optional<Bom> bom, const QString& subject)
{
    subject_->setText(subject);
    const QString selected = table_->currentIndex().data(kIdRole).toString();
    model_->setBom(std::move(bom), project_ == nullptr ? OrderDetails() : project_->project().order);
    // Other lines, such as a spare that was added, keep the selected one.
    if (table_->currentIndex().data(kIdRole).toString() != selected) {
        (void)selectPart(selected);
    }
    table_->fitColumns();
    showSelected();
    showTotals();
    beginAdded();
}

std::optional<BomLine> BomLinesView::selectedLine() const
{
    const std::optional<Bom>& bom = model_->bom();
    const QModelIndex current = sorted_->mapToSource(table_->currentIndex());
    return bom && current.isValid() ? std::optional(model_->line(current.row())) : std::nullopt;
}

void BomLinesView::showSelected()
{
    lineTools_->showLine(selectedLine());
}

void BomLinesView::beginAdded()
{
    if (!added_.isEmpty() && selectPart(added_)) {
        added_.clear();
        table_->setFocus();
        table_->edit(table_->currentIndex());
    }
}

bool BomLinesView::selectPart(const QString& id)
{
    for (int row = 0; row < sorted_->rowCount(); ++row) {
        const QModelIndex index = sorted_->index(row, BomTableModel::Description);
        if (index.data(kIdRole).toString() == id) {
            table_->setCurrentIndex(index);
            table_->scrollTo(index);
            return true;
        }
    }
    return false;
}

void BomLinesView::showTotals()
{
    const std::optional<Bom>& bom = model_->bom();
    if (!bom) {
        return;
    }
    totalLabel_->setText(bom->terms.taxRate
                             ? tr("To be paid for %n systems, with tax", nullptr, bom->systems())
                             : tr("Total for %n systems, before tax", nullptr, bom->systems()));
    total_->setText(exactMoneyText(bom->totals().gross));
    breakdown_->setText(breakdown(*bom));
    breakdown_->setVisible(!breakdown_->text().isEmpty());
    warnings_->setText(warnings(*bom));
}

QString BomLinesView::breakdown(const Bom& bom) const
{
    if (bom.terms == OrderTerms()) {
        return {};
    }
    const BomTotals totals = bom.totals();
    const Money nothing(0, bom.currency);
    QStringList parts{tr("lines %1").arg(exactMoneyText(totals.lines))};
    const auto add = [&](const Money& amount, const QString& text) {
        if (!(amount == nothing)) {
            parts.append(text.arg(exactMoneyText(amount)));
        }
    };
    add(totals.discount, tr("discount %1"));
    add(totals.shipping, tr("shipping %1"));
    add(totals.tax, tr("tax %1"));
    if (!(totals.contingency == nothing)) {
        parts.append(tr("budget with contingency %1").arg(exactMoneyText(totals.budget)));
    }
    return parts.join(QStringLiteral(" · "));
}

QString BomLinesView::warnings(const Bom& bom) const
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

void BomLinesView::retranslate()
{
    table_->setAccessibleName(tr("Bill of materials"));
    columns_->setTexts({tr("Prices"), tr("Purchase")});
    columns_->setAccessibleName(tr("Columns"));
    columns_->fitToTexts();
    model_->retranslate();
    table_->fitColumns();
    showTotals();
}

void BomLinesView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
