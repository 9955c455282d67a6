// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/changes/repair_search.h"

#include "builds/rules/rules.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace rigwright {

namespace {

using Kind = SettingChange::Kind;

constexpr std::uint32_t bitOf(PartKind kind)
{
    return std::uint32_t{1} << static_cast<unsigned>(kind);
}

constexpr std::uint32_t bitOf(Kind kind)
{
    return std::uint32_t{1} << (kPartKinds + static_cast<unsigned>(kind));
}

std::vector<PartKind> partKindsIn(std::uint32_t set)
{
    std::vector<PartKind> kinds;
    for (int i = 0; i < kPartKinds; ++i) {
        if ((set & bitOf(static_cast<PartKind>(i))) != 0) {
            kinds.push_back(static_cast<PartKind>(i));
        }
    }
    return kinds;
}

std::vector<Kind> settingKindsIn(std::uint32_t set)
{
    std::vector<Kind> kinds;
    for (int i = 0; i < kSettingKinds; ++i) {
        if ((set & bitOf(static_cast<Kind>(i))) != 0) {
            kinds.push_back(static_cast<Kind>(i));
        }
    }
    return kinds;
}

/// What a model runs on is exchanged in full (board, CPUs and memory) or in two kinds at most: with more the machine is another
/// one, which the search for machines finds.
bool changesTooMuch(std::uint32_t set)
{
    constexpr std::uint32_t kPlatformKinds =
        bitOf(PartKind::Board) | bitOf(PartKind::Cpu) | bitOf(PartKind::Memory) | bitOf(PartKind::MoreMemory);
    constexpr std::uint32_t kCardKinds = bitOf(PartKind::Cards) | bitOf(PartKind::CardCount);
    return std::popcount(set & (kPlatformKinds | kCardKinds)) > 2 && (set & kCardKinds) != 0;
}

bool hasTwoOfOneCategory(std::uint32_t set)
{
    const auto both = [set](PartKind a, PartKind b) {
        return (set & bitOf(a)) != 0 && (set & bitOf(b)) != 0;
    };
    return both(PartKind::Memory, PartKind::MoreMemory) || both(PartKind::Cards, PartKind::CardCount);
}

/// What a rule says may change with these kinds. The size of the model's file is among what storage rules judge.
std::uint32_t kindsThatTouch(const Rule& rule)
{
    std::uint32_t kinds = bitOf(Kind::PowerCap) | bitOf(Kind::Weights);
    for (int i = 0; i < kPartKinds; ++i) {
        const auto kind = static_cast<PartKind>(i);
        kinds |= (rule.reads & partSet({categoryOf(kind)})) != 0 ? bitOf(kind) : 0;
    }
    return kinds;
}

/// What decides whether a model fits.
constexpr std::uint32_t kHoldingKinds = bitOf(PartKind::System) | bitOf(PartKind::Memory) |
    bitOf(PartKind::MoreMemory) | bitOf(PartKind::Cards) | bitOf(PartKind::CardCount) |
    bitOf(Kind::KeyValueCache) | bitOf(Kind::Context) | bitOf(Kind::Concurrency) | bitOf(Kind::Weights) |
    bitOf(Kind::HostOffload);
/// And beside that, how fast it runs.
constexpr std::uint32_t kFasterKinds =
    bitOf(PartKind::Board) | bitOf(PartKind::Cpu) | bitOf(PartKind::NetworkCard);

void copyParts(Machine& to, const Machine& from, PartKind kind)
{
    switch (categoryOf(kind)) {
    case PartCategory::System:
        to.system = from.system;
        to.systemAccelerator = from.systemAccelerator;
        break;
    case PartCategory::Board: to.board = from.board; break;
    case PartCategory::Cpu: to.cpus = from.cpus; break;
    case PartCategory::Memory: to.memory = from.memory; break;
    case PartCategory::Accelerator: to.accelerators = from.accelerators; break;
    case PartCategory::Storage: to.drives = from.drives; break;
    case PartCategory::Case: to.enclosure = from.enclosure; break;
    case PartCategory::Cooler: to.coolers = from.coolers; break;
    case PartCategory::PowerSupply: to.supplies = from.supplies; break;
    case PartCategory::NetworkCard: to.networkCards = from.networkCards; break;
    }
}

/// Counts through all combinations of one step of each ladder; the first ladder turns fastest.
bool nextCombination(std::vector<std::size_t>& places, const std::vector<std::size_t>& sizes)
{
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (++places[i] < sizes[i]) {
            return true;
        }
        places[i] = 0;
    }
    return false;
}

} // namespace

RepairSearch::RepairSearch(const Catalog& catalog, const Requirement& requirement,
                           const CalibrationTable& constants, const Pool& pool, const Question& question,
                           const Machine& before, std::stop_token stop)
    : catalog_(catalog)
    , constants_(constants)
    , before_(before)
    , stop_(stop)
    , usage_{requirement, before.powerCap}
    , options_(question, pool, before)
    , parts_(options_, before, std::move(stop))
{
    for (const PartKind kind : options_.kinds()) {
        kinds_ |= bitOf(kind);
    }
    for (int i = 0; i < kSettingKinds; ++i) {
        const auto kind = static_cast<Kind>(i);
        steps_.push_back(settingSteps(kind, catalog, usage_, before));
        kinds_ |= steps_.back().empty() ? 0 : bitOf(kind);
    }
    noteFailures();
}

void RepairSearch::noteFailures()
{
    for (const Rule& rule : allRules()) {
        if (rule.severity == Severity::Blocker && verdictOf(rule, before_) == Verdict::Broken) {
            failures_.push_back(kindsThatTouch(rule));
        }
    }
    ChangedUse* use = useWith({});
    if (use != nullptr && !use->fitsOn(before_)) {
        failures_.push_back(kHoldingKinds);
    } else if (use != nullptr && !use->runsOn(before_)) {
        failures_.push_back(kHoldingKinds | kFasterKinds);
    }
}

Usage RepairSearch::usageWith(const std::vector<SettingValue>& settings) const
{
    Usage usage = usage_;
    for (const SettingValue& setting : settings) {
        apply(usage, setting);
    }
    return usage;
}

ChangedUse* RepairSearch::useWith(std::vector<SettingValue> settings)
{
    const auto [found, isNew] = uses_.try_emplace(std::move(settings));
    if (isNew) {
        const Usage usage = usageWith(found->first);
        // A setting that the engine doesn't know mends nothing.
        if (auto use = ChangedUse::of(catalog_, usage.requirement, usage.powerCap, constants_)) {
            found->second = std::move(*use);
        }
    }
    return found->second.get();
}

bool RepairSearch::mends(const Machine& machine, const std::vector<SettingValue>& settings)
{
    ChangedUse* use = useWith(settings);
    if (use == nullptr) {
        return false;
    }
    Machine tried = machine;
    use->applyTo(tried);
    return use->isMetBy(tried);
}

std::vector<RepairSearch::Mended> RepairSearch::run(int most, std::size_t enough)
{
    if (failures_.empty()) {
        return {};
    }
    for (int size = 1; size <= most && found_.size() < enough; ++size) {
        for (KindSet set = 1; set < KindSet{1} << (kPartKinds + kSettingKinds); ++set) {
            if (std::popcount(set) == size && (set & ~kinds_) == 0 && !stop_.stop_requested()) {
                trySet(set);
            }
        }
    }
    return std::move(found_);
}

bool RepairSearch::mayMend(KindSet set) const
{
    const bool smaller = std::ranges::any_of(mending_, [set](KindSet other) { return (other & ~set) == 0; });
    return !smaller && !hasTwoOfOneCategory(set) && !changesTooMuch(set) &&
        std::ranges::all_of(failures_, [set](KindSet kinds) { return (set & kinds) != 0; });
}

void RepairSearch::trySet(KindSet set)
{
    if (!mayMend(set)) {
        return;
    }
    if (auto mended = mend(set)) {
        mending_.push_back(set);
        found_.push_back(std::move(*mended));
    }
}

std::optional<RepairSearch::Mended> RepairSearch::mend(KindSet set)
{
    const std::vector<PartKind> parts = partKindsIn(set);
    const std::vector<Kind> settings = settingKindsIn(set);
    auto mended = parts.empty() ? mendBySettings(settings) : mendByParts(parts, settings);
    if (mended && !settings.empty()) {
        makeMild(*mended);
    }
    // Parts are offered in useful numbers only, so that what was found together may hold a smaller set that was not tried.
    if (mended && parts.size() > 1 && !isMinimal(*mended)) {
        return std::nullopt;
    }
    if (mended) {
        mended->usage = usageWith(mended->settings);
    }
    return mended;
}

std::optional<RepairSearch::Mended> RepairSearch::mendBySettings(const std::vector<Kind>& kinds)
{
    std::vector<std::size_t> sizes;
    sizes.reserve(kinds.size());
    for (const Kind kind : kinds) {
        sizes.push_back(steps(kind).size());
    }
    std::vector<std::vector<std::size_t>> combinations;
    std::vector<std::size_t> places(kinds.size(), 0);
    do {
        combinations.push_back(places);
    } while (nextCombination(places, sizes));
    std::ranges::stable_sort(combinations, {}, [](const auto& each) {
        return std::accumulate(each.begin(), each.end(), std::size_t{0});
    });
    for (const auto& combination : combinations) {
        std::vector<SettingValue> settings;
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            settings.push_back({kinds[i], steps(kinds[i])[combination[i]]});
        }
        if (stop_.stop_requested()) {
            return std::nullopt;
        }
        if (mends(before_, settings)) {
            return Mended{{}, settings, before_, {}};
        }
    }
    return std::nullopt;
}

std::optional<RepairSearch::Mended> RepairSearch::mendByParts(const std::vector<PartKind>& parts,
                                                              const std::vector<Kind>& kinds)
{
    std::vector<SettingValue> settings;
    settings.reserve(kinds.size());
    for (const Kind kind : kinds) {
        settings.push_back({kind, steps(kind).front()});
    }
    ChangedUse* use = useWith(settings);
    if (use == nullptr) {
        return std::nullopt;
    }
    auto chosen = parts_.best(*use, parts);
    if (!chosen) {
        return std::nullopt;
    }
    return Mended{parts, settings, std::move(chosen->machine), {}};
}

void RepairSearch::makeMild(Mended& mended)
{
    const std::vector<SettingValue> asFound = mended.settings;
    for (SettingValue& setting : mended.settings) {
        makeMild(mended, setting);
    }
    if (!isMinimal(mended)) {
        mended.settings = asFound;
    }
}

/// The mildest value between this step and the one before that still mends.
void RepairSearch::makeMild(Mended& mended, SettingValue& setting)
{
    const std::int64_t grain = finestStep(setting.kind);
    if (grain == 0) {
        return;
    }
    const auto& ladder = steps(setting.kind);
    const auto place = std::ranges::find(ladder, setting.value);
    const std::int64_t beyond =
        place == ladder.begin() ? valueNow(setting.kind, usage_, mended.machine) : *std::prev(place);
    // In grains, so that the values found are round ones.
    std::int64_t mending = setting.value / grain;
    std::int64_t failing = (beyond + grain - 1) / grain;
    while (failing - mending > 1) {
        const std::int64_t middle = std::midpoint(mending, failing);
        const std::int64_t asFound = std::exchange(setting.value, middle * grain);
        const bool holds = mends(mended.machine, mended.settings);
        (holds ? mending : failing) = middle;
        setting.value = holds ? setting.value : asFound;
    }
}

/// Whether no proper part of the changes mends.
bool RepairSearch::isMinimal(const Mended& mended)
{
    const std::size_t count = mended.parts.size() + mended.settings.size();
    for (std::uint32_t chosen = 1; chosen + 1 < std::uint32_t{1} << count; ++chosen) {
        Machine machine = before_;
        std::vector<SettingValue> settings;
        for (std::size_t i = 0; i < count; ++i) {
            if ((chosen >> i & 1) == 0) {
                continue;
            }
            if (i < mended.parts.size()) {
                copyParts(machine, mended.machine, mended.parts[i]);
            } else {
                settings.push_back(mended.settings[i - mended.parts.size()]);
            }
        }
        if (mends(machine, settings)) {
            return false;
        }
    }
    return true;
}

} // namespace rigwright
