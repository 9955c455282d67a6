// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/gguf_header.h"

#include "models/import/byte_reader.h"
#include "models/import/ggml_type.h"
#include "models/import/name_set.h"
#include "models/import/shown_text.h"

#include <limits>

namespace rigwright {

namespace {

// The largest files known have about 60 keys, 2,500 tensors, 600,000 tokenizer strings and 20 MB of header. The limits
// leave room above that, and keep a hostile header below a second and 64 MiB.
constexpr std::int64_t kMostKeys = 100'000;
constexpr std::int64_t kMostTensors = 100'000;
constexpr std::uint64_t kLongestKey = 65'535; // docs/gguf.md
constexpr std::uint64_t kLongestName = 63;    // GGML_MAX_NAME with its closing zero
constexpr std::uint64_t kLongestString = 10'000'000;
constexpr std::uint64_t kMostElements = 1'000'000; // of one list
constexpr std::uint64_t kMostStrings = 4'000'000;  // of all lists
constexpr std::uint64_t kLargestAlignment = 1U << 20U;
constexpr std::uint64_t kKeptText = 256;          // of a string's bytes; longer ones are skipped
constexpr std::uint64_t kKeptNumbers = 4096;      // of a list; longer ones are skipped
constexpr std::uint64_t kKeptBytes = 8ULL << 20U; // of all keys and values
constexpr std::uint64_t kSmallestKey = 8 + 1 + 4 + 1;
constexpr std::uint64_t kSmallestTensor = 8 + 1 + 4 + 4 + 8;
constexpr std::uint64_t kDefaultAlignment = 32;
// A thousand files of these sizes still add up in 64 bits.
constexpr std::uint64_t kMostData = 1ULL << 50U;
constexpr std::int64_t kMostValues = 1LL << 52U;

enum ValueType { U8, I8, U16, I16, U32, I32, F32, Bool, String, Array, U64, I64, F64, TypeCount };
constexpr std::array<std::uint64_t, TypeCount> kWidths{1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

std::uint64_t paddedTo(std::uint64_t size, std::uint64_t alignment)
{
    return (size + alignment - 1) / alignment * alignment;
}

class HeaderReader {
public:
    HeaderReader(ByteSource& source, std::uint64_t longest)
        : reader_(source)
        , sourceSize_(source.size())
        , longest_(longest)
    {
        reader_.limitTo(longest);
    }

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
    tl::unexpected<Error> failAt(std::uint64_t offset, const std::string& what) const
    {
        return fail("offset " + std::to_string(offset) + ": " + what);
    }

    /// The reader could not go on.
    tl::unexpected<Error> endsIn(const std::string& what) const
    {
        if (reader_.offset() + reader_.remaining() < sourceSize_) {
            return failAt(reader_.offset(),
                          "the header is longer than " + std::to_string(longest_) + " bytes, in " + what);
        }
        return failAt(reader_.offset(), "the file ends in " + what);
    }

    Expected<void> readPreamble()
    {
        std::uint32_t magic = 0;
        std::uint32_t version = 0;
        constexpr std::uint32_t kMagic = 0x46554747; // "GGUF"
        if (!reader_.read(magic) || magic != kMagic) {
            return failAt(0, "no GGUF file: it doesn't begin with 'GGUF'");
        }
        if (!reader_.read(version)) {
            return endsIn("the version");
        }
        if (version != 0 && (version & 0xFFFFU) == 0) {
            return failAt(4, "a big-endian GGUF file; only little-endian ones are read");
        }
        if (version != 2 && version != 3) {
            return failAt(4, "GGUF version " + std::to_string(version) + "; versions 2 and 3 are read");
        }
        header_.version = static_cast<int>(version);
        if (!reader_.read(tensorCount_) || !reader_.read(keyCount_)) {
            return endsIn("the counts");
        }
        return checkCount(8, "tensors", tensorCount_, kMostTensors, kSmallestTensor).and_then([this] {
            return checkCount(16, "metadata keys", keyCount_, kMostKeys, kSmallestKey);
        });
    }

    Expected<void> checkCount(std::uint64_t offset, const char* what, std::int64_t count, std::int64_t most,
                              std::uint64_t smallest) const
    {
        if (count < 0 || count > most) {
            return failAt(offset,
                          std::to_string(count) + " " + what + ", expected 0 to " + std::to_string(most));
        }
        if (static_cast<std::uint64_t>(count) > reader_.remaining() / smallest) {
            return failAt(offset, std::to_string(count) + " " + what + " don't fit into the file");
        }
        return {};
    }

    Expected<void> readMetadata()
    {
        NameSet keys;
        keys.reserve(static_cast<std::size_t>(keyCount_));
        for (std::int64_t i = 0; i < keyCount_; ++i) {
            const std::uint64_t offset = reader_.offset();
            if (const auto read = readKey(); !read) {
                return read;
            }
            keys.add(key_, offset);
            if (const auto read = readValue(); !read) {
                return read;
            }
        }
        if (const auto offset = keys.duplicate()) {
            return failAt(*offset, "this metadata key stood before");
        }
        return {};
    }

    Expected<void> readKey()
    {
        const std::uint64_t offset = reader_.offset();
        std::uint64_t length = 0;
        if (!reader_.read(length)) {
            return endsIn("a metadata key");
        }
        if (length == 0 || length > kLongestKey) {
            return failAt(offset,
                          "a metadata key of " + std::to_string(length) + " bytes, expected 1 to " +
                              std::to_string(kLongestKey));
        }
        if (!reader_.read(key_, length)) {
            return endsIn("a metadata key of " + std::to_string(length) + " bytes");
        }
        return {};
    }

    [[nodiscard]] std::string inKey() const { return "the value of '" + shownText(key_) + "'"; }

    Expected<void> readValue()
    {
        const std::uint64_t offset = reader_.offset();
        std::int32_t type = 0;
        if (!reader_.read(type)) {
            return endsIn(inKey());
        }
        if (type < 0 || type >= TypeCount) {
            return failAt(offset, inKey() + " has the unknown type " + std::to_string(type));
        }
        if (type == String) {
            return readString();
        }
        if (type == Array) {
            return readArray();
        }
        GgufValue value;
        if (!readNumber(type, value)) {
            return endsIn(inKey());
        }
        return keep(std::move(value), sizeof(GgufValue));
    }

    template <class T>
    bool readAs(GgufValue& value)
    {
        T number{};
        if (!reader_.read(number)) {
            return false;
        }
        if constexpr (std::is_floating_point_v<T>) {
            value = static_cast<double>(number);
        } else if (std::is_same_v<T, std::uint64_t> && (static_cast<std::uint64_t>(number) >> 63U) != 0) {
            value = std::numeric_limits<double>::infinity(); // no count that anything could have
        } else {
            value = static_cast<std::int64_t>(number);
        }
        return true;
    }

    bool readNumber(int type, GgufValue& value)
    {
        switch (type) {
        case U8: return readAs<std::uint8_t>(value);
        case Bool:
        case I8: return readAs<std::int8_t>(value);
        case U16: return readAs<std::uint16_t>(value);
        case I16: return readAs<std::int16_t>(value);
        case U32: return readAs<std::uint32_t>(value);
        case I32: return readAs<std::int32_t>(value);
        case F32: return readAs<float>(value);
        case U64: return readAs<std::uint64_t>(value);
        case I64: return readAs<std::int64_t>(value);
        default: return readAs<double>(value);
        }
    }

    Expected<void> readString()
    {
        const std::uint64_t offset = reader_.offset();
        std::uint64_t length = 0;
        if (!reader_.read(length)) {
            return endsIn(inKey());
        }
        if (length > kLongestString) {
            return failAt(offset,
                          inKey() + " is a string of " + std::to_string(length) + " bytes, at most " +
                              std::to_string(kLongestString) + " are read");
        }
        if (length > kKeptText) {
            return reader_.skip(length) ? Expected<void>() : endsIn(inKey());
        }
        std::string text;
        if (!reader_.read(text, length)) {
            return endsIn(inKey());
        }
        return keep(std::move(text), sizeof(GgufValue) + kKeptText);
    }

    Expected<void> readArray()
    {
        const std::uint64_t offset = reader_.offset();
        std::int32_t type = 0;
        std::uint64_t count = 0;
        if (!reader_.read(type) || !reader_.read(count)) {
            return endsIn(inKey());
        }
        if (type < 0 || type >= TypeCount || type == Array) {
            return failAt(offset,
                          inKey() + " is a list of " +
                              (type == Array ? "lists" : "the unknown type " + std::to_string(type)));
        }
        strings_ += type == String ? count : 0;
        if (count > kMostElements || strings_ > kMostStrings) {
            return failAt(offset + 4,
                          inKey() + " is a list of " + std::to_string(count) +
                              " elements, more than are read");
        }
        return readElements(type, count);
    }

    Expected<void> readElements(int type, std::uint64_t count)
    {
        GgufArray array{count, {}};
        const std::uint64_t width = kWidths[static_cast<std::size_t>(type)];
        if (type == String || type == F32 || type == F64 || count > kKeptNumbers) {
            if (!(type == String ? reader_.skipStrings(count) : reader_.skip(count * width))) {
                return endsIn(inKey());
            }
            return keep(std::move(array), sizeof(GgufValue));
        }
        if (count * width > reader_.remaining()) {
            return endsIn(inKey());
        }
        array.numbers.reserve(count);
        for (std::uint64_t i = 0; i < count; ++i) {
            GgufValue value;
            if (!readNumber(type, value)) {
                return endsIn(inKey());
            }
            const auto* number = std::get_if<std::int64_t>(&value);
            array.numbers.push_back(number != nullptr ? *number : -1);
        }
        return keep(std::move(array), sizeof(GgufValue) + count * sizeof(std::int64_t));
    }

    Expected<void> keep(GgufValue value, std::uint64_t bytes)
    {
        if (key_.size() > kKeptText) {
            return {}; // no key that means anything is as long
        }
        constexpr std::uint64_t kNodeBytes = 128;
        kept_ += bytes + key_.size() + kNodeBytes;
        if (kept_ > kKeptBytes) {
            return failAt(reader_.offset(),
                          "more metadata than the " + std::to_string(kKeptBytes) +
                              " bytes that are kept, at key '" + shownText(key_) + "'");
        }
        header_.metadata.insert_or_assign(key_, std::move(value));
        return {};
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
        if (count > reader_.remaining() / kSmallestTensor) {
            return failAt(8, std::to_string(count) + " tensors don't fit into the file");
        }
        names.reserve(count);
        header_.tensors.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint64_t offset = reader_.offset();
            GgufTensor tensor;
            if (const auto read = readName(tensor).and_then([&] { return readExtents(tensor); }); !read) {
                return read;
            }
            names.add(tensor.name, offset);
            header_.tensors.push_back(std::move(tensor));
        }
        if (const auto offset = names.duplicate()) {
            return failAt(*offset, "a tensor of this name stood before");
        }
        return {};
    }

    Expected<void> readName(GgufTensor& tensor)
    {
        const std::uint64_t offset = reader_.offset();
        std::uint64_t length = 0;
        if (!reader_.read(length)) {
            return endsIn("the table of tensors");
        }
        if (length == 0 || length > kLongestName) {
            return failAt(offset,
                          "a tensor's name of " + std::to_string(length) + " bytes, expected 1 to " +
                              std::to_string(kLongestName));
        }
        return reader_.read(tensor.name, length) ? Expected<void>() : endsIn("a tensor's name");
    }

    Expected<void> readExtents(GgufTensor& tensor)
    {
        const std::uint64_t offset = reader_.offset();
        const std::string which = "tensor '" + shownText(tensor.name) + "'";
        std::uint32_t rank = 0;
        if (!reader_.read(rank)) {
            return endsIn(which);
        }
        if (rank > tensor.extents.size()) {
            return failAt(offset, which + " has " + std::to_string(rank) + " dimensions, at most 4 can be");
        }
        std::int64_t elements = 1;
        for (std::uint32_t i = 0; i < rank; ++i) {
            std::int64_t& extent = tensor.extents[i];
            if (!reader_.read(extent)) {
                return endsIn(which);
            }
            if (extent < 1 || extent > std::numeric_limits<std::int64_t>::max() / 8 / elements) {
                return failAt(reader_.offset() - 8, which + " has a dimension of " + std::to_string(extent));
            }
            elements *= extent;
        }
        std::int32_t type = 0;
        if (!reader_.read(type) || !reader_.read(tensor.offset)) {
            return endsIn(which);
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
            return failAt(reader_.offset() - 12,
                          which + " has the unknown type " + std::to_string(tensor.type));
        }
        if (tensor.extents[0] % type->blockElements != 0) {
            return failAt(reader_.offset() - 12,
                          which + " has rows of " + std::to_string(tensor.extents[0]) +
                              " values, no multiple of the " + std::to_string(type->blockElements) + " of " +
                              std::string(type->name));
        }
        tensor.bytes = static_cast<std::uint64_t>(tensor.elements() / type->blockElements) *
            static_cast<std::uint64_t>(type->blockBytes);
        return {};
    }

    Expected<void> placeTensors()
    {
        header_.dataOffset = paddedTo(reader_.offset(), alignment_);
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
        const std::uint64_t dataEnd = sourceSize_ > header_.dataOffset ? sourceSize_ - header_.dataOffset : 0;
        const std::uint64_t end = last ? dataEnd : header_.tensors[index + 1].offset;
        if (end <= tensor.offset || (!last && end % alignment_ != 0)) {
            return false;
        }
        tensor.bytes = end - tensor.offset;
        return true;
    }

    ByteReader reader_;
    std::uint64_t sourceSize_;
    std::uint64_t longest_;
    GgufHeader header_;
    std::int64_t tensorCount_ = 0;
    std::int64_t keyCount_ = 0;
    std::uint64_t strings_ = 0; ///< in lists so far
    std::uint64_t kept_ = 0;    ///< bytes of metadata so far
    std::uint64_t alignment_ = kDefaultAlignment;
    std::string key_;
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
