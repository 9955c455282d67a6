// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/price_form.h"

#include "ui/country_text.h"
#include "ui/fields.h"
#include "ui/text.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace rigwright {

namespace {

constexpr std::array kKinds{PriceKind::Quote, PriceKind::Street, PriceKind::List, PriceKind::Msrp,
                            PriceKind::Estimate};

QLineEdit* makeLine(const QString& name)
{
    auto* line = new QLineEdit;
    line->setObjectName(name);
    return line;
}

} // namespace

PriceForm::PriceForm(const Date& today, QWidget* parent)
    : QWidget(parent)
    , today_(today)
    , amount_(makeLine(QStringLiteral("priceAmount")))
    , currency_(new Choice(QStringLiteral("priceCurrency")))
    , kind_(new Choice(QStringLiteral("priceKind")))
    , region_(new Choice(QStringLiteral("priceRegion")))
    , day_(makeLine(QStringLiteral("priceDate")))
    , until_(makeLine(QStringLiteral("priceUntil")))
    , source_(makeLine(QStringLiteral("priceSource")))
    , url_(makeLine(QStringLiteral("priceUrl")))
    , accept_(new QPushButton)
    , cancel_(new QPushButton)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    addField(Amount, amount_, grid, 0, 0, 1);
    addField(CurrencyOf, currency_, grid, 0, 1, 1);
    addField(Kind, kind_, grid, 0, 2, 1);
    addField(Region, region_, grid, 0, 3, 1);
    addField(Day, day_, grid, 1, 0, 1);
    addField(Until, until_, grid, 1, 1, 1);
    addField(Source, source_, grid, 1, 2, 2);
    addField(Url, url_, grid, 2, 0, 4);
    for (int column = 0; column < 4; ++column) {
        grid->setColumnStretch(column, 1);
    }
    accept_->setObjectName(QStringLiteral("acceptPrice"));
    accept_->setProperty("primary", true);
    cancel_->setObjectName(QStringLiteral("cancelPrice"));
    connect(accept_, &QPushButton::clicked, this, &PriceForm::accept);
    connect(cancel_, &QPushButton::clicked, this, &PriceForm::cancelled);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel_);
    buttons->addWidget(accept_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(8);
    all->addLayout(grid);
    all->addStretch(1);
    all->addLayout(buttons);
    retranslate();
}

void PriceForm::addField(Field field, QWidget* widget, QGridLayout* grid, int row, int column, int span)
{
    constexpr int kRowsEach = 3;
    constexpr int kAbove = 6;
    const auto at = static_cast<std::size_t>(field);
    auto* label = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    label->setBuddy(widget);
    label->setContentsMargins(0, row == 0 ? 0 : kAbove, 0, 0);
    auto* error = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Danger);
    error->setObjectName(widget->objectName() + QStringLiteral("Error"));
    error->setWordWrap(true);
    error->hide();
    grid->addWidget(label, row * kRowsEach, column, 1, span);
    grid->addWidget(widget, row * kRowsEach + 1, column, 1, span);
    grid->addWidget(error, row * kRowsEach + 2, column, 1, span);
    fields_[at] = widget;
    labels_[at] = label;
    errors_[at] = error;
}

void PriceForm::begin(const CatalogView& view)
{
    const QVariant currency = currency_->currentData();
    const QVariant region = region_->currentData();
    currency_->clear();
    for (const Currency& known : Currency::all()) {
        // A price that no rate converts could be compared with nothing.
        if (known == Currency::usd() || view.catalog->rates.find(known) != nullptr) {
            const QString code = QString::fromStdString(known.code());
            currency_->addItem(code, code);
        }
    }
    if (!currency_->chooseData(currency)) {
        currency_->chooseData(QStringLiteral("USD"));
    }
    region_->clear();
    region_->addItem(tr("anywhere"), QStringLiteral("world"));
    for (const Country& country : view.catalog->countries) {
        region_->addItem(countryText(country.name), QString::fromStdString(country.code));
    }
    region_->chooseData(region);
    for (QLineEdit* line : {amount_, until_, source_, url_}) {
        line->clear();
    }
    day_->setText(dateText(today_));
    kind_->setCurrentIndex(0);
    for (int field = 0; field < FieldCount; ++field) {
        complain(static_cast<Field>(field), {});
    }
    amount_->setFocus();
}

bool PriceForm::complain(Field field, const QString& words)
{
    const auto at = static_cast<std::size_t>(field);
    errors_.at(at)->setText(words);
    errors_.at(at)->setVisible(!words.isEmpty());
    setInvalid(fields_.at(at), !words.isEmpty());
    return words.isEmpty();
}

bool PriceForm::readDate(Field field, std::optional<Date>& date)
{
    const auto* line = static_cast<QLineEdit*>(fields_.at(static_cast<std::size_t>(field)));
    const QString typed = line->text().trimmed();
    const Expected<Date> read = Date::parse(typed.toStdString());
    date = read ? std::optional(*read) : std::nullopt;
    return complain(
        field, typed.isEmpty() || read ? QString() : tr("Expected a date such as %1").arg(dateText(today_)));
}

void PriceForm::accept()
{
    Offer offer;
    const Currency currency =
        Currency::parse(currency_->currentData().toString().toStdString()).value_or(Currency::usd());
    const Expected<Money> amount = Money::parse(amount_->text().trimmed().toStdString(), currency);
    const bool isAmount = amount && amount->minorUnits() > 0;
    bool fine = complain(
        Amount,
        isAmount ? QString()
                 : tr("Expected an amount above zero such as %1")
                       .arg(currency.decimals() > 0 ? QStringLiteral("1599.99") : QStringLiteral("1600")));
    std::optional<Date> day;
    std::optional<Date> until;
    fine = readDate(Day, day) && fine;
    fine = readDate(Until, until) && fine;
    if (fine && (!day || *day > today_)) {
        fine = complain(Day, tr("Expected the day on which it was asked, not later than today"));
    }
    if (fine && until && *until < *day) {
        fine = complain(Until, tr("Expected a day after the one on which it was asked"));
    }
    const QString source = source_->text().trimmed();
    fine = complain(Source, source.isEmpty() ? tr("Expected who asks this price") : QString()) && fine;
    if (!fine) {
        return;
    }
    offer.price = *amount;
    offer.kind = kKinds.at(static_cast<std::size_t>(kind_->currentIndex()));
    offer.region = region_->currentData().toString().toStdString();
    offer.source = source.toStdString();
    offer.date = *day;
    offer.validUntil = until;
    offer.url = url_->text().trimmed().toStdString();
    offer.own = true;
    Q_EMIT priceGiven(offer);
}

void PriceForm::retranslate()
{
    const std::array<QString, FieldCount> names{
        tr("Amount, before tax"), tr("Currency"),    tr("What price"), tr("Where"),
        tr("Asked on"),           tr("Valid until"), tr("Source"),     tr("Address")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        labels_.at(i)->setText(names.at(i));
        fields_.at(i)->setAccessibleName(names.at(i));
    }
    const int kind = kind_->currentIndex();
    kind_->clear();
    for (const PriceKind known : kKinds) {
        kind_->addItem(priceKindText(known));
    }
    kind_->setCurrentIndex(std::max(0, kind));
    until_->setPlaceholderText(tr("no end"));
    source_->setPlaceholderText(tr("Who asks it: a shop, a dealer"));
    url_->setPlaceholderText(QStringLiteral("https://"));
    accept_->setText(tr("Add the price"));
    cancel_->setText(tr("Cancel"));
}

void PriceForm::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        accept();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void PriceForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
