// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rental_sections.h"

#include <QLineEdit>
#include <QSignalBlocker>

namespace rigwright {

namespace {

constexpr double kPercent = 100;
constexpr double kMinutes = 60;
constexpr double kGigabytes = 1e-9;

} // namespace

CloudSection::CloudSection(QWidget* parent)
    : AssumptionSection(QStringLiteral("cloud"), parent)
    , region_(new QLineEdit)
{
    const auto terms = [](auto& assumed) -> auto&
    {
        return assumed.cloud;
    };
    region_->setObjectName(QStringLiteral("region"));
    region_->setMaxLength(60);
    regionRow_ = addWidget(region_, true);
    spot_ = addFigure("spotInterruption", {0, kPercent, 0, 5},
                      accessTo(
                          [terms](auto& a) -> auto& { return terms(a).spotInterruption; }, kPercent));
    reserved_ =
        addOptionalFigure("reservedDiscount", {0, kPercent, 0, 5},
                          accessTo(
                              [terms](auto& a) -> auto& { return terms(a).reservedDiscount; }, kPercent));
    term_ = addFigure("reservedTerm", {1, 60, 0, 12},
                      accessTo([terms](auto& a) -> auto& { return terms(a).reservedTermMonths; }));
    unit_ = addFigure("billingUnit", {0, 24 * kMinutes, 0, 1},
                      accessTo(
                          [terms](auto& a) -> auto& { return terms(a).billingUnit; }, kMinutes));
    storage_ = addOptionalFigure("storage", {0, 1'000'000, 0, 10},
                                 accessTo(
                                     [terms](auto& a) -> auto& { return terms(a).storage; }, kGigabytes));
    storagePrice_ = addFigure("storagePrice", {0, 1000, 3, 0.01},
                              accessTo([terms](auto& a) -> auto& { return terms(a).storagePerGbMonth; }));
    egress_ = addFigure("egressPerToken", {0, 1'000'000, 0, 10},
                        accessTo([terms](auto& a) -> auto& { return terms(a).egressPerToken; }));
    egressPrice_ = addFigure("egressPrice", {0, 1000, 3, 0.01},
                             accessTo([terms](auto& a) -> auto& { return terms(a).egressPerGb; }));
    change_ = addFigure("cloudChange", {-50, kPercent, 1, 1},
                        accessTo(
                            [terms](auto& a) -> auto& { return terms(a).priceChange; }, kPercent));
    connect(region_, &QLineEdit::textChanged, this, [this](const QString& text) {
        edit([&text](CostAssumptions& changed) { changed.cloud.region = text.trimmed().toStdString(); });
    });
}

void CloudSection::showMore()
{
    const QString region = QString::fromStdString(assumed().cloud.region);
    const QSignalBlocker quiet(region_);
    if (region_->text().trimmed() != region) {
        region_->setText(region);
    }
    want(term_, assumed().cloud.reservedDiscount.has_value());
}

bool CloudSection::isMoreDefault() const
{
    return assumed().cloud.region == defaults().cloud.region;
}

void CloudSection::resetMore(CostAssumptions& changed) const
{
    changed.cloud.region = defaults().cloud.region;
}

void CloudSection::retranslate()
{
    setTitle(tr("Cloud"));
    const QString money = QString::fromStdString(currency().code());
    setTexts(regionRow_, tr("Region"), {}, tr("Only offers of regions whose name contains this"));
    region_->setPlaceholderText(tr("all"));
    setTexts(spot_, tr("Interruptions"), tr("%"),
             tr("Hours that interruptions of spot and marketplace offers cost, as a share of those used"));
    setTexts(
        reserved_, tr("Reserved, off"), tr("%"),
        tr("Discount for a term on the on-demand price, if you are offered one; every hour is paid then"));
    setNothing(reserved_, tr("not offered"));
    setTexts(term_, tr("Reserved for"), tr("months"), tr("Begun terms are paid to their end"));
    setTexts(unit_, tr("Billed by"), tr("minutes"), tr("Begun units are paid; 0: by the second"));
    setTexts(storage_, tr("Storage"), tr("GB"), tr("Kept all month"));
    setNothing(storage_, tr("the model's files"));
    setTexts(storagePrice_, tr("It costs"), tr("%1/GB·month").arg(money), tr("A gigabyte for a month"));
    setTexts(egress_, tr("Sent out"), tr("bytes/token"),
             tr("That leave the cloud for each token of an answer"));
    setTexts(egressPrice_, tr("Sending costs"), tr("%1/GB").arg(money), tr("A gigabyte to the internet"));
    setTexts(change_, tr("Prices change"), tr("% a year"),
             tr("At each year's begin: −10 where prices fall by a tenth"));
}

ApiSection::ApiSection(QWidget* parent)
    : AssumptionSection(QStringLiteral("api"), parent)
{
    const auto terms = [](auto& assumed) -> auto&
    {
        return assumed.api;
    };
    batch_ = addFigure("batchDiscount", {0, kPercent, 0, 5},
                       accessTo(
                           [terms](auto& a) -> auto& { return terms(a).batchDiscount; }, kPercent));
    change_ = addFigure("apiChange", {-50, kPercent, 1, 1},
                        accessTo(
                            [terms](auto& a) -> auto& { return terms(a).priceChange; }, kPercent));
    aggregators_ =
        addCheck("aggregators", accessTo([terms](auto& a) -> auto& { return terms(a).aggregators; }));
}

void ApiSection::retranslate()
{
    setTitle(tr("Hosted API"));
    setTexts(batch_, tr("Batch discount"), tr("%"), tr("Off all prices, for answers that may wait"));
    setTexts(change_, tr("Prices change"), tr("% a year"),
             tr("At each year's begin: −10 where prices fall by a tenth"));
    setTexts(aggregators_, tr("Resellers count too"), {},
             tr("Providers that pass requests on to others' capacity"));
}

} // namespace rigwright
