// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/block_pool.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr std::int64_t kPetabyte = std::int64_t{1} << 50;

std::int64_t ceilDivide(std::int64_t value, std::int64_t divisor)
{
    return (value + divisor - 1) / divisor;
}

/// A product of counts that no machine could hold ends at a petabyte.
std::int64_t product(std::int64_t a, std::int64_t b)
{
    std::int64_t result = 0;
    return __builtin_mul_overflow(a, b, &result) ? kPetabyte : std::min(result, kPetabyte);
}

/// Of one token and layer on a rank: index keys apart.
Bytes tokenBytes(const Attention& attention, const Workload& workload, int ranks)
{
    if (attention.kind == AttentionKind::Mla) {
        constexpr Bytes kSparseFp8(656);
        const bool sparse = attention.indexerDim > 0 && workload.keyCache == CacheType::Fp8;
        return sparse ? kSparseFp8 : cacheBytes(workload.keyCache, attention.kvLoraRank + attention.ropeDim);
    }
    if (attention.kvHeads == 0) {
        return {};
    }
    const std::int64_t heads = ceilDivide(attention.kvHeads, ranks);
    const std::int64_t valueElements = attention.valueElementsPerToken() / attention.kvHeads * heads;
    return cacheBytes(workload.keyCache, heads * attention.headDim) +
        cacheBytes(workload.valueCache, valueElements);
}

Bytes indexBytes(const Attention& attention)
{
    constexpr std::int64_t kValuesPerScale = 128;
    constexpr std::int64_t kScaleBytes = 4;
    return Bytes(attention.indexerDim + ceilDivide(attention.indexerDim, kValuesPerScale) * kScaleBytes);
}

/// The convolution's window is kept in 16 bits, the state itself in FP32.
Bytes stateBytes(const Attention& attention, int ranks)
{
    constexpr std::int64_t kConvolution = 2;
    constexpr std::int64_t kState = 4;
    const std::int64_t whole =
        attention.convElements * kConvolution + (attention.stateElements - attention.convElements) * kState;
    return Bytes(ceilDivide(whole, ranks));
}

CacheClass classOf(const Attention& attention)
{
    if (attention.kind != AttentionKind::SlidingWindow) {
        return CacheClass::Tokens;
    }
    return attention.chunked ? CacheClass::Chunk : CacheClass::Window;
}

} // namespace

bool CacheGroup::isAlike(const CacheGroup& other) const
{
    return kind == other.kind && page == other.page && window == other.window &&
        tokensPerEntry == other.tokensPerEntry;
}

CacheGroups::CacheGroups(const Architecture& architecture, const Workload& workload, int ranks,
                         std::pair<std::size_t, std::size_t> layers)
{
    for (std::size_t i = layers.first; i < layers.second; ++i) {
        addLayer(architecture.layers[i].attention, workload, ranks);
    }
}

void CacheGroups::addLayer(const Attention& attention, const Workload& workload, int ranks)
{
    if (attention.stateElements > 0) {
        add({CacheClass::State, stateBytes(attention, ranks)});
    }
    const bool attends = attention.kind != AttentionKind::Recurrent && attention.kind != AttentionKind::None;
    if (!attends || !attention.ownsCache()) {
        return;
    }
    const CacheClass kind = classOf(attention);
    add({kind, tokenBytes(attention, workload, ranks),
         kind == CacheClass::Tokens ? 0 : std::max<std::int64_t>(1, attention.window)});
    if (attention.cacheRatio > 0) {
        const std::int64_t values = attention.compressedElementsPerEntry() - attention.indexerDim;
        add({CacheClass::Tokens, cacheBytes(workload.keyCache, values) + indexBytes(attention), 0,
             attention.cacheRatio});
    } else if (attention.indexerDim > 0) {
        add({CacheClass::Tokens, indexBytes(attention)});
    }
}

void CacheGroups::add(const CacheGroup& group)
{
    if (group.page <= Bytes()) {
        return;
    }
    CacheGroup* const known =
        std::find_if(begin(), end(), [&](const CacheGroup& each) { return each.isAlike(group); });
    if (known != end()) {
        ++known->layers;
    } else if (count_ < kMostGroups) {
        groups_[count_] = group;
        groups_[count_++].layers = 1;
    } else {
        ++groups_.back().layers;
    }
}

bool CacheGroups::has(CacheClass kind) const
{
    return std::any_of(begin(), end(), [&](const CacheGroup& group) { return group.kind == kind; });
}

BlockPool::BlockPool(const CacheGroups& whole, const CacheGroups& here, const PoolRules& rules)
    : groups_(here)
    , rules_(rules)
{
    const CacheGroup* const first = whole.begin();
    const bool compressed = std::any_of(whole.begin(), whole.end(),
                                        [](const CacheGroup& each) { return each.tokensPerEntry > 1; });
    const bool uniform = std::all_of(whole.begin(), whole.end(), [&](const CacheGroup& each) {
        return each.kind == first->kind && each.window == first->window && each.kind != CacheClass::State;
    });
    if (rules.oneSize && !uniform && !compressed) {
        layOutOneSize(whole);
    } else {
        layOutApart();
    }
}

/// One block for each kind of layer: it holds the same tokens of all these layers.
void BlockPool::layOutApart()
{
    for (CacheGroup& group : groups_) {
        const bool state = group.kind == CacheClass::State;
        group.blockEntries = state ? 1 : ceilDivide(rules_.blockTokens, group.tokensPerEntry);
        group.tables = group.page.value() * group.blockEntries * group.layers;
    }
}

/// All pages are as long as the longest: attention's blocks grow to the size of a state, and smaller pages hold more tokens.
/// Groups have as many layers as the rarest kind, or as the commonest where they are nearly as many (vLLM,
/// v1/core/kv_cache_utils.py and model_executor/models/config.py).
void BlockPool::layOutOneSize(const CacheGroups& whole)
{
    const auto isState = [](const CacheGroup& group) { return group.kind == CacheClass::State; };
    std::int64_t page = 0;
    std::int64_t state = 0;
    std::int64_t fewest = whole.begin()->layers;
    std::int64_t most = 0;
    for (const CacheGroup& group : whole) {
        std::int64_t& longest = isState(group) ? state : page;
        longest = std::max(longest, group.page.value() * (isState(group) ? 1 : rules_.blockTokens));
        fewest = std::min(fewest, group.layers);
        most = std::max(most, group.layers);
    }
    page = page == 0 ? state : ceilDivide(std::max(page, state), page) * page;
    constexpr std::int64_t kHalves = 2;
    const std::int64_t size = kHalves * most < (kHalves + 1) * fewest ? most : fewest;
    std::int64_t layersHere = 0;
    for (CacheGroup& group : groups_) {
        const CacheGroup* const model = std::find_if(
            whole.begin(), whole.end(), [&](const CacheGroup& each) { return each.isAlike(group); });
        group.tables = ceilDivide(model == whole.end() ? group.layers : model->layers, size);
        const std::int64_t block = group.page.value() * rules_.blockTokens;
        group.blockEntries = isState(group) ? 1 : page / block * rules_.blockTokens;
        layersHere = std::max(layersHere, ceilDivide(group.layers, group.tables));
    }
    block_ = Bytes(std::max<std::int64_t>(1, page * layersHere));
}

std::int64_t BlockPool::blocks(const CacheGroup& group, std::int64_t sequences, std::int64_t context) const
{
    if (group.kind == CacheClass::State) {
        return product(product(sequences, rules_.stateCopies), group.tables);
    }
    const std::int64_t entries = ceilDivide(context, group.tokensPerEntry);
    const std::int64_t all = product(sequences, ceilDivide(entries, group.blockEntries));
    if (group.kind == CacheClass::Tokens) {
        return product(all, group.tables);
    }
    // A window may start amid a block; the tokens of a step that is under way are held as well.
    const std::int64_t kept = ceilDivide(group.window, group.blockEntries) + 1;
    const std::int64_t step = ceilDivide(std::min(rules_.batchedTokens, context), group.blockEntries);
    return product(std::min(all, product(sequences, kept) + step), group.tables);
}

Bytes BlockPool::forTokens(std::int64_t sequences, std::int64_t context) const
{
    std::int64_t count = 0;
    for (const CacheGroup& group : groups_) {
        count += group.kind == CacheClass::State ? 0 : blocks(group, sequences, context);
    }
    return Bytes(product(count, block_.value()));
}

Bytes BlockPool::forStates(std::int64_t sequences) const
{
    std::int64_t count = 0;
    for (const CacheGroup& group : groups_) {
        count += group.kind == CacheClass::State ? blocks(group, sequences, 1) : 0;
    }
    return Bytes(product(count, block_.value()));
}

std::int64_t BlockPool::sequencesIn(Bytes pool, std::int64_t context, std::int64_t most) const
{
    std::int64_t low = 0;
    std::int64_t high = pool <= Bytes() ? 0 : most;
    while (low < high) {
        const std::int64_t middle = (low + high + 1) / 2;
        if (forTokens(middle, context) + forStates(middle) <= pool) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return low;
}

double BlockPool::requestsIn(Bytes pool, std::int64_t context) const
{
    std::int64_t needed = 0;
    for (const CacheGroup& group : groups_) {
        if (group.kind == CacheClass::Tokens || group.kind == CacheClass::State) {
            needed += blocks(group, 1, context);
            continue;
        }
        const std::int64_t held = std::min(group.window - 1 + rules_.batchedTokens, context);
        const std::int64_t spare = group.kind == CacheClass::Window ? 1 : 0;
        needed += product(ceilDivide(held, group.blockEntries) + spare, group.tables);
    }
    if (needed == 0 || pool <= Bytes()) {
        return 0;
    }
    const std::int64_t whole = pool.value() / block_.value();
    return static_cast<double>(whole) / static_cast<double>(needed);
}

} // namespace rigwright
