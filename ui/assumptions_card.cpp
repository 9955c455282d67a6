// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assumptions_card.h"

#include "ui/fields.h"
#include "ui/label.h"
#include "ui/text.h"

#include <QEvent>
#include <QGridLayout>
#include <QSignalBlocker>

#include <cmath>

namespace rigwright {

namespace {

constexpr double kHoursADay = 24;
constexpr int kStepsAnHour = 10;
constexpr int kTariffDecimals = 3;
constexpr double kMicros = 1e6;
constexpr int kMostYears = 10;

} // namespace

AssumptionsCard::AssumptionsCard(QWidget* parent)
    : Card(parent)
    , grid_(new QGridLayout)
    , hours_(new DecimalField(QStringLiteral("hoursPerDay")))
    , slider_(new QSlider(Qt::Horizontal))
    , tariff_(new DecimalField(QStringLiteral("electricityPrice")))
    , pue_(new DecimalField(QStringLiteral("powerUsageEffectiveness")))
    , years_(new NumberField(QStringLiteral("years")))
{
    setRanges();
    grid_->setHorizontalSpacing(12);
    grid_->setVerticalSpacing(6);
    grid_->setColumnStretch(1, 1);
    body()->addLayout(grid_);
    body()->addStretch(1);
    addField(hoursLabel_ = new QLabel, hours_);
    grid_->addWidget(slider_, grid_->rowCount(), 0, 1, 2);
    addField(tariffLabel_ = new QLabel, tariff_);
    addField(pueLabel_ = new QLabel, pue_);
    addField(yearsLabel_ = new QLabel, years_);
    using Ink = ThemedLabel::Ink;
    addHead();
    load_ = addFigure(loadLabel_ = new ThemedLabel(TextSize::Text, Ink::Muted), QStringLiteral("loadPower"));
    idle_ = addFigure(idleLabel_ = new ThemedLabel(TextSize::Text, Ink::Muted), QStringLiteral("idlePower"));
    monthly_ = addFigure(monthlyLabel_ = new ThemedLabel(TextSize::Text, Ink::Muted),
                         QStringLiteral("monthlyElectricity"));
    connectFields();
    showMachine(nullptr);
    showMonthlyElectricity(std::nullopt);
    retranslate();
}

void AssumptionsCard::setRanges()
{
    const CostAssumptions defaults;
    hours_->setRange(0, kHoursADay);
    hours_->setDecimals(1);
    hours_->setValue(defaults.use.utilization * kHoursADay);
    slider_->setObjectName(QStringLiteral("hoursSlider"));
    slider_->setRange(0, static_cast<int>(kHoursADay) * kStepsAnHour);
    slider_->setSingleStep(kStepsAnHour / 2);
    slider_->setPageStep(kStepsAnHour);
    slider_->setValue(static_cast<int>(std::lround(hours_->value() * kStepsAnHour)));
    tariff_->setRange(0, 1000);
    tariff_->setDecimals(kTariffDecimals);
    tariff_->setSingleStep(0.01);
    pue_->setRange(1, 10);
    pue_->setDecimals(2);
    pue_->setSingleStep(0.05);
    pue_->setValue(defaults.running.powerUsageEffectiveness);
    years_->setRange(1, kMostYears);
    years_->setValue(defaults.years);
}

void AssumptionsCard::connectFields()
{
    connect(hours_, &QDoubleSpinBox::valueChanged, this, [this](double hours) {
        const QSignalBlocker quiet(slider_);
        slider_->setValue(static_cast<int>(std::lround(hours * kStepsAnHour)));
        showShare();
        Q_EMIT changed();
    });
    connect(slider_, &QSlider::valueChanged, this,
            [this](int tenths) { hours_->setValue(static_cast<double>(tenths) / kStepsAnHour); });
    connect(tariff_, &QDoubleSpinBox::valueChanged, this, &AssumptionsCard::changed);
    connect(pue_, &QDoubleSpinBox::valueChanged, this, &AssumptionsCard::changed);
    connect(years_, &QSpinBox::valueChanged, this, &AssumptionsCard::changed);
}

void AssumptionsCard::addField(QLabel* label, QWidget* field)
{
    const int row = grid_->rowCount();
    label->setBuddy(field);
    grid_->addWidget(label, row, 0);
    grid_->addWidget(field, row, 1);
}

void AssumptionsCard::addHead()
{
    machineHead_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    machineHead_->setContentsMargins(0, 6, 0, 0);
    grid_->addWidget(machineHead_, grid_->rowCount(), 0, 1, 2);
}

QLabel* AssumptionsCard::addFigure(QLabel* label, const QString& objectName)
{
    auto* figure = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Text);
    figure->setObjectName(objectName);
    const int row = grid_->rowCount();
    grid_->addWidget(label, row, 0);
    grid_->addWidget(figure, row, 1, Qt::AlignRight);
    return figure;
}

CostAssumptions AssumptionsCard::assumptions() const
{
    CostAssumptions assumed = defaults_;
    assumed.years = years_->value();
    assumed.use.utilization = hours_->value() / kHoursADay;
    assumed.running.powerUsageEffectiveness = pue_->value();
    assumed.running.electricity =
        MoneyRate(std::llround(tariff_->value() * kMicros), currency_.value_or(Currency::usd()));
    return assumed;
}

void AssumptionsCard::setCurrency(const Catalog& catalog, Currency currency)
{
    if (currency_ == currency) {
        return;
    }
    currency_ = currency;
    const QSignalBlocker quiet(tariff_);
    if (auto defaults = defaultAssumptions(catalog, currency)) {
        defaults_ = *std::move(defaults);
    }
    tariff_->setValue(defaults_.running.electricity.toDouble());
    retranslate();
}

void AssumptionsCard::showMachine(const EvaluatedBuild* build)
{
    load_->setText(build == nullptr ? QStringLiteral("–") : wattsText(build->wallPower));
    idle_->setText(build == nullptr ? QStringLiteral("–") : wattsText(build->idlePower));
}

void AssumptionsCard::showMonthlyElectricity(const std::optional<Money>& amount)
{
    monthly_->setText(amount ? moneyText(*amount) : QStringLiteral("–"));
}

void AssumptionsCard::showShare()
{
    constexpr double kPercent = 100;
    setRemark(tr("in use %1 % of all hours").arg(std::lround(hours_->value() / kHoursADay * kPercent)));
}

void AssumptionsCard::retranslate()
{
    setTitle(tr("Assumptions"));
    hoursLabel_->setText(tr("In use a day"));
    hours_->setUnit(tr("h"));
    hours_->setAccessibleName(tr("Hours in use a day"));
    slider_->setAccessibleName(tr("Hours in use a day"));
    tariffLabel_->setText(tr("Electricity"));
    tariff_->setUnit(tr("%1/kWh").arg(QString::fromStdString(currency_.value_or(Currency::usd()).code())));
    pueLabel_->setText(tr("PUE"));
    pue_->setToolTip(tr("Power usage effectiveness: power of the whole facility over that of the machine"));
    pueLabel_->setToolTip(pue_->toolTip());
    yearsLabel_->setText(tr("Years"));
    years_->setUnit(tr("years"));
    machineHead_->setText(tr("What follows for the machine"));
    loadLabel_->setText(tr("Power under load"));
    idleLabel_->setText(tr("Power when idle"));
    monthlyLabel_->setText(tr("Electricity a month"));
    showShare();
}

void AssumptionsCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
