// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"

namespace rigwright {

namespace {

Json toJson(const MemoryComponents& components)
{
    Json json = Json::object();
    for (const MemoryComponent& component : kMemoryComponents) {
        json[component.key] = (components.*component.bytes).value();
    }
    return json;
}

Json toJson(const DeviceMemory& device)
{
    return {{"name", device.name},
            {"capacity_bytes", device.capacity.value()},
            {"used_bytes", device.used.total().value()},
            {"fits", device.fits()},
            {"components", toJson(device.used)}};
}

Json toJson(const PricedLine& line)
{
    Json json = {{"category", categoryName(line.line.category)},
                 {"part", line.line.part.text()},
                 {"name", line.name},
                 {"manufacturer", line.manufacturer},
                 {"quantity", line.line.quantity}};
    if (!line.chip.empty()) {
        json["accelerator"] = line.chip.text();
    }
    json["owned"] = line.owned;
    json["unit_price"] = line.offer || line.owned ? toJson(line.unitPrice) : Json();
    json["price_kind"] = line.offer ? Json(priceKindName(line.offer->kind)) : Json();
    json["price_date"] = line.offer ? Json(line.offer->date.iso()) : Json();
    json["source"] = line.offer ? Json(line.offer->source) : Json();
    json["price_url"] = line.offer && !line.offer->url.empty() ? Json(line.offer->url) : Json();
    json["price_own"] = line.offer && line.offer->own;
    json["price_valid_until"] =
        line.offer && line.offer->validUntil ? Json(line.offer->validUntil->iso()) : Json();
    json.update(standingJson(line.offer ? std::optional(line.standing) : std::nullopt));
    json["specs_state"] = verificationName(line.specs);
    return json;
}

} // namespace

Json toJson(const Money& amount)
{
    return {{"amount", amount.decimal()}, {"currency", amount.currency().code()}};
}

Json standingJson(const std::optional<PriceStanding>& standing)
{
    if (!standing) {
        return {{"price_age_days", nullptr},
                {"price_old", nullptr},
                {"price_expired", nullptr},
                {"price_state", nullptr},
                {"price_verified", nullptr}};
    }
    return {{"price_age_days", standing->ageDays},
            {"price_old", standing->old},
            {"price_expired", standing->expired},
            {"price_state", verificationName(standing->state)},
            {"price_verified", standing->state != Verification::Unverified}};
}

Json toJson(const std::vector<Finding>& findings)
{
    Json list = Json::array();
    for (const Finding& finding : findings) {
        Json evidence = Json::object();
        for (const auto& [key, figure] : finding.evidence) {
            evidence[key] = figure;
        }
        list.push_back({{"id", finding.id},
                        {"severity", severityName(finding.severity)},
                        {"message", finding.message()},
                        {"evidence", std::move(evidence)}});
    }
    return list;
}

Json toJson(const MemoryBreakdown& memory)
{
    const MemoryComponents sum = memory.sum();
    Json devices = Json::array();
    for (const DeviceMemory& device : memory.devices) {
        devices.push_back(toJson(device));
    }
    return {{"total_bytes", sum.total().value()},
            {"host_bytes", memory.host.used.total().value()},
            {"components", toJson(sum)},
            {"devices", std::move(devices)}};
}

Json toJson(const HostDemand& demand)
{
    return {{"mapped_bytes", demand.mapped.value()}, {"repacked_bytes", demand.repacked.value()},
            {"pinned_bytes", demand.pinned.value()}, {"workers_bytes", demand.workers.value()},
            {"peak_bytes", demand.peak.value()},     {"folk_rule_bytes", demand.folkRule.value()}};
}

Json toJson(const Placement& placement)
{
    return {{"tensor_parallel", placement.tensorParallel}, {"pipeline_parallel", placement.pipelineParallel},
            {"expert_parallel", placement.expertParallel}, {"data_parallel", placement.dataParallel},
            {"gpu_layers", placement.gpuLayers},           {"experts_on_host", placement.expertsOnHost}};
}

Json toJson(const SpeedEstimate& speed)
{
    return {{"prefill_tokens_per_s", toJson(speed.prefill)},
            {"decode_tokens_per_s", toJson(speed.decode)},
            {"total_tokens_per_s", toJson(speed.total)},
            {"ttft_s", toJson(speed.timeToFirstToken)},
            {"tpot_s", toJson(speed.timePerOutputToken)},
            {"bound", boundName(speed.bound)},
            {"corrected", speed.corrected}};
}

Json toJson(const std::optional<SpeedEstimate>& speed)
{
    return speed ? toJson(*speed) : Json();
}

Json modelSummary(const QuantizedModel& model)
{
    return {{"id", model.architecture.facts.id.text()},
            {"parameters", model.parameters},
            {"active_parameters", model.activeParameters},
            {"weights", weightFormatName(model.format)}};
}

Json toJson(const std::vector<PricedLine>& lines)
{
    Json parts = Json::array();
    for (const PricedLine& line : lines) {
        parts.push_back(toJson(line));
    }
    return parts;
}

Json toJson(const Merits& merits)
{
    return {{"noise_dba", merits.noise ? Json(*merits.noise) : Json()},
            {"headroom_bytes", merits.headroom.value()},
            {"room_for_cards", merits.roomForCards}};
}

Json toJson(const ExcludedExample& example)
{
    Json parts = Json::array();
    for (const BuildLine& line : example.parts) {
        parts.push_back({{"category", categoryName(line.category)},
                         {"part", line.part.text()},
                         {"quantity", line.quantity}});
    }
    return {{"parts", std::move(parts)},
            {"price", toJson(example.price)},
            {"why", toJson(std::vector<Finding>{example.why}).front()}};
}

Json toJson(const EvaluatedBuild& build)
{
    Json json = {{"id", build.id},
                 {"title", build.title},
                 {"price", toJson(build.price)},
                 {"on_front", build.onFront},
                 {"parts", toJson(build.lines)},
                 {"memory", toJson(build.plan.memory)},
                 {"speed", toJson(build.speed)},
                 {"wall_watts", build.wallPower.value()},
                 {"idle_watts", build.idlePower.value()},
                 {"merits", toJson(build.merits)},
                 {"fits", build.plan.fits},
                 {"findings", toJson(build.findings)}};
    if (build.build.powerCap) {
        json["power_cap_watts"] = build.build.powerCap->value();
    }
    return json;
}

Json toJson(const SearchResult& result)
{
    Json builds = Json::array();
    for (const EvaluatedBuild& build : result.builds) {
        builds.push_back(toJson(build));
    }
    Json excluded = Json::array();
    for (const Exclusion& exclusion : result.excluded) {
        Json json = {{"reason", exclusion.reason}, {"message", exclusion.text}, {"count", exclusion.count}};
        json["nearest"] = exclusion.nearest ? toJson(*exclusion.nearest) : Json();
        json["example"] = exclusion.example ? toJson(*exclusion.example) : Json();
        excluded.push_back(std::move(json));
    }
    return {{"schema", "rigwright.builds/1"}, {"considered", result.considered},
            {"feasible", result.feasible},    {"exact", result.exact},
            {"builds", std::move(builds)},    {"excluded", std::move(excluded)}};
}

Json toJson(const ClusterProposal& cluster)
{
    return {{"kind", clusterKindName(cluster.kind)},
            {"nodes", cluster.nodes},
            {"price", toJson(cluster.price)},
            {"wall_watts", cluster.wallPower.value()},
            {"speed", toJson(cluster.speed)},
            {"node", toJson(cluster.node)},
            {"placement", toJson((cluster.plan ? *cluster.plan : cluster.node.plan).placement)},
            {"findings", toJson(cluster.findings)}};
}

} // namespace rigwright
