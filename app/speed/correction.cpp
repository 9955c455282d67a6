// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/correction.h"

#include "speed/estimate.h"
#include "units/format.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rigwright {

namespace {

/// New over old, for each figure of a range.
struct Shift {
    double low = 1;
    double mid = 1;
    double high = 1;
};

struct Spread {
    double low;
    double high;
};

template <class Rate>
void shiftRate(Range<Rate>& range, const Shift& shift)
{
    range = {range.low * shift.low, range.mid * shift.mid, range.high * shift.high};
}

/// Times run against rates: the low rate takes the long time.
void shiftTime(Range<Seconds>& range, const Shift& shift)
{
    range = {range.low / shift.high, range.mid / shift.mid, range.high / shift.low};
}

Shift shiftOf(const Range<TokensPerSecond>& rate, double factor, Spread spread,
              const std::optional<TokensPerSecond>& limit)
{
    const double most =
        limit ? std::max(limit->value(), rate.mid.value()) : std::numeric_limits<double>::infinity();
    const double mid = std::min(rate.mid.value() * factor, most);
    const double low = mid * std::max(spread.low, rate.low / rate.mid);
    const double high = std::min(mid * std::min(spread.high, rate.high / rate.mid), most);
    return {low / rate.low.value(), mid / rate.mid.value(), high / rate.high.value()};
}

double bytesPerToken(const QuantizedModel& model)
{
    return static_cast<double>(model.readPerToken().value());
}

std::optional<BytesPerSecond> fastestMemory(const Hardware& hardware)
{
    std::optional<BytesPerSecond> fastest = hardware.host.bandwidth;
    for (const AcceleratorGroup& group : hardware.accelerators) {
        if (!group.accelerator.bandwidth) {
            return std::nullopt;
        }
        fastest = std::max(fastest, group.accelerator.bandwidth);
    }
    return fastest;
}

/// The best dense rate of the data sheet; nothing where it may lack the best: makers of unified memory state only the rate
/// of the shader cores.
std::optional<FlopsPerSecond> bestRate(const Accelerator& accelerator)
{
    if (accelerator.vendor == AcceleratorVendor::Apple || (!accelerator.fp16 && !accelerator.bf16)) {
        return std::nullopt;
    }
    return std::max({accelerator.fp32, accelerator.fp16, accelerator.fp16Accumulate16, accelerator.bf16,
                     accelerator.fp8, accelerator.int8, accelerator.fp4});
}

std::optional<FlopsPerSecond> bestRate(const Hardware& hardware)
{
    FlopsPerSecond sum;
    for (const AcceleratorGroup& group : hardware.accelerators) {
        const auto rate = bestRate(group.accelerator);
        if (!rate) {
            return std::nullopt;
        }
        sum += *rate * group.count;
    }
    return hardware.accelerators.empty() ? std::nullopt : std::optional(sum);
}

/// Operations that each token of a prompt takes at the least: only its last one meets the output head.
double workPerPromptToken(const QuantizedModel& model)
{
    const ModelFacts& facts = model.architecture.facts;
    const auto head = static_cast<double>(facts.hidden) * static_cast<double>(facts.vocabulary);
    return 2 * std::max(0.0, static_cast<double>(model.activeParameters) - head);
}

bool leavesPartToHost(const QuantizedModel& model, const Hardware& hardware, const MemoryPlan& plan)
{
    return !hardware.accelerators.empty() &&
        (plan.placement.expertsOnHost || plan.placement.gpuLayers < static_cast<int>(model.layers.size()));
}

int deviceCount(const Hardware& hardware)
{
    return hardware.accelerators.empty() ? hardware.host.sockets : hardware.deviceCount();
}

} // namespace

Finding correctionNote(const DeviceCorrection& correction, const std::string& deviceName)
{
    const auto factor = [](const std::optional<double>& value) {
        return value ? formatFixed(*value, 2) : std::string("–");
    };
    const std::string count = correction.count > 1 ? std::to_string(correction.count) + " × " : "";
    return {"speed-corrected",
            Severity::Note,
            RIGWRIGHT_TEXT("Finding",
                           "The speed is corrected by your own measurement on {device}: generation × "
                           "{decode}, prompts × {prefill} ({runs} runs of {file}, {date})."),
            {{"device", count + deviceName},
             {"decode", factor(correction.decode)},
             {"prefill", factor(correction.prefill)},
             {"runs", std::to_string(correction.runs)},
             {"file", correction.source},
             {"date", correction.date.iso()}}};
}

void noteCorrection(std::vector<Finding>& findings, const SpeedEstimate& estimate,
                    const CalibrationTable& table, Engine engine, const Hardware& hardware)
{
    const DeviceCorrection* correction = table.correctionFor(engine, hardware);
    if (estimate.corrected && correction != nullptr) {
        findings.push_back(correctionNote(*correction,
                                          hardware.accelerators.empty()
                                              ? hardware.host.name
                                              : hardware.accelerators.front().accelerator.info.name));
    }
}

const CorrectedSpread& correctedSpread()
{
#include "speed/correction_table.inc"
    return kCorrectedSpread;
}

SpeedLimits speedLimits(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                        const MemoryPlan& plan)
{
    SpeedLimits limits;
    if (const auto bandwidth = fastestMemory(hardware); bandwidth && bytesPerToken(model) > 0) {
        // Layers on several devices wait for each other; only split ones are read at once.
        const int together =
            plan.placement.splitRows ? hardware.deviceCount() : plan.placement.tensorParallel;
        const int perStep = workload.speculative ? workload.speculative->draftTokens + 1 : 1;
        limits.decode =
            TokensPerSecond(bandwidth->value() * std::max(1, together) * perStep / bytesPerToken(model));
    }
    if (const auto rate = bestRate(hardware); rate && workPerPromptToken(model) > 0) {
        const double computed = 1 - std::clamp(workload.prefixCacheHitRate, 0.0, 0.99);
        limits.prefill = TokensPerSecond(rate->value() / workPerPromptToken(model) / computed);
    }
    return limits;
}

void correct(SpeedEstimate& estimate, const DeviceCorrection& correction, const ModelId& model, int devices,
             const SpeedLimits& limits)
{
    const double share = devices == correction.count ? 1 : 0.5;
    const bool measured = std::ranges::find(correction.models, model) != correction.models.end();
    const CorrectedSpread& spread = correctedSpread();
    const auto partOf = [share, measured](double value, double otherModels) {
        return std::pow(value, share * (measured ? 1 : otherModels));
    };
    // Of a range that is only half corrected the other half stays as open as it was.
    const auto open = [share](double narrow, double wide) {
        return share < 1 ? std::sqrt(narrow * wide) : narrow;
    };
    estimate.corrected = true;
    if (correction.decode) {
        const Range<TokensPerSecond> rate = estimate.decode;
        const Spread left{open(spread.decodeLow, rate.low / rate.mid),
                          open(spread.decodeHigh, rate.high / rate.mid)};
        const Shift shift =
            shiftOf(rate, partOf(*correction.decode, spread.decodeShare), left, limits.decode);
        shiftRate(estimate.decode, shift);
        shiftRate(estimate.total, shift);
        shiftTime(estimate.timePerOutputToken, shift);
    }
    if (correction.prefill) {
        const Range<TokensPerSecond> rate = estimate.prefill;
        const Spread left{open(spread.prefillLow, rate.low / rate.mid),
                          open(spread.prefillHigh, rate.high / rate.mid)};
        const Shift shift =
            shiftOf(rate, partOf(*correction.prefill, spread.prefillShare), left, limits.prefill);
        shiftRate(estimate.prefill, shift);
        shiftTime(estimate.timeToFirstToken, shift);
    }
}

void correctByMeasurement(SpeedEstimate& estimate, const CalibrationTable& table, const QuantizedModel& model,
                          const Workload& workload, const Hardware& hardware, const MemoryPlan& plan)
{
    const DeviceCorrection* correction = table.correctionFor(workload.engine, hardware);
    if (correction != nullptr && !leavesPartToHost(model, hardware, plan)) {
        correct(estimate, *correction, model.architecture.facts.id, deviceCount(hardware),
                speedLimits(model, workload, hardware, plan));
    }
}

} // namespace rigwright
