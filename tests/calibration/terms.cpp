// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/terms.h"

#include "speed/step_speed.h"

#include <algorithm>

namespace rigwright::calibration {

namespace {

constexpr double kNever = 1e15; ///< a share so great that its part takes no time

/// Tokens behind the measured seconds.
double tokensOf(const Measurement& measurement)
{
    return measurement.metric == Metric::Decode ? 1
                                                : static_cast<double>(measurement.workload.promptTokens) *
            (1 - measurement.workload.prefixCacheHitRate);
}

double secondsWith(const Measurement& measurement, const Constants& constants)
{
    Calibration calibration;
    calibration.bandwidthShare = constants.bandwidthShare;
    calibration.perLayer = Seconds(constants.perLayer);
    calibration.opsPerWeight = constants.opsPerWeight;
    calibration.computeShare = constants.computeShare;
    SharedConstants shared = constants.shared;
    shared.expertCompute = constants.expertCompute;
    shared.perExpertToken = Seconds(constants.perExpertToken);
    shared.flashAttention = constants.flashAttention;
    const CalibrationTable table({{measurement.workload.engine, measurement.deviceClass, calibration}}, {},
                                 shared);
    return tokensOf(measurement) / estimated(measurement, table);
}

/// Constants under which nothing takes time.
Constants nothing()
{
    Constants constants{kNever, 0, 0, kNever, 1, 0, kNever, {}};
    constants.shared.cacheBandwidth = kNever;
    constants.shared.expertBandwidth = kNever;
    constants.shared.plainAttention = kNever;
    return constants;
}

} // namespace

double Terms::seconds(const Constants& constants, bool hasExperts, bool flashAttention) const
{
    const SharedConstants& shared = constants.shared;
    const double memory = weights + experts / shared.expertBandwidth + cache / shared.cacheBandwidth;
    const double matrixShare = hasExperts ? constants.expertCompute : 1;
    const double attentionShare = flashAttention ? constants.flashAttention : shared.plainAttention;
    return fixed + memory / constants.bandwidthShare + unpacked * constants.opsPerWeight +
        layers * constants.perLayer + expertLayers * shared.perExpertLayer.value() +
        expertTokens * constants.perExpertToken + recurrentLayers * shared.perRecurrentLayer.value() +
        (matrices / matrixShare + attention / attentionShare) / constants.computeShare;
}

double Sample::ratio(const Constants& constants) const
{
    return terms.seconds(constants, measurement->hasExperts(), measurement->workload.flashAttention) /
        seconds;
}

double estimated(const Measurement& measurement, const CalibrationTable& table)
{
    const SpeedEstimate speed =
        estimateSteps(measurement.model, measurement.workload, measurement.hardware, measurement.plan, table)
            .value();
    return (measurement.metric == Metric::Decode ? speed.decode : speed.prefill).mid.value();
}

Sample sampleOf(const Measurement& measurement)
{
    const double fixed = secondsWith(measurement, nothing());
    const auto with = [&](auto change) {
        Constants constants = nothing();
        change(constants);
        return secondsWith(measurement, constants) - fixed;
    };
    Sample sample;
    sample.measurement = &measurement;
    sample.seconds = tokensOf(measurement) / measurement.tokensPerSecond;
    sample.recurrent = std::ranges::any_of(measurement.model.architecture.layers, [](const Layer& layer) {
        return layer.attention.kind == AttentionKind::Recurrent;
    });
    Terms& terms = sample.terms;
    terms.fixed = fixed;
    terms.weights = with([](Constants& constants) { constants.bandwidthShare = 1; });
    terms.experts = with([](Constants& constants) {
                        constants.bandwidthShare = 1;
                        constants.shared.expertBandwidth = 1;
                    }) -
        terms.weights;
    terms.cache = with([](Constants& constants) {
                      constants.bandwidthShare = 1;
                      constants.shared.cacheBandwidth = 1;
                  }) -
        terms.weights;
    terms.unpacked = with([](Constants& constants) { constants.opsPerWeight = 1; });
    terms.layers = with([](Constants& constants) { constants.perLayer = 1; });
    terms.expertLayers = with([](Constants& constants) { constants.shared.perExpertLayer = Seconds(1); });
    terms.expertTokens = with([](Constants& constants) { constants.perExpertToken = 1; });
    terms.recurrentLayers =
        with([](Constants& constants) { constants.shared.perRecurrentLayer = Seconds(1); });
    terms.matrices = with([](Constants& constants) { constants.computeShare = 1; });
    terms.attention = with([](Constants& constants) {
                          constants.computeShare = 1;
                          constants.flashAttention = constants.shared.plainAttention = 1;
                      }) -
        terms.matrices;
    return sample;
}

} // namespace rigwright::calibration
