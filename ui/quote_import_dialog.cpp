// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quote_import_dialog.h"

#include "ui/dialog_parts.h"
#include "ui/figure_table_model.h"
#include "ui/label.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace rigwright {

namespace {

constexpr QSize kFirstSize(860, 560);

QString nameOf(const Catalog& catalog, const PartId& part)
{
    const PartReference found = findAnyPart(catalog, part);
    return QString::fromStdString(found.info == nullptr ? part.text() : found.info->name);
}

QString offeredText(const Catalog& catalog, const QuoteLine& line)
{
    return line.substitute ? nameOf(catalog, *line.substitute) : QString::fromStdString(line.offered);
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
                       .arg(QString::fromStdString(sourceOf(quote)), dateText(quote.date));
    if (quote.validUntil) {
        text += tr(", valid until %1").arg(dateText(*quote.validUntil));
    }
    head->setText(text);
    auto* cancel = namedButton(QStringLiteral("cancelQuote"));
    cancel->setText(tr("Cancel"));
    auto* take = namedButton(QStringLiteral("takeQuote"));
    take->setText(tr("Take the quote"));
    take->setProperty("primary", true);
    take->setDefault(true);
    take->setEnabled(!quote.lines.empty());
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(take, &QPushButton::clicked, this, &QDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(take);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(head);
    column->addWidget(makeMatched(catalog), 3);
    column->addWidget(makeNotes(), 2);
    column->addLayout(buttons);
}

QWidget* QuoteImportDialog::makeMatched(const Catalog& catalog)
{
    FigureTable table;
    table.headers = {tr("Part"),      tr("Unit price"),   tr("Qty"),
                     tr("Lead time"), tr("In its place"), tr("Remarks")};
    table.textColumns = {0, 4, 5};
    for (const QuoteLine& line : import_.quote.lines) {
        table.rows.push_back({nameOf(catalog, line.part),
                              line.unitPrice ? exactMoneyText(*line.unitPrice) : QStringLiteral("–"),
                              countText(line.quantity),
                              line.leadTimeDays ? tr("%n days", nullptr, *line.leadTimeDays) : QString(),
                              offeredText(catalog, line), QString::fromStdString(line.remarks)});
    }
    auto* model = new FigureTableModel(this);
    model->setFigures(std::move(table));
    auto* view = new TableView;
    view->setObjectName(QStringLiteral("quoteLines"));
    view->setAccessibleName(tr("Lines of the quote"));
    view->setModel(model);
    view->setEmptyText(tr("No line of the file could be taken."));
    view->fitColumns();
    return view;
}

QWidget* QuoteImportDialog::makeNotes()
{
    FigureTable table;
    table.headers = {tr("Row"), tr("Line"), tr("What is not taken, or to be looked at")};
    table.textColumns = {1, 2};
    for (const QuoteImportNote& note : import_.notes) {
        table.rows.push_back({note.row == 0 ? QString() : QString::number(note.row),
                              QString::fromStdString(note.id), findingText(note.finding)});
    }
    for (const std::string& id : import_.unanswered) {
        table.rows.push_back({QString(), QString::fromStdString(id), tr("no price was given")});
    }
    auto* model = new FigureTableModel(this);
    model->setFigures(std::move(table));
    auto* view = new TableView;
    view->setObjectName(QStringLiteral("quoteNotes"));
    view->setAccessibleName(tr("What is not taken, or to be looked at"));
    view->setModel(model);
    view->setStretchColumn(2);
    view->setEmptyText(tr("Every line was matched."));
    view->fitColumns();
    return view;
}

} // namespace rigwright
