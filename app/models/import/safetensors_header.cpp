// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/safetensors_header.h"

#include "models/import/json_scanner.h"
#include "models/import/name_set.h"
#include "models/import/shown_text.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace rigwright {

namespace {

using Token = JsonScanner::Token;

constexpr std::uint64_t kLongestHeader = 100'000'000; // MAX_HEADER_SIZE of the reference implementation
constexpr std::size_t kMostEntries = 500'000;
constexpr std::size_t kLongestName = 1024;
constexpr std::int64_t kLargestExtent = 1LL << 32U; // of huggingface.js
constexpr std::uint64_t kMostData = 1ULL << 48U;    // ten thousand such files still add up in 64 bits
constexpr std::uint64_t kMostValues = 1ULL << 49U;

struct Dtype {
    std::string_view name;
    std::uint64_t bits;
};

constexpr std::array kDtypes{
    Dtype{"BF16", 16},       Dtype{"F16", 16},        Dtype{"F32", 32},    Dtype{"F64", 64},
    Dtype{"F8_E4M3", 8},     Dtype{"F8_E5M2", 8},     Dtype{"F8_E8M0", 8}, Dtype{"F4", 4},
    Dtype{"F6_E2M3", 6},     Dtype{"F6_E3M2", 6},     Dtype{"I8", 8},      Dtype{"U8", 8},
    Dtype{"I16", 16},        Dtype{"U16", 16},        Dtype{"I32", 32},    Dtype{"U32", 32},
    Dtype{"I64", 64},        Dtype{"U64", 64},        Dtype{"BOOL", 8},    Dtype{"C64", 64},
    Dtype{"F8_E4M3FNUZ", 8}, Dtype{"F8_E5M2FNUZ", 8},
};

/// Bytes of one tensor in the data.
struct Extent {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

class HeaderScanner {
public:
    HeaderScanner(ByteReader& reader, const SafetensorsVisitor& visit)
        : scanner_(reader)
        , visit_(visit)
    { }

    Expected<void> read()
    {
        if (scanner_.next() != Token::ObjectBegin) {
            return scanner_.error("expected '{'");
        }
        for (Token token = scanner_.next(); token != Token::ObjectEnd; token = scanner_.next()) {
            if (token != Token::Key) {
                return scanner_.error();
            }
            if (auto read = readMember(); !read) {
                return read;
            }
        }
        if (scanner_.next() != Token::End) {
            return scanner_.error();
        }
        return checkNames();
    }

    /// All bytes of the data, each once.
    Expected<void> checkExtents(std::uint64_t dataBytes)
    {
        std::ranges::sort(extents_, {},
                          [](const Extent& extent) { return std::pair(extent.begin, extent.end); });
        std::uint64_t end = 0;
        for (const Extent& extent : extents_) {
            if (extent.begin != end) {
                return fail("data_offsets: a tensor begins at " + std::to_string(extent.begin) +
                            " of the data, the one before it ends at " + std::to_string(end));
            }
            end = extent.end;
        }
        if (end != dataBytes) {
            return fail("data_offsets: the tensors end at " + std::to_string(end) + ", the data at " +
                        std::to_string(dataBytes) + (end > dataBytes ? ": the file is not complete" : ""));
        }
        return {};
    }

private:
    Expected<void> readMember()
    {
        if (scanner_.text() == "__metadata__") {
            return scanner_.skipValue() ? Expected<void>() : scanner_.error();
        }
        if (names_.size() >= kMostEntries) {
            return scanner_.error("more than " + std::to_string(kMostEntries) + " tensors");
        }
        if (scanner_.text().size() > kLongestName) {
            return scanner_.error("a tensor's name of more than " + std::to_string(kLongestName) + " bytes");
        }
        name_ = scanner_.text();
        names_.add(name_, scanner_.offset());
        return readEntry().and_then([this] { return weigh(); });
    }

    [[nodiscard]] tl::unexpected<Error> failHere(const std::string& what) const
    {
        return scanner_.error("tensor '" + shownText(name_) + "': " + what);
    }

    Expected<void> readEntry()
    {
        dtype_ = {};
        shape_.reset();
        offsets_.reset();
        if (scanner_.next() != Token::ObjectBegin) {
            return failHere("expected '{'");
        }
        for (Token token = scanner_.next(); token != Token::ObjectEnd; token = scanner_.next()) {
            if (token != Token::Key) {
                return scanner_.error();
            }
            if (auto read = readField(); !read) {
                return read;
            }
        }
        return {};
    }

    Expected<void> readField()
    {
        if (scanner_.text() == "dtype") {
            return readDtype();
        }
        if (scanner_.text() == "shape") {
            return readShape();
        }
        if (scanner_.text() == "data_offsets") {
            return readOffsets();
        }
        return scanner_.skipValue() ? Expected<void>() : scanner_.error();
    }

    Expected<void> readDtype()
    {
        if (scanner_.next() != Token::String) {
            return failHere("dtype: expected a string");
        }
        const auto found = std::ranges::find(kDtypes, scanner_.text(), &Dtype::name);
        if (found == kDtypes.end()) {
            return failHere("unknown dtype '" + shownText(scanner_.text()) + "'");
        }
        dtype_ = *found;
        return {};
    }

    /// A list of whole numbers, as many as `most`.
    Expected<std::size_t> readNumbers(const char* field, std::span<std::int64_t> into)
    {
        if (scanner_.next() != Token::ArrayBegin) {
            return failHere(std::string(field) + ": expected a list");
        }
        std::size_t count = 0;
        for (Token token = scanner_.next(); token != Token::ArrayEnd; token = scanner_.next()) {
            const auto number = token == Token::Number ? scanner_.count() : std::nullopt;
            if (!number) {
                return failHere(std::string(field) + ": expected whole numbers from 0 on");
            }
            if (count >= into.size()) {
                return failHere(std::string(field) + ": more than " + std::to_string(into.size()) +
                                " numbers");
            }
            into[count++] = *number;
        }
        return count;
    }

    Expected<void> readShape()
    {
        TensorShape shape;
        const auto rank = readNumbers("shape", shape.extents);
        if (!rank) {
            return tl::unexpected(rank.error());
        }
        shape.rank = static_cast<int>(*rank);
        if (std::ranges::any_of(shape.extents, [](std::int64_t extent) { return extent > kLargestExtent; })) {
            return failHere("shape: a dimension above 2^32");
        }
        shape_ = shape;
        return {};
    }

    Expected<void> readOffsets()
    {
        std::array<std::int64_t, 2> numbers{};
        const auto count = readNumbers("data_offsets", numbers);
        if (!count) {
            return tl::unexpected(count.error());
        }
        if (*count != 2 || numbers[1] < numbers[0]) {
            return failHere("data_offsets: expected a begin and an end that isn't before it");
        }
        offsets_ = Extent{static_cast<std::uint64_t>(numbers[0]), static_cast<std::uint64_t>(numbers[1])};
        return {};
    }

    Expected<void> weigh()
    {
        if (dtype_.name.empty() || !shape_ || !offsets_) {
            return failHere("dtype, shape or data_offsets is missing");
        }
        std::uint64_t elements = 1;
        bool empty = false;
        for (std::size_t i = 0; i < static_cast<std::size_t>(shape_->rank); ++i) {
            const auto extent = static_cast<std::uint64_t>(shape_->extents[i]);
            empty = empty || extent == 0;
            if (extent > 0 && elements > kMostValues / extent) {
                return failHere("shape: more than 2^49 values");
            }
            elements *= std::max<std::uint64_t>(1, extent);
        }
        elements = empty ? 0 : elements;
        const std::uint64_t bytes = offsets_->end - offsets_->begin;
        if (elements * dtype_.bits % 8 != 0 || bytes != elements * dtype_.bits / 8) {
            return failHere("data_offsets: " + std::to_string(bytes) + " bytes for " +
                            std::to_string(elements) + " values of " + std::to_string(dtype_.bits) + " bits");
        }
        if (offsets_->end > kMostData) {
            return failHere("data_offsets: beyond 2^48 bytes");
        }
        extents_.push_back(*offsets_);
        if (!visit_({name_, dtype_.name, *shape_, bytes})) {
            return failHere("too many tensors");
        }
        return {};
    }

    Expected<void> checkNames()
    {
        if (const auto offset = names_.duplicate()) {
            return fail("offset " + std::to_string(*offset) + ": a tensor of this name stood before");
        }
        return {};
    }

    JsonScanner scanner_;
    const SafetensorsVisitor& visit_;
    NameSet names_;
    std::vector<Extent> extents_;
    std::string name_;
    Dtype dtype_{};
    std::optional<TensorShape> shape_;
    std::optional<Extent> offsets_;
};

} // namespace

Expected<void> readSafetensorsHeader(ByteSource& source, const SafetensorsVisitor& visit)
{
    ByteReader reader(source);
    std::uint64_t length = 0;
    if (!reader.read(length)) {
        return fail("offset 0: no safetensors file, it has fewer than 8 bytes");
    }
    if (length < 2 || length > kLongestHeader) {
        return fail("offset 0: a header of " + std::to_string(length) + " bytes, expected 2 to " +
                    std::to_string(kLongestHeader));
    }
    if (length > reader.remaining()) {
        return fail("offset 0: a header of " + std::to_string(length) + " bytes, the file ends after " +
                    std::to_string(reader.remaining()));
    }
    reader.limitTo(8 + length);
    HeaderScanner scanner(reader, visit);
    return scanner.read().and_then([&] { return scanner.checkExtents(source.size() - 8 - length); });
}

std::uint64_t hashOfName(std::string_view name)
{
    return std::hash<std::string_view>{}(name);
}

} // namespace rigwright
