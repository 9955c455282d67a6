// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/revision_fields.h"

#include "units/format.h"
#include "units/join.h"

#include <optional>
#include <type_traits>

// A value is a figure, a user's own text, or a word marked for translation; its unit stands in the field's name.
namespace rigwright {

namespace {

constexpr const char* kYes = RIGWRIGHT_TEXT("Revision", "yes");
constexpr const char* kNo = RIGWRIGHT_TEXT("Revision", "no");

std::string valueText(const std::string& text)
{
    return text;
}
std::string valueText(const char* text)
{
    return text;
}
std::string valueText(bool value)
{
    return value ? kYes : kNo;
}
std::string valueText(const Date& date)
{
    return date.iso();
}
std::string valueText(const Money& amount)
{
    return formatMoney(amount);
}
std::string valueText(const Share& share)
{
    return share.percent();
}
std::string valueText(double value)
{
    return formatFixed(value, 2);
}
template <class Integer>
requires(std::is_integral_v<Integer> && !std::is_same_v<Integer, bool>) std::string valueText(Integer count)
{
    return formatCount(count);
}
template <class Unit>
requires requires(Unit unit)
{
    unit.value();
}
std::string valueText(Unit unit)
{
    return valueText(unit.value());
}
template <class Value>
std::string valueText(const std::optional<Value>& value)
{
    return value ? valueText(*value) : std::string();
}

/// Fields of two states side by side; equal ones are left out.
class Fields {
public:
    template <class Value>
    void add(const char* name, const Value& before, const Value& after)
    {
        std::string from = valueText(before);
        std::string to = valueText(after);
        if (from != to) {
            fields_.push_back({name, std::move(from), std::move(to)});
        }
    }
    [[nodiscard]] std::vector<RevisionField> take() { return std::move(fields_); }

private:
    std::vector<RevisionField> fields_;
};

const char* enclosureText(Enclosure enclosure)
{
    switch (enclosure) {
    case Enclosure::Any: return RIGWRIGHT_TEXT("Revision", "any");
    case Enclosure::Tower: return RIGWRIGHT_TEXT("Revision", "tower");
    case Enclosure::Rack: return RIGWRIGHT_TEXT("Revision", "rack");
    }
    return "";
}

const char* vendorText(const std::optional<AcceleratorVendor>& vendor)
{
    if (!vendor) {
        return "";
    }
    switch (*vendor) {
    case AcceleratorVendor::Nvidia: return "NVIDIA";
    case AcceleratorVendor::Amd: return "AMD";
    case AcceleratorVendor::Intel: return "Intel";
    case AcceleratorVendor::Apple: return "Apple";
    case AcceleratorVendor::Other: return RIGWRIGHT_TEXT("Revision", "other");
    }
    return "";
}

const char* kindText(WorkloadKind kind)
{
    switch (kind) {
    case WorkloadKind::Chat: return RIGWRIGHT_TEXT("Revision", "chat");
    case WorkloadKind::Serve: return RIGWRIGHT_TEXT("Revision", "serving");
    case WorkloadKind::Batch: return RIGWRIGHT_TEXT("Revision", "batch");
    case WorkloadKind::Lora: return RIGWRIGHT_TEXT("Revision", "LoRA training");
    case WorkloadKind::Qlora: return RIGWRIGHT_TEXT("Revision", "QLoRA training");
    case WorkloadKind::Full: return RIGWRIGHT_TEXT("Revision", "full fine-tuning");
    case WorkloadKind::Pretrain: return RIGWRIGHT_TEXT("Revision", "pre-training");
    }
    return "";
}

std::string circuitText(const std::optional<WallCircuit>& circuit)
{
    return circuit ? std::to_string(circuit->volts) + " V × " + std::to_string(circuit->amperes) + " A"
                   : std::string();
}

std::string ownedText(const std::vector<BuildLine>& owned)
{
    std::vector<std::string> parts;
    for (const BuildLine& line : owned) {
        parts.push_back(std::to_string(line.quantity) + " × " + line.part.text());
    }
    return joined(parts, ", ");
}

void addServing(Fields& fields, const Workload& before, const Workload& after)
{
    fields.add(RIGWRIGHT_TEXT("Revision", "Memory share of the engine"), before.serving.memoryShare,
               after.serving.memoryShare);
    fields.add(RIGWRIGHT_TEXT("Revision", "Tokens of one step"), before.serving.batchedTokens,
               after.serving.batchedTokens);
    fields.add(RIGWRIGHT_TEXT("Revision", "Sequences of one step"), before.serving.mostSequences,
               after.serving.mostSequences);
    fields.add(RIGWRIGHT_TEXT("Revision", "CUDA graphs"), before.serving.graphs, after.serving.graphs);
    fields.add(RIGWRIGHT_TEXT("Revision", "Prefix cache hits"), before.prefixCacheHitRate,
               after.prefixCacheHitRate);
    fields.add(RIGWRIGHT_TEXT("Revision", "Speculative decoding"), before.speculative.has_value(),
               after.speculative.has_value());
    fields.add(RIGWRIGHT_TEXT("Revision", "Requests per second"), before.requestRate, after.requestRate);
    fields.add(RIGWRIGHT_TEXT("Revision", "Longest time to the first token (s)"), before.maxTimeToFirstToken,
               after.maxTimeToFirstToken);
    fields.add(RIGWRIGHT_TEXT("Revision", "Longest time per token (s)"), before.maxTimePerOutputToken,
               after.maxTimePerOutputToken);
}

std::string optimizerText(const TrainingSetup& setup)
{
    return setup.optimizer ? optimizerName(*setup.optimizer) : "";
}

void addTraining(Fields& fields, const TrainingSetup& before, const TrainingSetup& after)
{
    fields.add(RIGWRIGHT_TEXT("Revision", "Training sequence (tokens)"), before.sequence, after.sequence);
    fields.add(RIGWRIGHT_TEXT("Revision", "Micro-batch of training"), before.microBatch, after.microBatch);
    fields.add(RIGWRIGHT_TEXT("Revision", "Gradient accumulation"), before.gradientAccumulation,
               after.gradientAccumulation);
    fields.add(RIGWRIGHT_TEXT("Revision", "Optimizer"), optimizerText(before), optimizerText(after));
    fields.add(RIGWRIGHT_TEXT("Revision", "ZeRO stage"), before.zeroStage, after.zeroStage);
    fields.add(RIGWRIGHT_TEXT("Revision", "Optimizer in RAM"), before.offloadOptimizer,
               after.offloadOptimizer);
    fields.add(RIGWRIGHT_TEXT("Revision", "Parameters in RAM"), before.offloadParameters,
               after.offloadParameters);
    fields.add(RIGWRIGHT_TEXT("Revision", "LoRA rank"), before.loraRank, after.loraRank);
    fields.add(RIGWRIGHT_TEXT("Revision", "Tokens to train on"), before.tokenBudget, after.tokenBudget);
}

void addWorkload(Fields& fields, const Workload& before, const Workload& after)
{
    fields.add(RIGWRIGHT_TEXT("Revision", "Work"), kindText(before.kind), kindText(after.kind));
    fields.add(RIGWRIGHT_TEXT("Revision", "Engine"), engineLabel(before.engine), engineLabel(after.engine));
    fields.add(RIGWRIGHT_TEXT("Revision", "Precision"), weightFormatLabel(before.weights),
               weightFormatLabel(after.weights));
    fields.add(RIGWRIGHT_TEXT("Revision", "Importance matrix"), before.importanceMatrix,
               after.importanceMatrix);
    fields.add(RIGWRIGHT_TEXT("Revision", "Key cache"), cacheTypeName(before.keyCache),
               cacheTypeName(after.keyCache));
    fields.add(RIGWRIGHT_TEXT("Revision", "Value cache"), cacheTypeName(before.valueCache),
               cacheTypeName(after.valueCache));
    fields.add(RIGWRIGHT_TEXT("Revision", "Context (tokens)"), before.context, after.context);
    fields.add(RIGWRIGHT_TEXT("Revision", "Users at once"), before.concurrency, after.concurrency);
    fields.add(RIGWRIGHT_TEXT("Revision", "Prompt (tokens)"), before.promptTokens, after.promptTokens);
    fields.add(RIGWRIGHT_TEXT("Revision", "Answer (tokens)"), before.outputTokens, after.outputTokens);
    fields.add(RIGWRIGHT_TEXT("Revision", "Micro-batch"), before.microBatch, after.microBatch);
    fields.add(RIGWRIGHT_TEXT("Revision", "Flash attention"), before.flashAttention, after.flashAttention);
    addServing(fields, before, after);
    addTraining(fields, before.training, after.training);
}

std::string systemsText(const Bom& bom)
{
    std::vector<std::string> machines;
    for (const BomMachine& machine : bom.machines) {
        machines.push_back(machine.name + ": " + formatCount(machine.systems));
    }
    return joined(machines, "; ");
}

void addHeader(Fields& fields, const OrderHeader& before, const OrderHeader& after)
{
    fields.add(RIGWRIGHT_TEXT("Revision", "Document number"), before.documentNumber, after.documentNumber);
    fields.add(RIGWRIGHT_TEXT("Revision", "Project"), before.project, after.project);
    fields.add(RIGWRIGHT_TEXT("Revision", "Cost centre"), before.costCentre, after.costCentre);
    fields.add(RIGWRIGHT_TEXT("Revision", "Requester"), before.requester, after.requester);
    fields.add(RIGWRIGHT_TEXT("Revision", "Approver"), before.approver, after.approver);
    fields.add(RIGWRIGHT_TEXT("Revision", "Ship to"), before.shipTo, after.shipTo);
    fields.add(RIGWRIGHT_TEXT("Revision", "Bill to"), before.billTo, after.billTo);
    fields.add(RIGWRIGHT_TEXT("Revision", "Incoterm"), before.incoterm, after.incoterm);
    fields.add(RIGWRIGHT_TEXT("Revision", "Payment terms"), before.paymentTerms, after.paymentTerms);
    fields.add(RIGWRIGHT_TEXT("Revision", "Justification"), before.justification, after.justification);
    fields.add(RIGWRIGHT_TEXT("Revision", "Valid until"), before.validUntil, after.validUntil);
    fields.add(RIGWRIGHT_TEXT("Revision", "Needed by"), before.neededBy, after.neededBy);
}

std::string rateValue(const Bom& bom)
{
    return bom.rate ? formatFixed(bom.rate->perUsd, 6) : std::string();
}

} // namespace

std::vector<RevisionField> requirementFields(const Requirement& before, const Requirement& after)
{
    Fields fields;
    fields.add(RIGWRIGHT_TEXT("Revision", "Model"), before.model.text(), after.model.text());
    addWorkload(fields, before.workload, after.workload);
    fields.add(RIGWRIGHT_TEXT("Revision", "Budget"), before.budget, after.budget);
    fields.add(RIGWRIGHT_TEXT("Revision", "Most power at the wall (W)"), before.maxWallPower,
               after.maxWallPower);
    fields.add(RIGWRIGHT_TEXT("Revision", "Least speed for one user (tokens/s)"), before.minDecode,
               after.minDecode);
    fields.add(RIGWRIGHT_TEXT("Revision", "Enclosure"), enclosureText(before.enclosure),
               enclosureText(after.enclosure));
    fields.add(RIGWRIGHT_TEXT("Revision", "ECC memory"), before.requireEcc, after.requireEcc);
    fields.add(RIGWRIGHT_TEXT("Revision", "Vendor of accelerators"), vendorText(before.vendor),
               vendorText(after.vendor));
    fields.add(RIGWRIGHT_TEXT("Revision", "Part of the model may be in RAM"), before.allowHostOffload,
               after.allowHostOffload);
    fields.add(RIGWRIGHT_TEXT("Revision", "Circuit"), circuitText(before.circuit),
               circuitText(after.circuit));
    fields.add(RIGWRIGHT_TEXT("Revision", "Form factors of boards"), joined(before.formFactors, ", "),
               joined(after.formFactors, ", "));
    fields.add(RIGWRIGHT_TEXT("Revision", "Two kinds of accelerators"), before.mixedCards, after.mixedCards);
    fields.add(RIGWRIGHT_TEXT("Revision", "Parts at hand"), ownedText(before.owned), ownedText(after.owned));
    return fields.take();
}

std::vector<RevisionField> orderFields(const Bom& before, const Bom& after)
{
    Fields fields;
    fields.add(RIGWRIGHT_TEXT("Revision", "Systems"), systemsText(before), systemsText(after));
    fields.add(RIGWRIGHT_TEXT("Revision", "Currency"), before.currency.code(), after.currency.code());
    fields.add(RIGWRIGHT_TEXT("Revision", "Exchange rate, for 1 USD"), rateValue(before), rateValue(after));
    fields.add(RIGWRIGHT_TEXT("Revision", "Catalog of"), before.catalogDate, after.catalogDate);
    fields.add(RIGWRIGHT_TEXT("Revision", "Tax rate (%)"), before.terms.taxRate, after.terms.taxRate);
    fields.add(RIGWRIGHT_TEXT("Revision", "Discount on all lines (%)"), before.terms.discount,
               after.terms.discount);
    fields.add(RIGWRIGHT_TEXT("Revision", "Shipping"), before.terms.shipping, after.terms.shipping);
    fields.add(RIGWRIGHT_TEXT("Revision", "Contingency (%)"), before.terms.contingency,
               after.terms.contingency);
    addHeader(fields, before.header, after.header);
    return fields.take();
}

} // namespace rigwright
