// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import_dialog.h"

#include "ui/card.h"
#include "ui/fields.h"
#include "ui/import_notes.h"
#include "ui/model_section.h"
#include "ui/table_view.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

namespace rigwright {

namespace {

constexpr int kSlowMs = 300;
constexpr QSize kFirstSize(680, 620);

QString askForFile(QWidget* parent)
{
    return QFileDialog::getOpenFileName(
        parent, ImportDialog::tr("Import a model"), QString(),
        ImportDialog::tr("Model descriptions (%1)")
                .arg(QStringLiteral("config.json *.json *.safetensors *.gguf")) +
            QStringLiteral(";;") + ImportDialog::tr("All files (%1)").arg(QStringLiteral("*")));
}

} // namespace

ImportDialog::ImportDialog(ModelReader reader, QWidget* parent)
    : QDialog(parent)
    , reader_(std::move(reader))
    , chooseFile_(askForFile)
{
    setObjectName(QStringLiteral("importDialog"));
    slow_.setSingleShot(true);
    slow_.setInterval(kSlowMs);
    build();
    connectParts();
    retranslate();
    resize(kFirstSize);
}

void ImportDialog::build()
{
    intro_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted);
    intro_->setWordWrap(true);
    source_ = new QLineEdit;
    source_->setObjectName(QStringLiteral("importSource"));
    intro_->setBuddy(source_);
    browse_ = new QPushButton;
    browse_->setObjectName(QStringLiteral("importBrowse"));
    browse_->setAutoDefault(false);
    error_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Danger);
    error_->setObjectName(QStringLiteral("importError"));
    error_->setWordWrap(true);
    error_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    error_->hide();
    busy_ = new QProgressBar;
    busy_->setObjectName(QStringLiteral("importBusy"));
    busy_->setRange(0, 0);
    busy_->setTextVisible(false);
    busy_->hide();
    result_ = new Card;
    facts_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    facts_->setObjectName(QStringLiteral("importFacts"));
    facts_->setWordWrap(true);
    notes_ = new ImportNotes(this);
    notesTable_ = new TableView;
    notesTable_->setObjectName(QStringLiteral("importNotes"));
    notesTable_->setModel(notes_);
    notesTable_->setStretchColumn(ImportNotes::Value);
    notesTable_->setElasticColumns({ImportNotes::Value});
    notesTable_->setBreaksLines(true);
    copy_ = result_->addLink(QStringLiteral("copyNotes"));
    copy_->setAutoDefault(false);
    result_->body()->addWidget(facts_);
    result_->body()->addWidget(notesTable_, 1);
    forget_ = new QPushButton;
    forget_->setObjectName(QStringLiteral("importForget"));
    forget_->setAutoDefault(false);
    forget_->hide();
    use_ = new QPushButton;
    use_->setObjectName(QStringLiteral("importUse"));
    use_->setProperty("primary", true);
    use_->setEnabled(false);
    use_->setAutoDefault(false);
    close_ = new QPushButton;
    close_->setObjectName(QStringLiteral("importClose"));
    close_->setAutoDefault(false);

    auto* choose = new QHBoxLayout;
    choose->setSpacing(8);
    choose->addWidget(source_, 1);
    choose->addWidget(browse_);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(forget_);
    buttons->addStretch(1);
    buttons->addWidget(close_);
    buttons->addWidget(use_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 14, 16, 14);
    all->setSpacing(10);
    all->addWidget(intro_);
    all->addLayout(choose);
    all->addWidget(busy_);
    all->addWidget(error_);
    all->addWidget(result_, 1);
    all->addLayout(buttons);
}

void ImportDialog::connectParts()
{
    connect(browse_, &QPushButton::clicked, this, [this] {
        const QString file = chooseFile_(this);
        if (!file.isEmpty()) {
            read(file);
        }
    });
    connect(source_, &QLineEdit::returnPressed, this, [this] { read(source_->text()); });
    connect(source_, &QLineEdit::textEdited, this, [this] { use_->setEnabled(false); });
    connect(copy_, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(notes_->asText()); });
    connect(&slow_, &QTimer::timeout, busy_, &QWidget::show);
    connect(close_, &QPushButton::clicked, this, &QDialog::reject);
    connect(forget_, &QPushButton::clicked, this, [this] {
        Q_EMIT modelForgotten(import_->model.facts.id);
        reject();
    });
    connect(use_, &QPushButton::clicked, this, [this] {
        if (import_) {
            Q_EMIT modelTaken(*import_);
            accept();
        }
    });
}

void ImportDialog::read(const QString& origin)
{
    source_->setText(origin);
    forget_->hide();
    use_->setEnabled(false);
    slow_.start();
    task_.start([this, origin, reader = reader_](const std::stop_token& /*stop*/) -> LatestTask::Delivery {
        auto read = std::make_shared<Expected<ModelImport>>(readModel(origin, reader));
        return [this, read] { take(*read); };
    });
}

void ImportDialog::take(const Expected<ModelImport>& read)
{
    slow_.stop();
    busy_->hide();
    if (read) {
        showImport(*read);
    } else {
        showError(QString::fromStdString(read.error().message));
    }
}

void ImportDialog::showKnown(const ModelImport& import)
{
    showImport(import);
    forget_->show();
}

void ImportDialog::showImport(const ModelImport& import)
{
    import_ = import;
    source_->setText(import.origin);
    setInvalid(source_, false);
    error_->hide();
    notes_->showNotes(import.model.notes);
    use_->setEnabled(true);
    retranslate();
}

void ImportDialog::showError(const QString& text)
{
    import_.reset();
    setInvalid(source_, true);
    error_->setText(text);
    error_->show();
    notes_->showNotes({});
    retranslate();
}

void ImportDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        notes_->retranslate();
        retranslate();
    }
}

void ImportDialog::retranslate()
{
    setWindowTitle(tr("Import a model"));
    intro_->setText(
        tr("A config.json, a safetensors file or its index, a GGUF file – or a number of parameters such "
           "as 7B for a typical model of that size. Only the description is read, never the weights."));
    source_->setPlaceholderText(tr("File, or a number of parameters"));
    source_->setAccessibleName(tr("File, or a number of parameters"));
    browse_->setText(tr("Choose a file …"));
    copy_->setText(tr("Copy"));
    copy_->setVisible(import_ && !import_->model.notes.empty());
    forget_->setText(tr("Remove from the list"));
    use_->setText(tr("Use this model"));
    close_->setText(tr("Close"));
    notesTable_->setAccessibleName(tr("What was read"));
    result_->setTitle(import_ ? QString::fromStdString(import_->model.facts.name) : tr("What the file says"));
    facts_->setText(import_ ? modelFactsText(import_->model.facts) : QString());
    facts_->setVisible(import_.has_value());
    notesTable_->setEmptyText(
        !import_ ? tr("What was read, what had to be assumed and what stays unknown shows here.")
            : import_->isFile
            ? tr("Nothing had to be assumed.")
            : tr("Every dimension is assumed: those of a typical dense model of this size, built "
                 "as Llama 3 and Qwen 3 are. Its config.json gives figures of its own."));
    notesTable_->fitColumns();
}

} // namespace rigwright
