// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/limits_section.h"

#include "ui/text.h"

#include <QCheckBox>
#include <QHBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace rigwright {

namespace {

constexpr int kMostMoney = 1'000'000'000;
constexpr int kMostWatts = 1'000'000;
constexpr std::array kEnclosures{Enclosure::Any, Enclosure::Tower, Enclosure::Rack};
constexpr std::array kVendors{AcceleratorVendor::Nvidia, AcceleratorVendor::Amd, AcceleratorVendor::Intel,
                              AcceleratorVendor::Apple};
constexpr int kAnyVendor = -1;

void setTexts(Choice* choice, const QStringList& texts)
{
    for (int i = 0; i < choice->count(); ++i) {
        choice->setItemText(i, texts.value(i));
    }
}

} // namespace

LimitsSection::LimitsSection(const ExchangeRates& rates, QWidget* parent)
    : FormSection(parent)
    , budget_(new NumberField(QStringLiteral("budget")))
    , currency_(new Choice(QStringLiteral("currency")))
    , power_(new NumberField(QStringLiteral("wallPower")))
    , enclosure_(new Choice(QStringLiteral("enclosure")))
    , vendor_(new Choice(QStringLiteral("vendor")))
    , ecc_(new QCheckBox)
    , offload_(new QCheckBox)
    , money_(new QWidget)
{
    budget_->setRange(0, kMostMoney);
    budget_->setSingleStep(100);
    for (const Currency& currency : Currency::all()) {
        if (rates.find(currency) != nullptr) {
            currency_->addItem(QString::fromStdString(currency.code()));
        }
    }
    power_->setRange(0, kMostWatts);
    power_->setSingleStep(50);
    power_->setPrefix(QStringLiteral("≤ "));
    for (const Enclosure enclosure : kEnclosures) {
        enclosure_->addItem(QString(), static_cast<int>(enclosure));
    }
    vendor_->addItem(QString(), kAnyVendor);
    for (const AcceleratorVendor vendor : kVendors) {
        vendor_->addItem(QString(), static_cast<int>(vendor));
    }
    ecc_->setObjectName(QStringLiteral("requireEcc"));
    offload_->setObjectName(QStringLiteral("allowOffload"));

    money_->setObjectName(QStringLiteral("money"));
    auto* row = new QHBoxLayout(money_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(budget_, 1);
    currency_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    currency_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(currency_);
    budgetRow_ = addRow(money_);
    budgetRow_.label->setBuddy(budget_);
    powerRow_ = addRow(power_);
    enclosureRow_ = addRow(enclosure_);
    vendorRow_ = addRow(vendor_);
    addWide(ecc_);
    addWide(offload_);

    for (NumberField* field : {budget_, power_}) {
        connect(field, &QSpinBox::valueChanged, this, &FormSection::changed);
    }
    for (Choice* choice : {currency_, enclosure_, vendor_}) {
        connect(choice, &QComboBox::currentIndexChanged, this, &FormSection::changed);
    }
    for (QCheckBox* box : {ecc_, offload_}) {
        connect(box, &QCheckBox::toggled, this, &FormSection::changed);
    }
}

void LimitsSection::show(const Requirement& requirement)
{
    const double budget = std::round(requirement.budget.toDouble());
    budget_->setValue(static_cast<int>(std::clamp(budget, 0.0, static_cast<double>(kMostMoney))));
    currency_->setCurrentText(QString::fromStdString(requirement.budget.currency().code()));
    power_->setValue(requirement.maxWallPower ? static_cast<int>(requirement.maxWallPower->value()) : 0);
    enclosure_->chooseData(static_cast<int>(requirement.enclosure));
    vendor_->chooseData(requirement.vendor ? static_cast<int>(*requirement.vendor) : kAnyVendor);
    ecc_->setChecked(requirement.requireEcc);
    offload_->setChecked(requirement.allowHostOffload);
}

void LimitsSection::apply(Requirement& requirement) const
{
    requirement.budget = Money::rounded(budget_->value(), currency());
    requirement.maxWallPower = power_->value() > 0 ? std::optional(Watts(power_->value())) : std::nullopt;
    requirement.enclosure = static_cast<Enclosure>(enclosure_->currentData().toInt());
    const int vendor = vendor_->currentData().toInt();
    requirement.vendor =
        vendor == kAnyVendor ? std::nullopt : std::optional(static_cast<AcceleratorVendor>(vendor));
    requirement.requireEcc = ecc_->isChecked();
    requirement.allowHostOffload = offload_->isChecked();
}

bool LimitsSection::validate()
{
    const bool hasBudget = budget_->value() > 0;
    setError(budgetRow_, hasBudget ? QString() : tr("Enter what the machine may cost."));
    setInvalid(budget_, !hasBudget);
    return hasBudget;
}

void LimitsSection::retranslate()
{
    setHead(tr("Budget and limits"));
    setLabel(budgetRow_, tr("&Budget"));
    budget_->setAccessibleName(tr("Budget"));
    currency_->setAccessibleName(tr("Currency"));
    setLabel(powerRow_, tr("Wall po&wer"));
    power_->setUnit(tr("W"));
    power_->setSpecialValueText(tr("any"));
    setLabel(enclosureRow_, tr("Fo&rm"));
    setLabel(vendorRow_, tr("&GPU maker"));
    setTexts(
        enclosure_,
        {enclosureText(Enclosure::Any), enclosureText(Enclosure::Tower), enclosureText(Enclosure::Rack)});
    QStringList vendors{tr("any")};
    for (const AcceleratorVendor vendor : kVendors) {
        vendors << vendorText(vendor);
    }
    setTexts(vendor_, vendors);
    ecc_->setText(tr("ECC memory in the host"));
    offload_->setText(tr("Part of the model may lie in RAM"));
}

Currency LimitsSection::currency() const
{
    return Currency::parse(currency_->currentText().toStdString()).value_or(Currency::usd());
}

} // namespace rigwright
