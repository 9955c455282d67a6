// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_side.h"

#include "ui/chart_legend.h"
#include "ui/fields.h"
#include "ui/offers_model.h"
#include "ui/price_history_chart.h"
#include "ui/table_view.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace rigwright {

namespace {

QPushButton* makeLink(const QString& name)
{
    auto* link = new QPushButton;
    link->setObjectName(name);
    link->setProperty("link", true);
    link->setFlat(true);
    link->setCursor(Qt::PointingHandCursor);
    return link;
}

/// Anything but a page of the web could start a program.
bool isWebAddress(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() &&
        (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"));
}

QVBoxLayout* plainColumn(QWidget* widget)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    return column;
}

} // namespace

PartSide::PartSide(const Date& today, QWidget* parent)
    : QWidget(parent)
    , today_(today)
{
    views_ = new Segments(QStringLiteral("partViews"));
    views_->setTexts({QString(), QString(), QString()});
    views_->setButtonNames(
        {QStringLiteral("showPrices"), QStringLiteral("showHistory"), QStringLiteral("showNotes")});
    stack_ = new QStackedWidget;
    stack_->addWidget(makePrices());
    stack_->addWidget(makeHistory());
    stack_->addWidget(makeNotes());
    connect(views_, &Segments::chosen, stack_, &QStackedWidget::setCurrentIndex);
    auto* all = plainColumn(this);
    all->addWidget(views_);
    all->addWidget(stack_, 1);
    retranslate();
}

QWidget* PartSide::makePrices()
{
    offers_ = new OffersModel(today_, this);
    offerView_ = new TableView;
    offerView_->setObjectName(QStringLiteral("offerTable"));
    offerView_->setModel(offers_);
    offerView_->setStretchColumn(OffersModel::What);
    constexpr int kLeastWidth = 90;
    offerView_->setLeastElasticWidth(kLeastWidth);
    offerView_->setElasticColumns({OffersModel::What});
    offerView_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    offerView_->setBreaksLines(true);
    addPrice_ = makeLink(QStringLiteral("addPrice"));
    removePrice_ = makeLink(QStringLiteral("removePrice"));
    connect(addPrice_, &QPushButton::clicked, this, &PartSide::addPriceWanted);
    connect(removePrice_, &QPushButton::clicked, this, [this] {
        if (const Offer* offer = offers_->offer(offerView_->currentIndex().row())) {
            Q_EMIT removePriceWanted(*offer);
        }
    });
    connect(offerView_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PartSide::showLinks);
    auto* prices = new QWidget;
    auto* column = plainColumn(prices);
    column->addWidget(offerView_, 1);
    auto* links = new QHBoxLayout;
    links->setSpacing(12);
    links->addWidget(addPrice_);
    links->addWidget(removePrice_);
    links->addStretch(1);
    column->addLayout(links);
    return prices;
}

QWidget* PartSide::makeHistory()
{
    history_ = new PriceHistoryChart;
    history_->setObjectName(QStringLiteral("priceHistory"));
    legend_ = new ChartLegend;
    leftOut_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    leftOut_->setWordWrap(true);
    auto* history = new QWidget;
    auto* column = plainColumn(history);
    column->addWidget(legend_);
    column->addWidget(history_, 1);
    column->addWidget(leftOut_);
    return history;
}

QWidget* PartSide::makeNotes()
{
    urlLabel_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    url_ = new QLineEdit;
    url_->setObjectName(QStringLiteral("partUrl"));
    urlLabel_->setBuddy(url_);
    urlError_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Danger);
    urlError_->setObjectName(QStringLiteral("partUrlError"));
    urlError_->setWordWrap(true);
    urlError_->hide();
    openUrl_ = new QPushButton;
    openUrl_->setObjectName(QStringLiteral("openUrl"));
    noteLabel_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    note_ = new QPlainTextEdit;
    note_->setObjectName(QStringLiteral("partNote"));
    note_->setTabChangesFocus(true);
    noteLabel_->setBuddy(note_);
    note_->installEventFilter(this);
    connect(url_, &QLineEdit::editingFinished, this, &PartSide::commitUrl);
    connect(openUrl_, &QPushButton::clicked, this, [this] {
        if (isWebAddress(url_->text())) {
            QDesktopServices::openUrl(QUrl(url_->text()));
        }
    });
    auto* notes = new QWidget;
    auto* column = plainColumn(notes);
    column->setSpacing(4);
    column->addWidget(urlLabel_);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(url_, 1);
    row->addWidget(openUrl_);
    column->addLayout(row);
    column->addWidget(urlError_);
    column->addWidget(noteLabel_);
    column->addWidget(note_, 1);
    return notes;
}

void PartSide::showPart(std::shared_ptr<const CatalogView> view, const PartId& id, bool canEdit)
{
    const PartEntry* next = view == nullptr ? nullptr : view->find(id);
    const bool samePart = part_ != nullptr && next != nullptr && part_->id() == next->id();
    const std::shared_ptr<const CatalogView> former = std::exchange(view_, std::move(view));
    part_ = next;
    canEdit_ = canEdit;
    const std::vector<Offer> offers = part_ == nullptr ? std::vector<Offer>() : part_->offers;
    const PricePolicy policy = view_ == nullptr ? PricePolicy() : view_->catalog->pricePolicy;
    offers_->showOffers(offers, policy);
    if (offers_->rowCount() > 0) {
        offerView_->selectRow(std::max(0, offers_->rowThatCounts()));
    }
    offerView_->fitColumns();
    if (view_ != nullptr) {
        history_->showOffers(offers, view_->catalog->rates, today_, policy);
        legend_->setEntries(history_->legend());
    }
    showLinks();
    showNotes(samePart);
    retranslate();
}

void PartSide::showNotes(bool samePart)
{
    const PartMarks marks = part_ == nullptr ? PartMarks() : part_->marks;
    // What is being typed stays.
    if (!samePart || !url_->hasFocus()) {
        url_->setText(QString::fromStdString(marks.url));
        urlError_->hide();
        setInvalid(url_, false);
    }
    if (!samePart || !note_->hasFocus()) {
        note_->setPlainText(QString::fromStdString(marks.note));
    }
    url_->setEnabled(part_ != nullptr && canEdit_);
    note_->setEnabled(part_ != nullptr && canEdit_);
    openUrl_->setEnabled(isWebAddress(url_->text()));
}

void PartSide::showLinks()
{
    const Offer* offer = offers_->offer(offerView_->currentIndex().row());
    addPrice_->setVisible(part_ != nullptr && canEdit_);
    removePrice_->setVisible(offer != nullptr && offer->own && canEdit_);
}

void PartSide::commitUrl()
{
    const QString typed = url_->text().trimmed();
    const bool fine = typed.isEmpty() || isWebAddress(typed);
    urlError_->setText(tr("Expected an address such as https://example.com/part"));
    urlError_->setVisible(!fine);
    setInvalid(url_, !fine);
    openUrl_->setEnabled(fine && !typed.isEmpty());
    if (fine && part_ != nullptr && typed != QString::fromStdString(part_->marks.url)) {
        Q_EMIT urlEdited(typed);
    }
}

void PartSide::commitNote()
{
    const QString typed = note_->toPlainText().trimmed();
    if (part_ != nullptr && typed != QString::fromStdString(part_->marks.note)) {
        Q_EMIT noteEdited(typed);
    }
}

bool PartSide::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == note_ && event->type() == QEvent::FocusOut) {
        commitNote();
    }
    return QWidget::eventFilter(watched, event);
}

void PartSide::retranslate()
{
    views_->setTexts({tr("Prices"), tr("History"), tr("Notes")});
    addPrice_->setText(tr("Add a price …"));
    removePrice_->setText(tr("Remove"));
    offerView_->setAccessibleName(tr("Prices"));
    offerView_->setEmptyText(
        part_ == nullptr ? QString() : tr("Nobody has a price for it yet. Add what you were quoted."));
    leftOut_->setText(
        tr("%n prices in currencies without a rate are left out", nullptr, history_->leftOut()));
    leftOut_->setVisible(history_->leftOut() > 0);
    urlLabel_->setText(tr("Address"));
    url_->setPlaceholderText(QStringLiteral("https://"));
    url_->setAccessibleName(tr("Address of the part on the web"));
    openUrl_->setText(tr("Open"));
    noteLabel_->setText(tr("Your note"));
    note_->setAccessibleName(tr("Your note on the part"));
    note_->setPlaceholderText(tr("Anything that you want to remember of this part"));
}

void PartSide::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        offers_->retranslate();
        retranslate();
    }
}

} // namespace rigwright
