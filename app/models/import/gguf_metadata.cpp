// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/gguf_metadata.h"

#include "models/import/name_set.h"
#include "models/import/shown_text.h"

#include <array>
#include <limits>
#include <type_traits>
#include <utility>

namespace rigwright {

namespace {

// The largest files known have about 60 keys, among them lists of 600,000 strings of the tokenizer. The limits leave room
// above that, and keep hostile metadata below a second and 64 MiB.
constexpr std::uint64_t kLongestKey = 65'535; // docs/gguf.md
constexpr std::uint64_t kLongestString = 10'000'000;
constexpr std::uint64_t kMostElements = 1'000'000; // of one list
constexpr std::uint64_t kMostStrings = 4'000'000;  // of all lists
constexpr std::uint64_t kKeptText = 256;           // of a string's bytes; longer ones are skipped
constexpr std::uint64_t kKeptNumbers = 4096;       // of a list; longer ones are skipped
constexpr std::uint64_t kKeptBytes = 8ULL << 20U;  // of all keys and values

enum ValueType { U8, I8, U16, I16, U32, I32, F32, Bool, String, Array, U64, I64, F64, TypeCount };
constexpr std::array<std::uint64_t, TypeCount> kWidths{1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

class MetadataReader {
public:
    explicit MetadataReader(GgufScanner& scanner)
        : scanner_(scanner)
    { }

    Expected<void> readAll(std::int64_t count)
    {
        NameSet keys;
        keys.reserve(static_cast<std::size_t>(count));
        for (std::int64_t i = 0; i < count; ++i) {
            const std::uint64_t offset = scanner_.offset();
            if (auto read = readKey(); !read) {
                return read;
            }
            keys.add(key_, offset);
            if (auto read = readValue(); !read) {
                return read;
            }
        }
        if (const auto offset = keys.duplicate()) {
            return scanner_.failAt(*offset, "this metadata key stood before");
        }
        return {};
    }

    [[nodiscard]] GgufMetadata take() { return std::move(metadata_); }

private:
    Expected<void> readKey()
    {
        const std::uint64_t offset = scanner_.offset();
        std::uint64_t length = 0;
        if (!scanner_.read(length)) {
            return scanner_.endsIn("a metadata key");
        }
        if (length == 0 || length > kLongestKey) {
            return scanner_.failAt(offset,
                                   "a metadata key of " + std::to_string(length) + " bytes, expected 1 to " +
                                       std::to_string(kLongestKey));
        }
        if (!scanner_.read(key_, length)) {
            return scanner_.endsIn("a metadata key of " + std::to_string(length) + " bytes");
        }
        return {};
    }

    [[nodiscard]] std::string inKey() const { return "the value of '" + shownText(key_) + "'"; }

    Expected<void> readValue()
    {
        const std::uint64_t offset = scanner_.offset();
        std::int32_t type = 0;
        if (!scanner_.read(type)) {
            return scanner_.endsIn(inKey());
        }
        if (type < 0 || type >= TypeCount) {
            return scanner_.failAt(offset, inKey() + " has the unknown type " + std::to_string(type));
        }
        if (type == String) {
            return readString();
        }
        if (type == Array) {
            return readArray();
        }
        GgufValue value;
        if (!readNumber(type, value)) {
            return scanner_.endsIn(inKey());
        }
        return keep(std::move(value), sizeof(GgufValue));
    }

    template <class T>
    bool readAs(GgufValue& value)
    {
        T number{};
        if (!scanner_.read(number)) {
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
        const std::uint64_t offset = scanner_.offset();
        std::uint64_t length = 0;
        if (!scanner_.read(length)) {
            return scanner_.endsIn(inKey());
        }
        if (length > kLongestString) {
            return scanner_.failAt(offset,
                                   inKey() + " is a string of " + std::to_string(length) +
                                       " bytes, at most " + std::to_string(kLongestString) + " are read");
        }
        if (length > kKeptText) {
            return scanner_.skip(length) ? Expected<void>() : scanner_.endsIn(inKey());
        }
        std::string text;
        if (!scanner_.read(text, length)) {
            return scanner_.endsIn(inKey());
        }
        return keep(std::move(text), sizeof(GgufValue) + kKeptText);
    }

    Expected<void> readArray()
    {
        const std::uint64_t offset = scanner_.offset();
        std::int32_t type = 0;
        std::uint64_t count = 0;
        if (!scanner_.read(type) || !scanner_.read(count)) {
            return scanner_.endsIn(inKey());
        }
        if (type < 0 || type >= TypeCount || type == Array) {
            return scanner_.failAt(
                offset,
                inKey() + " is a list of " +
                    (type == Array ? "lists" : "the unknown type " + std::to_string(type)));
        }
        strings_ += type == String ? count : 0;
        if (count > kMostElements || strings_ > kMostStrings) {
            return scanner_.failAt(offset + 4,
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
            if (!(type == String ? scanner_.skipStrings(count) : scanner_.skip(count * width))) {
                return scanner_.endsIn(inKey());
            }
            return keep(std::move(array), sizeof(GgufValue));
        }
        if (count * width > scanner_.remaining()) {
            return scanner_.endsIn(inKey());
        }
        array.numbers.reserve(count);
        for (std::uint64_t i = 0; i < count; ++i) {
            GgufValue value;
            if (!readNumber(type, value)) {
                return scanner_.endsIn(inKey());
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
            return scanner_.failAt(scanner_.offset(),
                                   "more metadata than the " + std::to_string(kKeptBytes) +
                                       " bytes that are kept, at key '" + shownText(key_) + "'");
        }
        metadata_.insert_or_assign(key_, std::move(value));
        return {};
    }

    GgufScanner& scanner_;
    GgufMetadata metadata_;
    std::uint64_t strings_ = 0; ///< in lists so far
    std::uint64_t kept_ = 0;    ///< bytes so far
    std::string key_;
};

} // namespace

Expected<GgufMetadata> readGgufMetadata(GgufScanner& scanner, std::int64_t count)
{
    MetadataReader reader(scanner);
    return reader.readAll(count).map([&] { return reader.take(); });
}

} // namespace rigwright
