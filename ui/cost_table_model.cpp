// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost_table_model.h"

#include "ui/cost_plot.h"
#include "ui/cost_words.h"
#include "ui/text.h"

#include <QGuiApplication>

#include <algorithm>

namespace rigwright {

namespace {

int alignmentOf(int column)
{
    const bool isNumber = column == CostTableModel::PerHour || column == CostTableModel::Total ||
        column == CostTableModel::PerMillion;
    return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QString idOf(const CostScenario& scenario)
{
    if (scenario.hosted) {
        return QString::fromStdString(scenario.hosted->offer.id);
    }
    return scenario.offer ? QString::fromStdString(scenario.offer->id) : QStringLiteral("own");
}

/// "2 × A100", and plain "A100" for one.
QString countedText(int count, const std::string& name)
{
    const QString one = QString::fromStdString(name);
    return count == 1 ? one : QStringLiteral("%1 × %2").arg(count).arg(one);
}

QString hardwareText(const Hardware& hardware)
{
    QStringList groups;
    for (const AcceleratorGroup& group : hardware.accelerators) {
        groups.append(countedText(group.count, group.accelerator.info.name));
    }
    return groups.isEmpty() ? QString::fromStdString(hardware.host.name) : groups.join(QStringLiteral(" + "));
}

/// A rate that sorts after every known one where it is unknown.
QVariant rateKey(const std::optional<MoneyRate>& rate)
{
    constexpr double kLast = 1e300;
    return rate ? rate->toDouble() : kLast;
}

} // namespace

QString scenarioText(const CostScenario& scenario)
{
    if (scenario.hosted) {
        return QString::fromStdString(scenario.name);
    }
    if (!scenario.offer) {
        return CostTableModel::tr("Own: %1").arg(QString::fromStdString(scenario.name));
    }
    const CloudOffer& offer = *scenario.offer;
    QString name = countedText(scenario.instances, offer.provider + " " + offer.instance);
    if (offer.pricing != PricingModel::OnDemand) {
        name = CostTableModel::tr("%1, %2", "cloud offer, pricing model")
                   .arg(name, pricingModelText(offer.pricing));
    }
    return name;
}

void CostTableModel::setComparison(std::shared_ptr<const CostComparison> comparison,
                                   const Hardware& ownHardware)
{
    beginResetModel();
    comparison_ = std::move(comparison);
    ownHardware_ = ownHardware;
    endResetModel();
}

void CostTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

const CostScenario* CostTableModel::scenario(int row) const
{
    return row >= 0 && row < rowCount() ? &comparison_->scenarios[static_cast<std::size_t>(row)] : nullptr;
}

bool CostTableModel::isAlwaysDrawn(int row) const
{
    return row == 0 ||
        (comparison_->breakEven.against && *comparison_->breakEven.against == static_cast<std::size_t>(row));
}

bool CostTableModel::isPicked(int row) const
{
    return picks_.contains(idOf(*scenario(row)));
}

std::vector<int> CostTableModel::drawnRows() const
{
    std::vector<int> rows;
    for (const bool always : {true, false}) {
        for (int row = 0; row < rowCount(); ++row) {
            if (isAlwaysDrawn(row) == always && (always || isPicked(row))) {
                rows.push_back(row);
            }
        }
    }
    return rows;
}

int CostTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || comparison_ == nullptr ? 0 : static_cast<int>(comparison_->scenarios.size());
}

int CostTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags CostTableModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Offer && !isAlwaysDrawn(index.row())) {
        flags |= Qt::ItemIsUserCheckable;
    }
    return flags;
}

QString CostTableModel::gpus(const CostScenario& scenario) const
{
    if (!scenario.offer) {
        return hardwareText(ownHardware_);
    }
    const CloudOffer& offer = *scenario.offer;
    return countedText(offer.gpuCount * scenario.instances, offer.gpuName);
}

QString CostTableModel::text(const CostScenario& scenario, int column) const
{
    switch (column) {
    case Offer: return scenarioText(scenario);
    case Gpus: return gpus(scenario);
    case PerHour: return scenario.perHour ? moneyRateText(*scenario.perHour) : QStringLiteral("–");
    case Total: return moneyText(scenario.total);
    case PerMillion:
        return scenario.perMillionTokens ? perMillionText(*scenario.perMillionTokens) : tr("unknown");
    case Price:
        return scenario.offer ? QStringLiteral("%1, %2, %3")
                                    .arg(priceKindText(scenario.offer->kind), dateText(scenario.offer->date),
                                         ageText(scenario.standing.ageDays))
                              : tr("bill of materials");
    default: return {};
    }
}

QString CostTableModel::tip(const CostScenario& scenario, int column) const
{
    if (column == PerMillion && !scenario.perMillionTokens) {
        return tr("The speed of this hardware, or of several instances together, is not known");
    }
    if (column == Price && scenario.offer) {
        return QString::fromStdString(scenario.offer->source);
    }
    if (column == Offer && scenario.offer) {
        return QStringLiteral("%1 · %2 · %3")
            .arg(scenarioText(scenario), pricingModelText(scenario.offer->pricing),
                 QString::fromStdString(scenario.offer->region));
    }
    return column == Gpus ? gpus(scenario) : QString();
}

CellTags CostTableModel::priceTags(const CostScenario& scenario) const
{
    const bool verified = scenario.standing.state != Verification::Unverified;
    CellTags tags{{verified ? TagKind::Neutral : TagKind::Unknown, text(scenario, Price)}};
    if (scenario.standing.old) {
        tags.append({TagKind::Warning, tr("old")});
    }
    return tags;
}

QVariant CostTableModel::sortKey(int row, int column) const
{
    const CostScenario& shown = *scenario(row);
    switch (column) {
    case PerHour: return rateKey(shown.perHour);
    case Total: return static_cast<qlonglong>(shown.total.minorUnits());
    case PerMillion: return rateKey(shown.perMillionTokens);
    case Price: return shown.offer ? dateText(shown.offer->date) : QString();
    default: return text(shown, column);
    }
}

QVariant CostTableModel::checkState(int row) const
{
    return static_cast<int>(isAlwaysDrawn(row) || isPicked(row) ? Qt::Checked : Qt::Unchecked);
}

QVariant CostTableModel::swatch(int row) const
{
    const std::vector<int> drawn = drawnRows();
    const auto found = std::ranges::find(drawn, row);
    if (found == drawn.end()) {
        return {};
    }
    return costLinePen(*comparison_, {drawn.begin(), drawn.end()}, static_cast<std::size_t>(row),
                       themeFor(QGuiApplication::palette()))
        .color();
}

QVariant CostTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const CostScenario& row = *scenario(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(row, column);
    case Qt::ToolTipRole: return tip(row, column);
    case Qt::TextAlignmentRole: return alignmentOf(column);
    case Qt::CheckStateRole: return column == Offer ? checkState(index.row()) : QVariant();
    case kSwatchRole: return column == Offer ? swatch(index.row()) : QVariant();
    case kSortRole: return sortKey(index.row(), column);
    case kIdRole: return idOf(row);
    case kTagsRole: return column == Price && row.offer ? QVariant::fromValue(priceTags(row)) : QVariant();
    case kMutedRole:
        return (column == PerMillion && !row.perMillionTokens) || (column == Price && !row.offer);
    default: return {};
    }
}

bool CostTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable)) {
        return false;
    }
    const QString id = idOf(*scenario(index.row()));
    picks_.removeAll(id);
    if (value.toInt() == Qt::Checked) {
        picks_.append(id);
        while (picks_.size() > kMostPicks) {
            picks_.removeFirst();
        }
    }
    // Another row may have lost its place, and lines change colour with their order.
    Q_EMIT dataChanged(this->index(0, Offer), this->index(rowCount() - 1, Offer));
    Q_EMIT drawnRowsChanged();
    return true;
}

QVariant CostTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignmentOf(section);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Offer: return tr("Offer");
    case Gpus: return tr("GPUs");
    case PerHour: return tr("Per hour");
    case Total:
        return comparison_ == nullptr ? tr("Total") : tr("%n years", nullptr, comparison_->assumptions.years);
    case PerMillion: return tr("Per 1M tokens");
    case Price: return tr("Price");
    default: return {};
    }
}

} // namespace rigwright
