// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog_filters.h"

#include "ui/categories_model.h"
#include "ui/fields.h"
#include "ui/table_view.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kLongestDays = 3'650;
constexpr int kDaysWidth = 96;
constexpr std::array kOrigins{PartOrigin::Shipped, PartOrigin::Edited, PartOrigin::Own};
constexpr std::array kStates{Verification::Sourced, Verification::Compared, Verification::Unverified};
constexpr std::array kCheckNames{"filterPriced",    "filterOldPrice",   "filterFavourites",
                                 "filterHiddenToo", "filterIncomplete", "filterUnderneath"};

/// Entry 0 asks for nothing.
template <class Value, std::size_t size>
std::optional<Value> chosen(const Choice* choice, const std::array<Value, size>& values)
{
    const int index = choice->currentIndex();
    return index <= 0 ? std::nullopt : std::optional(values.at(static_cast<std::size_t>(index - 1)));
}

void refill(Choice* choice, const QStringList& texts)
{
    const QSignalBlocker quiet(choice);
    const int index = std::max(0, choice->currentIndex());
    choice->clear();
    choice->addItems(texts);
    choice->setCurrentIndex(index);
}

} // namespace

CatalogFilters::CatalogFilters(QWidget* parent)
    : Card(parent)
    , categories_(new CategoriesModel(this))
    , list_(new TableView)
    , origin_(new Choice(QStringLiteral("filterOrigin")))
    , state_(new Choice(QStringLiteral("filterState")))
    , daysLabel_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted))
    , days_(new NumberField(QStringLiteral("oldAfterDays")))
{
    list_->setObjectName(QStringLiteral("categoryList"));
    list_->setModel(categories_);
    list_->setStretchColumn(CategoriesModel::Name);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->horizontalHeader()->hide();
    list_->selectRow(0);
    body()->setSpacing(6);
    body()->addWidget(list_, 1);
    body()->addWidget(origin_);
    body()->addWidget(state_);
    for (std::size_t i = 0; i < kCheckNames.size(); ++i) {
        checks_.at(i) = new QCheckBox;
        checks_.at(i)->setObjectName(QLatin1String(kCheckNames.at(i)));
        connect(checks_.at(i), &QCheckBox::toggled, this, [this] {
            if (!quiet_) {
                Q_EMIT changed();
            }
        });
        body()->addWidget(checks_.at(i), 0, Qt::AlignLeft);
    }
    days_->setRange(1, kLongestDays);
    days_->setMinimumWidth(kDaysWidth);
    daysLabel_->setBuddy(days_);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(daysLabel_, 1);
    row->addWidget(days_);
    body()->addLayout(row);
    const auto tell = [this] {
        if (!quiet_) {
            Q_EMIT changed();
        }
    };
    connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, tell);
    connect(origin_, &QComboBox::currentIndexChanged, this, tell);
    connect(state_, &QComboBox::currentIndexChanged, this, tell);
    connect(days_, &QSpinBox::editingFinished, this, [this] { Q_EMIT policyChosen({days_->value()}); });
    retranslate();
}

std::string CatalogFilters::table() const
{
    return categories_->tableAt(list_->currentIndex().row());
}

void CatalogFilters::setTable(const std::string& table)
{
    list_->selectRow(categories_->rowOf(table));
}

CatalogFilter CatalogFilters::filter() const
{
    CatalogFilter filter;
    filter.query.table = table();
    filter.query.origin = chosen(origin_, kOrigins);
    filter.query.state = chosen(state_, kStates);
    filter.query.pricedOnly = checks_[Priced]->isChecked();
    filter.query.favouritesOnly = checks_[Favourites]->isChecked();
    filter.query.hiddenToo = checks_[HiddenToo]->isChecked();
    filter.query.incompleteOnly = checks_[Incomplete]->isChecked();
    filter.oldPriceOnly = checks_[OldPrice]->isChecked();
    filter.underneathOnly = checks_[Underneath]->isChecked();
    return filter;
}

void CatalogFilters::showCounts(const CatalogHits& hits)
{
    categories_->showCounts(hits.counts);
    list_->fitColumns();
}

void CatalogFilters::showView(const CatalogView& view, bool canChange)
{
    const QSignalBlocker quiet(days_);
    if (!days_->hasFocus()) {
        days_->setValue(view.catalog->pricePolicy.oldAfterDays);
    }
    days_->setEnabled(canChange);
    const bool some =
        std::ranges::any_of(view.parts, [](const PartEntry& part) { return !part.underneath.empty(); });
    checks_[Underneath]->setVisible(some || checks_[Underneath]->isChecked());
}

void CatalogFilters::clearQuietly()
{
    const QScopedValueRollback guard(quiet_, true);
    origin_->setCurrentIndex(0);
    state_->setCurrentIndex(0);
    for (QCheckBox* check : checks_) {
        check->setChecked(false);
    }
}

void CatalogFilters::clear()
{
    clearQuietly();
    Q_EMIT changed();
}

void CatalogFilters::showUnderneath()
{
    clearQuietly();
    {
        const QScopedValueRollback guard(quiet_, true);
        list_->selectRow(0);
        checks_[HiddenToo]->setChecked(true);
        checks_[Underneath]->setChecked(true);
    }
    Q_EMIT changed();
}

void CatalogFilters::retranslate()
{
    list_->setAccessibleName(tr("Categories"));
    const QScopedValueRollback guard(quiet_, true);
    refill(origin_, {tr("Shipped and own"), tr("Shipped, unchanged"), tr("Edited by me"), tr("My own")});
    refill(state_, {tr("In any state"), tr("Sourced"), tr("Compared"), tr("Unverified")});
    origin_->setAccessibleName(tr("Whose parts"));
    state_->setAccessibleName(tr("State of the figures"));
    const std::array<QString, CheckCount> names{tr("With a price"), tr("Old price"),
                                                tr("Favourites"),   tr("Hidden too"),
                                                tr("Incomplete"),   tr("Changed underneath")};
    const std::array<QString, CheckCount> tips{
        tr("Only parts that somebody has a price for"),
        tr("Only parts whose price is older than the days below"),
        tr("Only parts with a star"),
        tr("Also parts that you hid"),
        tr("Only parts that lack a figure which machines need"),
        tr("Only parts of which the shipped catalog has changed a figure that you had edited")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        checks_.at(i)->setText(names.at(i));
        checks_.at(i)->setToolTip(tips.at(i));
    }
    daysLabel_->setText(tr("Old after"));
    days_->setUnit(tr("days"));
    days_->setAccessibleName(tr("Days after which a price is old"));
    days_->setToolTip(tr("Prices older than this are flagged wherever they are used"));
    categories_->retranslate();
    list_->fitColumns();
}

void CatalogFilters::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
