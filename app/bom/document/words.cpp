// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/words.h"

#include "units/format.h"
#include "units/join.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rigwright {

std::string DocumentWords::counted(std::int64_t count, const std::string& one, const std::string& many) const
{
    return (*this)(count == 1 ? one : many, {{"count", formatCount(count)}});
}

std::string DocumentWords::yesOrNo(bool value) const
{
    return (*this)(value ? RIGWRIGHT_TEXT("Document", "yes") : RIGWRIGHT_TEXT("Document", "no"));
}

std::string DocumentWords::category(PartCategory category) const
{
    const char* name = "";
    switch (category) {
    case PartCategory::Accelerator: name = RIGWRIGHT_TEXT("Document", "Accelerator"); break;
    case PartCategory::Cpu: name = RIGWRIGHT_TEXT("Document", "CPU"); break;
    case PartCategory::Board: name = RIGWRIGHT_TEXT("Document", "Board"); break;
    case PartCategory::Memory: name = RIGWRIGHT_TEXT("Document", "Memory"); break;
    case PartCategory::Storage: name = RIGWRIGHT_TEXT("Document", "Storage"); break;
    case PartCategory::PowerSupply: name = RIGWRIGHT_TEXT("Document", "Power supply"); break;
    case PartCategory::Case: name = RIGWRIGHT_TEXT("Document", "Case"); break;
    case PartCategory::Cooler: name = RIGWRIGHT_TEXT("Document", "Cooler"); break;
    case PartCategory::NetworkCard: name = RIGWRIGHT_TEXT("Document", "Network card"); break;
    case PartCategory::System: name = RIGWRIGHT_TEXT("Document", "Complete system"); break;
    }
    return (*this)(name);
}

std::string DocumentWords::unitOf(const BomLine& line) const
{
    if (line.kind == BomLine::Kind::Service) {
        return (*this)(RIGWRIGHT_TEXT("Document", "item"));
    }
    return (*this)(line.category == PartCategory::Memory ? RIGWRIGHT_TEXT("Document", "kit")
                                                         : RIGWRIGHT_TEXT("Document", "piece"));
}

std::string DocumentWords::priceKind(PriceKind kind) const
{
    const char* name = "";
    switch (kind) {
    case PriceKind::Quote: name = RIGWRIGHT_TEXT("Document", "quote"); break;
    case PriceKind::Street: name = RIGWRIGHT_TEXT("Document", "street"); break;
    case PriceKind::List: name = RIGWRIGHT_TEXT("Document", "list"); break;
    case PriceKind::Msrp: name = RIGWRIGHT_TEXT("Document", "MSRP"); break;
    case PriceKind::Estimate: name = RIGWRIGHT_TEXT("Document", "estimate"); break;
    }
    return (*this)(name);
}

std::string DocumentWords::priceKind(const BomLine& line) const
{
    if (line.owned) {
        return (*this)(RIGWRIGHT_TEXT("Document", "at hand"));
    }
    if (line.kind == BomLine::Kind::Service) {
        return line.unitPrice ? (*this)(RIGWRIGHT_TEXT("Document", "entered")) : std::string();
    }
    return line.unitPrice ? priceKind(line.priceKind) : std::string();
}

std::string DocumentWords::verification(Verification state) const
{
    const char* name = "";
    switch (state) {
    case Verification::Sourced: name = RIGWRIGHT_TEXT("Document", "sourced"); break;
    case Verification::Compared: name = RIGWRIGHT_TEXT("Document", "compared"); break;
    case Verification::Unverified: name = RIGWRIGHT_TEXT("Document", "unverified"); break;
    }
    return (*this)(name);
}

std::string DocumentWords::severity(Severity severity) const
{
    const char* name = "";
    switch (severity) {
    case Severity::Blocker: name = RIGWRIGHT_TEXT("Document", "blocker"); break;
    case Severity::Warning: name = RIGWRIGHT_TEXT("Document", "warning"); break;
    case Severity::Note: name = RIGWRIGHT_TEXT("Document", "note"); break;
    }
    return (*this)(name);
}

std::string DocumentWords::workloadKind(WorkloadKind kind) const
{
    const char* name = "";
    switch (kind) {
    case WorkloadKind::Chat: name = RIGWRIGHT_TEXT("Document", "chat"); break;
    case WorkloadKind::Serve: name = RIGWRIGHT_TEXT("Document", "serving"); break;
    case WorkloadKind::Batch: name = RIGWRIGHT_TEXT("Document", "batch"); break;
    case WorkloadKind::Lora: name = RIGWRIGHT_TEXT("Document", "LoRA training"); break;
    case WorkloadKind::Qlora: name = RIGWRIGHT_TEXT("Document", "QLoRA training"); break;
    case WorkloadKind::Full: name = RIGWRIGHT_TEXT("Document", "full fine-tuning"); break;
    case WorkloadKind::Pretrain: name = RIGWRIGHT_TEXT("Document", "pre-training"); break;
    }
    return (*this)(name);
}

std::string DocumentWords::bound(Bound bound) const
{
    const char* name = "";
    switch (bound) {
    case Bound::MemoryBandwidth: name = RIGWRIGHT_TEXT("Document", "memory bandwidth"); break;
    case Bound::HostMemory: name = RIGWRIGHT_TEXT("Document", "host memory"); break;
    case Bound::Compute: name = RIGWRIGHT_TEXT("Document", "compute"); break;
    case Bound::Interconnect: name = RIGWRIGHT_TEXT("Document", "interconnect"); break;
    case Bound::EngineOverhead: name = RIGWRIGHT_TEXT("Document", "engine overhead"); break;
    }
    return (*this)(name);
}

std::string DocumentWords::attention(const Bom& bom, const BomLine& line) const
{
    const DocumentWords& say = *this;
    std::vector<std::string> flags;
    const bool isService = line.kind == BomLine::Kind::Service;
    const std::optional<PriceStanding> standing = bom.priceStanding(line);
    if (line.owned) {
        flags.push_back(say(RIGWRIGHT_TEXT("Document", "at hand")));
    } else if (!line.unitPrice) {
        flags.push_back(say(RIGWRIGHT_TEXT("Document", "no price")));
    } else if (!isService && line.priceKind == PriceKind::Estimate) {
        flags.push_back(say(RIGWRIGHT_TEXT("Document", "price is an estimate")));
    } else if (!isService && standing && standing->state == Verification::Unverified) {
        flags.push_back(say(RIGWRIGHT_TEXT("Document", "price names no source")));
    }
    if (standing && standing->old) {
        flags.push_back(say(RIGWRIGHT_TEXT("Document", "price is {days} days old"),
                            {{"days", formatCount(standing->ageDays)}}));
    }
    if (standing && standing->expired) {
        flags.push_back(say(RIGWRIGHT_TEXT("Document", "quote was valid until {date}"),
                            {{"date", line.priceValidUntil->iso()}}));
    }
    if (!isService && line.partNumber.empty()) {
        flags.push_back(say(RIGWRIGHT_TEXT("Document", "no part number")));
    }
    if (!isService && line.specsState == Verification::Unverified) {
        flags.push_back(say(RIGWRIGHT_TEXT("Document", "specifications unverified")));
    }
    return joined(flags, say(RIGWRIGHT_TEXT("Document", ", ")));
}

std::string DocumentWords::specifications(const BomLine& line) const
{
    return specificationsText(line, texts_);
}

std::string DocumentWords::costValue(const std::string& value) const
{
    struct UnitText {
        std::string_view end;
        const char* text;
    };
    constexpr std::array kUnits{UnitText{" years", RIGWRIGHT_TEXT("Document", "{count} years")},
                                UnitText{" months", RIGWRIGHT_TEXT("Document", "{count} months")},
                                UnitText{" bytes", RIGWRIGHT_TEXT("Document", "{count} bytes")}};
    for (const UnitText& unit : kUnits) {
        if (value.ends_with(unit.end)) {
            return (*this)(unit.text, {{"count", value.substr(0, value.size() - unit.end.size())}});
        }
    }
    constexpr std::array kWords{
        RIGWRIGHT_TEXT("Costs", "cash"),
        RIGWRIGHT_TEXT("Costs", "loan"),
        RIGWRIGHT_TEXT("Costs", "lease"),
        RIGWRIGHT_TEXT("Costs", "straight-line"),
        RIGWRIGHT_TEXT("Costs", "declining-balance"),
        RIGWRIGHT_TEXT("Costs", "on-demand"),
        RIGWRIGHT_TEXT("Costs", "spot"),
        RIGWRIGHT_TEXT("Costs", "reserved"),
        RIGWRIGHT_TEXT("Costs", "marketplace"),
    };
    const bool isWord = std::ranges::find(kWords, value) != kWords.end();
    return isWord ? texts_("Costs", value) : value;
}

std::string DocumentWords::workload(const std::string& model, const Workload& workload) const
{
    const Texts::Evidence figures{{"model", model},
                                  {"weights", weightFormatLabel(workload.weights)},
                                  {"engine", engineLabel(workload.engine)},
                                  {"kind", workloadKind(workload.kind)},
                                  {"context", formatCount(workload.context)},
                                  {"concurrency", formatCount(workload.concurrency)}};
    return workload.concurrency > 1
        ? (*this)(RIGWRIGHT_TEXT("Document",
                                 "{model} at {weights}, {engine}, {kind}, {context} tokens of context, "
                                 "{concurrency} at once"),
                  figures)
        : (*this)(RIGWRIGHT_TEXT("Document",
                                 "{model} at {weights}, {engine}, {kind}, {context} tokens of context"),
                  figures);
}

std::string DocumentWords::exchangeRate(const ExchangeRate& rate) const
{
    const Texts::Evidence figures{{"rate", shortNumber(rate.perUsd)},
                                  {"currency", rate.currency.code()},
                                  {"date", rate.date.iso()},
                                  {"source", rate.source}};
    return rate.source.empty()
        ? (*this)(RIGWRIGHT_TEXT("Document", "1 USD = {rate} {currency} on {date}"), figures)
        : (*this)(RIGWRIGHT_TEXT("Document", "1 USD = {rate} {currency} on {date} ({source})"), figures);
}

} // namespace rigwright
