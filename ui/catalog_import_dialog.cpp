// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog_import_dialog.h"

#include "ui/card.h"
#include "ui/catalog_change_table.h"
#include "ui/dialog_parts.h"
#include "ui/fields.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

namespace rigwright {

namespace {

constexpr QSize kFirstSize(900, 680);
constexpr int kProgressMs = 100;
constexpr int kThousandths = 1'000;

QString askForPath(QWidget* parent, bool folder)
{
    if (folder) {
        return QFileDialog::getExistingDirectory(parent, CatalogImportDialog::tr("A folder to import"));
    }
    return QFileDialog::getOpenFileName(
        parent, CatalogImportDialog::tr("A file to import"), QString(),
        CatalogImportDialog::tr("Tables (%1)").arg(QStringLiteral("*.csv *.json *.toml")) +
            QStringLiteral(";;") + CatalogImportDialog::tr("All files (%1)").arg(QStringLiteral("*")));
}

} // namespace

CatalogImportDialog::CatalogImportDialog(Reader reader, const Date& today, QWidget* parent)
    : QDialog(parent)
    , reader_(std::move(reader))
    , today_(today)
    , choosePath_(askForPath)
    , done_(std::make_shared<std::atomic<int>>(0))
{
    setObjectName(QStringLiteral("catalogImportDialog"));
    setAcceptDrops(true);
    progressTimer_.setInterval(kProgressMs);
    build();
    connectParts();
    retranslate();
    showPreview();
    resize(kFirstSize);
}

CatalogImportDialog::~CatalogImportDialog() = default;

void CatalogImportDialog::connectParts()
{
    const auto choose = [this](bool folder) {
        const QString path = choosePath_(this, folder);
        if (!path.isEmpty()) {
            read(path);
        }
    };
    connect(file_, &QPushButton::clicked, this, [choose] { choose(false); });
    connect(folder_, &QPushButton::clicked, this, [choose] { choose(true); });
    connect(source_, &QLineEdit::returnPressed, this, [this] { read(source_->text()); });
    connect(source_, &QLineEdit::textEdited, this, [this] { import_->setEnabled(false); });
    connect(format_, &QComboBox::currentIndexChanged, this, &CatalogImportDialog::readAgain);
    connect(pricesOf_, &QLineEdit::editingFinished, this, &CatalogImportDialog::readAgain);
    connect(provider_, &QLineEdit::editingFinished, this, &CatalogImportDialog::readAgain);
    connect(segments_, &Segments::chosen, pages_, &QStackedWidget::setCurrentIndex);
    connect(stop_, &QPushButton::clicked, this, &CatalogImportDialog::stop);
    connect(close_, &QPushButton::clicked, this, &QDialog::reject);
    connect(&progressTimer_, &QTimer::timeout, this, &CatalogImportDialog::showProgress);
    connect(import_, &QPushButton::clicked, this, [this] {
        import_->setEnabled(false);
        Q_EMIT confirmed(preview_);
    });
}

void CatalogImportDialog::readAgain()
{
    if (!path_.isEmpty() && (pricesOf_->isModified() || provider_->isModified() || sender() == format_)) {
        pricesOf_->setModified(false);
        provider_->setModified(false);
        read(path_);
    }
}

std::optional<ImportRequest> CatalogImportDialog::request()
{
    ImportRequest request;
    request.path = path_.toStdString();
    request.today = today_;
    request.provider = provider_->text().trimmed().toStdString();
    request.format = parseImportFormat(format_->currentData().toString().toStdString());
    const std::string day = pricesOf_->text().trimmed().toStdString();
    const Expected<Date> date = Date::parse(day);
    const bool wrong = !day.empty() && !date;
    setInvalid(pricesOf_, wrong);
    if (wrong) {
        showError(tr("The day of the prices: %1").arg(QString::fromStdString(date.error().message)));
        return std::nullopt;
    }
    if (date) {
        request.pricesOf = *date;
    }
    return request;
}

void CatalogImportDialog::read(const QString& path)
{
    path_ = path;
    source_->setText(path);
    preview_.reset();
    showPreview();
    showError({});
    const std::optional<ImportRequest> asked = request();
    if (!asked) {
        return;
    }
    done_ = std::make_shared<std::atomic<int>>(0);
    progressTimer_.start();
    task_.start([this, reader = reader_, asked = *asked,
                 done = done_](const std::stop_token& stop) -> LatestTask::Delivery {
        const Progress progress = [&stop, done](std::int64_t now, std::int64_t total) {
            *done = total > 0 ? static_cast<int>(now * kThousandths / total) : 0;
            return !stop.stop_requested();
        };
        auto outcome = std::make_shared<Expected<ImportPreview>>(reader(asked, progress));
        return [this, outcome] { take(*outcome); };
    });
}

void CatalogImportDialog::stop()
{
    task_.cancel();
    progressTimer_.stop();
    progress_->hide();
    stop_->hide();
    showError(tr("Reading was stopped; nothing was written."));
}

void CatalogImportDialog::showProgress()
{
    progress_->setValue(*done_);
    progress_->setVisible(task_.isBusy());
    stop_->setVisible(task_.isBusy());
}

void CatalogImportDialog::take(const Expected<ImportPreview>& read)
{
    progressTimer_.stop();
    progress_->hide();
    stop_->hide();
    if (!read) {
        showError(QString::fromStdString(read.error().message));
        return;
    }
    preview_ = std::make_shared<const ImportPreview>(*read);
    showPreview();
}

void CatalogImportDialog::showError(const QString& text)
{
    setInvalid(source_, !text.isEmpty() && !path_.isEmpty());
    error_->setText(text);
    error_->setVisible(!text.isEmpty());
}

void CatalogImportDialog::showOutcome(const QString& error)
{
    if (error.isEmpty()) {
        accept();
        return;
    }
    showError(error);
    import_->setEnabled(preview_ != nullptr && !preview_->changes.empty());
}

QString CatalogImportDialog::summary() const
{
    if (preview_ == nullptr) {
        return tr("What the import would change shows here before anything is written.");
    }
    const CatalogChanges& changes = preview_->changes;
    std::int64_t added = 0;
    for (const PartEdit& part : changes.parts) {
        added += part.isNew ? 1 : 0;
    }
    const auto edited = static_cast<std::int64_t>(changes.parts.size()) - added;
    QStringList facts{tr("%1 rows read").arg(countText(preview_->rows))};
    const auto say = [&facts](const QString& text, std::int64_t count) {
        if (count > 0) {
            facts << text.arg(countText(count));
        }
    };
    say(tr("%1 new parts"), added);
    say(tr("%1 parts changed"), edited);
    say(tr("%1 prices"), static_cast<std::int64_t>(changes.prices.size()));
    say(tr("%1 cloud offers"), static_cast<std::int64_t>(changes.cloudOffers.size()));
    say(tr("%1 hosted models"), static_cast<std::int64_t>(changes.apiOffers.size()));
    say(tr("%1 exchange rates"), static_cast<std::int64_t>(changes.rates.size()));
    say(tr("%1 rows name parts that you have"), preview_->matched);
    say(tr("%1 say what the catalog says"), preview_->unchanged);
    say(tr("%1 hold nothing for us"), preview_->passedOver);
    say(tr("%1 can't be used"), preview_->problemCount);
    if (changes.empty()) {
        facts << tr("nothing would change");
    }
    return facts.join(QStringLiteral(" · "));
}

QString CatalogImportDialog::problemText() const
{
    QStringList lines;
    for (const Problem& problem : preview_->problems) {
        lines << QString::fromStdString(problem.text());
    }
    const std::int64_t more = preview_->problemCount - static_cast<std::int64_t>(preview_->problems.size());
    if (more > 0) {
        lines << tr("and %1 more").arg(countText(more));
    }
    return lines.join(QLatin1Char('\n'));
}

void CatalogImportDialog::showPreview()
{
    summary_->setText(summary());
    const bool any = preview_ != nullptr;
    changes_->showChanges(any ? std::shared_ptr<const CatalogChanges>(preview_, &preview_->changes)
                              : nullptr);
    changesView_->setEmptyText(any ? tr("Nothing would change.") : QString());
    changesView_->fitColumns();
    QStringList notes;
    for (const std::string& note : any ? preview_->notes : std::vector<std::string>()) {
        notes << QString::fromStdString(note);
    }
    notes_->setPlainText(notes.join(QLatin1Char('\n')));
    problems_->setPlainText(any ? problemText() : QString());
    segments_->setVisible(any);
    segments_->setTexts({tr("Changes (%1)").arg(countText(changes_->rowCount())),
                         tr("Problems (%1)").arg(countText(any ? preview_->problemCount : 0)),
                         tr("Notes (%1)").arg(countText(notes.size()))});
    const bool onlyProblems = any && preview_->changes.empty() && preview_->problemCount > 0;
    segments_->setCurrent(onlyProblems ? Problems : Changes);
    pages_->setCurrentIndex(onlyProblems ? Problems : Changes);
    import_->setEnabled(any && !preview_->changes.empty());
}

void CatalogImportDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        changes_->retranslate();
        showPreview();
    }
}

void CatalogImportDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (!draggedFile(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void CatalogImportDialog::dropEvent(QDropEvent* event)
{
    const QString path = draggedFile(event->mimeData());
    if (!path.isEmpty()) {
        event->acceptProposedAction();
        read(path);
    }
}

} // namespace rigwright
