// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace rigwright {

/// Bytes that can be asked for at any offset: a file, or memory in tests. Nothing is read before it is asked for.
class ByteSource {
public:
    ByteSource() = default;
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// In bytes.
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    /// Fills `into` from `offset` on; false where the source ends before that, or the disk fails.
    [[nodiscard]] virtual bool read(std::uint64_t offset, std::span<char> into) = 0;
};

/// Bytes that somebody else owns.
class MemorySource final : public ByteSource {
public:
    explicit MemorySource(std::string_view bytes)
        : bytes_(bytes)
    { }

    [[nodiscard]] std::uint64_t size() const override { return bytes_.size(); }
    [[nodiscard]] bool read(std::uint64_t offset, std::span<char> into) override;

private:
    std::string_view bytes_;
};

/// A regular file, open for reading. An error names the file.
[[nodiscard]] Expected<std::unique_ptr<ByteSource>> openFile(const std::filesystem::path& file);

} // namespace rigwright
