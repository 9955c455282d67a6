// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quote_import_dialog.h"

#include "ui/dialog_parts.h"
#include "ui/figure_table_model.h"
#include "ui/label.h"
#include "ui/quote_text.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace rigwright {

namespace {

constexpr QSize kFirstSize(860, 560);
constexpr int kPart = 0;
constexpr int kInItsPlace = 4;
constexpr int kRemarks = 5;

/// What a row of a form says its line is, by name where the catalog knows it.
QString lineText(const Catalog& catalog, const std::string& id)
{
    return id.empty() ? QString() : partNameText(catalog, PartId(id));
}

} // namespace

QuoteImportDialog::QuoteImportDialog(QuoteImport import, const Catalog& catalog, QWidget* parent)
    : QDialog(parent)
    , import_(std::move(import))
{
    setObjectName(QStringLiteral("quoteImportDialog"));
    setWindowTitle(tr("Import a quote"));
    resize(kFirstSize);
    const Quote& quote = import_.quote;
    auto* head = new ThemedLabel(TextSize::Lead, ThemedLabel::Ink::Text);
    head->setObjectName(QStringLiteral("quoteHead"));
    head->setWordWrap(true);
    QString text = tr("%1 of %2: %n lines with a price", nullptr,
                      static_cast<int>(std::ranges::count_if(
                          quote.lines, [](const QuoteLine& line) { return line.unitPrice.has_value(); })))
                       .arg(quoteText(quote), dateText(quote.date));
    if (quote.validUntil) {
        text += tr(", valid until %1").arg(dateText(*quote.validUntil));
    }
    head->setText(text);
    auto* cancel = namedButton(QStringLiteral("cancelQuote"));
    cancel->setText(tr("Cancel"));
    auto* take = namedButton(QStringLiteral("takeQuote"));
    take->setText(tr("Take the quote"));
    take->setProperty("primary", true);
    take->setEnabled(!quote.lines.empty());
    (quote.lines.empty() ? cancel : take)->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(take, &QPushButton::clicked, this, &QDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(take);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    column->addWidget(head);
    column->addWidget(makeMatched(catalog), 3);
    column->addWidget(makeNotes(catalog), 2);
    column->addLayout(buttons);
}

QWidget* QuoteImportDialog::makeMatched(const Catalog& catalog)
{
    FigureTable table;
    table.breaksLines = true;
    table.headers = {tr("Part"),      tr("Unit price"),   tr("Qty"),
                     tr("Lead time"), tr("In its place"), tr("Remarks")};
    table.textColumns = {kPart, kInItsPlace, kRemarks};
    for (const QuoteLine& line : import_.quote.lines) {
        table.rows.push_back({partNameText(catalog, line.part),
                              line.unitPrice ? exactMoneyText(*line.unitPrice) : QStringLiteral("–"),
                              countText(line.quantity),
                              line.leadTimeDays ? tr("%n days", nullptr, *line.leadTimeDays) : QString(),
                              substituteText(catalog, line), QString::fromStdString(line.remarks)});
    }
    auto* model = new FigureTableModel(this);
    model->setFigures(std::move(table));
    auto* view = new TableView;
    view->setObjectName(QStringLiteral("quoteLines"));
    view->setAccessibleName(tr("Lines of the quote"));
    view->setBreaksLines(true);
    view->setStretchColumn(kRemarks);
    view->setElasticColumns({kRemarks, kInItsPlace, kPart});
    view->setModel(model);
    view->setEmptyText(tr("No line of the file could be taken."));
    view->fitColumns();
    return view;
}

QWidget* QuoteImportDialog::makeNotes(const Catalog& catalog)
{
    FigureTable table;
    table.breaksLines = true;
    table.headers = {tr("Row"), tr("Line"), tr("What is not taken, or to be looked at")};
    table.textColumns = {1, 2};
    for (const QuoteImportNote& note : import_.notes) {
        table.rows.push_back({note.row == 0 ? QString() : QString::number(note.row),
                              lineText(catalog, note.id), findingText(note.finding)});
    }
    for (const std::string& id : import_.unanswered) {
        table.rows.push_back({QString(), lineText(catalog, id), tr("no price was given")});
    }
    auto* model = new FigureTableModel(this);
    model->setFigures(std::move(table));
    auto* view = new TableView;
    view->setObjectName(QStringLiteral("quoteNotes"));
    view->setAccessibleName(tr("What is not taken, or to be looked at"));
    view->setModel(model);
    view->setBreaksLines(true);
    view->setStretchColumn(2);
    view->setElasticColumns({2, 1});
    view->setEmptyText(import_.quote.lines.empty() ? tr("The form holds no answer.")
                                                   : tr("Every line was matched."));
    view->fitColumns();
    return view;
}

} // namespace rigwright
