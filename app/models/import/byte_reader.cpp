// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/byte_reader.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr std::uint64_t kBufferBytes = 262'144;

} // namespace

void ByteReader::limitTo(std::uint64_t offset)
{
    limit_ = std::clamp(offset, this->offset(), limit_);
    buffer_.resize(std::min<std::uint64_t>(buffer_.size(), limit_ - bufferOffset_));
}

bool ByteReader::fill(std::size_t needed)
{
    if (remaining() < needed) {
        return false;
    }
    const std::uint64_t start = offset();
    const std::uint64_t length = std::min(std::max<std::uint64_t>(kBufferBytes, needed), limit_ - start);
    buffer_.resize(length);
    bufferOffset_ = start;
    position_ = 0;
    if (!source_.read(start, buffer_)) {
        buffer_.clear();
        limit_ = start;
        return false;
    }
    return true;
}

bool ByteReader::read(std::string& text, std::uint64_t length)
{
    if (buffer_.size() - position_ < length && !fill(length)) {
        return false;
    }
    text.assign(buffer_.data() + position_, length);
    position_ += length;
    return true;
}

bool ByteReader::skip(std::uint64_t length)
{
    if (remaining() < length) {
        return false;
    }
    if (length <= buffer_.size() - position_) {
        position_ += length;
    } else {
        bufferOffset_ = offset() + length;
        buffer_.clear();
        position_ = 0;
    }
    return true;
}

bool ByteReader::skipStrings(std::uint64_t count)
{
    for (std::uint64_t i = 0; i < count; ++i) {
        std::uint64_t length = 0;
        if (!read(length) || !skip(length)) {
            return false;
        }
    }
    return true;
}

std::string_view ByteReader::chunk()
{
    if (position_ == buffer_.size() && !fill(1)) {
        return {};
    }
    return {buffer_.data() + position_, buffer_.size() - position_};
}

} // namespace rigwright
