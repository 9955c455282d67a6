// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/gguf_header.h"

#include "models/import/ggml_type.h"
#include "models/import/name_set.h"
#include "models/import/shown_text.h"

#include <limits>

namespace rigwright {

namespace {

// The largest files known have about 60 keys and 2,500 tensors. The limits leave room above that, and keep a hostile header
// below a second and 64 MiB.
constexpr std::int64_t kMostKeys = 100'000;
constexpr std::int64_t kMostTensors = 100'000;
constexpr std::uint64_t kLongestName = 63; // GGML_MAX_NAME with its closing zero
constexpr std::uint64_t kLargestAlignment = 1U << 20U;
constexpr std::uint64_t kSmallestTensor = 8 + 1 + 4 + 4 + 8;
constexpr std::uint64_t kDefaultAlignment = 32;
// A thousand files of these sizes still add up in 64 bits.
constexpr std::uint64_t kMostData = 1ULL << 50U;
constexpr std::int64_t kMostValues = 1LL << 52U;

std::uint64_t paddedTo(std::uint64_t size, std::uint64_t alignment)
{
    return (size + alignment - 1) / alignment * alignment;
}

class HeaderReader {
public:
    HeaderReader(ByteSource& source, std::uint64_t longest)
        : scanner_(source, longest)
    { }

    Expected<GgufHeader> read()
    {
        return readPreamble()
            .and_then([this] { return readMetadata(); })
            .and_then([this] { return readAlignment(); })
            .and_then([this] { return readTensors(); })
            .and_then([this] { return placeTensors(); })
            .map([this] { return std::move(header_); });
    }

private:
    Expected<void> readPreamble()
    {
        std::uint32_t magic = 0;
        std::uint32_t version = 0;
        constexpr std::uint32_t kMagic = 0x46554747; // "GGUF"
        if (!scanner_.read(magic) || magic != kMagic) {
            return GgufScanner::failAt(0, "no GGUF file: it doesn't begin with 'GGUF'");
        }
        if (!scanner_.read(version)) {
            return scanner_.endsIn("the version");
        }
        if (version != 0 && (version & 0xFFFFU) == 0) {
            return GgufScanner::failAt(4, "a big-endian GGUF file; only little-endian ones are read");
        }
        if (version != 2 && version != 3) {
            return GgufScanner::failAt(
                4, "GGUF version " + std::to_string(version) + "; versions 2 and 3 are read");
        }
        header_.version = static_cast<int>(version);
        if (!scanner_.read(tensorCount_) || !scanner_.read(keyCount_)) {
            return scanner_.endsIn("the counts");
        }
        return checkCount(8, "tensors", tensorCount_, kMostTensors, kSmallestTensor).and_then([this] {
            return checkCount(16, "metadata keys", keyCount_, kMostKeys, kSmallestGgufKey);
        });
    }

    Expected<void> checkCount(std::uint64_t offset, const char* what, std::int64_t count, std::int64_t most,
                              std::uint64_t smallest) const
    {
        if (count < 0 || count > most) {
            return GgufScanner::failAt(
                offset, std::to_string(count) + " " + what + ", expected 0 to " + std::to_string(most));
        }
        if (static_cast<std::uint64_t>(count) > scanner_.remaining() / smallest) {
            return GgufScanner::failAt(offset,
                                       std::to_string(count) + " " + what + " don't fit into the file");
        }
        return {};
    }

    Expected<void> readMetadata()
    {
        return readGgufMetadata(scanner_, keyCount_).map([this](GgufMetadata metadata) {
            header_.metadata = std::move(metadata);
        });
    }

    Expected<void> readAlignment()
    {
        const auto found = header_.metadata.find("general.alignment");
        if (found == header_.metadata.end()) {
            return {};
        }
        const auto* number = std::get_if<std::int64_t>(&found->second);
        const std::uint64_t alignment =
            number == nullptr || *number < 0 ? 0 : static_cast<std::uint64_t>(*number);
        if (!std::has_single_bit(alignment) || alignment > kLargestAlignment) {
            return fail("key 'general.alignment': expected a power of two up to " +
                        std::to_string(kLargestAlignment));
        }
        alignment_ = alignment;
        return {};
    }

    Expected<void> readTensors()
    {
        NameSet names;
        const auto count = static_cast<std::size_t>(tensorCount_);
        if (count > scanner_.remaining() / kSmallestTensor) {
            return GgufScanner::failAt(8, std::to_string(count) + " tensors don't fit into the file");
        }
        names.reserve(count);
        header_.tensors.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint64_t offset = scanner_.offset();
            GgufTensor tensor;
            if (auto read = readName(tensor).and_then([&] { return readExtents(tensor); }); !read) {
                return read;
            }
            names.add(tensor.name, offset);
            header_.tensors.push_back(std::move(tensor));
        }
        if (const auto offset = names.duplicate()) {
            return GgufScanner::failAt(*offset, "a tensor of this name stood before");
        }
        return {};
    }

    Expected<void> readName(GgufTensor& tensor)
    {
        const std::uint64_t offset = scanner_.offset();
        std::uint64_t length = 0;
        if (!scanner_.read(length)) {
            return scanner_.endsIn("the table of tensors");
        }
        if (length == 0 || length > kLongestName) {
            return GgufScanner::failAt(offset,
                                       "a tensor's name of " + std::to_string(length) +
                                           " bytes, expected 1 to " + std::to_string(kLongestName));
        }
        return scanner_.read(tensor.name, length) ? Expected<void>() : scanner_.endsIn("a tensor's name");
    }

    Expected<void> readExtents(GgufTensor& tensor)
    {
        const std::uint64_t offset = scanner_.offset();
        const std::string which = "tensor '" + shownText(tensor.name) + "'";
        std::uint32_t rank = 0;
        if (!scanner_.read(rank)) {
            return scanner_.endsIn(which);
        }
        if (rank > tensor.extents.size()) {
            return GgufScanner::failAt(
                offset, which + " has " + std::to_string(rank) + " dimensions, at most 4 can be");
        }
        std::int64_t elements = 1;
        for (std::uint32_t i = 0; i < rank; ++i) {
            std::int64_t& extent = tensor.extents[i];
            if (!scanner_.read(extent)) {
                return scanner_.endsIn(which);
            }
            if (extent < 1 || extent > std::numeric_limits<std::int64_t>::max() / 8 / elements) {
                return GgufScanner::failAt(scanner_.offset() - 8,
                                           which + " has a dimension of " + std::to_string(extent));
            }
            elements *= extent;
        }
        std::int32_t type = 0;
        if (!scanner_.read(type) || !scanner_.read(tensor.offset)) {
            return scanner_.endsIn(which);
        }
        tensor.type = type;
        return weigh(tensor, which);
    }

    /// Bytes of a type that is known; those of a fork's types follow from the next tensor's offset.
    Expected<void> weigh(GgufTensor& tensor, const std::string& which) const
    {
        const auto type = ggmlType(tensor.type);
        if (!type) {
            if (tensor.type > kLastGgmlType) {
                return {};
            }
            return GgufScanner::failAt(scanner_.offset() - 12,
                                       which + " has the unknown type " + std::to_string(tensor.type));
        }
        if (tensor.extents[0] % type->blockElements != 0) {
            return GgufScanner::failAt(
                scanner_.offset() - 12,
                which + " has rows of " + std::to_string(tensor.extents[0]) + " values, no multiple of the " +
                    std::to_string(type->blockElements) + " of " + std::string(type->name));
        }
        tensor.bytes = static_cast<std::uint64_t>(tensor.elements() / type->blockElements) *
            static_cast<std::uint64_t>(type->blockBytes);
        return {};
    }

    Expected<void> placeTensors()
    {
        header_.dataOffset = paddedTo(scanner_.offset(), alignment_);
        std::uint64_t end = 0;
        std::int64_t elements = 0;
        for (std::size_t i = 0; i < header_.tensors.size(); ++i) {
            GgufTensor& tensor = header_.tensors[i];
            if (tensor.offset != end) {
                return fail("tensor '" + shownText(tensor.name) + "': it begins at " +
                            std::to_string(tensor.offset) + " of the data, the one before it ends at " +
                            std::to_string(end));
            }
            if (!ggmlType(tensor.type) && !weighByNext(i)) {
                return fail("tensor '" + shownText(tensor.name) + "': its type " +
                            std::to_string(tensor.type) +
                            " is unknown, and no offset after it tells its size");
            }
            if (tensor.bytes > kMostData - end || tensor.elements() > kMostValues - elements) {
                return fail("tensor '" + shownText(tensor.name) +
                            "': it ends beyond 2^50 bytes or 2^52 values");
            }
            elements += tensor.elements();
            header_.dataBytes = end + tensor.bytes;
            end = paddedTo(header_.dataBytes, alignment_);
        }
        return {};
    }

    bool weighByNext(std::size_t index)
    {
        GgufTensor& tensor = header_.tensors[index];
        const bool last = index + 1 == header_.tensors.size();
        const std::uint64_t dataEnd =
            scanner_.size() > header_.dataOffset ? scanner_.size() - header_.dataOffset : 0;
        const std::uint64_t end = last ? dataEnd : header_.tensors[index + 1].offset;
        if (end <= tensor.offset || (!last && end % alignment_ != 0)) {
            return false;
        }
        tensor.bytes = end - tensor.offset;
        return true;
    }

    GgufScanner scanner_;
    GgufHeader header_;
    std::int64_t tensorCount_ = 0;
    std::int64_t keyCount_ = 0;
    std::uint64_t alignment_ = kDefaultAlignment;
};

} // namespace

std::optional<std::int64_t> GgufHeader::count(std::string_view key) const
{
    const auto found = metadata.find(key);
    const auto* number = found == metadata.end() ? nullptr : std::get_if<std::int64_t>(&found->second);
    return number == nullptr || *number < 0 ? std::nullopt : std::optional(*number);
}

std::optional<std::string> GgufHeader::text(std::string_view key) const
{
    const auto found = metadata.find(key);
    const auto* text = found == metadata.end() ? nullptr : std::get_if<std::string>(&found->second);
    return text == nullptr ? std::nullopt : std::optional(*text);
}

const GgufArray* GgufHeader::array(std::string_view key) const
{
    const auto found = metadata.find(key);
    return found == metadata.end() ? nullptr : std::get_if<GgufArray>(&found->second);
}

Expected<GgufHeader> readGgufHeader(ByteSource& source, std::uint64_t longest)
{
    return HeaderReader(source, longest).read();
}

} // namespace rigwright
