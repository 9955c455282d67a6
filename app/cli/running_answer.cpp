// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/running_answer.h"

#include "cli/report.h"
#include "units/format.h"

#include <ostream>

namespace rigwright {

namespace {

Json toJson(const LoadingTime& time)
{
    Json json = {
        {"copy_s", time.copy.value()}, {"link_s", time.link.value()}, {"start_s", time.start.value()}};
    json["read_s"] = time.read ? Json(time.read->value()) : Json();
    json["bound"] = loadingBoundName(time.bound());
    return json;
}

/// In kilowatt-hours from one of them on.
std::string energyBetween(const Range<WattHours>& energy)
{
    constexpr double kKilo = 1e3;
    if (energy.high.value() < kKilo) {
        return ratesBetween(energy.low.value(), energy.high.value()) + " Wh";
    }
    return ratesBetween(energy.low.value() / kKilo, energy.high.value() / kKilo) + " kWh";
}

} // namespace

RunningAnswer answerRunning(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                            const MemoryPlan& plan, const SpeedEstimate& speed)
{
    return {estimateLoading(model, workload, hardware, plan), estimateEnergy(hardware, speed)};
}

Json toJson(const std::optional<LoadingEstimate>& loading)
{
    if (!loading) {
        return {};
    }
    Json json = {{"cold_s", loading->cold ? toJson(*loading->cold) : Json()},
                 {"warm_s", toJson(loading->warm)},
                 {"fits_page_cache", loading->fitsPageCache}};
    json["cold_parts"] = loading->coldTime ? toJson(*loading->coldTime) : Json();
    json["warm_parts"] = toJson(loading->warmTime);
    return json;
}

Json toJson(const std::optional<EnergyEstimate>& energy)
{
    if (!energy) {
        return {};
    }
    return {{"decode_watts", toJson(energy->decodePower)},
            {"prompt_watts", toJson(energy->promptPower)},
            {"watt_hours_per_million_output_tokens", toJson(energy->perMillionOutputTokens)},
            {"watt_hours_per_million_prompt_tokens", toJson(energy->perMillionPromptTokens)},
            {"assumed", energy->assumed}};
}

void printRunning(std::ostream& out, const RunningAnswer& answer)
{
    if (const auto& loading = answer.loading) {
        out << "Loads in ";
        if (loading->cold) {
            out << timeRange(*loading->cold) << " from the drive, ";
        }
        out << timeRange(loading->warm)
            << (loading->fitsPageCache ? " from the page cache\n"
                                       : " from a page cache, which RAM is too small for\n");
    }
    if (const auto& energy = answer.energy) {
        out << "Draws " << ratesBetween(energy->decodePower.low.value(), energy->decodePower.high.value())
            << " W at the wall: " << energyBetween(energy->perMillionOutputTokens)
            << " a million output tokens, " << energyBetween(energy->perMillionPromptTokens)
            << " a million prompt tokens" << (energy->assumed ? " (with typical figures for the rest)" : "")
            << '\n';
    }
}

} // namespace rigwright
