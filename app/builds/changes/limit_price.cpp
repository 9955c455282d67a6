// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/changes/limit_price.h"

#include "builds/question.h"
#include "builds/recommend.h"
#include "units/format.h"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>

namespace rigwright {

namespace {

using Figures = std::vector<std::pair<std::string, std::string>>;

/// Less is within the error of the estimates.
constexpr double kWorthwhileGain = 1.05;
/// Nobody spends more than so many times what they meant to.
constexpr std::int64_t kLargestBudgetRise = 4;
/// Where nothing meets the requirement, any price is worth knowing.
constexpr std::int64_t kAnyBudgetRise = 1000;

struct Limit {
    const char* name;
    bool (*isSet)(const Requirement& requirement);
    void (*drop)(Requirement& requirement);
    const char* better; ///< texts: of a better machine, and of the only one
    const char* only;
};

bool hasTargets(const Requirement& requirement)
{
    return requirement.minDecode || requirement.workload.maxTimeToFirstToken ||
        requirement.workload.maxTimePerOutputToken;
}

void dropTargets(Requirement& requirement)
{
    requirement.minDecode.reset();
    requirement.workload.maxTimeToFirstToken.reset();
    requirement.workload.maxTimePerOutputToken.reset();
}

constexpr std::array kLimits{
    Limit{
        "wall-power", [](const Requirement& r) { return r.maxWallPower.has_value(); },
        [](Requirement& r) { r.maxWallPower.reset(); },
        RIGWRIGHT_TEXT(
            "Limit",
            "Without the limit on power at the wall: {machine} for {price} and {speed} tokens/s, instead of "
            "{priceNow} and {speedNow}."),
        RIGWRIGHT_TEXT("Limit", "Without the limit on power at the wall {machine} does it for {price}.")},
    Limit{"circuit", [](const Requirement& r) { return r.circuit.has_value(); },
          [](Requirement& r) { r.circuit.reset(); },
          RIGWRIGHT_TEXT(
              "Limit",
              "On a stronger circuit: {machine} for {price} and {speed} tokens/s, instead of {priceNow} and "
              "{speedNow}."),
          RIGWRIGHT_TEXT("Limit", "On a stronger circuit {machine} does it for {price}.")},
    Limit{"vendor", [](const Requirement& r) { return r.vendor.has_value(); },
          [](Requirement& r) { r.vendor.reset(); },
          RIGWRIGHT_TEXT(
              "Limit",
              "From any vendor: {machine} for {price} and {speed} tokens/s, instead of {priceNow} and "
              "{speedNow}."),
          RIGWRIGHT_TEXT("Limit", "From any vendor {machine} does it for {price}.")},
    Limit{"enclosure", [](const Requirement& r) { return r.enclosure != Enclosure::Any; },
          [](Requirement& r) { r.enclosure = Enclosure::Any; },
          RIGWRIGHT_TEXT(
              "Limit",
              "In any kind of case: {machine} for {price} and {speed} tokens/s, instead of {priceNow} and "
              "{speedNow}."),
          RIGWRIGHT_TEXT("Limit", "In any kind of case {machine} does it for {price}.")},
    Limit{"form-factor", [](const Requirement& r) { return !r.formFactors.empty(); },
          [](Requirement& r) { r.formFactors.clear(); },
          RIGWRIGHT_TEXT(
              "Limit",
              "On a board of any size: {machine} for {price} and {speed} tokens/s, instead of {priceNow} and "
              "{speedNow}."),
          RIGWRIGHT_TEXT("Limit", "On a board of any size {machine} does it for {price}.")},
    Limit{"ecc", [](const Requirement& r) { return r.requireEcc; },
          [](Requirement& r) { r.requireEcc = false; },
          RIGWRIGHT_TEXT(
              "Limit",
              "Without ECC memory: {machine} for {price} and {speed} tokens/s, instead of {priceNow} and "
              "{speedNow}."),
          RIGWRIGHT_TEXT("Limit", "Without ECC memory {machine} does it for {price}.")},
    Limit{"host-offload", [](const Requirement& r) { return !r.allowHostOffload; },
          [](Requirement& r) { r.allowHostOffload = true; },
          RIGWRIGHT_TEXT(
              "Limit",
              "With part of the model in RAM: {machine} for {price} and {speed} tokens/s, instead of "
              "{priceNow} and {speedNow}."),
          RIGWRIGHT_TEXT("Limit", "With part of the model in RAM {machine} does it for {price}.")},
    Limit{
        "targets", hasTargets, dropTargets,
        RIGWRIGHT_TEXT("Limit",
                       "At any speed: {machine} for {price} and {speed} tokens/s, instead of {priceNow} and "
                       "{speedNow}."),
        RIGWRIGHT_TEXT("Limit", "At any speed {machine} does it for {price}.")},
};

/// What the model can lie on: memory of the accelerators, without one the RAM.
Bytes memoryOf(const Hardware& hardware)
{
    Bytes sum;
    for (const AcceleratorGroup& group : hardware.accelerators) {
        sum += group.accelerator.memory * group.count;
    }
    return hardware.accelerators.empty() ? hardware.host.memory.value_or(Bytes()) : sum;
}

/// Searches with other limits, and compares with the machines within them.
class LimitPricer {
public:
    LimitPricer(const Catalog& catalog, const Requirement& requirement, const SearchResult& result,
                std::stop_token stop, const CalibrationTable& constants)
        : catalog_(catalog)
        , requirement_(requirement)
        , stop_(std::move(stop))
        , constants_(constants)
        , recommended_(recommendedBuild(result))
        , fastest_(fastestOf(result))
    { }

    Expected<std::vector<LimitPrice>> run()
    {
        if (auto priced = priceBudget(); !priced) {
            return tl::unexpected(priced.error());
        }
        for (const Limit& limit : kLimits) {
            if (!limit.isSet(requirement_) || stop_.stop_requested()) {
                continue;
            }
            if (auto priced = price(limit); !priced) {
                return tl::unexpected(priced.error());
            }
        }
        std::ranges::stable_sort(prices_, std::greater<>(),
                                 [&](const LimitPrice& price) { return worth(price); });
        return std::move(prices_);
    }

private:
    [[nodiscard]] double speedOf(const EvaluatedBuild& build) const
    {
        return build.speed ? rankedSpeed(requirement_, *build.speed).value() : 0;
    }

    [[nodiscard]] const EvaluatedBuild* fastestOf(const SearchResult& result) const
    {
        const EvaluatedBuild* fastest = nullptr;
        for (const EvaluatedBuild& build : result.builds) {
            if (fastest == nullptr || speedOf(build) > speedOf(*fastest)) {
                fastest = &build;
            }
        }
        return fastest;
    }

    /// Speed for the money over that of the recommended machine; without one, the cheaper the better.
    [[nodiscard]] double worth(const LimitPrice& price) const
    {
        const double money = std::max(1.0, price.machine.price.toDouble());
        if (recommended_ == nullptr) {
            return 1 / money;
        }
        return price.speedRatio.value_or(0) * recommended_->price.toDouble() / money;
    }

    [[nodiscard]] bool isBetter(const EvaluatedBuild& build, const EvaluatedBuild& than) const
    {
        return speedOf(build) >= speedOf(than) * kWorthwhileGain ||
            build.price.toDouble() * kWorthwhileGain <= than.price.toDouble();
    }

    /// The machine that the limit keeps out; null: it binds nothing.
    [[nodiscard]] const EvaluatedBuild* betterIn(const SearchResult& freed) const
    {
        if (freed.builds.empty()) {
            return nullptr;
        }
        if (recommended_ == nullptr) {
            return &freed.builds.front();
        }
        const EvaluatedBuild* recommended = recommendedBuild(freed);
        if (recommended->id != recommended_->id && isBetter(*recommended, *recommended_)) {
            return recommended;
        }
        const EvaluatedBuild* fastest = fastestOf(freed);
        return speedOf(*fastest) >= speedOf(*fastest_) * kWorthwhileGain ? fastest : nullptr;
    }

    void add(const char* name, const char* text, const EvaluatedBuild& machine, Figures figures,
             Money difference)
    {
        LimitPrice price;
        price.limit = name;
        price.text = text;
        price.evidence = std::move(figures);
        price.machine = machine;
        price.difference = difference;
        if (recommended_ != nullptr && speedOf(*recommended_) > 0 && machine.speed) {
            price.speedRatio = speedOf(machine) / speedOf(*recommended_);
        }
        prices_.push_back(std::move(price));
    }

    [[nodiscard]] Figures figuresOf(const EvaluatedBuild& machine) const
    {
        return {{"machine", machine.title},
                {"price", formatMoney(machine.price)},
                {"speed", machine.speed ? formatRate(speedOf(machine)) : "?"}};
    }

    Expected<void> price(const Limit& limit)
    {
        Requirement freed = requirement_;
        limit.drop(freed);
        const auto result = searchBuilds(catalog_, freed, stop_, constants_);
        if (!result) {
            return tl::unexpected(result.error());
        }
        const EvaluatedBuild* machine = betterIn(*result);
        if (machine == nullptr || !result->exact) {
            return {};
        }
        Figures figures = figuresOf(*machine);
        if (recommended_ == nullptr) {
            add(limit.name, limit.only, *machine, std::move(figures), machine->price);
            return {};
        }
        figures.emplace_back("priceNow", formatMoney(recommended_->price));
        figures.emplace_back("speedNow", formatRate(speedOf(*recommended_)));
        add(limit.name, limit.better, *machine, std::move(figures), machine->price - recommended_->price);
        return {};
    }

    Expected<void> priceBudget()
    {
        Requirement freed = requirement_;
        freed.budget = raisedBudget();
        const auto result = searchBuilds(catalog_, freed, stop_, constants_);
        if (!result) {
            return tl::unexpected(result.error());
        }
        if (result->exact) {
            const auto next = std::ranges::find_if(result->builds, [&](const EvaluatedBuild& build) {
                return build.price > requirement_.budget &&
                    (fastest_ == nullptr || speedOf(build) >= speedOf(*fastest_) * kWorthwhileGain);
            });
            if (next != result->builds.end()) {
                addBudget(*next);
            }
        }
        return {};
    }

    [[nodiscard]] Money raisedBudget() const
    {
        const std::int64_t rise = recommended_ == nullptr ? kAnyBudgetRise : kLargestBudgetRise;
        const std::int64_t most = std::numeric_limits<std::int64_t>::max() / 16;
        const std::int64_t budget = requirement_.budget.minorUnits();
        return Money(budget > most / rise ? std::max(budget, most) : std::max<std::int64_t>(budget, 1) * rise,
                     requirement_.budget.currency());
    }

    void addBudget(const EvaluatedBuild& machine)
    {
        const Money more = machine.price - requirement_.budget;
        Figures figures = figuresOf(machine);
        figures.emplace_back("more", formatMoney(more));
        if (fastest_ == nullptr) {
            add("budget",
                RIGWRIGHT_TEXT("Limit", "{more} more buy {machine} for {price}, the cheapest that does it."),
                machine, std::move(figures), more);
            return;
        }
        figures.emplace_back("speedNow", formatRate(speedOf(*fastest_)));
        const Bytes before = memoryOf(fastest_->hardware);
        const Bytes after = memoryOf(machine.hardware);
        const bool alike = fastest_->hardware.accelerators.empty() == machine.hardware.accelerators.empty();
        if (alike && after > before) {
            figures.emplace_back("gain", formatMemory(after - before));
            add("budget",
                RIGWRIGHT_TEXT(
                    "Limit",
                    "{more} more buy {machine}: {gain} more memory, and {speed} tokens/s instead of "
                    "{speedNow}."),
                machine, std::move(figures), more);
            return;
        }
        add("budget",
            RIGWRIGHT_TEXT("Limit", "{more} more buy {machine}: {speed} tokens/s instead of {speedNow}."),
            machine, std::move(figures), more);
    }

    const Catalog& catalog_;
    const Requirement& requirement_;
    std::stop_token stop_;
    const CalibrationTable& constants_;
    const EvaluatedBuild* recommended_;
    const EvaluatedBuild* fastest_; ///< within all limits
    std::vector<LimitPrice> prices_;
};

} // namespace

Expected<std::vector<LimitPrice>> priceLimits(const Catalog& catalog, const Requirement& requirement,
                                              const SearchResult& result, std::stop_token stop,
                                              const CalibrationTable& constants)
{
    return LimitPricer(catalog, requirement, result, std::move(stop), constants).run();
}

} // namespace rigwright
