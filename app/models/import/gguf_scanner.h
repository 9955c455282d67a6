// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/byte_reader.h"

#include <cstdint>
#include <string>

namespace rigwright {

/// Reads a GGUF header and words what is wrong with it.
class GgufScanner : public ByteReader {
public:
    /// `longest`: bytes from which on a header is refused.
    GgufScanner(ByteSource& source, std::uint64_t longest)
        : ByteReader(source)
        , size_(source.size())
        , longest_(longest)
    {
        limitTo(longest);
    }

    /// Bytes of the whole file.
    [[nodiscard]] std::uint64_t size() const { return size_; }

    [[nodiscard]] static tl::unexpected<Error> failAt(std::uint64_t offset, const std::string& what)
    {
        return fail("offset " + std::to_string(offset) + ": " + what);
    }
    /// The scanner could not go on in `what`.
    [[nodiscard]] tl::unexpected<Error> endsIn(const std::string& what) const
    {
        if (offset() + remaining() < size_) {
            return failAt(offset(),
                          "the header is longer than " + std::to_string(longest_) + " bytes, in " + what);
        }
        return failAt(offset(), "the file ends in " + what);
    }

private:
    std::uint64_t size_;
    std::uint64_t longest_;
};

} // namespace rigwright
