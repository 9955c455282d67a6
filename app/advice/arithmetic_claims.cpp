// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/claim_estimates.h"
#include "builds/memory_layout.h"
#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

ClaimRange exactly(double value)
{
    return {value, value, value};
}

constexpr double kPercent = 100;

} // namespace

Expected<ClaimAnswer> answerRamRule(const ClaimQuestion& question)
{
    const Claim& claim = question.claim;
    const Expected<ClaimScenario> scenario = scenarioOf(question.catalog, claim);
    if (!scenario) {
        return tl::unexpected(scenario.error());
    }
    const double multiple = claim.multiple.value_or(1);
    const double weights = inUnitOf(claim, scenario->model.total());
    return ClaimAnswer{
        exactly(multiple * weights),
        judgeArithmetic(claim, multiple * weights),
        {RIGWRIGHT_TEXT("Claims",
                        "{parameters} parameters in {weights} are {size} {unit}, and {multiple} "
                        "times that is {ours} {unit}"),
         {{"parameters", formatParameters(scenario->model.parameters)},
          {"weights", weightFormatLabel(scenario->model.format)},
          {"size", figureText(weights)},
          {"multiple", figureText(multiple)},
          {"ours", figureText(multiple * weights)},
          {"unit", claimUnitName(claim.unit)}}}};
}

Expected<ClaimAnswer> answerBandwidth(const ClaimQuestion& question)
{
    const Claim& claim = question.claim;
    if (!claim.channels || !claim.megatransfers) {
        return fail("the claim names no channels or no rate");
    }
    const double ours = memoryBandwidth(*claim.channels, *claim.megatransfers).inGb();
    return ClaimAnswer{exactly(ours),
                       judgeArithmetic(claim, ours),
                       {RIGWRIGHT_TEXT("Claims", "{channels} × 64 bits at {rate} MT/s are {ours} GB/s"),
                        {{"channels", std::to_string(*claim.channels)},
                         {"rate", formatCount(*claim.megatransfers)},
                         {"ours", formatFixed(ours, 1)}}}};
}

Expected<ClaimAnswer> answerBoardBandwidth(const ClaimQuestion& question)
{
    const Claim& claim = question.claim;
    const Board* board = findPart(question.catalog.boards, claim.board);
    if (board == nullptr || board->socketCount < 1 || board->channelsPerSocket < 1 || !claim.modules ||
        !claim.megatransfers) {
        return fail("the claim names no board, no modules or no rate");
    }
    const int channels = board->socketCount * board->channelsPerSocket;
    const int perChannel = (*claim.modules + channels - 1) / channels;
    const int rate = perChannel > 1 ? std::min(*claim.megatransfers, speedOfTwoPerChannel(board->memoryType))
                                    : *claim.megatransfers;
    const int used = std::min(channels, *claim.modules) / board->socketCount;
    const ClaimRange ours = exactly(memoryBandwidth(used, rate).inGb());
    return ClaimAnswer{
        ours,
        judge(claim, ours),
        {RIGWRIGHT_TEXT("Claims",
                        "{modules} modules lie on the {channels} channels of the {board}, {each} on "
                        "each: {rate} MT/s and {ours} GB/s a socket"),
         {{"modules", std::to_string(*claim.modules)},
          {"channels", std::to_string(channels)},
          {"board", board->info.name},
          {"each", std::to_string(perChannel)},
          {"rate", formatCount(rate)},
          {"ours", formatFixed(ours.mid, 0)}}}};
}

Expected<ClaimAnswer> answerDriveRead(const ClaimQuestion& question)
{
    const Claim& claim = question.claim;
    const int generation = static_cast<int>(claim.multiple.value_or(0));
    std::vector<double> rates;
    for (const Drive& drive : question.catalog.drives) {
        if (drive.pcieGeneration == generation && drive.sequentialRead) {
            rates.push_back(drive.sequentialRead->inGb());
        }
    }
    if (rates.empty()) {
        return fail("the catalog has no such drive");
    }
    const auto [slowest, fastest] = std::ranges::minmax(rates);
    const ClaimRange ours{slowest, (slowest + fastest) / 2, fastest};
    return ClaimAnswer{ours,
                       judge(claim, ours),
                       {RIGWRIGHT_TEXT("Claims",
                                       "The catalog's {count} PCIe {generation}.0 drives read {ours} GB/s in "
                                       "sequence"),
                        {{"count", std::to_string(rates.size())},
                         {"generation", std::to_string(generation)},
                         {"ours", figureRange(slowest, fastest)}}}};
}

/// Model FLOPs utilisation as PaLM's authors define it (arXiv:2204.02311): 6 × parameters × tokens over the peak, without
/// what recomputation adds.
Expected<ClaimAnswer> answerMfu(const ClaimQuestion& question)
{
    constexpr double kFlopsPerParameter = 6;
    const Claim& claim = question.claim;
    if (claim.accelerators.empty() || !claim.parameters || !claim.samplesPerSecond || !claim.context) {
        return fail("the claim lacks a figure of the run");
    }
    const Expected<const Accelerator*> device =
        findAccelerator(question.catalog, claim.accelerators.front().part.text());
    if (!device || !(*device)->bf16) {
        return fail("the peak rate of the accelerator is unknown");
    }
    const double tokens = *claim.samplesPerSecond * static_cast<double>(*claim.context);
    const FlopsPerSecond peak = *(*device)->bf16 * claim.accelerators.front().count;
    const double share = kPercent * kFlopsPerParameter * *claim.parameters * 1e9 * tokens / peak.value();
    return ClaimAnswer{
        exactly(share),
        judgeArithmetic(claim, share),
        {RIGWRIGHT_TEXT("Claims",
                        "6 × {parameters} B parameters × {tokens} tokens/s are {ours} % of the peak of "
                        "{count} × {device}"),
         {{"parameters", figureText(*claim.parameters)},
          {"tokens", figureText(tokens)},
          {"ours", figureText(share)},
          {"count", formatCount(claim.accelerators.front().count)},
          {"device", (*device)->info.name}}}};
}

Expected<ClaimAnswer> answerSum(const ClaimQuestion& question)
{
    double sum = 0;
    for (const auto& [amount, count] : question.claim.terms) {
        sum += amount * count;
    }
    return ClaimAnswer{
        exactly(sum),
        judgeArithmetic(question.claim, sum),
        {RIGWRIGHT_TEXT("Claims",
                        "The guide's own {lines} lines add up to {sum} {unit}, {off} less than it says"),
         {{"lines", std::to_string(question.claim.terms.size())},
          {"sum", figureText(sum)},
          {"unit", claimUnitName(question.claim.unit)},
          {"off", figureText(question.claim.low.value_or(0) - sum)}}}};
}

} // namespace rigwright
