// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/byte_source.h"

#include "models/import/shown_text.h"

#include <algorithm>
#include <fstream>
#include <system_error>

namespace rigwright {

namespace {

class FileSource final : public ByteSource {
public:
    FileSource(std::ifstream stream, std::uint64_t size)
        : stream_(std::move(stream))
        , size_(size)
    { }

    [[nodiscard]] std::uint64_t size() const override { return size_; }

    [[nodiscard]] bool read(std::uint64_t offset, std::span<char> into) override
    {
        if (offset > size_ || into.size() > size_ - offset) {
            return false;
        }
        stream_.clear();
        stream_.seekg(static_cast<std::streamoff>(offset));
        stream_.read(into.data(), static_cast<std::streamsize>(into.size()));
        return stream_.good();
    }

private:
    std::ifstream stream_;
    std::uint64_t size_;
};

} // namespace

bool MemorySource::read(std::uint64_t offset, std::span<char> into)
{
    if (offset > bytes_.size() || into.size() > bytes_.size() - offset) {
        return false;
    }
    std::ranges::copy(bytes_.substr(offset, into.size()), into.begin());
    return true;
}

Expected<std::unique_ptr<ByteSource>> openFile(const std::filesystem::path& file)
{
    std::error_code error;
    // A pipe or a device has no size and might never end.
    if (!std::filesystem::is_regular_file(file, error)) {
        return fail("'" + shownText(file.string()) +
                    "': " + (error ? error.message() : std::string("not a regular file")));
    }
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    std::ifstream stream;
    stream.rdbuf()->pubsetbuf(nullptr, 0); // the reader on top has a buffer of its own
    stream.open(file, std::ios::binary);
    if (error || !stream) {
        return fail("'" + shownText(file.string()) + "': can't be read");
    }
    return std::make_unique<FileSource>(std::move(stream), size);
}

} // namespace rigwright
