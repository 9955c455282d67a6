// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the libraries' enumerations as the window shows them.
#include "ui/text.h"

#include <QCoreApplication>

namespace rigwright {

namespace {
struct Names {
    Q_DECLARE_TR_FUNCTIONS(rigwright::Names)
};
} // namespace

QString boundText(Bound bound)
{
    switch (bound) {
    case Bound::MemoryBandwidth: return Names::tr("memory bandwidth");
    case Bound::HostMemory: return Names::tr("host memory");
    case Bound::Compute: return Names::tr("compute");
    case Bound::Interconnect: return Names::tr("interconnect");
    case Bound::EngineOverhead: return Names::tr("engine overhead");
    }
    return {};
}

QString categoryText(PartCategory category)
{
    switch (category) {
    case PartCategory::Accelerator: return Names::tr("GPU");
    case PartCategory::Cpu: return Names::tr("CPU");
    case PartCategory::Board: return Names::tr("Board");
    case PartCategory::Memory: return Names::tr("RAM");
    case PartCategory::Storage: return Names::tr("SSD");
    case PartCategory::PowerSupply: return Names::tr("Power supply");
    case PartCategory::Case: return Names::tr("Case");
    case PartCategory::Cooler: return Names::tr("Cooler");
    case PartCategory::NetworkCard: return Names::tr("Network card");
    case PartCategory::System: return Names::tr("Complete system");
    }
    return {};
}

QString pricingModelText(PricingModel model)
{
    switch (model) {
    case PricingModel::OnDemand: return Names::tr("on demand");
    case PricingModel::Spot: return Names::tr("spot");
    case PricingModel::Reserved: return Names::tr("reserved");
    case PricingModel::Marketplace: return Names::tr("marketplace");
    }
    return {};
}

QString priceKindText(PriceKind kind)
{
    switch (kind) {
    case PriceKind::Quote: return Names::tr("quote");
    case PriceKind::Street: return Names::tr("street price");
    case PriceKind::List: return Names::tr("list price");
    case PriceKind::Msrp: return Names::tr("MSRP");
    case PriceKind::Estimate: return Names::tr("estimate");
    }
    return {};
}

QString verificationText(Verification state)
{
    switch (state) {
    case Verification::Sourced: return Names::tr("sourced");
    case Verification::Compared: return Names::tr("compared");
    case Verification::Unverified: return Names::tr("unverified");
    }
    return {};
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Blocker: return Names::tr("blocker");
    case Severity::Warning: return Names::tr("warning");
    case Severity::Note: return Names::tr("note");
    }
    return {};
}

QString workloadText(WorkloadKind kind)
{
    switch (kind) {
    case WorkloadKind::Chat: return Names::tr("Chat");
    case WorkloadKind::Serve: return Names::tr("Serve");
    case WorkloadKind::Batch: return Names::tr("Batch");
    case WorkloadKind::Lora: return Names::tr("LoRA");
    case WorkloadKind::Qlora: return Names::tr("QLoRA");
    case WorkloadKind::Full: return Names::tr("Full fine-tuning");
    case WorkloadKind::Pretrain: return Names::tr("Pretraining");
    }
    return {};
}

QString weightsText(WeightFormat format)
{
    const QString label = QString::fromLatin1(weightFormatLabel(format));
    const qsizetype comma = label.indexOf(QStringLiteral(", "));
    if (comma < 0) {
        return label;
    }
    const QString addition = label.mid(comma + 2);
    const QString group = QStringLiteral("group ");
    const QString said = addition == QLatin1String("scale per channel") ? Names::tr("scale per channel")
        : addition == QLatin1String("scale per tensor")                 ? Names::tr("scale per tensor")
        : addition == QLatin1String("no groups")                        ? Names::tr("no groups")
        : addition == QLatin1String("double quantisation")              ? Names::tr("double quant.")
        : addition.startsWith(group) ? Names::tr("group %1").arg(addition.mid(group.size()))
                                     : addition;
    return label.left(comma) + QStringLiteral(", ") + said;
}

QString optimizerText(Optimizer optimizer)
{
    switch (optimizer) {
    case Optimizer::AdamW: return Names::tr("AdamW");
    case Optimizer::AdamWBf16: return Names::tr("AdamW, 16-bit");
    case Optimizer::AdamW8Bit: return Names::tr("AdamW, 8-bit");
    case Optimizer::PagedAdamW: return Names::tr("Paged AdamW");
    case Optimizer::PagedAdamW8Bit: return Names::tr("Paged AdamW, 8-bit");
    case Optimizer::Adafactor: return Names::tr("Adafactor");
    case Optimizer::Muon: return Names::tr("Muon");
    case Optimizer::SgdMomentum: return Names::tr("SGD with momentum");
    case Optimizer::Sgd: return Names::tr("SGD");
    }
    return {};
}

QString recomputeText(Recompute recompute)
{
    switch (recompute) {
    case Recompute::None: return Names::tr("Nothing");
    case Recompute::Selective: return Names::tr("Selective");
    case Recompute::Full: return Names::tr("Every layer");
    }
    return {};
}

QString lossText(LossMode loss)
{
    switch (loss) {
    case LossMode::Whole: return Names::tr("All logits");
    case LossMode::Compiled: return Names::tr("Compiled");
    case LossMode::Chunked: return Names::tr("In chunks");
    case LossMode::Fused: return Names::tr("Fused");
    }
    return {};
}

QString loraTargetsText(LoraTargets targets)
{
    switch (targets) {
    case LoraTargets::QueryValue: return Names::tr("Query and value");
    case LoraTargets::Attention: return Names::tr("Attention");
    case LoraTargets::AllLinear: return Names::tr("All linear layers");
    }
    return {};
}

QString enclosureText(Enclosure enclosure)
{
    switch (enclosure) {
    case Enclosure::Any: return Names::tr("Any form");
    case Enclosure::Tower: return Names::tr("Tower");
    case Enclosure::Rack: return Names::tr("Rack");
    }
    return {};
}

QString objectiveText(Objective objective)
{
    switch (objective) {
    case Objective::Power: return Names::tr("power");
    case Objective::Noise: return Names::tr("noise");
    case Objective::Headroom: return Names::tr("free memory");
    case Objective::UpgradeRoom: return Names::tr("room for cards");
    }
    return {};
}

QString vendorText(AcceleratorVendor vendor)
{
    switch (vendor) {
    case AcceleratorVendor::Nvidia: return QStringLiteral("NVIDIA");
    case AcceleratorVendor::Amd: return QStringLiteral("AMD");
    case AcceleratorVendor::Intel: return QStringLiteral("Intel");
    case AcceleratorVendor::Apple: return QStringLiteral("Apple");
    case AcceleratorVendor::Other: return Names::tr("Other");
    }
    return {};
}

} // namespace rigwright
