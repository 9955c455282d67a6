// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog_export_dialog.h"

#include "catalog/export/export_csv.h"
#include "ui/catalog_words.h"
#include "ui/dialog_parts.h"
#include "ui/fields.h"
#include "ui/label.h"

#include <QCheckBox>
#include <QEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace rigwright {

namespace {

constexpr int kFirstWidth = 560;

QString askForPath(QWidget* parent, bool folder, const QString& proposal)
{
    if (folder) {
        return QFileDialog::getExistingDirectory(parent, CatalogExportDialog::tr("A folder for the tables"));
    }
    QString path =
        QFileDialog::getSaveFileName(parent, CatalogExportDialog::tr("Export the table"), proposal,
                                     CatalogExportDialog::tr("Tables (%1)").arg(QStringLiteral("*.csv")));
    if (!path.isEmpty() && !path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)) {
        path += QLatin1String(".csv");
    }
    return path;
}

} // namespace

CatalogExportDialog::CatalogExportDialog(std::shared_ptr<const CatalogView> view, const QString& table,
                                         QWidget* parent)
    : QDialog(parent)
    , view_(std::move(view))
    , choosePath_(askForPath)
{
    setObjectName(QStringLiteral("catalogExportDialog"));
    build();
    retranslate();
    what_->chooseData(table);
    connect(browse_, &QPushButton::clicked, this, &CatalogExportDialog::choosePath);
    connect(export_, &QPushButton::clicked, this, &CatalogExportDialog::write);
    connect(close_, &QPushButton::clicked, this, &QDialog::accept);
    connect(target_, &QLineEdit::textChanged, this,
            [this](const QString& text) { export_->setEnabled(!text.trimmed().isEmpty()); });
    // A path for one table is none for a folder of several.
    connect(what_, &QComboBox::currentIndexChanged, target_, &QLineEdit::clear);
    resize(kFirstWidth, sizeHint().height());
}

void CatalogExportDialog::build()
{
    intro_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted);
    intro_->setWordWrap(true);
    whatLabel_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    what_ = new Choice(QStringLiteral("exportTable"));
    whatLabel_->setBuddy(what_);
    onlyOwn_ = new QCheckBox;
    onlyOwn_->setObjectName(QStringLiteral("exportOnlyOwn"));
    target_ = new QLineEdit;
    target_->setObjectName(QStringLiteral("exportTarget"));
    browse_ = namedButton(QStringLiteral("exportBrowse"));
    outcome_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Text);
    outcome_->setObjectName(QStringLiteral("exportOutcome"));
    outcome_->setWordWrap(true);
    outcome_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    outcome_->hide();
    export_ = namedButton(QStringLiteral("exportConfirm"));
    export_->setProperty("primary", true);
    export_->setEnabled(false);
    close_ = namedButton(QStringLiteral("exportClose"));

    auto* choose = new QHBoxLayout;
    choose->setSpacing(8);
    choose->addWidget(target_, 1);
    choose->addWidget(browse_);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(close_);
    buttons->addWidget(export_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 14, 16, 14);
    all->setSpacing(10);
    all->addWidget(intro_);
    all->addWidget(whatLabel_);
    all->addWidget(what_);
    all->addWidget(onlyOwn_);
    all->addLayout(choose);
    all->addWidget(outcome_);
    all->addStretch(1);
    all->addLayout(buttons);
}

void CatalogExportDialog::retranslate()
{
    setWindowTitle(tr("Export the catalog"));
    intro_->setText(
        tr("Tables that a spreadsheet opens. Change what you like there and import the file again: the "
           "preview shows what would change."));
    whatLabel_->setText(tr("Table"));
    onlyOwn_->setText(tr("Only my own parts, edits and prices"));
    target_->setAccessibleName(tr("File or folder to write"));
    browse_->setText(tr("Choose …"));
    export_->setText(tr("Export"));
    close_->setText(tr("Close"));
    const QSignalBlocker quiet(what_);
    const QVariant before = what_->currentData();
    what_->clear();
    what_->addItem(tr("All tables, in a folder"), QString());
    for (const TableSpec& spec : partTables()) {
        what_->addItem(tableText(spec.name), QString::fromStdString(spec.name));
    }
    what_->chooseData(before);
}

QString CatalogExportDialog::table() const
{
    return what_->currentData().toString();
}

void CatalogExportDialog::choosePath()
{
    const QString path = choosePath_(this, table().isEmpty(), table() + QStringLiteral(".csv"));
    if (!path.isEmpty()) {
        target_->setText(path);
    }
}

void CatalogExportDialog::write()
{
    export_->setEnabled(false);
    ExportRequest request;
    if (!table().isEmpty()) {
        request.tables = {table().toStdString()};
    }
    request.onlyOwn = onlyOwn_->isChecked();
    task_.start([this, view = view_, request, target = target_->text().trimmed().toStdString()](
                    const std::stop_token& /*stop*/) -> LatestTask::Delivery {
        auto written =
            std::make_shared<Expected<std::vector<std::filesystem::path>>>(exportCsv(*view, request, target));
        return [this, written] {
            export_->setEnabled(true);
            if (*written) {
                showOutcome(tr("%n files written.", nullptr, static_cast<int>((*written)->size())), false);
            } else {
                showOutcome(QString::fromStdString(written->error().message), true);
            }
        };
    });
}

void CatalogExportDialog::showOutcome(const QString& text, bool isError)
{
    setInvalid(target_, isError);
    outcome_->setInk(isError ? ThemedLabel::Ink::Danger : ThemedLabel::Ink::Text);
    outcome_->setText(text);
    outcome_->show();
}

void CatalogExportDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
