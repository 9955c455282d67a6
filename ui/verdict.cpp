// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/verdict.h"

#include "builds/recommend.h"
#include "ui/model_shelf.h"
#include "ui/offered.h"
#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rigwright::Verdict)
};

QString capitalized(QString text)
{
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

bool lies(const MemoryPlan& plan, const char* finding)
{
    return std::ranges::any_of(plan.findings,
                               [finding](const Finding& known) { return known.id == finding; });
}

QString sentenceFor(const EvaluatedBuild& build)
{
    const QString title = QString::fromStdString(build.title);
    if (build.plan.memory.devices.empty()) {
        return Words::tr("Runs in RAM: %1, within budget").arg(title);
    }
    if (build.plan.placement.expertsOnHost) {
        return Words::tr("Runs with the experts in RAM: %1, within budget").arg(title);
    }
    if (lies(build.plan, "layers-on-host")) {
        return Words::tr("Runs partly in RAM: %1, within budget").arg(title);
    }
    return build.hardware.deviceCount() == 1 ? Words::tr("Fits on one %1, within budget").arg(title)
                                             : Words::tr("Fits on %1, within budget").arg(title);
}

QString detailFor(const SearchAnswer& answer, const EvaluatedBuild& build)
{
    const auto onFront = std::ranges::count_if(answer.result->builds, &EvaluatedBuild::onFront);
    const QString speed = build.speed
        ? Words::tr("%1 limits the speed.").arg(capitalized(boundText(build.speed->bound)))
        : Words::tr("Its speed is not known.");
    return Words::tr("%1 %n machines on the front, %2 considered.", nullptr, static_cast<int>(onFront))
        .arg(speed, roundCountText(answer.result->considered));
}

MachineVerdict::Figure memoryFigure(const EvaluatedBuild& build)
{
    const MemoryBreakdown& memory = build.plan.memory;
    if (memory.devices.empty()) {
        return {gibText(memory.host.used.total()), QStringLiteral("/ ") + capacityText(memory.host.capacity),
                Words::tr("RAM")};
    }
    Bytes capacity;
    for (const DeviceMemory& device : memory.devices) {
        capacity += device.capacity;
    }
    return {gibText(memory.onDevices()), QStringLiteral("/ ") + capacityText(capacity), Words::tr("VRAM")};
}

/// Half of the money is in prices of this day or older: one old price of a small part says little of the sum.
std::optional<Date> medianPriceDate(const EvaluatedBuild& build)
{
    std::vector<std::pair<Date, double>> prices;
    double half = 0;
    for (const PricedLine& line : build.lines) {
        if (line.offer) {
            const double amount = (line.unitPrice * line.line.quantity).toDouble();
            prices.emplace_back(line.offer->date, amount);
            half += amount / 2;
        }
    }
    std::ranges::sort(prices);
    double sum = 0;
    for (const auto& [date, amount] : prices) {
        sum += amount;
        if (sum >= half) {
            return date;
        }
    }
    return std::nullopt;
}

MachineVerdict::Figure priceFigure(const SearchAnswer& answer, const EvaluatedBuild& build, const Date& today)
{
    const bool cheapest = !answer.result->builds.empty() && answer.result->builds.front().id == build.id;
    const std::optional<Date> dated = medianPriceDate(build);
    const QString age = dated ? priceAgeText(*dated, today) : Words::tr("no prices");
    return {moneyText(build.price), {}, cheapest ? Words::tr("from · %1").arg(age) : age};
}

const Exclusion* findExclusion(const SearchResult& result, const char* reason)
{
    const auto found = std::ranges::find(result.excluded, reason, &Exclusion::reason);
    return found == result.excluded.end() ? nullptr : &*found;
}

/// The most frequent reason that a change could mend; a machine that only this reason excludes proves that.
const Exclusion* mainReason(const SearchResult& result)
{
    const auto mendable = std::ranges::find_if(
        result.excluded, [](const Exclusion& exclusion) { return exclusion.nearest.has_value(); });
    if (mendable != result.excluded.end()) {
        return &*mendable;
    }
    return result.excluded.empty() ? nullptr : &result.excluded.front();
}

/// Three leading figures, rounded up: a budget that people would write.
Money roundedUp(const Money& price)
{
    const double major = price.toDouble();
    const double unit = std::max(1.0, std::pow(10.0, std::floor(std::log10(std::max(major, 1.0))) - 2));
    return Money::rounded(std::ceil(major / unit) * unit, price.currency());
}

void addBudgetMend(const SearchAnswer& answer, std::vector<Mend>& mends)
{
    const Exclusion* budget = findExclusion(*answer.result, "budget");
    if (budget != nullptr && budget->nearest) {
        Requirement changed = answer.requirement;
        changed.budget = roundedUp(budget->nearest->price);
        mends.push_back({Words::tr("Raise the budget to %1").arg(moneyText(changed.budget)), changed});
    }
}

/// The speed, and the time to the first token, that the nearest machine reaches.
void addSpeedMend(const SearchAnswer& answer, std::vector<Mend>& mends)
{
    const Exclusion* slow = findExclusion(*answer.result, "targets");
    if (slow == nullptr || !slow->nearest || !slow->nearest->speed) {
        return;
    }
    const SpeedEstimate& speed = *slow->nearest->speed;
    Requirement changed = answer.requirement;
    QStringList accepted;
    if (changed.minDecode && speed.decode.mid < *changed.minDecode) {
        const double reached = std::floor(speed.decode.mid.value());
        changed.minDecode = reached >= 1 ? std::optional(TokensPerSecond(reached)) : std::nullopt;
        accepted << (changed.minDecode ? Words::tr("%1 tokens/s").arg(rateText(reached))
                                       : Words::tr("any speed"));
    }
    std::optional<Seconds>& firstToken = changed.workload.maxTimeToFirstToken;
    if (firstToken && speed.timeToFirstToken.mid > *firstToken) {
        constexpr double kStep = 0.1;
        firstToken = Seconds(std::ceil(speed.timeToFirstToken.mid.value() / kStep) * kStep);
        accepted << Words::tr("%1 to the first token").arg(secondsText(*firstToken));
    }
    if (!accepted.isEmpty()) {
        mends.push_back({Words::tr("Accept %1").arg(accepted.join(Words::tr(" and "))), changed});
    }
}

void addOffloadMend(const SearchAnswer& answer, std::vector<Mend>& mends)
{
    const Exclusion* ruledOut = findExclusion(*answer.result, "host-offload");
    if (ruledOut != nullptr && ruledOut->nearest) {
        Requirement changed = answer.requirement;
        changed.allowHostOffload = true;
        mends.push_back({Words::tr("Let part of the model lie in RAM"), changed});
    }
}

void addPowerMend(const SearchAnswer& answer, std::vector<Mend>& mends)
{
    const Exclusion* power = findExclusion(*answer.result, "wall-power");
    if (power != nullptr && power->nearest) {
        constexpr double kStep = 50;
        Requirement changed = answer.requirement;
        changed.maxWallPower = Watts(std::ceil(power->nearest->wallPower.value() / kStep) * kStep);
        mends.push_back({Words::tr("Allow %1").arg(wattsText(*changed.maxWallPower)), changed});
    }
}

/// The next smaller precision that the engine loads.
void addPrecisionMend(const SearchAnswer& answer, ModelShelf& shelf, std::vector<Mend>& mends)
{
    const Requirement& wanted = answer.requirement;
    const auto now = shelf.weigh(wanted.model, wanted.workload);
    if (now == nullptr) {
        return;
    }
    std::optional<WeightFormat> next;
    Bytes largest;
    for (const WeightFormat format : allWeightFormats()) {
        Workload workload = wanted.workload;
        workload.weights = format;
        const auto model = shelf.weigh(wanted.model, workload);
        if (model == nullptr || !isOffered(workload)) {
            continue;
        }
        if (model->total() < now->total().scaled(0.97) && model->total() > largest) {
            largest = model->total();
            next = format;
        }
    }
    if (next) {
        Requirement changed = wanted;
        changed.workload.weights = *next;
        mends.push_back({Words::tr("Use %1").arg(weightsText(*next)), changed});
    }
}

} // namespace

MachineVerdict waitingVerdict()
{
    MachineVerdict verdict;
    verdict.sentence = Words::tr("Looking for machines …");
    return verdict;
}

MachineVerdict refusedVerdict()
{
    MachineVerdict verdict;
    verdict.state = MachineVerdict::State::Caution;
    verdict.sentence = Words::tr("Something on the left needs a change");
    verdict.detail = Words::tr("The field that is marked says what. Until then the last answer stays below.");
    return verdict;
}

MachineVerdict buildVerdict(const SearchAnswer& answer, const EvaluatedBuild& build, const Date& today)
{
    MachineVerdict verdict;
    const bool warned = std::ranges::any_of(
        build.plan.findings, [](const Finding& finding) { return finding.severity != Severity::Note; });
    const bool slow = isSlowerThanReading(build) && !answer.requirement.minDecode &&
        !isTraining(answer.requirement.workload.kind);
    verdict.state =
        warned || slow || !build.speed ? MachineVerdict::State::Caution : MachineVerdict::State::Good;
    verdict.sentence =
        slow ? Words::tr("%1, but slower than people read").arg(sentenceFor(build)) : sentenceFor(build);
    verdict.detail = detailFor(answer, build);
    if (build.speed && build.speed->corrected) {
        verdict.tag = Words::tr("corrected by your measurement");
    }
    verdict.figures.push_back(memoryFigure(build));
    if (build.speed) {
        const bool many = answer.requirement.workload.concurrency > 1;
        verdict.figures.push_back({rangeText(build.speed->decode),
                                   {},
                                   many ? Words::tr("tokens/s per user") : Words::tr("tokens/s")});
    }
    verdict.figures.push_back(priceFigure(answer, build, today));
    return verdict;
}

MachineVerdict noVerdict(const SearchAnswer& answer, ModelShelf& shelf)
{
    MachineVerdict verdict;
    verdict.state = MachineVerdict::State::No;
    if (answer.result == nullptr) {
        verdict.sentence = Words::tr("This can't be answered");
        verdict.detail = answer.error;
        return verdict;
    }
    verdict.sentence = Words::tr("No machine within %1 does this").arg(moneyText(answer.requirement.budget));
    const Exclusion* reason = mainReason(*answer.result);
    verdict.detail = reason == nullptr
        ? Words::tr("%1 considered.").arg(roundCountText(answer.result->considered))
        : Words::tr("Most often: %1 (%2 of %3).")
              .arg(exclusionText(*reason), roundCountText(reason->count),
                   roundCountText(answer.result->considered));
    addBudgetMend(answer, verdict.mends);
    addSpeedMend(answer, verdict.mends);
    addPowerMend(answer, verdict.mends);
    addOffloadMend(answer, verdict.mends);
    addPrecisionMend(answer, shelf, verdict.mends);
    constexpr std::size_t kMost = 2;
    verdict.mends.resize(std::min(verdict.mends.size(), kMost));
    return verdict;
}

} // namespace rigwright
