// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/plan.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

// How engines with a pool of key/value blocks count what sequences take of it.
namespace rigwright {

/// What a block of a pool can be for.
enum class CacheClass {
    Tokens, ///< every token, or every so many, of the whole context
    Window, ///< the last tokens
    Chunk,  ///< the tokens of the chunk that the sequence is in
    State,  ///< no tokens: a state of fixed size
};

/// Layers whose caches are alike, on one tensor-parallel rank.
struct CacheGroup {
    CacheClass kind = CacheClass::Tokens;
    Bytes page;                      ///< of one layer: an entry's bytes, or the state of a sequence
    std::int64_t window = 0;         ///< tokens of a window or a chunk
    std::int64_t tokensPerEntry = 1; ///< of a compressed stream
    std::int64_t layers = 0;
    std::int64_t blockEntries = 1; ///< entries of one layer that a block holds
    std::int64_t tables = 0;       ///< blocks that a sequence takes for so many entries of all these layers

    [[nodiscard]] bool isAlike(const CacheGroup& other) const;
};

/// The caches of some layers.
class CacheGroups {
public:
    /// `ranks`: tensor parallel. Where there are fewer key/value heads than ranks each rank holds one; MLA's compressed vector
    /// lies on every rank. A layer that reads another's cache has none. The index keys of sparse attention are FP8 with an
    /// FP32 scale for 128 values, and MLA's FP8 cache with sparse attention takes 656 bytes a token: 512 FP8 values, four
    /// FP32 scales and 64 16-bit values (vLLM, DeepSeek-V3.2).
    CacheGroups(const Architecture& architecture, const Workload& workload, int ranks,
                std::pair<std::size_t, std::size_t> layers);

    [[nodiscard]] const CacheGroup* begin() const { return groups_.data(); }
    [[nodiscard]] const CacheGroup* end() const { return groups_.data() + count_; }
    [[nodiscard]] CacheGroup* begin() { return groups_.data(); }
    [[nodiscard]] CacheGroup* end() { return groups_.data() + count_; }
    [[nodiscard]] bool empty() const { return count_ == 0; }
    [[nodiscard]] bool has(CacheClass kind) const;

private:
    void add(const CacheGroup& group);
    void addLayer(const Attention& attention, const Workload& workload, int ranks);

    static constexpr std::size_t kMostGroups = 12; // a layer more of another kind joins the last one
    std::array<CacheGroup, kMostGroups> groups_;
    std::size_t count_ = 0;
};

/// How an engine divides its pool.
struct PoolRules {
    std::int64_t blockTokens = 16;
    /// Blocks of one size serve layers of every kind, so that all must have pages of one size (vLLM). Otherwise each kind has
    /// its own.
    bool oneSize = false;
    std::int64_t stateCopies = 1;   ///< states that a sequence holds
    std::int64_t batchedTokens = 1; ///< of a step: windows hold them all until it ends
};

/// The pool of one device.
class BlockPool {
public:
    /// `whole`: the caches of the whole model, which decide how vLLM groups layers; `here`: those on this device.
    BlockPool(const CacheGroups& whole, const CacheGroups& here, const PoolRules& rules);

    /// Bytes that so many sequences of a context take: for tokens, and for states. No machine holds a petabyte: needs are
    /// cut off there.
    [[nodiscard]] Bytes forTokens(std::int64_t sequences, std::int64_t context) const;
    [[nodiscard]] Bytes forStates(std::int64_t sequences) const;
    /// The most sequences that a pool of this size holds, at most `most`.
    [[nodiscard]] std::int64_t sequencesIn(Bytes pool, std::int64_t context, std::int64_t most) const;
    /// Requests of a context in a pool as vLLM counts them: windows with a whole step's tokens beside them
    /// (get_max_concurrency_for_kv_cache_config in v1/core/kv_cache_utils.py).
    [[nodiscard]] double requestsIn(Bytes pool, std::int64_t context) const;

private:
    [[nodiscard]] std::int64_t blocks(const CacheGroup& group, std::int64_t sequences,
                                      std::int64_t context) const;
    void layOutOneSize(const CacheGroups& whole);
    void layOutApart();

    CacheGroups groups_;
    PoolRules rules_;
    Bytes block_{1};
};

} // namespace rigwright
