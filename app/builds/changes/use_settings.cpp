// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/changes/use_settings.h"

#include "builds/power_cap.h"
#include "facts/catalog.h"
#include "units/format.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rigwright {

namespace {

using Kind = SettingChange::Kind;

constexpr std::int64_t kContextGrain = 256; ///< llama.cpp rounds a cache up to it
constexpr std::int64_t kWattGrain = 10;
constexpr std::array kCapShares{0.9, 0.8, 0.7, 0.6, 0.5};
constexpr std::array kGgufLadder{WeightFormat::Q8_0,   WeightFormat::Q6_K,   WeightFormat::Q5_K_M,
                                 WeightFormat::Q4_K_M, WeightFormat::Q3_K_M, WeightFormat::Q2_K};
constexpr std::array kCheckpointLadder{WeightFormat::Bf16, WeightFormat::Fp8, WeightFormat::Awq4};
constexpr std::array kCacheLadder{CacheType::Q8_0, CacheType::Q4_0};

std::string wattsText(std::int64_t watts)
{
    return formatCount(watts) + " W";
}

std::string cacheText(const Workload& workload)
{
    const std::string key = cacheTypeName(workload.keyCache);
    return workload.keyCache == workload.valueCache ? key : key + "/" + cacheTypeName(workload.valueCache);
}

std::string textOf(Kind kind, const Usage& usage)
{
    const Workload& workload = usage.requirement.workload;
    switch (kind) {
    case Kind::PowerCap:
        return usage.powerCap ? wattsText(std::llround(usage.powerCap->value())) : std::string();
    case Kind::KeyValueCache: return cacheText(workload);
    case Kind::Context: return std::to_string(workload.context);
    case Kind::Concurrency: return std::to_string(workload.concurrency);
    case Kind::Weights: return weightFormatName(workload.weights);
    case Kind::HostOffload: return usage.requirement.allowHostOffload ? "on" : "off";
    }
    return {};
}

/// The bytes that a cache of so many elements takes: fewer is a step down.
Bytes cacheSize(CacheType type)
{
    return cacheBytes(type, 1024);
}

std::vector<std::int64_t> cacheSteps(const Workload& workload)
{
    std::vector<std::int64_t> steps;
    const auto add = [&](CacheType type) {
        if (engineHasCacheType(workload.engine, type) && cacheSize(type) < cacheSize(workload.keyCache)) {
            steps.push_back(static_cast<std::int64_t>(type));
        }
    };
    if (isTraining(workload.kind)) {
        return steps;
    }
    std::ranges::for_each(kCacheLadder, add);
    if (workload.engine != Engine::LlamaCpp) {
        add(CacheType::Fp8);
    }
    return steps;
}

std::vector<std::int64_t> contextSteps(const Workload& workload)
{
    std::vector<std::int64_t> steps;
    const std::int64_t least = workload.promptTokens + workload.outputTokens;
    if (isTraining(workload.kind) || workload.context <= least) {
        return steps;
    }
    for (std::int64_t tokens = workload.context / 2; tokens > least; tokens /= 2) {
        const std::int64_t whole = tokens / kContextGrain * kContextGrain;
        if (whole > least) {
            steps.push_back(whole);
        }
    }
    steps.push_back(least);
    return steps;
}

std::vector<std::int64_t> userSteps(const Workload& workload)
{
    std::vector<std::int64_t> steps;
    if (workload.kind != WorkloadKind::Serve || workload.requestRate) {
        return steps;
    }
    for (std::int64_t users = workload.concurrency / 2; users >= 1; users /= 2) {
        steps.push_back(users);
    }
    return steps;
}

std::vector<std::int64_t> weightSteps(const Catalog& catalog, const Requirement& requirement)
{
    std::vector<std::int64_t> steps;
    const auto facts = findModel(catalog, requirement.model.text());
    if (!facts || isTraining(requirement.workload.kind)) {
        return steps;
    }
    Workload tried = requirement.workload;
    const auto now = quantizeFor(**facts, tried);
    if (!now) {
        return steps;
    }
    Bytes last = now->total();
    const auto add = [&](WeightFormat format) {
        tried.weights = format;
        if (!engineLoads(tried.engine, format)) {
            return;
        }
        if (const auto weighed = quantizeFor(**facts, tried); weighed && weighed->total() < last) {
            last = weighed->total();
            steps.push_back(static_cast<std::int64_t>(format));
        }
    };
    if (tried.engine == Engine::LlamaCpp) {
        std::ranges::for_each(kGgufLadder, add);
    } else {
        std::ranges::for_each(kCheckpointLadder, add);
    }
    return steps;
}

/// The most that one accelerator of the machine may draw; 0: unknown, or there is none.
std::int64_t highestCap(const Machine& machine, const std::optional<Watts>& cap)
{
    Watts most;
    if (machine.systemAccelerator != nullptr) {
        most = machine.systemAccelerator->boardPower.value_or(Watts());
    }
    for (const Used<Accelerator>& card : machine.accelerators) {
        if (!mostPower(*card.part)) {
            return 0;
        }
        most = std::max(most, *mostPower(*card.part));
    }
    return static_cast<std::int64_t>((cap ? std::min(*cap, most) : most).value());
}

std::vector<std::int64_t> capSteps(const Usage& usage, const Machine& machine)
{
    std::vector<std::int64_t> steps;
    const std::int64_t uncapped = highestCap(machine, std::nullopt);
    const std::int64_t now = highestCap(machine, usage.powerCap);
    for (const double share : kCapShares) {
        const auto watts =
            static_cast<std::int64_t>(static_cast<double>(uncapped) * share) / kWattGrain * kWattGrain;
        if (watts > 0 && watts < now && (steps.empty() || watts < steps.back())) {
            steps.push_back(watts);
        }
    }
    return steps;
}

} // namespace

void apply(Usage& usage, const SettingValue& setting)
{
    Workload& workload = usage.requirement.workload;
    switch (setting.kind) {
    case Kind::PowerCap: usage.powerCap = Watts(static_cast<double>(setting.value)); break;
    case Kind::KeyValueCache:
        workload.keyCache = static_cast<CacheType>(setting.value);
        // llama.cpp quantises values for flash attention alone.
        if (workload.flashAttention || workload.engine != Engine::LlamaCpp) {
            workload.valueCache = workload.keyCache;
        }
        break;
    case Kind::Context: workload.context = setting.value; break;
    case Kind::Concurrency: workload.concurrency = static_cast<int>(setting.value); break;
    case Kind::Weights: workload.weights = static_cast<WeightFormat>(setting.value); break;
    case Kind::HostOffload: usage.requirement.allowHostOffload = setting.value != 0; break;
    }
}

SettingChange settingChange(const Usage& before, const SettingValue& setting)
{
    Usage after = before;
    apply(after, setting);
    return {setting.kind, textOf(setting.kind, before), textOf(setting.kind, after)};
}

std::vector<std::int64_t> settingSteps(Kind kind, const Catalog& catalog, const Usage& usage,
                                       const Machine& machine)
{
    const Workload& workload = usage.requirement.workload;
    switch (kind) {
    case Kind::PowerCap: return capSteps(usage, machine);
    case Kind::KeyValueCache: return cacheSteps(workload);
    case Kind::Context: return contextSteps(workload);
    case Kind::Concurrency: return userSteps(workload);
    case Kind::Weights: return weightSteps(catalog, usage.requirement);
    case Kind::HostOffload:
        return usage.requirement.allowHostOffload ? std::vector<std::int64_t>()
                                                  : std::vector<std::int64_t>{1};
    }
    return {};
}

std::int64_t finestStep(Kind kind)
{
    switch (kind) {
    case Kind::PowerCap: return kWattGrain;
    case Kind::Context: return kContextGrain;
    case Kind::Concurrency: return 1;
    case Kind::KeyValueCache:
    case Kind::Weights:
    case Kind::HostOffload: return 0;
    }
    return 0;
}

std::int64_t valueNow(Kind kind, const Usage& usage, const Machine& machine)
{
    switch (kind) {
    case Kind::PowerCap: return highestCap(machine, usage.powerCap);
    case Kind::Context: return usage.requirement.workload.context;
    case Kind::Concurrency: return usage.requirement.workload.concurrency;
    case Kind::KeyValueCache:
    case Kind::Weights:
    case Kind::HostOffload: return 0;
    }
    return 0;
}

} // namespace rigwright
