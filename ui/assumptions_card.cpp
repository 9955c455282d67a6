// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assumptions_card.h"

#include "costs/cash_flow.h"
#include "ui/ownership_sections.h"
#include "ui/power_figures.h"
#include "ui/ranges_section.h"
#include "ui/rental_sections.h"
#include "ui/use_section.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

constexpr double kPercent = 100;

void exchange(Money& amount, const ExchangeRates& rates, Currency currency)
{
    amount = rates.convert(amount, currency).value_or(amount);
}

void exchange(MoneyRate& rate, const ExchangeRates& rates, Currency currency)
{
    if (const auto factor = exchangeFactor(rates, rate.currency(), currency)) {
        rate = exchanged(rate, *factor, currency);
    }
}

} // namespace

CostAssumptions inCurrency(CostAssumptions assumed, const ExchangeRates& rates, Currency currency)
{
    RunningTerms& running = assumed.running;
    for (Money* amount : {&assumed.purchase.shipping, &assumed.purchase.installation, &running.roomPerMonth,
                          &running.softwarePerGpuYear, &running.staffPerYear}) {
        exchange(*amount, rates, currency);
    }
    for (MoneyRate* rate :
         {&running.electricity, &assumed.cloud.storagePerGbMonth, &assumed.cloud.egressPerGb}) {
        exchange(*rate, rates, currency);
    }
    if (running.nightElectricity) {
        exchange(*running.nightElectricity, rates, currency);
    }
    return assumed;
}

AssumptionsCard::AssumptionsCard(QWidget* parent)
    : Card(parent)
    , use_(new UseSection)
    , running_(new RunningSection)
    , ranges_(new RangesSection)
    , power_(new PowerFigures)
    , hint_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted))
    , scroll_(new QScrollArea)
{
    sections_ = {use_,           running_, new PurchaseSection, new FinancingSection, new CloudSection,
                 new ApiSection, ranges_};
    build();
    for (AssumptionSection* section : sections_) {
        connect(section, &AssumptionSection::edited, this, &AssumptionsCard::takeEdit);
        // Where it was unfolded, its rows would lie below what is seen.
        connect(section, &AssumptionSection::unfolded, this, [this, section] {
            QTimer::singleShot(0, section, [this, section] {
                scroll_->ensureWidgetVisible(section, 0, 0);
                scroll_->verticalScrollBar()->setValue(
                    std::min(scroll_->verticalScrollBar()->value(), section->y()));
            });
        });
    }
    connect(running_, &RunningSection::countryChosen, this, &AssumptionsCard::chooseCountry);
    use_->setOpen(true);
    running_->setOpen(true);
    retranslate();
    showThem();
}

void AssumptionsCard::build()
{
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    // Room for the scroll bar, so that it lies on no field.
    column->setContentsMargins(0, 0, 10, 0);
    column->setSpacing(10);
    for (AssumptionSection* section : sections_) {
        column->addWidget(section);
    }
    column->addWidget(power_);
    column->addStretch(1);
    scroll_->setObjectName(QStringLiteral("assumptionsScroll"));
    scroll_->setWidget(inside);
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    hint_->setObjectName(QStringLiteral("costHint"));
    hint_->setWordWrap(true);
    body()->addWidget(scroll_, 1);
    body()->addWidget(hint_);
}

void AssumptionsCard::takeEdit(const CostAssumptions& assumptions)
{
    assumed_ = assumptions;
    showThem();
    Q_EMIT changed();
}

void AssumptionsCard::setAssumptions(const CostAssumptions& assumptions)
{
    showAssumptions(assumptions);
    Q_EMIT changed();
}

void AssumptionsCard::showAssumptions(const CostAssumptions& assumptions)
{
    assumed_ =
        catalog_ != nullptr && currency_ ? inCurrency(assumptions, catalog_->rates, *currency_) : assumptions;
    showThem();
}

void AssumptionsCard::setCurrency(std::shared_ptr<const Catalog> catalog, Currency currency,
                                  const std::optional<CostAssumptions>& saved)
{
    const bool otherCatalog = catalog != catalog_;
    catalog_ = std::move(catalog);
    if (otherCatalog) {
        running_->setCountries(catalog_->countries);
    }
    if (currency_ == currency) {
        return;
    }
    currency_ = currency;
    if (saved) {
        assumed_ = inCurrency(*saved, catalog_->rates, currency);
    } else if (const auto defaults = defaultAssumptions(*catalog_, currency)) {
        assumed_ = inCurrency(*defaults, catalog_->rates, currency);
    }
    showThem();
}

void AssumptionsCard::chooseCountry(const std::string& code)
{
    CostAssumptions chosen = assumed_;
    chosen.country = code;
    if (!code.empty() && catalog_ != nullptr && currency_) {
        const auto defaults = defaultAssumptions(*catalog_, *currency_, code);
        if (!defaults) {
            return;
        }
        chosen.running.electricity = defaults->running.electricity;
        chosen.purchase.taxRate = defaults->purchase.taxRate;
        chosen.carbon = defaults->carbon;
    }
    takeEdit(chosen);
}

bool AssumptionsCard::isComplete() const
{
    return !use_->lacksProfile();
}

void AssumptionsCard::showThem()
{
    CostAssumptions defaults;
    const Currency currency = currency_.value_or(Currency::usd());
    if (catalog_ != nullptr) {
        // Those of the country that is chosen, so that bringing a section back does not change the country of another.
        auto found = defaultAssumptions(*catalog_, currency, assumed_.country);
        found = found ? found : defaultAssumptions(*catalog_, currency);
        defaults = found ? inCurrency(*found, catalog_->rates, currency) : defaults;
    }
    for (AssumptionSection* section : sections_) {
        section->show(assumed_, defaults, currency);
    }
    setRemark(assumed_.use.kind == UseKind::Hours
                  ? tr("in use %1 % of all hours").arg(std::lround(assumed_.use.utilization * kPercent))
                  : QString());
}

void AssumptionsCard::showMachine(const EvaluatedBuild* build)
{
    power_->showMachine(build);
}

void AssumptionsCard::showMonthlyElectricity(const std::optional<Money>& amount)
{
    power_->showMonthlyElectricity(amount);
}

void AssumptionsCard::showRanges(const std::vector<FactorRange>& ranges)
{
    ranges_->showRanges(ranges);
}

void AssumptionsCard::showHint(const QString& sentence)
{
    hint_->setText(sentence);
    hint_->setVisible(!sentence.isEmpty());
}

void AssumptionsCard::retranslate()
{
    setTitle(tr("Assumptions"));
    for (AssumptionSection* section : sections_) {
        section->retranslate();
    }
    power_->retranslate();
    showThem();
}

void AssumptionsCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
