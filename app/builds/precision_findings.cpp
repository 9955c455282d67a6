// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/fit_findings.h"

#include "units/format.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

/// Compute capabilities that kernels of a format need (vLLM, "Supported hardware"; NVIDIA, CUDA programming guide).
struct FormatNeeds {
    WeightFormat format = WeightFormat::Fp16;
    double least = 0;  ///< below it engines have no kernels
    double native = 0; ///< below it matrices are widened to 16 bits first: memory is saved, not time
};

constexpr double kTuring = 7.5;
constexpr double kAmpere = 8.0;
constexpr double kAda = 8.9;
constexpr double kBlackwell = 10.0;

constexpr std::array kNeeds{
    FormatNeeds{WeightFormat::Bf16, kAmpere, kAmpere},
    FormatNeeds{WeightFormat::Fp8, kTuring, kAda},
    FormatNeeds{WeightFormat::Fp8Channel, kTuring, kAda},
    FormatNeeds{WeightFormat::Fp8Tensor, kTuring, kAda},
    FormatNeeds{WeightFormat::Mxfp8, kTuring, kBlackwell},
    FormatNeeds{WeightFormat::Int8, kTuring, kTuring},
    FormatNeeds{WeightFormat::Awq4, kTuring, 0},
    FormatNeeds{WeightFormat::Awq4G64, kTuring, 0},
    FormatNeeds{WeightFormat::Awq4G32, kTuring, 0},
    FormatNeeds{WeightFormat::Int4, kTuring, 0},
    FormatNeeds{WeightFormat::Int4G32, kTuring, 0},
    FormatNeeds{WeightFormat::Gptq4, kTuring, 0},
    FormatNeeds{WeightFormat::Gptq4G64, kTuring, 0},
    FormatNeeds{WeightFormat::Gptq4G32, kTuring, 0},
    FormatNeeds{WeightFormat::Gptq4Column, kTuring, 0},
    FormatNeeds{WeightFormat::Gptq8, kTuring, 0},
    FormatNeeds{WeightFormat::Mxfp4, kTuring, kBlackwell},
    FormatNeeds{WeightFormat::Mxfp4Fp8, kTuring, kBlackwell},
    FormatNeeds{WeightFormat::Nvfp4, kTuring, kBlackwell},
};

Finding findingOn(const Accelerator& card, WeightFormat format, double needed)
{
    const double capability = card.computeCapability.value_or(0);
    Finding finding;
    finding.evidence = {{"device", card.info.name},
                        {"format", weightFormatLabel(format)},
                        {"capability", formatFixed(capability, 1)},
                        {"needed", formatFixed(needed, 1)}};
    return finding;
}

std::optional<Finding> judged(const Accelerator& card, const FormatNeeds& needs)
{
    if (!card.computeCapability) {
        Finding finding = findingOn(card, needs.format, needs.least);
        finding.id = "precision-unverified";
        finding.text = RIGWRIGHT_TEXT("Finding", "Not verified: whether {device} computes in {format}.");
        return finding;
    }
    if (*card.computeCapability < needs.least) {
        Finding finding = findingOn(card, needs.format, needs.least);
        finding.id = "precision-unsupported";
        finding.severity = Severity::Warning;
        finding.text = RIGWRIGHT_TEXT(
            "Finding",
            "{device} has compute capability {capability}; engines run {format} from {needed} on.");
        return finding;
    }
    if (*card.computeCapability < needs.native) {
        Finding finding = findingOn(card, needs.format, needs.native);
        finding.id = "precision-widened";
        finding.text =
            RIGWRIGHT_TEXT("Finding",
                           "{device} (compute capability {capability}) widens {format} to 16 bits: it saves "
                           "memory, but prompts are no faster. From {needed} on it is native.");
        return finding;
    }
    return std::nullopt;
}

} // namespace

std::vector<Finding> precisionFindings(const ModelOnMachine& fit)
{
    const Workload& workload = fit.question.requirement.workload;
    const auto* needs = std::ranges::find(kNeeds, workload.weights, &FormatNeeds::format);
    // llama.cpp has kernels of its own for every device.
    if (workload.engine == Engine::LlamaCpp || needs == kNeeds.end()) {
        return {};
    }
    std::vector<Finding> findings;
    for (const AcceleratorGroup& group : fit.hardware.accelerators) {
        if (group.accelerator.vendor != AcceleratorVendor::Nvidia) {
            continue;
        }
        if (auto finding = judged(group.accelerator, *needs)) {
            findings.push_back(std::move(*finding));
        }
    }
    return findings;
}

} // namespace rigwright
