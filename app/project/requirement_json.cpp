// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/requirement_json.h"

#include "project/machine_json.h"
#include "sizing/names.h"

#include <array>

namespace rigwright {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::array kEnclosures{Named<Enclosure>{Enclosure::Any, "any"},
                                 Named<Enclosure>{Enclosure::Tower, "tower"},
                                 Named<Enclosure>{Enclosure::Rack, "rack"}};
constexpr std::array kVendors{Named<AcceleratorVendor>{AcceleratorVendor::Nvidia, "nvidia"},
                              Named<AcceleratorVendor>{AcceleratorVendor::Amd, "amd"},
                              Named<AcceleratorVendor>{AcceleratorVendor::Intel, "intel"},
                              Named<AcceleratorVendor>{AcceleratorVendor::Apple, "apple"},
                              Named<AcceleratorVendor>{AcceleratorVendor::Other, "other"}};
constexpr std::array kObjectives{Named<Objective>{Objective::Power, "power"},
                                 Named<Objective>{Objective::Noise, "noise"},
                                 Named<Objective>{Objective::Headroom, "headroom"},
                                 Named<Objective>{Objective::UpgradeRoom, "upgrade-room"}};

constexpr double kMostWatts = 1e9;
constexpr double kMostRate = 1e12;
constexpr double kLongestWait = 1e9;
constexpr std::size_t kMostChoices = 100;

Expected<Enclosure> parseEnclosure(std::string_view name)
{
    return parseNamed("enclosure", kEnclosures, name);
}

Expected<AcceleratorVendor> parseAcceleratorVendor(std::string_view name)
{
    return parseNamed("maker of accelerators", kVendors, name);
}

template <class Amount>
std::optional<Amount> optionalAmount(ObjectReader& object, const char* key, double most)
{
    return readOptional(object, key, [&](ObjectReader& reader, const char* name) {
        return Amount(reader.within(name, 0, most));
    });
}

std::optional<std::int64_t> optionalWhole(ObjectReader& object, const char* key, std::int64_t most)
{
    return readOptional(object, key,
                        [&](ObjectReader& reader, const char* name) { return reader.whole(name, 1, most); });
}

ordered_json servingJson(const ServingSetup& serving)
{
    return {{"memory_share", numberJson(serving.memoryShare)},
            {"batched_tokens", numberJson(serving.batchedTokens)},
            {"most_sequences", numberJson(serving.mostSequences)},
            {"cuda_graphs", serving.graphs}};
}

ServingSetup readServing(ObjectReader& object)
{
    object.refuseOthers({"memory_share", "batched_tokens", "most_sequences", "cuda_graphs"});
    ServingSetup serving;
    serving.memoryShare = optionalAmount<double>(object, "memory_share", 1);
    serving.batchedTokens = optionalWhole(object, "batched_tokens", kLargestContext);
    serving.mostSequences = optionalWhole(object, "most_sequences", kLargestConcurrency);
    serving.graphs = object.flag("cuda_graphs");
    return serving;
}

ordered_json speculativeJson(const std::optional<SpeculativeDecoding>& guess)
{
    return guess ? ordered_json{{"draft_tokens", guess->draftTokens},
                                {"acceptance", guess->acceptance},
                                {"draft_cost", guess->draftCost}}
                 : ordered_json();
}

SpeculativeDecoding readSpeculative(ObjectReader& object)
{
    constexpr int kLongestDraft = 64;
    object.refuseOthers({"draft_tokens", "acceptance", "draft_cost"});
    SpeculativeDecoding guess;
    guess.draftTokens = static_cast<int>(object.whole("draft_tokens", 1, kLongestDraft));
    guess.acceptance = object.within("acceptance", 0, 1);
    guess.draftCost = object.within("draft_cost", 0, 1);
    return guess;
}

void refuseOtherWorkloadKeys(ObjectReader& object)
{
    object.refuseOthers(
        {"kind",        "engine",          "weights",         "importance_matrix", "key_cache",
         "value_cache", "context",         "concurrency",     "prompt_tokens",     "output_tokens",
         "ubatch",      "flash_attention", "unified_cache",   "memory_map",        "full_window_cache",
         "serving",     "training",        "prefix_hit_rate", "speculative",       "requests_per_s",
         "max_ttft_s",  "max_tpot_s"});
}

void readTraffic(ObjectReader& object, Workload& workload)
{
    workload.prefixCacheHitRate = object.within("prefix_hit_rate", 0, 1);
    if (object.valueOf("speculative") != nullptr) {
        object.member("speculative",
                      [&](ObjectReader& guess) { workload.speculative = readSpeculative(guess); });
    }
    workload.requestRate = optionalAmount<RequestsPerSecond>(object, "requests_per_s", kMostRate);
    workload.maxTimeToFirstToken = optionalAmount<Seconds>(object, "max_ttft_s", kLongestWait);
    workload.maxTimePerOutputToken = optionalAmount<Seconds>(object, "max_tpot_s", kLongestWait);
}

ordered_json circuitJson(const std::optional<WallCircuit>& circuit)
{
    return circuit ? ordered_json{{"volts", circuit->volts}, {"amperes", circuit->amperes}} : ordered_json();
}

WallCircuit readCircuit(ObjectReader& object)
{
    constexpr int kLeastVolts = 100;
    constexpr int kMostVolts = 240;
    constexpr int kMostAmperes = 1000;
    object.refuseOthers({"volts", "amperes"});
    WallCircuit circuit;
    circuit.volts = static_cast<int>(object.whole("volts", kLeastVolts, kMostVolts));
    circuit.amperes = static_cast<int>(object.whole("amperes", 1, kMostAmperes));
    return circuit;
}

std::vector<Objective> readObjectives(ObjectReader& object, const char* key)
{
    std::vector<Objective> objectives;
    for (const std::string& name : object.lines(key, kObjectives.size())) {
        const auto objective = parseNamed("objective", kObjectives, name);
        if (!objective) {
            object.refuse(Error{object.whereIs(key) + ": " + printableText(objective.error().message)});
            return {};
        }
        objectives.push_back(*objective);
    }
    return objectives;
}

void refuseOtherKeys(ObjectReader& object)
{
    object.refuseOthers({"model", "workload", "budget", "max_watts", "min_decode_tokens_per_s", "enclosure",
                         "ecc", "vendor", "host_offload", "circuit", "form_factors", "objectives", "owned",
                         "mixed_cards", "prices_as_of"});
}

void readMachineWishes(ObjectReader& object, Requirement& requirement)
{
    requirement.enclosure = object.named("enclosure", parseEnclosure);
    requirement.requireEcc = object.flag("ecc");
    requirement.vendor = readOptional(object, "vendor", [](ObjectReader& reader, const char* key) {
        return reader.named(key, parseAcceleratorVendor);
    });
    requirement.allowHostOffload = object.flag("host_offload");
    if (object.valueOf("circuit") != nullptr) {
        object.member("circuit", [&](ObjectReader& circuit) { requirement.circuit = readCircuit(circuit); });
    }
    requirement.formFactors = object.lines("form_factors", kMostChoices);
    requirement.objectives = readObjectives(object, "objectives");
    object.each("owned", kMostLines, "parts", [&](ObjectReader& line) {
        line.refuseOthers({"category", "part", "quantity"});
        requirement.owned.push_back(readBuildLine(line));
    });
    requirement.mixedCards = object.flag("mixed_cards");
}

} // namespace

ordered_json workloadJson(const Workload& workload)
{
    return {{"kind", workloadKindName(workload.kind)},
            {"engine", engineName(workload.engine)},
            {"weights", weightFormatName(workload.weights)},
            {"importance_matrix", workload.importanceMatrix},
            {"key_cache", cacheTypeName(workload.keyCache)},
            {"value_cache", cacheTypeName(workload.valueCache)},
            {"context", workload.context},
            {"concurrency", workload.concurrency},
            {"prompt_tokens", workload.promptTokens},
            {"output_tokens", workload.outputTokens},
            {"ubatch", workload.microBatch},
            {"flash_attention", workload.flashAttention},
            {"unified_cache", workload.unifiedCache},
            {"memory_map", workload.memoryMap},
            {"full_window_cache", workload.fullWindowCache},
            {"serving", servingJson(workload.serving)},
            {"training", trainingJson(workload.training)},
            {"prefix_hit_rate", workload.prefixCacheHitRate},
            {"speculative", speculativeJson(workload.speculative)},
            {"requests_per_s", quantityJson(workload.requestRate)},
            {"max_ttft_s", quantityJson(workload.maxTimeToFirstToken)},
            {"max_tpot_s", quantityJson(workload.maxTimePerOutputToken)}};
}

Workload readWorkloadJson(ObjectReader& object)
{
    refuseOtherWorkloadKeys(object);
    Workload workload;
    workload.kind = object.named("kind", parseWorkloadKind);
    workload.engine = object.named("engine", parseEngine);
    workload.weights = object.named("weights", parseWeightFormat);
    workload.importanceMatrix = object.flag("importance_matrix");
    workload.keyCache = object.named("key_cache", parseCacheType);
    workload.valueCache = object.named("value_cache", parseCacheType);
    workload.context = object.whole("context", 1, kLargestContext);
    workload.concurrency = static_cast<int>(object.whole("concurrency", 1, kLargestConcurrency));
    workload.promptTokens = object.whole("prompt_tokens", 1, kLargestContext);
    workload.outputTokens = object.whole("output_tokens", 1, kLargestContext);
    workload.microBatch = object.whole("ubatch", 1, kLargestMicroBatch);
    workload.flashAttention = object.flag("flash_attention");
    workload.unifiedCache = object.flag("unified_cache");
    workload.memoryMap = object.flag("memory_map");
    workload.fullWindowCache = object.flag("full_window_cache");
    object.member("serving", [&](ObjectReader& serving) { workload.serving = readServing(serving); });
    object.member("training",
                  [&](ObjectReader& training) { workload.training = readTrainingJson(training); });
    readTraffic(object, workload);
    return workload;
}

ordered_json requirementJson(const Requirement& requirement)
{
    return {
        {"model", requirement.model.text()},
        {"workload", workloadJson(requirement.workload)},
        {"budget", valueJson(requirement.budget)},
        {"max_watts", quantityJson(requirement.maxWallPower)},
        {"min_decode_tokens_per_s", quantityJson(requirement.minDecode)},
        {"enclosure", nameOf(kEnclosures, requirement.enclosure)},
        {"ecc", requirement.requireEcc},
        {"vendor", requirement.vendor ? ordered_json(nameOf(kVendors, *requirement.vendor)) : ordered_json()},
        {"host_offload", requirement.allowHostOffload},
        {"circuit", circuitJson(requirement.circuit)},
        {"form_factors", listJson(requirement.formFactors, printableText)},
        {"objectives",
         listJson(requirement.objectives,
                  [](Objective objective) { return nameOf(kObjectives, objective); })},
        {"owned", listJson(requirement.owned, buildLineJson)},
        {"mixed_cards", requirement.mixedCards},
        {"prices_as_of", valueJson(requirement.today)}};
}

Requirement readRequirementJson(ObjectReader& object)
{
    refuseOtherKeys(object);
    Requirement requirement;
    requirement.model = ModelId(object.line("model"));
    object.member("workload",
                  [&](ObjectReader& workload) { requirement.workload = readWorkloadJson(workload); });
    requirement.budget = object.money("budget");
    requirement.maxWallPower = optionalAmount<Watts>(object, "max_watts", kMostWatts);
    requirement.minDecode = optionalAmount<TokensPerSecond>(object, "min_decode_tokens_per_s", kMostRate);
    readMachineWishes(object, requirement);
    requirement.today = object.optionalDate("prices_as_of");
    return requirement;
}

} // namespace rigwright
