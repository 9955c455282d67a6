// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/training/training_setup.h"

#include "sizing/names.h"
#include "sizing/ranges.h"
#include "units/format.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

namespace rigwright {

namespace {

constexpr std::array kOptimizers{
    Named<Optimizer>{Optimizer::AdamW, "adamw"},
    Named<Optimizer>{Optimizer::AdamWBf16, "adamw-bf16"},
    Named<Optimizer>{Optimizer::AdamW8Bit, "adamw-8bit"},
    Named<Optimizer>{Optimizer::PagedAdamW, "paged-adamw"},
    Named<Optimizer>{Optimizer::PagedAdamW8Bit, "paged-adamw-8bit"},
    Named<Optimizer>{Optimizer::Adafactor, "adafactor"},
    Named<Optimizer>{Optimizer::Muon, "muon"},
    Named<Optimizer>{Optimizer::SgdMomentum, "sgd-momentum"},
    Named<Optimizer>{Optimizer::Sgd, "sgd"},
};
constexpr std::array kRecomputes{
    Named<Recompute>{Recompute::None, "none"},
    Named<Recompute>{Recompute::Selective, "selective"},
    Named<Recompute>{Recompute::Full, "full"},
};
constexpr std::array kTargets{
    Named<LoraTargets>{LoraTargets::QueryValue, "query-value"},
    Named<LoraTargets>{LoraTargets::Attention, "attention"},
    Named<LoraTargets>{LoraTargets::AllLinear, "all-linear"},
};
constexpr std::array kPrecisions{
    Named<MatrixPrecision>{MatrixPrecision::Bits16, "bf16"},
    Named<MatrixPrecision>{MatrixPrecision::Fp8, "fp8"},
};
constexpr std::array kLossModes{
    Named<LossMode>{LossMode::Whole, "whole"},
    Named<LossMode>{LossMode::Compiled, "compiled"},
    Named<LossMode>{LossMode::Chunked, "chunked"},
    Named<LossMode>{LossMode::Fused, "fused"},
};

// No published run comes near these; they keep products of them within 64 bits.
constexpr std::int64_t kLongestSequence = 100'000'000;
constexpr std::int64_t kLargestTrainingBatch = 65'536;
constexpr std::int64_t kLargestRank = 65'536;
constexpr std::int64_t kMostShares = 1'000'000;

Expected<void> checkRanges(const TrainingSetup& setup)
{
    constexpr int kLastStage = 3;
    const std::array ranges{
        checkRange("the sequence", setup.sequence, 1, kLongestSequence),
        checkRange("the micro-batch", setup.microBatch, 1, kLargestTrainingBatch),
        checkRange("the number of accumulated gradients", setup.gradientAccumulation, 1, kMostShares),
        checkRange("the ZeRO stage", setup.zeroStage.value_or(0), 0, kLastStage),
        checkRange("the context-parallel degree", setup.contextParallel, 1, kMostShares),
        checkRange("the LoRA rank", setup.loraRank, 1, kLargestRank),
        checkRange("the number of data workers", setup.dataWorkers, 0, kMostShares),
        checkRange("the number of interleaved stages", setup.interleavedStages, 1, kMostShares),
        checkRange("the token budget", setup.tokenBudget.value_or(1), 1, kLargestTokenBudget),
        checkRange("the number of steps between checkpoints", setup.checkpointEvery.value_or(1), 1,
                   kMostShares),
        checkRange("the bytes of a token on the drive", setup.bytesPerToken, 1, kMostShares),
    };
    const auto wrong = std::ranges::find_if_not(ranges, &Expected<void>::has_value);
    return wrong == ranges.end() ? Expected<void>() : *wrong;
}

} // namespace

bool isTraining(WorkloadKind kind)
{
    switch (kind) {
    case WorkloadKind::Lora:
    case WorkloadKind::Qlora:
    case WorkloadKind::Full:
    case WorkloadKind::Pretrain: return true;
    case WorkloadKind::Chat:
    case WorkloadKind::Serve:
    case WorkloadKind::Batch: return false;
    }
    return false;
}

bool trainsAdapters(WorkloadKind kind)
{
    return kind == WorkloadKind::Lora || kind == WorkloadKind::Qlora;
}

Expected<Optimizer> parseOptimizer(std::string_view name)
{
    return parseNamed("optimizer", kOptimizers, name);
}

const char* optimizerName(Optimizer optimizer)
{
    return nameOf(kOptimizers, optimizer);
}

Expected<Recompute> parseRecompute(std::string_view name)
{
    return parseNamed("kind of recomputation", kRecomputes, name);
}

const char* recomputeName(Recompute recompute)
{
    return nameOf(kRecomputes, recompute);
}

Expected<LoraTargets> parseLoraTargets(std::string_view name)
{
    return parseNamed("set of LoRA targets", kTargets, name);
}

const char* loraTargetsName(LoraTargets targets)
{
    return nameOf(kTargets, targets);
}

Expected<MatrixPrecision> parseMatrixPrecision(std::string_view name)
{
    return parseNamed("precision of matrices", kPrecisions, name);
}

const char* matrixPrecisionName(MatrixPrecision precision)
{
    return nameOf(kPrecisions, precision);
}

Expected<LossMode> parseLossMode(std::string_view name)
{
    return parseNamed("kind of loss", kLossModes, name);
}

const char* lossModeName(LossMode mode)
{
    return nameOf(kLossModes, mode);
}

Expected<std::int64_t> parseTokenCount(std::string_view text)
{
    constexpr std::array kUnits{std::pair{'K', 1e3}, std::pair{'M', 1e6}, std::pair{'B', 1e9},
                                std::pair{'T', 1e12}};
    const std::string shown(text.substr(0, 60));
    const auto wrong = [&] {
        return fail("'" + shown +
                    "' is not a number of tokens; expected one such as 300M, 2B or 1T, up to 1000T");
    };
    double scale = 1;
    std::string_view digits = text;
    for (const auto& [letter, factor] : kUnits) {
        if (!digits.empty() && std::toupper(static_cast<unsigned char>(digits.back())) == letter) {
            scale = factor;
            digits.remove_suffix(1);
            break;
        }
    }
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size() || !(number * scale >= 1) ||
        number * scale > static_cast<double>(kLargestTokenBudget)) {
        return wrong();
    }
    return static_cast<std::int64_t>(std::llround(number * scale));
}

TrainingSetup resolveTraining(const TrainingSetup& setup, WorkloadKind kind, int devices)
{
    TrainingSetup resolved = setup;
    if (!setup.optimizer) {
        resolved.optimizer = kind == WorkloadKind::Qlora ? Optimizer::PagedAdamW8Bit : Optimizer::AdamW;
    }
    if (!setup.zeroStage) {
        constexpr int kShardEverything = 3;
        const bool states = setup.offloadOptimizer && !trainsAdapters(kind);
        resolved.zeroStage = devices > 1 && !trainsAdapters(kind) ? kShardEverything : (states ? 1 : 0);
        if (setup.offloadParameters) {
            resolved.zeroStage = kShardEverything;
        }
    }
    if (!setup.recompute) {
        resolved.recompute = Recompute::None;
    }
    if (!setup.loss) {
        resolved.loss = LossMode::Whole;
    }
    if (!setup.fp32Gradients) {
        resolved.fp32Gradients = false;
    }
    return resolved;
}

Expected<void> checkTraining(const TrainingSetup& setup, WorkloadKind kind)
{
    if (Expected<void> ranges = checkRanges(setup); !ranges) {
        return ranges;
    }
    constexpr int kShardEverything = 3;
    if (setup.offloadParameters && setup.zeroStage && *setup.zeroStage != kShardEverything) {
        return fail("parameters are offloaded with ZeRO stage 3 alone, not with stage " +
                    std::to_string(*setup.zeroStage));
    }
    if (setup.optimizerInBackward && setup.gradientAccumulation > 1) {
        return fail("an optimizer step within the backward pass leaves no gradients to accumulate");
    }
    if (setup.optimizerInBackward && trainsAdapters(kind)) {
        return fail("an optimizer step within the backward pass is for training all weights");
    }
    return {};
}

} // namespace rigwright
