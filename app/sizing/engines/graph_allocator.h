// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

// How ggml packs the intermediate tensors of a compute graph into one buffer: best fit among the holes, else at the end; a
// tensor gives its room back once its last reader has run, and an operation that may work in place takes over its input
// (ggml/src/ggml-alloc.c, ggml-org/llama.cpp).
namespace rigwright {

/// A buffer that grows as tensors are put in; offsets and sizes in bytes.
class GraphBuffer {
public:
    [[nodiscard]] std::int64_t allocate(std::int64_t bytes);
    void release(std::int64_t offset, std::int64_t bytes);
    [[nodiscard]] std::int64_t peak() const { return peak_; }

    /// True when both would place the same tensors alike.
    [[nodiscard]] bool sameHoles(const GraphBuffer& other) const { return holes_ == other.holes_; }
    /// Room of a graph part that was placed before, elsewhere.
    void raisePeak(std::int64_t peak);

private:
    struct Hole {
        std::int64_t offset;
        std::int64_t bytes;
        bool operator==(const Hole&) const = default;
    };
    static constexpr std::int64_t kEndless = INT64_MAX / 2;

    std::vector<Hole> holes_{{0, kEndless}}; ///< by offset; the last is the endless rest
    std::int64_t peak_ = 0;
};

/// A piece of a graph, such as one layer: its tensors in the order in which they are computed. Tensors that exist before and
/// after the graph runs (weights, caches) don't appear.
class GraphStage {
public:
    using Ref = int;
    static constexpr Ref kNone = -1;

    /// A tensor that an earlier stage computed; all of them come first, in the order of `run`'s addresses.
    Ref input(std::int64_t bytes);
    /// Computes a tensor from others. Of `inPlace`, tensors of the same shape, the first that nothing else needs is
    /// overwritten where the operation allows it.
    Ref compute(std::int64_t bytes, std::initializer_list<Ref> sources,
                std::initializer_list<Ref> inPlace = {});
    /// Another shape of the same values, or a part of them.
    Ref view(Ref of);
    /// Reads tensors into what is no part of the buffer, such as a cache.
    void store(std::initializer_list<Ref> sources);
    /// The tensor is read from outside once the graph has run: its room is never given back.
    void keep(Ref tensor) { ++counts_[index(tensor)].readers; }
    /// What the next stage takes over.
    void setResult(Ref result) { result_ = result; }
    [[nodiscard]] Ref result() const { return result_; }
    [[nodiscard]] std::int64_t bytes(Ref tensor) const { return nodes_[index(tensor)].bytes; }

    /// Places all tensors; gives back where the result lies. Inputs that nothing reads here stay.
    [[nodiscard]] std::int64_t run(GraphBuffer& buffer, const std::vector<std::int64_t>& inputs) const;

private:
    static constexpr std::size_t kMostSources = 6;
    struct Node {
        std::int64_t bytes = 0; ///< 0: a store
        std::array<Ref, kMostSources> sources{kNone, kNone, kNone, kNone, kNone, kNone};
        std::array<Ref, 2> inPlace{kNone, kNone};
        Ref viewOf = kNone;
        bool isInput = false;
    };
    struct Live {
        int readers = 0;
        int views = 0;
        bool allocated = false;
        std::int64_t offset = 0;
    };

    static std::size_t index(Ref tensor) { return static_cast<std::size_t>(tensor); }
    Ref add(const Node& node, std::initializer_list<Ref> sources);
    void place(const Node& node, Live& live, std::vector<Live>& all, GraphBuffer& buffer) const;
    void releaseUnread(Ref source, std::vector<Live>& all, GraphBuffer& buffer) const;

    std::vector<Node> nodes_;
    std::vector<Live> counts_; ///< readers and views, before anything runs
    Ref result_ = kNone;
};

} // namespace rigwright
