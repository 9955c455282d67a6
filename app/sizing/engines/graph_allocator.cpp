// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/graph_allocator.h"

#include <algorithm>
#include <cstddef>

namespace rigwright {

namespace {

std::int64_t aligned(std::int64_t bytes)
{
    constexpr std::int64_t kAlignment = 32; // of the CPU back end
    return (bytes + kAlignment - 1) / kAlignment * kAlignment;
}

} // namespace

std::int64_t GraphBuffer::allocate(std::int64_t bytes)
{
    const std::int64_t size = aligned(bytes);
    std::size_t best = holes_.size() - 1;
    std::int64_t bestSize = kEndless;
    for (std::size_t i = 0; i + 1 < holes_.size(); ++i) {
        if (holes_[i].bytes >= size && holes_[i].bytes <= bestSize) {
            best = i;
            bestSize = holes_[i].bytes;
        }
    }
    Hole& hole = holes_[best];
    const std::int64_t offset = hole.offset;
    hole.offset += size;
    hole.bytes -= size;
    if (hole.bytes == 0) {
        holes_.erase(holes_.begin() + static_cast<std::ptrdiff_t>(best));
    }
    peak_ = std::max(peak_, offset + size);
    return offset;
}

void GraphBuffer::release(std::int64_t offset, std::int64_t bytes)
{
    const std::int64_t size = aligned(bytes);
    const auto next = std::ranges::find_if(holes_, [&](const Hole& hole) { return hole.offset > offset; });
    const bool joinsNext = next != holes_.end() && offset + size == next->offset;
    const bool joinsPrevious =
        next != holes_.begin() && std::prev(next)->offset + std::prev(next)->bytes == offset;
    if (joinsPrevious) {
        std::prev(next)->bytes += size;
        if (joinsNext) {
            std::prev(next)->bytes += next->bytes;
            holes_.erase(next);
        }
    } else if (joinsNext) {
        next->offset = offset;
        next->bytes += size;
    } else {
        holes_.insert(next, {offset, size});
    }
}

void GraphBuffer::raisePeak(std::int64_t peak)
{
    peak_ = std::max(peak_, peak);
}

GraphStage::Ref GraphStage::add(const Node& node, std::initializer_list<Ref> sources)
{
    Node added = node;
    std::size_t used = 0;
    for (const Ref source : sources) {
        if (source != kNone) {
            added.sources.at(used++) = source;
            ++counts_[index(source)].readers;
        }
    }
    if (added.viewOf != kNone) {
        ++counts_[index(added.viewOf)].views;
    }
    nodes_.push_back(added);
    counts_.emplace_back();
    return static_cast<Ref>(nodes_.size()) - 1;
}

GraphStage::Ref GraphStage::input(std::int64_t bytes)
{
    Node node;
    node.bytes = bytes;
    node.isInput = true;
    return add(node, {});
}

GraphStage::Ref GraphStage::compute(std::int64_t bytes, std::initializer_list<Ref> sources,
                                    std::initializer_list<Ref> inPlace)
{
    Node node;
    node.bytes = bytes;
    std::ranges::copy(inPlace, node.inPlace.begin());
    return add(node, sources);
}

GraphStage::Ref GraphStage::view(Ref of)
{
    Node node;
    const Ref root = nodes_[index(of)].viewOf;
    node.viewOf = root == kNone ? of : root;
    return add(node, {of});
}

void GraphStage::store(std::initializer_list<Ref> sources)
{
    add({}, sources);
}

void GraphStage::place(const Node& node, Live& live, std::vector<Live>& all, GraphBuffer& buffer) const
{
    live.allocated = true;
    for (const Ref candidate : node.inPlace) {
        if (candidate == kNone) {
            continue;
        }
        Live& source = all[index(candidate)];
        // Views own nothing, so that nothing is computed in place of one.
        if (source.allocated && source.readers == 1 && source.views == 0) {
            live.offset = source.offset;
            source.allocated = false;
            return;
        }
    }
    live.offset = buffer.allocate(node.bytes);
}

void GraphStage::releaseUnread(Ref source, std::vector<Live>& all, GraphBuffer& buffer) const
{
    Live& read = all[index(source)];
    --read.readers;
    if (read.readers > 0 || read.views > 0) {
        return;
    }
    const Ref root = nodes_[index(source)].viewOf;
    Live& owner = root == kNone ? read : all[index(root)];
    owner.views -= root == kNone ? 0 : 1;
    if (owner.allocated && owner.readers == 0 && owner.views == 0) {
        buffer.release(owner.offset, nodes_[index(root == kNone ? source : root)].bytes);
        owner.allocated = false;
    }
}

std::int64_t GraphStage::run(GraphBuffer& buffer, const std::vector<std::int64_t>& inputs) const
{
    std::vector<Live> all = counts_;
    std::size_t nextInput = 0;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        const Node& node = nodes_[i];
        Live& live = all[i];
        if (node.isInput) {
            live.allocated = true;
            live.offset = inputs[nextInput++];
        } else if (node.bytes > 0) {
            place(node, live, all, buffer);
        }
        for (const Ref source : node.sources) {
            if (source == kNone) {
                break;
            }
            releaseUnread(source, all, buffer);
        }
    }
    return all[index(result_)].offset;
}

} // namespace rigwright
