// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/typical_model.h"

#include "models/architecture.h"
#include "models/tensors.h"
#include "units/format.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace rigwright {

namespace {

constexpr std::int64_t kFewest = 10'000'000;
constexpr std::int64_t kMost = 10'000'000'000'000;

std::int64_t countOf(const ModelFacts& facts)
{
    return describe(facts)
        .map([](const Architecture& architecture) { return parameterCount(tensorInventory(architecture)); })
        .value_or(0);
}

ModelFacts shapeOf(std::int64_t parameters)
{
    // A layer of width d has about 13 d² parameters (attention 2.25 d², feed-forward 10.5 d²); with d / 128 layers the model
    // has 13 d³ / 128.
    constexpr std::int64_t kHeadDim = 128;
    constexpr std::int64_t kKvHeads = 8;
    const double width = std::cbrt(static_cast<double>(parameters) * kHeadDim / 13);
    const auto columns = std::max<std::int64_t>(1, std::llround(width / kHeadDim));
    ModelFacts facts;
    facts.heads = columns < 2 * kKvHeads ? columns : (columns + kKvHeads / 2) / kKvHeads * kKvHeads;
    facts.kvHeads = std::gcd(facts.heads, kKvHeads);
    facts.layers = static_cast<int>(std::max<std::int64_t>(2, columns));
    facts.hidden = facts.heads * kHeadDim;
    facts.headDim = kHeadDim;
    facts.vocabulary = parameters < 1'000'000'000 ? 32'000 : 128'256;
    facts.tiedEmbeddings = parameters < 4'000'000'000;
    facts.maxContext = 131'072;
    facts.qkNorm = "none";
    facts.nativePrecision = "bf16";
    return facts;
}

/// The feed-forward width, in whole blocks of the GGUF types, that comes nearest to the count.
void fitFeedForward(ModelFacts& facts, std::int64_t parameters)
{
    constexpr std::int64_t kBlock = 256;
    facts.feedForward = kBlock;
    const std::int64_t step = 3 * facts.hidden * facts.layers * kBlock;
    const std::int64_t rest = parameters - countOf(facts);
    facts.feedForward = std::max<std::int64_t>(1, 1 + (rest + step / 2) / step) * kBlock;
}

/// Of a few depths the one that meets the count best.
ModelFacts nearestShape(std::int64_t parameters)
{
    const ModelFacts shape = shapeOf(parameters);
    const auto missBy = [&](const ModelFacts& facts) { return std::abs(countOf(facts) - parameters); };
    ModelFacts best = shape;
    fitFeedForward(best, parameters);
    const int reach = std::max(1, shape.layers / 8);
    for (int layers = shape.layers - reach; layers <= shape.layers + reach; ++layers) {
        ModelFacts tried = shape;
        tried.layers = std::max(1, layers);
        fitFeedForward(tried, parameters);
        if (missBy(tried) < missBy(best)) {
            best = tried;
        }
    }
    return best;
}

} // namespace

Expected<ModelFacts> typicalModel(std::int64_t parameters)
{
    if (parameters < kFewest || parameters > kMost) {
        return fail("a model of " + formatParameters(parameters) + " parameters: expected 10M to 10T");
    }
    ModelFacts facts = nearestShape(parameters);
    const std::string size = formatParameters(parameters);
    std::string id = "typical-" + toLower(size);
    std::erase(id, ' ');
    facts.id = ModelId(id);
    facts.name = "A typical dense model of " + size;
    facts.family = "typical";
    facts.parameters = countOf(facts);
    facts.source.source = "assumed from the parameter count";
    return facts;
}

Expected<std::int64_t> parseParameterCount(std::string_view text)
{
    double value = 0;
    const auto [stop, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    const std::string unit = toLower(std::string_view(stop, text.data() + text.size()));
    const double scale = unit.empty() ? 1 : unit == "m" ? 1e6 : unit == "b" ? 1e9 : unit == "t" ? 1e12 : 0;
    if (status != std::errc() || scale == 0 || !(value > 0) || value * scale > 1e15) {
        return fail("'" + std::string(text.substr(0, 60)) +
                    "' is not a parameter count: expected a number such as 7B, 350M or 1.2T");
    }
    return std::llround(value * scale);
}

} // namespace rigwright
