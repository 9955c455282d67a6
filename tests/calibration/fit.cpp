// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/fit.h"

#include "calibration/fitter.h"

#include <algorithm>
#include <cmath>

namespace rigwright::calibration {

namespace {

struct Spread {
    double low = 1;
    double high = 1;
};

/// A device that nobody has measured strays a little further than those that were: prompts more, with every release's kernels.
Spread spreadOf(const std::vector<DeviceValue>& ratios, Metric metric)
{
    const double beyond = metric == Metric::Decode ? 1.04 : 1.12;
    return {std::min(1.0, percentile(ratios, 0.1) / beyond), std::max(1.0, percentile(ratios, 0.9) * beyond)};
}

/// What a range is taken over: a class for generation, a kind of matrix units for prompts, all for models with experts.
struct Pool {
    Metric metric = Metric::Decode;
    bool experts = false;
    ClassKey device{Engine::LlamaCpp, DeviceClass::Other};
    MatrixPath path = MatrixPath::Other;

    auto operator<=>(const Pool&) const = default;
};

Pool poolOf(const Sample& sample)
{
    const bool decode = isDecode(sample);
    const bool experts = sample.measurement->hasExperts();
    Pool pool{decode ? Metric::Decode : Metric::Prefill, experts, {}, MatrixPath::Other};
    pool.device = {sample.measurement->workload.engine, DeviceClass::Other};
    if (!experts && decode) {
        pool.device.second = sample.measurement->deviceClass;
    } else if (!experts) {
        pool.path = sample.measurement->path;
    }
    return pool;
}

class Spreads {
public:
    Spreads(Fitter& fitter)
    {
        for (const Sample* sample : fitter.samples()) {
            const double ratio = sample->ratio(fitter.without(*sample));
            if (fitter.hasKin(*sample)) {
                ratios_[poolOf(*sample)].push_back({sample->measurement->device, ratio});
                pooled_[sample->measurement->metric].push_back({sample->measurement->device, ratio});
            }
            unseen_.push_back({sample->measurement, ratio, false, 1});
        }
        for (std::size_t i = 0; i < unseen_.size(); ++i) {
            Unseen& each = unseen_[i];
            const Spread spread = of(poolOf(*fitter.samples()[i]), each.measurement->device);
            each.inside = spread.low <= each.ratio && each.ratio <= spread.high;
            each.width = spread.high / spread.low;
        }
    }

    /// Of a pool, of all devices where it has too few to say; without one device.
    [[nodiscard]] Spread of(const Pool& pool, const std::string& device = {}) const
    {
        constexpr std::size_t kDevicesForSpread = 3;
        const auto found = ratios_.find(pool);
        std::vector<DeviceValue> own = found == ratios_.end() ? std::vector<DeviceValue>() : found->second;
        std::erase_if(own, [&](const DeviceValue& each) { return each.device == device; });
        std::set<std::string> devices;
        for (const DeviceValue& each : own) {
            devices.insert(each.device);
        }
        return spreadOf(devices.size() >= kDevicesForSpread ? own : pooled_.at(pool.metric), pool.metric);
    }
    [[nodiscard]] const std::vector<Unseen>& unseen() const { return unseen_; }

private:
    std::map<Pool, std::vector<DeviceValue>> ratios_;
    std::map<Metric, std::vector<DeviceValue>> pooled_;
    std::vector<Unseen> unseen_;
};

CalibrationRow rowOf(ClassKey key, const Fitter& fitter, const Spreads& spreads)
{
    const Constants& constants = fitter.of(key);
    const Selection& selection = fitter.classes().at(key);
    CalibrationRow row{key.first, key.second, {}};
    Calibration& into = row.constants;
    into.bandwidthShare = constants.bandwidthShare;
    into.perLayer = Seconds(constants.perLayer);
    into.opsPerWeight = constants.opsPerWeight;
    constexpr double kUsualShare = 0.3; // of engines whose prompts nobody measured on one device
    into.computeShare = kUsualShare;
    const Spread decode = spreads.of({Metric::Decode, false, key, MatrixPath::Other});
    const Spread prefill =
        spreads.of({Metric::Prefill, false, {key.first, DeviceClass::Other}, MatrixPath::Other});
    into.decodeLow = decode.low;
    into.decodeHigh = decode.high;
    into.prefillLow = prefill.low;
    into.prefillHigh = prefill.high;
    into.devices = static_cast<int>(devicesOf(selection).size());
    into.measurements = static_cast<int>(selection.size());
    return row;
}

/// Whether a time is linear in the constants: on one device, or on several that one pass of a prompt visits in turn.
bool isLinear(const Measurement& measurement)
{
    const Workload& workload = measurement.workload;
    return measurement.devices == 1 ||
        (measurement.metric == Metric::Prefill && workload.promptTokens <= workload.microBatch);
}

} // namespace

Fit fitCalibration(const std::vector<Measurement>& measurements)
{
    std::vector<Sample> samples;
    for (const Measurement& measurement : measurements) {
        if (measurement.fitted && isLinear(measurement)) {
            samples.push_back(sampleOf(measurement));
        }
    }
    Selection selection;
    for (const Sample& sample : samples) {
        selection.push_back(&sample);
    }
    Fitter fitter(selection);
    fitter.run();
    const Spreads spreads(fitter);
    Fit fit;
    fit.shared = fitter.shared();
    fit.unseen = spreads.unseen();
    for (const auto& [key, unused] : fitter.classes()) {
        fit.rows.push_back(rowOf(key, fitter, spreads));
    }
    for (const auto& [path, prefill] : fitter.paths()) {
        const Selection dense = select(prefill, isDense);
        if (dense.empty()) {
            continue;
        }
        const Spread spread =
            spreads.of({Metric::Prefill, false, {Engine::LlamaCpp, DeviceClass::Other}, path});
        const PathConstants& constants = fitter.path(path);
        fit.paths.push_back({path, constants.computeShare, constants.expertCompute,
                             Seconds(constants.perExpertToken), constants.flashAttention, spread.low,
                             spread.high, static_cast<int>(devicesOf(dense).size())});
    }
    const ClassKey all{Engine::LlamaCpp, DeviceClass::Other};
    const Spread decode = spreads.of({Metric::Decode, true, all, MatrixPath::Other});
    const Spread prefill = spreads.of({Metric::Prefill, true, all, MatrixPath::Other});
    fit.shared.expertDecodeLow = decode.low;
    fit.shared.expertDecodeHigh = decode.high;
    fit.shared.expertPrefillLow = prefill.low;
    fit.shared.expertPrefillHigh = prefill.high;
    return fit;
}

} // namespace rigwright::calibration
