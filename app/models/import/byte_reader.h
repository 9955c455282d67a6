// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/byte_source.h"

#include <bit>
#include <cstring>
#include <string>
#include <type_traits>
#include <vector>

namespace rigwright {

/// Reads a source from its beginning to a limit through one small buffer, and skips without reading. Numbers are
/// little-endian. Each call says false where it would pass the limit, and then leaves the position where it was.
class ByteReader {
public:
    static_assert(std::endian::native == std::endian::little, "numbers are copied as they lie in the file");

    explicit ByteReader(ByteSource& source)
        : source_(source)
        , limit_(source.size())
    { }

    [[nodiscard]] std::uint64_t offset() const { return bufferOffset_ + position_; }
    [[nodiscard]] std::uint64_t remaining() const { return limit_ - offset(); }
    /// Ends the reading at an offset between the position and the end of the source.
    void limitTo(std::uint64_t offset);

    template <class T>
    [[nodiscard]] bool read(T& number)
    {
        static_assert(std::is_arithmetic_v<T>);
        if (buffer_.size() - position_ < sizeof(T) && !fill(sizeof(T))) {
            return false;
        }
        std::memcpy(&number, buffer_.data() + position_, sizeof(T));
        position_ += sizeof(T);
        return true;
    }
    /// The caller has bounded the length.
    [[nodiscard]] bool read(std::string& text, std::uint64_t length);
    [[nodiscard]] bool skip(std::uint64_t length);
    /// Skips strings that each follow their 64-bit length.
    [[nodiscard]] bool skipStrings(std::uint64_t count);

    /// What lies in the buffer from the position on, at least one byte; empty at the limit.
    [[nodiscard]] std::string_view chunk();
    /// Passes bytes of the chunk.
    void advance(std::size_t bytes) { position_ += bytes; }

private:
    bool fill(std::size_t needed);

    ByteSource& source_;
    std::uint64_t limit_;
    std::vector<char> buffer_;
    std::uint64_t bufferOffset_ = 0; ///< of the buffer's first byte in the source
    std::size_t position_ = 0;       ///< in the buffer
};

} // namespace rigwright
