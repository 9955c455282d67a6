// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/speed_figures.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace rigwright {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rigwright::SpeedFigures)
};

QString perSecondText(RequestsPerSecond rate)
{
    return Words::tr("%1/s").arg(rateText(rate.value()));
}

QString between(const QString& low, const QString& high)
{
    return low == high ? high : low + QStringLiteral("–") + high;
}

QString percentText(double share)
{
    constexpr double kPercent = 100;
    return Words::tr("%1 %").arg(QLocale().toString(share * kPercent, 'f', 0));
}

QString verdictText(LoadVerdict verdict)
{
    switch (verdict) {
    case LoadVerdict::Sustained: return Words::tr("sustained");
    case LoadVerdict::AtRisk: return Words::tr("at risk");
    case LoadVerdict::Overloaded: return Words::tr("overloaded");
    }
    return {};
}

QString halfAndMost(const Percentiles& times)
{
    return Words::tr("%1, p95 %2").arg(secondsText(times.median), secondsText(times.p95));
}

void addLoad(std::vector<QStringList>& rows, const LoadEstimate& load)
{
    rows.push_back({Words::tr("Requests at %1").arg(perSecondText(load.rate)), verdictText(load.verdict)});
    const auto& largest = load.largestRate;
    rows.push_back({Words::tr("Most that is sustained"),
                    between(rateText(largest.low.value()), perSecondText(largest.high))});
    if (!load.queue) {
        return;
    }
    const QueueEstimate& queue = *load.queue;
    rows.push_back({Words::tr("Machine busy"), percentText(queue.utilisation)});
    rows.push_back({Words::tr("Running, waiting"),
                    Words::tr("%1, %2").arg(rateText(queue.running), rateText(queue.waiting))});
    rows.push_back({Words::tr("First token"), halfAndMost(queue.timeToFirstToken)});
    rows.push_back({Words::tr("Whole answer"), halfAndMost(queue.latency)});
}

/// From what the slow end of the estimate allows to what its middle does.
void addWithin(std::vector<QStringList>& rows, const SpeedStudy& study)
{
    if (study.traffic.users) {
        rows.push_back(
            {Words::tr("Users within targets"),
             between(countText(study.traffic.users->careful), countText(study.traffic.users->middle))});
        rows.push_back({Words::tr("Then limited by"), loadLimitText(study.traffic.users->middleLimit)});
    }
    if (study.traffic.rate) {
        rows.push_back({Words::tr("Requests within targets"),
                        between(rateText(study.traffic.rate->careful.value()),
                                perSecondText(study.traffic.rate->middle))});
    }
}

void addRunning(std::vector<QStringList>& rows, const SpeedStudy& study)
{
    if (const auto& loading = study.loading) {
        if (loading->cold) {
            rows.push_back({Words::tr("Loads in"), secondsRangeText(*loading->cold)});
        }
        if (loading->fitsPageCache) {
            rows.push_back({Words::tr("Loads again in"), secondsRangeText(loading->warm)});
        }
    }
    if (const auto& energy = study.energy) {
        constexpr double kKilo = 1e3;
        const auto kilowattHours = [](const Range<WattHours>& amount) {
            if (amount.high.value() < kKilo) {
                return Words::tr("%1 Wh").arg(
                    between(rateText(amount.low.value()), rateText(amount.high.value())));
            }
            return Words::tr("%1 kWh").arg(
                between(rateText(amount.low.value() / kKilo), rateText(amount.high.value() / kKilo)));
        };
        rows.push_back({Words::tr("Power while writing"), wattsText(energy->decodePower.mid)});
        rows.push_back({Words::tr("A million output tokens"), kilowattHours(energy->perMillionOutputTokens)});
        rows.push_back({Words::tr("A million prompt tokens"), kilowattHours(energy->perMillionPromptTokens)});
    }
}

void addTraining(std::vector<QStringList>& rows, const TrainingEstimate& training)
{
    rows.push_back({Words::tr("Tokens of a step"), countText(training.tokensPerStep)});
    rows.push_back({Words::tr("Micro-batches of a step"), countText(training.microBatches)});
    rows.push_back(
        {Words::tr("Devices"),
         training.nodes > 1
             ? Words::tr("%1 nodes of %2").arg(countText(training.nodes), countText(training.devicesPerNode))
             : countText(training.devicesPerNode)});
    if (training.network) {
        rows.push_back(
            {Words::tr("Network of a device"), Words::tr("%1 GB/s").arg(rateText(training.network->inGb()))});
    }
    if (!training.run) {
        return;
    }
    constexpr double kHour = 3600;
    const auto hours = [](Seconds time) { return roundCountText(std::llround(time.value() / kHour)); };
    rows.push_back({Words::tr("Tokens to train on"), roundCountText(training.run->tokens)});
    rows.push_back({Words::tr("Steps"), countText(training.run->steps)});
    rows.push_back({Words::tr("Time"), longTimeRangeText(training.run->time)});
    rows.push_back({Words::tr("Device-hours"),
                    between(hours(training.run->deviceTime.low), hours(training.run->deviceTime.high))});
}

} // namespace

QString shareRangeText(const Range<double>& share)
{
    constexpr double kPercent = 100;
    const auto text = [](double value) { return QLocale().toString(value * kPercent, 'f', 0); };
    return between(text(share.low), percentText(share.high));
}

QString longTimeRangeText(const Range<Seconds>& time)
{
    constexpr double kMinute = 60;
    constexpr double kHour = 60 * kMinute;
    constexpr double kDay = 24 * kHour;
    const double mid = time.mid.value();
    const double unit = mid >= 2 * kDay ? kDay : mid >= 2 * kHour ? kHour : kMinute;
    const QString range = between(rateText(time.low.value() / unit), rateText(time.high.value() / unit));
    return (unit == kDay        ? Words::tr("%1 days")
                : unit == kHour ? Words::tr("%1 hours")
                                : Words::tr("%1 minutes"))
        .arg(range);
}

QString loadLimitText(LoadLimit limit)
{
    switch (limit) {
    case LoadLimit::None: return Words::tr("nothing yet");
    case LoadLimit::KeyValueMemory: return Words::tr("KV memory");
    case LoadLimit::MaxSequences: return Words::tr("requests a step");
    case LoadLimit::Memory: return Words::tr("memory");
    case LoadLimit::MemoryBandwidth: return boundText(Bound::MemoryBandwidth);
    case LoadLimit::HostMemory: return boundText(Bound::HostMemory);
    case LoadLimit::Compute: return boundText(Bound::Compute);
    case LoadLimit::Interconnect: return boundText(Bound::Interconnect);
    case LoadLimit::EngineOverhead: return boundText(Bound::EngineOverhead);
    case LoadLimit::TimeToFirstToken: return Words::tr("first token");
    case LoadLimit::TimePerOutputToken: return Words::tr("time per token");
    }
    return {};
}

std::vector<QStringList> speedFigures(const SpeedStudy& study)
{
    std::vector<QStringList> rows;
    if (!study.speed) {
        return rows;
    }
    if (study.training) {
        addTraining(rows, *study.training);
        return rows;
    }
    rows.push_back({Words::tr("Each output token"), secondsRangeText(study.speed->timePerOutputToken)});
    if (study.traffic.curve) {
        rows.push_back({Words::tr("Worked on at once"), countText(study.traffic.curve->slots)});
        rows.push_back({Words::tr("Throughput grows up to"),
                        Words::tr("%n user(s)", nullptr, study.traffic.curve->usersAtLimit)});
        rows.push_back({Words::tr("Limited by"), loadLimitText(study.traffic.curve->limit)});
    }
    addWithin(rows, study);
    if (study.traffic.load) {
        addLoad(rows, *study.traffic.load);
    }
    addRunning(rows, study);
    return rows;
}

} // namespace rigwright
