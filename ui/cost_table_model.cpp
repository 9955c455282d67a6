// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost_table_model.h"

#include "costs/break_even.h"
#include "ui/cost_offer_text.h"
#include "ui/cost_plot.h"
#include "ui/cost_words.h"
#include "ui/text.h"

#include <QGuiApplication>
#include <QHash>

#include <algorithm>

namespace rigwright {

namespace {

constexpr double kLast = 1e300; ///< sorts after every known figure

QString idOf(const CostScenario& scenario)
{
    if (scenario.hosted) {
        return QString::fromStdString(scenario.hosted->offer.id);
    }
    if (!scenario.offer) {
        return QStringLiteral("own");
    }
    // The name tells reserved terms and a burst from the plain offer.
    return QStringLiteral("%1 %2 %3")
        .arg(QString::fromStdString(scenario.offer->id))
        .arg(static_cast<int>(scenario.kind))
        .arg(static_cast<int>(scenario.terms));
}

QString hardwareText(const Hardware& hardware)
{
    QStringList groups;
    for (const AcceleratorGroup& group : hardware.accelerators) {
        groups.append(countedText(group.count, group.accelerator.info.name));
    }
    return groups.isEmpty() ? QString::fromStdString(hardware.host.name) : groups.join(QStringLiteral(" + "));
}

QVariant rateKey(const std::optional<MoneyRate>& rate)
{
    return rate ? rate->toDouble() : kLast;
}

QString rateOr(const std::optional<MoneyRate>& rate)
{
    return rate ? moneyRateText(*rate) : QStringLiteral("–");
}

} // namespace

void CostTableModel::setComparison(std::shared_ptr<const CostComparison> comparison,
                                   std::shared_ptr<const CostCandidates> candidates)
{
    // A slider reorders the same offers: a view keeps its place and what is chosen in it then.
    const bool sameOffers = comparison_ != nullptr && comparison != nullptr &&
        comparison_->scenarios.size() == comparison->scenarios.size();
    if (!sameOffers) {
        beginResetModel();
        take(std::move(comparison), std::move(candidates));
        endResetModel();
        return;
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QStringList ids;
    for (const QModelIndex& index : before) {
        ids.append(idOf(*scenario(index.row())));
    }
    take(std::move(comparison), std::move(candidates));
    QHash<QString, int> rows;
    for (int row = 0; row < rowCount(); ++row) {
        rows.insert(idOf(*scenario(row)), row);
    }
    for (int i = 0; i < before.size(); ++i) {
        const int row = rows.value(ids[i], -1);
        changePersistentIndex(before[i], row < 0 ? QModelIndex() : index(row, before[i].column()));
    }
    Q_EMIT layoutChanged();
}

void CostTableModel::take(std::shared_ptr<const CostComparison> comparison,
                          std::shared_ptr<const CostCandidates> candidates)
{
    comparison_ = std::move(comparison);
    candidates_ = std::move(candidates);
    comparable_ =
        comparison_ != nullptr && candidates_ != nullptr && isComparable(*comparison_, *candidates_);
    paysAfter_.clear();
    for (int row = 0; row < rowCount(); ++row) {
        paysAfter_.push_back(isCompared(row)
                                 ? lastingCrossing(scenario(0)->cumulative, scenario(row)->cumulative)
                                 : std::nullopt);
    }
}

bool CostTableModel::isCompared(int row) const
{
    const CostScenario& shown = *scenario(row);
    return row > 0 && shown.kind != ScenarioKind::Burst && shown.service == Service::Same && comparable_;
}

const CostScenario* CostTableModel::scenario(int row) const
{
    return row >= 0 && row < rowCount() ? &comparison_->scenarios[static_cast<std::size_t>(row)] : nullptr;
}

bool CostTableModel::isAlwaysDrawn(int row) const
{
    const auto is = [row](const BreakEven& answer) {
        return answer.against && *answer.against == static_cast<std::size_t>(row);
    };
    return row == 0 || is(comparison_->breakEven) || is(comparison_->apiBreakEven);
}

int CostTableModel::alwaysDrawn() const
{
    int count = 0;
    for (int row = 0; row < rowCount(); ++row) {
        count += isAlwaysDrawn(row) ? 1 : 0;
    }
    return count;
}

bool CostTableModel::isBurst(int row) const
{
    return scenario(row)->kind == ScenarioKind::Burst;
}

bool CostTableModel::isPicked(int row) const
{
    return !picks_.isEmpty() && picks_.contains(idOf(*scenario(row)));
}

std::vector<std::size_t> CostTableModel::drawnRows() const
{
    std::vector<std::size_t> rows;
    for (const bool always : {true, false}) {
        for (int row = 0; row < rowCount(); ++row) {
            if (isAlwaysDrawn(row) == always && !isBurst(row) && (always || isPicked(row))) {
                rows.push_back(static_cast<std::size_t>(row));
            }
        }
    }
    // Where owning alone does not carry the peak, owning with the cloud's help is drawn as long as there is room.
    for (int row = 0; row < rowCount(); ++row) {
        if (isBurst(row)) {
            rows.push_back(static_cast<std::size_t>(row));
        }
    }
    rows.resize(std::min(rows.size(), kMostCostLines));
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
    if (index.isValid() && index.column() == Offer && !isAlwaysDrawn(index.row()) && !isBurst(index.row())) {
        flags |= Qt::ItemIsUserCheckable;
    }
    return flags;
}

QString CostTableModel::gpus(const CostScenario& scenario) const
{
    if (scenario.kind == ScenarioKind::Own) {
        return candidates_ == nullptr ? QStringLiteral("–") : hardwareText(candidates_->build.hardware);
    }
    if (!scenario.offer) {
        return QStringLiteral("–");
    }
    const CloudOffer& offer = *scenario.offer;
    return countedText(offer.gpuCount * scenario.instances, offer.gpuName);
}

QString CostTableModel::text(int row, int column) const
{
    const CostScenario& shown = *scenario(row);
    switch (column) {
    case Offer: return scenarioText(shown);
    case PerHour: return rateOr(shown.perHour);
    case Total: return moneyText(shown.total);
    case PerMillion: return shown.perMillionTokens ? perMillionText(*shown.perMillionTokens) : tr("unknown");
    case PaysAfter:
        return paysAfter(row) ? monthsText(paysAfter(row)->value())
            : isCompared(row) ? tr("never")
                              : QStringLiteral("–");
    case Serves: {
        const QString requests = requestsText(shown);
        return !requests.isEmpty() ? requests : shown.hosted ? tr("as needed") : tr("unknown");
    }
    case Price: {
        const QString price = priceText(shown);
        return price.isEmpty() ? tr("bill of materials") : price;
    }
    case PerGpuHour: return rateOr(shown.perGpuHour);
    case Gpus: return gpus(shown);
    case Instances: return shown.offer ? countText(shown.instances) : QStringLiteral("–");
    case PresentValue: return moneyText(shown.presentValue);
    case Carbon: return shown.carbon ? carbonText(*shown.carbon) : tr("unknown");
    default: return {};
    }
}

QString CostTableModel::tip(int row, int column) const
{
    const CostScenario& shown = *scenario(row);
    switch (column) {
    case Offer: {
        const QString region = shown.offer ? QString::fromStdString(shown.offer->region) : QString();
        QStringList lines{region.isEmpty() ? scenarioText(shown)
                                           : scenarioText(shown) + QStringLiteral(" · ") + region};
        lines << matchText(shown) << serviceReason(shown);
        lines.removeAll(QString());
        return lines.join(QLatin1Char('\n'));
    }
    case PerMillion:
        return shown.perMillionTokens
            ? QString()
            : tr("The speed of this hardware, or of several instances together, is not known");
    case PaysAfter:
        return shown.service == Service::Same ? tr("After which owning costs no more than this")
                                              : serviceReason(shown);
    case Serves: return serviceReason(shown);
    case Price: return priceTip(shown);
    case Gpus: return gpus(shown);
    case Carbon: return tr("An estimate: the electricity over the years at the carbon that is assumed");
    default: return {};
    }
}

CellTags CostTableModel::tags(int row, int column) const
{
    const CostScenario& shown = *scenario(row);
    if (column == Serves && shown.service == Service::Unverified) {
        return {{TagKind::Unknown, tr("speed unknown")}};
    }
    if (column == Serves && shown.service == Service::Part) {
        return {{TagKind::Warning, text(row, column)}};
    }
    if (column != Price || priceText(shown).isEmpty()) {
        return {};
    }
    const bool verified = shown.standing.state != Verification::Unverified;
    CellTags tags{{verified ? TagKind::Neutral : TagKind::Unknown, text(row, Price)}};
    if (shown.standing.old) {
        tags.append({TagKind::Warning, tr("old")});
    }
    return tags;
}

QVariant CostTableModel::sortKey(int row, int column) const
{
    const CostScenario& shown = *scenario(row);
    switch (column) {
    case PerHour: return rateKey(shown.perHour);
    case PerGpuHour: return rateKey(shown.perGpuHour);
    case Total: return static_cast<qlonglong>(shown.total.minorUnits());
    case PresentValue: return static_cast<qlonglong>(shown.presentValue.minorUnits());
    case PerMillion: return rateKey(shown.perMillionTokens);
    case PaysAfter: return paysAfter(row) ? paysAfter(row)->value() : kLast;
    case Serves: return shown.capacity ? shown.capacity->mid.value() : kLast;
    case Instances: return shown.offer ? shown.instances : 0;
    case Carbon: return shown.carbon ? shown.carbon->value() : kLast;
    case Price:
        return shown.offer ? dateText(shown.offer->date)
            : shown.hosted ? dateText(shown.hosted->offer.date)
                           : QString();
    default: return text(row, column);
    }
}

QVariant CostTableModel::checkState(int row) const
{
    const std::vector<std::size_t> drawn = drawnRows();
    const bool isDrawn = std::ranges::find(drawn, static_cast<std::size_t>(row)) != drawn.end();
    return static_cast<int>(isDrawn ? Qt::Checked : Qt::Unchecked);
}

QVariant CostTableModel::swatch(int row) const
{
    const std::vector<std::size_t> drawn = drawnRows();
    const auto index = static_cast<std::size_t>(row);
    if (std::ranges::find(drawn, index) == drawn.end()) {
        return {};
    }
    return costLinePen(*comparison_, drawn, index, themeFor(QGuiApplication::palette())).color();
}

bool CostTableModel::isMuted(int row, int column) const
{
    const CostScenario& shown = *scenario(row);
    switch (column) {
    case PerMillion: return !shown.perMillionTokens;
    case Price: return priceText(shown).isEmpty();
    case Serves: return !shown.capacity;
    case Carbon: return !shown.carbon;
    case PaysAfter: return !paysAfter(row);
    default: return shown.service == Service::Unverified;
    }
}

QVariant CostTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(row, column);
    case Qt::ToolTipRole: return tip(row, column);
    case Qt::TextAlignmentRole: return alignment(column);
    case Qt::CheckStateRole: return column == Offer ? checkState(row) : QVariant();
    case kSwatchRole: return column == Offer ? swatch(row) : QVariant();
    case kSortRole: return sortKey(row, column);
    case kIdRole: return idOf(*scenario(row));
    case kTagsRole: {
        const CellTags shown = tags(row, column);
        return shown.isEmpty() ? QVariant() : QVariant::fromValue(shown);
    }
    case kMutedRole: return isMuted(row, column);
    default: return {};
    }
}

bool CostTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable)) {
        return false;
    }
    const QString id = idOf(*scenario(index.row()));
    const int mostPicks = static_cast<int>(kMostCostLines) - alwaysDrawn();
    picks_.removeAll(id);
    if (value.toInt() == Qt::Checked) {
        picks_.append(id);
        while (picks_.size() > mostPicks) {
            picks_.removeFirst();
        }
    }
    // Another row may have lost its place, and lines change colour with their order.
    Q_EMIT dataChanged(this->index(0, Offer), this->index(rowCount() - 1, Offer));
    Q_EMIT drawnRowsChanged();
    return true;
}

QString CostTableModel::title(int column) const
{
    switch (column) {
    case Offer: return tr("Offer");
    case PerHour: return tr("Per hour");
    case Total:
        return comparison_ == nullptr ? tr("Total") : tr("%n years", nullptr, comparison_->assumptions.years);
    case PerMillion: return tr("Per 1M tokens");
    case PaysAfter: return tr("Pays after");
    case Serves: return tr("Requests/h");
    case Price: return tr("Price");
    case PerGpuHour: return tr("Per GPU-hour");
    case Gpus: return tr("GPUs");
    case Instances: return tr("Instances");
    case PresentValue: return tr("Present value");
    case Carbon: return tr("CO₂e");
    default: return {};
    }
}

bool CostTableModel::isNumber(int column) const
{
    return column != Offer && column != Gpus && column != Price;
}

} // namespace rigwright
