// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes_view.h"

#include "ui/dialog_parts.h"
#include "ui/document_texts.h"
#include "ui/label.h"
#include "ui/open_project.h"
#include "ui/quote_import_dialog.h"
#include "ui/quote_table_model.h"
#include "ui/quote_text.h"
#include "ui/save_chooser.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace rigwright {

namespace {

constexpr int kLeastPart = 168;

QString askForForm(QWidget* parent, const QString& suggestedName, bool toWrite)
{
    if (!toWrite) {
        return QFileDialog::getOpenFileName(parent, QuotesView::tr("Import a quote"), QDir::homePath(),
                                            QuotesView::tr("Filled-in forms (*.xlsx *.csv)"));
    }
    return chooseToSave(parent, QuotesView::tr("Request quotes"), QDir::home().filePath(suggestedName),
                        {{QuotesView::tr("Workbook (*.xlsx)"), QStringLiteral("xlsx")},
                         {QuotesView::tr("Comma-separated values (*.csv)"), QStringLiteral("csv")}})
        .path;
}

} // namespace

QuotesView::QuotesView(QWidget* parent)
    : QWidget(parent)
    , chooseFile_(askForForm)
    , model_(new QuoteTableModel(this))
{
    setObjectName(QStringLiteral("quotesView"));
    table_ = new TableView;
    table_->setObjectName(QStringLiteral("quoteTable"));
    table_->setBreaksLines(true);
    table_->setStretchColumn(QuoteTableModel::Part);
    table_->setElasticColumns({QuoteTableModel::Part});
    table_->setLeastElasticWidth(kLeastPart);
    table_->setModel(model_);
    status_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    status_->setObjectName(QStringLiteral("quoteStatus"));
    status_->setWordWrap(true);
    best_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Text);
    best_->setObjectName(QStringLiteral("quoteBest"));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(8, 0, 8, 0);
    foot->addWidget(status_, 1);
    foot->addWidget(best_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeTools());
    column->addWidget(table_, 1);
    column->addLayout(foot);
    connect(&comparing_, &LatestTask::finished, this, &QuotesView::settled);
    connect(&reading_, &LatestTask::finished, this, &QuotesView::settled);
    retranslate();
}

QWidget* QuotesView::makeTools()
{
    supplierLabel_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Text);
    supplier_ = new QLineEdit;
    supplier_->setObjectName(QStringLiteral("requestSupplier"));
    supplier_->setMaximumWidth(220);
    supplierLabel_->setBuddy(supplier_);
    request_ = namedButton(QStringLiteral("requestQuotes"));
    import_ = namedButton(QStringLiteral("importQuote"));
    remove_ = namedButton(QStringLiteral("removeQuote"));
    removeMenu_ = new QMenu(this);
    removeMenu_->setObjectName(QStringLiteral("removeQuoteMenu"));
    remove_->setMenu(removeMenu_);
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(supplierLabel_);
    row->addWidget(supplier_);
    row->addWidget(request_);
    row->addStretch(1);
    row->addWidget(remove_);
    row->addWidget(import_);
    connect(request_, &QPushButton::clicked, this, &QuotesView::request);
    connect(supplier_, &QLineEdit::returnPressed, this, &QuotesView::request);
    connect(import_, &QPushButton::clicked, this, &QuotesView::import);
    connect(removeMenu_, &QMenu::aboutToShow, this, &QuotesView::fillRemoveMenu);
    return tools;
}

void QuotesView::setProject(OpenProject* project)
{
    project_ = project;
}

void QuotesView::showPurchase(std::optional<Purchase> purchase)
{
    purchase_ = purchase ? std::make_shared<const Purchase>(*std::move(purchase)) : nullptr;
    request_->setEnabled(purchase_ != nullptr);
    import_->setEnabled(purchase_ != nullptr);
    stale_ = true;
    if (isVisible()) {
        compare();
    }
}

void QuotesView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (stale_) {
        compare();
    }
}

void QuotesView::request()
{
    if (purchase_ == nullptr) {
        return;
    }
    const QString supplier = supplier_->text().trimmed();
    const QString name = supplier.isEmpty() ? tr("request-for-quotation", "file name")
                                            : tr("request-for-quotation-%1", "file name").arg(supplier);
    QString safe = name + QStringLiteral(".xlsx");
    safe.replace(QLatin1Char('/'), QLatin1Char('-'));
    const QString path = chooseFile_(this, safe, true);
    if (path.isEmpty()) {
        return;
    }
    const Expected<void> written = writeQuoteRequest(makeQuoteRequest(purchase_->bom, supplier.toStdString()),
                                                     path.toStdString(), windowTexts());
    say(written ? tr("Saved %1").arg(QDir::toNativeSeparators(path))
                : QString::fromStdString(written.error().message),
        !written);
}

void QuotesView::import()
{
    if (purchase_ == nullptr) {
        return;
    }
    const QString path = chooseFile_(this, {}, false);
    if (!path.isEmpty()) {
        importFile(path);
    }
}

void QuotesView::importFile(const QString& path)
{
    say(tr("Reading %1 …").arg(QDir::toNativeSeparators(path)));
    reading_.start([this, path, purchase = purchase_](const std::stop_token&) -> LatestTask::Delivery {
        // Any line of the purchase may be answered, whoever was asked for it.
        auto read = std::make_shared<const Expected<QuoteImport>>(
            readQuoteFile(path.toStdString(), makeQuoteRequest(purchase->bom, {}), *purchase->catalog));
        return [this, read] { preview(*read); };
    });
}

void QuotesView::preview(const Expected<QuoteImport>& read)
{
    if (!read) {
        say(QString::fromStdString(read.error().message), true);
        return;
    }
    say({});
    auto* dialog = new QuoteImportDialog(*read, *purchase_->catalog, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { take(dialog->quote()); });
    dialog->open();
}

void QuotesView::take(const Quote& quote)
{
    project_->change(tr("Quote of %1").arg(QString::fromStdString(quote.supplier)), [&](Project& project) {
        // A supplier's newer answer under the same number takes the place of the older one.
        std::erase_if(project.quotes, [&](const Quote& other) {
            return other.supplier == quote.supplier && other.number == quote.number;
        });
        project.quotes.push_back(quote);
    });
}

void QuotesView::compare()
{
    stale_ = false;
    const std::vector<Quote> quotes = project_ == nullptr ? std::vector<Quote>() : project_->project().quotes;
    remove_->setEnabled(!quotes.empty());
    if (purchase_ == nullptr || quotes.empty()) {
        comparing_.cancel();
        showComparison(QuoteComparison(), {});
        return;
    }
    comparing_.start([this, purchase = purchase_, quotes](const std::stop_token&) -> LatestTask::Delivery {
        auto compared = std::make_shared<const Expected<QuoteComparison>>(
            compareQuotes(*purchase->catalog, purchase->bom, purchase->machines, purchase->requirement,
                          quotes, purchase->day));
        return [this, compared, quotes] { showComparison(*compared, quotes); };
    });
}

void QuotesView::showComparison(const Expected<QuoteComparison>& comparison, const std::vector<Quote>& quotes)
{
    if (!comparison) {
        say(QString::fromStdString(comparison.error().message), true);
        return;
    }
    model_->showQuotes(*comparison, quotes, purchase_ == nullptr ? nullptr : purchase_->catalog);
    table_->fitColumns();
    QString best;
    if (!quotes.empty()) {
        best = tr("Each part where it is cheapest: %1, without shipping")
                   .arg(exactMoneyText(comparison->cheapestMix));
        if (comparison->withoutPrice > 0) {
            best += tr("; %n parts have no price", nullptr, comparison->withoutPrice);
        }
    }
    best_->setText(best);
}

void QuotesView::fillRemoveMenu()
{
    removeMenu_->clear();
    for (const Quote& quote : project_->project().quotes) {
        const QString name = quoteText(quote);
        connect(removeMenu_->addAction(name), &QAction::triggered, this, [this, quote, name] {
            project_->change(tr("Remove the quote: %1").arg(name),
                             [&quote](Project& project) { std::erase(project.quotes, quote); });
        });
    }
}

void QuotesView::say(const QString& text, bool isError)
{
    status_->setText(text);
    status_->setInk(isError ? ThemedLabel::Ink::Danger : ThemedLabel::Ink::Muted);
}

void QuotesView::retranslate()
{
    supplierLabel_->setText(tr("Supplier"));
    supplier_->setAccessibleName(tr("Supplier"));
    supplier_->setPlaceholderText(tr("any"));
    request_->setText(tr("Request quotes …"));
    import_->setText(tr("Import a quote …"));
    remove_->setText(tr("Remove a quote"));
    table_->setAccessibleName(tr("Quotes of suppliers, side by side"));
    table_->setEmptyText(
        tr("Send suppliers a form to fill in, and import what comes back: their prices stand here side by "
           "side, and machines are ranked by them."));
    model_->retranslate();
    say({});
}

void QuotesView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        compare();
    }
}

} // namespace rigwright
