// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/verdict.h"

#include "ui/model_shelf.h"
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
        return Words::tr("Runs in the RAM of %1, within budget").arg(title);
    }
    if (build.plan.placement.expertsOnHost) {
        return Words::tr("Runs on %1 with the experts in RAM, within budget").arg(title);
    }
    if (lies(build.plan, "layers-on-host")) {
        return Words::tr("Runs on %1 with part of the model in RAM, within budget").arg(title);
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

Verdict::Figure memoryFigure(const EvaluatedBuild& build)
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

std::optional<Date> oldestPrice(const EvaluatedBuild& build)
{
    std::optional<Date> oldest;
    for (const PricedLine& line : build.lines) {
        if (line.offer && (!oldest || line.offer->date < *oldest)) {
            oldest = line.offer->date;
        }
    }
    return oldest;
}

Verdict::Figure priceFigure(const SearchAnswer& answer, const EvaluatedBuild& build, const Date& today)
{
    const bool cheapest = !answer.result->builds.empty() && answer.result->builds.front().id == build.id;
    const std::optional<Date> oldest = oldestPrice(build);
    const QString age = oldest ? priceAgeText(*oldest, today) : Words::tr("no prices");
    return {moneyText(build.price), {}, cheapest ? Words::tr("from · %1").arg(age) : age};
}

const Exclusion* findExclusion(const SearchResult& result, const char* reason)
{
    const auto found = std::ranges::find(result.excluded, reason, &Exclusion::reason);
    return found == result.excluded.end() ? nullptr : &*found;
}

/// Up to two leading figures: a budget that people would write.
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

void addSpeedMend(const SearchAnswer& answer, std::vector<Mend>& mends)
{
    const Exclusion* speed = findExclusion(*answer.result, "speed");
    if (speed != nullptr && speed->nearest && speed->nearest->speed) {
        Requirement changed = answer.requirement;
        const double reached = std::floor(speed->nearest->speed->decode.mid.value());
        changed.minDecode = reached >= 1 ? std::optional(TokensPerSecond(reached)) : std::nullopt;
        mends.push_back({changed.minDecode ? Words::tr("Accept %1 tokens/s").arg(rateText(reached))
                                           : Words::tr("Accept any speed"),
                         changed});
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
    const auto now = shelf.weigh(wanted.model, wanted.workload.weights);
    if (now == nullptr) {
        return;
    }
    std::optional<WeightFormat> next;
    Bytes largest;
    for (const WeightFormat format : allWeightFormats()) {
        const auto model = shelf.weigh(wanted.model, format);
        if (model == nullptr || !engineLoads(wanted.workload.engine, format)) {
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
        mends.push_back({Words::tr("Use %1").arg(QString::fromLatin1(weightFormatLabel(*next))), changed});
    }
}

} // namespace

Verdict waitingVerdict()
{
    Verdict verdict;
    verdict.sentence = Words::tr("Looking for machines …");
    return verdict;
}

Verdict refusedVerdict()
{
    Verdict verdict;
    verdict.state = Verdict::State::Caution;
    verdict.sentence = Words::tr("Something on the left needs a change");
    verdict.detail = Words::tr("The field that is marked says what. Until then the last answer stays below.");
    return verdict;
}

Verdict buildVerdict(const SearchAnswer& answer, const EvaluatedBuild& build, const Date& today)
{
    Verdict verdict;
    const bool warned = std::ranges::any_of(
        build.plan.findings, [](const Finding& finding) { return finding.severity != Severity::Note; });
    verdict.state = warned || !build.speed ? Verdict::State::Caution : Verdict::State::Good;
    verdict.sentence = sentenceFor(build);
    verdict.detail = detailFor(answer, build);
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

Verdict noVerdict(const SearchAnswer& answer, ModelShelf& shelf)
{
    Verdict verdict;
    verdict.state = Verdict::State::No;
    if (answer.result == nullptr) {
        verdict.sentence = Words::tr("This can't be answered");
        verdict.detail = answer.error;
        return verdict;
    }
    verdict.sentence = Words::tr("No machine within %1 does this").arg(moneyText(answer.requirement.budget));
    verdict.detail = answer.result->excluded.empty()
        ? Words::tr("%1 considered.").arg(roundCountText(answer.result->considered))
        : Words::tr("Most often: %1 (%2 of %3).")
              .arg(exclusionText(answer.result->excluded.front()),
                   roundCountText(answer.result->excluded.front().count),
                   roundCountText(answer.result->considered));
    addBudgetMend(answer, verdict.mends);
    addSpeedMend(answer, verdict.mends);
    addPowerMend(answer, verdict.mends);
    addPrecisionMend(answer, shelf, verdict.mends);
    constexpr std::size_t kMost = 2;
    verdict.mends.resize(std::min(verdict.mends.size(), kMost));
    return verdict;
}

} // namespace rigwright
