// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets and texts of the dialog.
#include "ui/card.h"
#include "ui/catalog_change_table.h"
#include "ui/catalog_import_dialog.h"
#include "ui/dialog_parts.h"
#include "ui/fields.h"
#include "ui/table_view.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rigwright {

namespace {

QPlainTextEdit* listOfLines(const QString& name)
{
    auto* lines = new QPlainTextEdit;
    lines->setObjectName(name);
    lines->setReadOnly(true);
    lines->setFrameShape(QFrame::NoFrame);
    lines->setTabChangesFocus(true);
    return lines;
}

} // namespace

QWidget* CatalogImportDialog::makeOptions()
{
    format_ = new Choice(QStringLiteral("importFormat"));
    pricesOf_ = new QLineEdit;
    pricesOf_->setObjectName(QStringLiteral("importPricesOf"));
    provider_ = new QLineEdit;
    provider_->setObjectName(QStringLiteral("importProvider"));
    auto* options = new QWidget;
    auto* grid = new QGridLayout(options);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    int column = 0;
    for (QWidget* field : std::initializer_list<QWidget*>{format_, pricesOf_, provider_}) {
        auto* label = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
        label->setBuddy(field);
        optionLabels_.at(static_cast<std::size_t>(column)) = label;
        grid->addWidget(label, 0, column);
        grid->addWidget(field, 1, column);
        grid->setColumnStretch(column, field == format_ ? 2 : 1);
        ++column;
    }
    return options;
}

void CatalogImportDialog::makeResult()
{
    result_ = new Card;
    summary_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Text);
    summary_->setObjectName(QStringLiteral("importSummary"));
    summary_->setWordWrap(true);
    segments_ = new Segments(QStringLiteral("importView"));
    changes_ = new CatalogChangeTable(this);
    changesView_ = new TableView;
    changesView_->setObjectName(QStringLiteral("importChanges"));
    changesView_->setModel(changes_);
    changesView_->setStretchColumn(CatalogChangeTable::After);
    changesView_->setElasticColumns({CatalogChangeTable::Subject, CatalogChangeTable::After});
    problems_ = listOfLines(QStringLiteral("importProblems"));
    notes_ = listOfLines(QStringLiteral("importNotes"));
    pages_ = new QStackedWidget;
    pages_->addWidget(changesView_);
    pages_->addWidget(problems_);
    pages_->addWidget(notes_);
    auto* row = new QHBoxLayout;
    // The counts in the texts change: half of the width holds them all.
    row->addWidget(segments_, 1);
    row->addStretch(1);
    result_->body()->addWidget(summary_);
    result_->body()->addLayout(row);
    result_->body()->addWidget(pages_, 1);
}

void CatalogImportDialog::build()
{
    intro_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted);
    intro_->setWordWrap(true);
    source_ = new QLineEdit;
    source_->setObjectName(QStringLiteral("catalogImportSource"));
    file_ = namedButton(QStringLiteral("importFile"));
    folder_ = namedButton(QStringLiteral("importFolder"));
    progress_ = new QProgressBar;
    progress_->setObjectName(QStringLiteral("importProgress"));
    progress_->setRange(0, 1'000);
    progress_->setTextVisible(false);
    progress_->hide();
    stop_ = namedButton(QStringLiteral("importStop"));
    stop_->hide();
    error_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Danger);
    error_->setObjectName(QStringLiteral("catalogImportError"));
    error_->setWordWrap(true);
    error_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    error_->hide();
    QWidget* options = makeOptions();
    makeResult();
    import_ = namedButton(QStringLiteral("importConfirm"));
    import_->setProperty("primary", true);
    import_->setEnabled(false);
    close_ = namedButton(QStringLiteral("catalogImportClose"));

    auto* choose = new QHBoxLayout;
    choose->setSpacing(8);
    choose->addWidget(source_, 1);
    choose->addWidget(file_);
    choose->addWidget(folder_);
    auto* running = new QHBoxLayout;
    running->setSpacing(8);
    running->addWidget(progress_, 1);
    running->addWidget(stop_);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(close_);
    buttons->addWidget(import_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 14, 16, 14);
    all->setSpacing(10);
    all->addWidget(intro_);
    all->addLayout(choose);
    all->addWidget(options);
    all->addLayout(running);
    all->addWidget(error_);
    all->addWidget(result_, 1);
    all->addLayout(buttons);
}

void CatalogImportDialog::retranslate()
{
    setWindowTitle(tr("Import into my catalog"));
    intro_->setText(
        tr("Our own CSV, pc-part-dataset, vms.csv of skypilot-catalog, buildcores-open-db, models.dev or "
           "exchange "
           "rates. It becomes one step of yours that can be undone; the catalog that came with the "
           "program stays as it is."));
    source_->setPlaceholderText(tr("File or folder, chosen or dropped here"));
    source_->setAccessibleName(tr("File or folder to import"));
    file_->setText(tr("File …"));
    folder_->setText(tr("Folder …"));
    stop_->setText(tr("Stop"));
    const std::array<QString, 3> names{tr("Format"), tr("Day of the prices"), tr("Cloud provider")};
    const std::array<QWidget*, 3> fields{format_, pricesOf_, provider_};
    for (std::size_t i = 0; i < names.size(); ++i) {
        optionLabels_.at(i)->setText(names.at(i));
        fields.at(i)->setAccessibleName(names.at(i));
    }
    pricesOf_->setPlaceholderText(tr("as stated, else today"));
    provider_->setPlaceholderText(tr("by the folder's name"));
    const QSignalBlocker quiet(format_);
    const QVariant before = format_->currentData();
    format_->clear();
    format_->addItem(tr("Recognised by itself"), QString());
    const auto add = [this](ImportFormat format, const QString& text) {
        format_->addItem(text, QString::fromLatin1(importFormatName(format)));
    };
    add(ImportFormat::OwnCsv, tr("Our own CSV"));
    add(ImportFormat::PcPartDataset, QStringLiteral("docyx/pc-part-dataset"));
    add(ImportFormat::SkypilotVms, QStringLiteral("skypilot-catalog vms.csv"));
    add(ImportFormat::Buildcores, QStringLiteral("buildcores-open-db"));
    add(ImportFormat::ExchangeRates, tr("Exchange rates"));
    add(ImportFormat::ModelsDev, QStringLiteral("models.dev"));
    format_->chooseData(before);
    result_->setTitle(tr("What would change"));
    changesView_->setAccessibleName(tr("What the import would change"));
    problems_->setPlaceholderText(tr("Every row can be used."));
    problems_->setAccessibleName(tr("Rows that can't be used"));
    notes_->setPlaceholderText(tr("Nothing to know beside the changes."));
    notes_->setAccessibleName(tr("Notes"));
    import_->setText(tr("Import"));
    close_->setText(tr("Cancel"));
}

} // namespace rigwright
