// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offered.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace rigwright {

namespace {

struct Offered {
    Q_DECLARE_TR_FUNCTIONS(rigwright::Offered)
};

/// Adapters go on frozen weights of 16 or 8 bits, or with QLoRA of 4; what is trained itself is of 16 bits or more.
bool suits(WorkloadKind kind, FormatGroup group)
{
    switch (kind) {
    case WorkloadKind::Qlora: return group == FormatGroup::FourBits;
    case WorkloadKind::Lora: return group == FormatGroup::HighBits || group == FormatGroup::EightBits;
    case WorkloadKind::Full:
    case WorkloadKind::Pretrain: return group == FormatGroup::HighBits;
    default: return true;
    }
}

} // namespace

std::vector<Engine> enginesFor(WorkloadKind kind)
{
    std::vector<Engine> engines;
    std::ranges::copy_if(allEngines(), std::back_inserter(engines),
                         [kind](Engine engine) { return engineRuns(engine, kind); });
    return engines;
}

bool isOffered(const Workload& workload)
{
    return engineLoads(workload.engine, workload.weights) && suits(workload.kind, groupOf(workload.weights));
}

FormatGroup groupOf(WeightFormat format)
{
    switch (format) {
    case WeightFormat::Fp32:
    case WeightFormat::Bf16:
    case WeightFormat::Fp16: return FormatGroup::HighBits;
    case WeightFormat::Fp8:
    case WeightFormat::Fp8Channel:
    case WeightFormat::Fp8Tensor:
    case WeightFormat::Mxfp8:
    case WeightFormat::Int8:
    case WeightFormat::Gptq8: return FormatGroup::EightBits;
    default: break;
    }
    if (!isGguf(format)) {
        return FormatGroup::FourBits;
    }
    const std::string_view label = weightFormatLabel(format);
    return label.starts_with("IQ")                   ? FormatGroup::IQuants
        : label.find("_K") != std::string_view::npos ? FormatGroup::KQuants
                                                     : FormatGroup::OtherGguf;
}

QString formatGroupText(FormatGroup group)
{
    switch (group) {
    case FormatGroup::HighBits: return Offered::tr("16 and 32 bits");
    case FormatGroup::EightBits: return Offered::tr("8 bits");
    case FormatGroup::FourBits: return Offered::tr("4 bits and fewer");
    case FormatGroup::KQuants: return Offered::tr("GGUF, K types");
    case FormatGroup::IQuants: return Offered::tr("GGUF, I types");
    case FormatGroup::OtherGguf: return Offered::tr("GGUF, other types");
    }
    return {};
}

} // namespace rigwright
