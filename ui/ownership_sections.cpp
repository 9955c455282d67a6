// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ownership_sections.h"

#include "ui/country_text.h"

#include <QSignalBlocker>

#include <algorithm>

namespace rigwright {

namespace {

constexpr double kPercent = 100;
constexpr double kMostMoney = 1e9;

QString codeOf(const Currency& currency)
{
    return QString::fromStdString(currency.code());
}

} // namespace

PurchaseSection::PurchaseSection(QWidget* parent)
    : AssumptionSection(QStringLiteral("purchase"), parent)
{
    const auto terms = [](auto& assumed) -> auto&
    {
        return assumed.purchase;
    };
    machines_ = addFigure("machines", {1, 1000, 0, 1},
                          accessTo([terms](auto& a) -> auto& { return terms(a).machines; }));
    tax_ = addOptionalFigure("taxRate", {0, kPercent, 2, 1},
                             accessTo(
                                 [terms](auto& a) -> auto& { return terms(a).taxRate; }, kPercent));
    recoverable_ =
        addCheck("taxRecoverable", accessTo([terms](auto& a) -> auto& { return terms(a).taxRecoverable; }));
    shipping_ = addFigure("shipping", {0, kMostMoney, 2, 10},
                          accessTo([terms](auto& a) -> auto& { return terms(a).shipping; }));
    installation_ = addFigure("installation", {0, kMostMoney, 2, 10},
                              accessTo([terms](auto& a) -> auto& { return terms(a).installation; }));
    spares_ = addFigure("sparesShare", {0, kPercent, 1, 1},
                        accessTo(
                            [terms](auto& a) -> auto& { return terms(a).sparesShare; }, kPercent));
}

void PurchaseSection::retranslate()
{
    setTitle(tr("Purchase"));
    const QString money = codeOf(currency());
    setTexts(machines_, tr("Machines"), {}, tr("Alike; the requests are shared out among them"));
    setTexts(tax_, tr("Tax"), tr("%"), tr("On hardware, shipping, installation and spares"));
    setNothing(tax_, tr("unknown"));
    setTexts(recoverable_, tr("Tax is recovered"), {}, tr("As of a business: then it costs nothing"));
    setTexts(shipping_, tr("Shipping"), money, tr("With duty; of all machines together"));
    setTexts(installation_, tr("Installation"), money, tr("Of all machines together"));
    setTexts(spares_, tr("Spare parts"), tr("%"), tr("Bought with the machines; of the hardware's price"));
}

FinancingSection::FinancingSection(QWidget* parent)
    : AssumptionSection(QStringLiteral("financing"), parent)
{
    const auto terms = [](auto& assumed) -> auto&
    {
        return assumed.financing;
    };
    const auto value = [](auto& assumed) -> auto&
    {
        return assumed.value;
    };
    kind_ = addChoice("financingKind", 3, accessTo([terms](auto& a) -> auto& { return terms(a).kind; }));
    interest_ = addFigure("yearlyInterest", {0, kPercent, 2, 0.5},
                          accessTo(
                              [terms](auto& a) -> auto& { return terms(a).yearlyInterest; }, kPercent));
    term_ = addFigure("financingTerm", {1, 120, 0, 12},
                      accessTo([terms](auto& a) -> auto& { return terms(a).termMonths; }));
    down_ = addFigure("downPayment", {0, kPercent, 0, 5},
                      accessTo(
                          [terms](auto& a) -> auto& { return terms(a).downPayment; }, kPercent));
    residual_ = addFigure("residualShare", {0, kPercent, 0, 5},
                          accessTo(
                              [value](auto& a) -> auto& { return value(a).residualShare; }, kPercent));
    depreciation_ = addFigure("depreciationYears", {1, 10, 0, 1},
                              accessTo([value](auto& a) -> auto& { return value(a).depreciationYears; }));
    method_ =
        addChoice("depreciationMethod", 2, accessTo([value](auto& a) -> auto& { return value(a).method; }));
    refresh_ = addOptionalFigure("refreshYears", {1, 10, 0, 1},
                                 accessTo([value](auto& a) -> auto& { return value(a).refreshYears; }));
    discount_ = addFigure("discountRate", {0, kPercent, 2, 0.5},
                          accessTo(
                              [](auto& a) -> auto& { return a.discountRate; }, kPercent));
}

void FinancingSection::showMore()
{
    const Financing kind = assumed().financing.kind;
    want(interest_, kind != Financing::Cash);
    want(term_, kind != Financing::Cash);
    want(down_, kind == Financing::Loan);
}

void FinancingSection::retranslate()
{
    setTitle(tr("Financing"));
    setTexts(kind_, tr("Paid"), {}, tr("In one sum, by a loan in equal payments, or as a lease that ends"));
    setChoices(kind_, {tr("in cash"), tr("by a loan"), tr("as a lease")});
    setTexts(interest_, tr("Interest"), tr("% a year"), tr("Nominal; a twelfth of it each month"));
    setTexts(term_, tr("Term"), tr("months"), tr("Equal payments, the first after a month"));
    setTexts(down_, tr("Down payment"), tr("%"), tr("Share of the purchase that is paid at once"));
    setTexts(residual_, tr("Sold for"), tr("%"),
             tr("Residual value: share of the hardware's price for which it is sold at the end"));
    setTexts(depreciation_, tr("Written off in"), tr("years"),
             tr("Depreciation in the books; nothing is paid, and break-even does not depend on it"));
    setTexts(method_, tr("Written off"), {}, tr("How the books take the value down"));
    setChoices(method_, {tr("evenly"), tr("declining")});
    setTexts(refresh_, tr("Replaced after"), tr("years"),
             tr("A like machine at the same price takes its place"));
    setNothing(refresh_, tr("never"));
    setTexts(discount_, tr("Discount rate"), tr("% a year"),
             tr("What money is worth less in a year; for present values"));
}

RunningSection::RunningSection(QWidget* parent)
    : AssumptionSection(QStringLiteral("running"), parent)
    , country_(new Choice(QStringLiteral("country")))
{
    const auto terms = [](auto& assumed) -> auto&
    {
        return assumed.running;
    };
    countryRow_ = addWidget(country_, true);
    tariff_ = addFigure("electricityPrice", {0, 10'000, 3, 0.01},
                        accessTo([terms](auto& a) -> auto& { return terms(a).electricity; }));
    night_ = addOptionalFigure("nightElectricity", {0, 10'000, 3, 0.01},
                               accessTo([terms](auto& a) -> auto& { return terms(a).nightElectricity; }));
    change_ = addFigure("electricityChange", {-50, kPercent, 1, 1},
                        accessTo(
                            [terms](auto& a) -> auto& { return terms(a).electricityChange; }, kPercent));
    pue_ = addFigure("powerUsageEffectiveness", {1, 10, 2, 0.05},
                     accessTo([terms](auto& a) -> auto& { return terms(a).powerUsageEffectiveness; }));
    idle_ = addFigure("idleShare", {0, kPercent, 0, 10},
                      accessTo(
                          [terms](auto& a) -> auto& { return terms(a).idleShare; }, kPercent));
    room_ = addFigure("roomPerMonth", {0, kMostMoney, 2, 10},
                      accessTo([terms](auto& a) -> auto& { return terms(a).roomPerMonth; }));
    support_ = addFigure("supportShare", {0, kPercent, 1, 1},
                         accessTo(
                             [terms](auto& a) -> auto& { return terms(a).supportShare; }, kPercent));
    software_ = addFigure("softwarePerGpu", {0, kMostMoney, 2, 100},
                          accessTo([terms](auto& a) -> auto& { return terms(a).softwarePerGpuYear; }));
    staff_ = addFigure("staffShare", {0, 10'000, 1, 5},
                       accessTo(
                           [terms](auto& a) -> auto& { return terms(a).staffShare; }, kPercent));
    staffPay_ = addFigure("staffPerYear", {0, kMostMoney, 0, 1000},
                          accessTo([terms](auto& a) -> auto& { return terms(a).staffPerYear; }));
    carbon_ =
        addOptionalFigure("carbon", {0, 5, 3, 0.01}, accessTo([](auto& a) -> auto& { return a.carbon; }));
    fillCountries();
    connect(country_, &QComboBox::activated, this,
            [this] { Q_EMIT countryChosen(country_->currentData().toString().toStdString()); });
}

void RunningSection::setCountries(const std::vector<Country>& countries)
{
    countries_ = countries;
    std::ranges::sort(countries_, {}, &Country::name);
    fillCountries();
}

void RunningSection::fillCountries()
{
    const QSignalBlocker quiet(country_);
    country_->clear();
    country_->addItem(tr("none"), QString());
    for (const Country& country : countries_) {
        country_->addItem(countryText(country.name), QString::fromStdString(country.code));
    }
    showMore();
}

void RunningSection::showMore()
{
    const QSignalBlocker quiet(country_);
    if (!country_->chooseData(QString::fromStdString(assumed().country))) {
        country_->setCurrentIndex(0);
    }
    want(staffPay_, assumed().running.staffShare > 0);
}

bool RunningSection::isMoreDefault() const
{
    return assumed().country == defaults().country;
}

void RunningSection::retranslate()
{
    setTitle(tr("Running"));
    const QString money = codeOf(currency());
    setTexts(countryRow_, tr("Country"), {},
             tr("Fills in the tariff of households, the tax and the carbon of its electricity"));
    if (country_->count() > 0) {
        country_->setItemText(0, tr("none"));
    }
    setTexts(tariff_, tr("Electricity"), tr("%1/kWh").arg(money), tr("What a kilowatt-hour costs"));
    setTexts(night_, tr("At night"), tr("%1/kWh").arg(money), tr("From 22 to 6 o'clock"));
    setNothing(night_, tr("as by day"));
    setTexts(change_, tr("Its change"), tr("% a year"), tr("How the tariff changes at each year's begin"));
    setTexts(pue_, tr("PUE"), {},
             tr("Power usage effectiveness: power of the whole facility over that of the machine"));
    setTexts(idle_, tr("Left on idle"), tr("%"),
             tr("Of the hours without requests, those in which the machine stays switched on"));
    setTexts(room_, tr("Room"), tr("%1 a month").arg(money), tr("Rack, room or colocation of each machine"));
    setTexts(support_, tr("Support"), tr("% a year"), tr("Contract; of the hardware's price"));
    setTexts(software_, tr("Software"), tr("%1/GPU·year").arg(money),
             tr("Licences for each accelerator and year"));
    setTexts(staff_, tr("Staff"), tr("% of a post"), tr("Share of a full-time position that looks after it"));
    setTexts(staffPay_, tr("A post costs"), tr("%1 a year").arg(money), tr("A full-time position"));
    setTexts(carbon_, tr("Carbon"), tr("kg CO₂e/kWh"), tr("Of the electricity, over a year"));
    setNothing(carbon_, tr("unknown"));
}

} // namespace rigwright
