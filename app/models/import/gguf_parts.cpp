// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/gguf_parts.h"

#include "models/import/gguf_model.h"
#include "models/import/shown_text.h"

#include <string>

namespace rigwright {

namespace {

constexpr std::int64_t kMostParts = 1000;

std::string fiveDigits(std::int64_t number)
{
    const std::string digits = std::to_string(number);
    return std::string(digits.size() < 5 ? 5 - digits.size() : 0, '0') + digits;
}

/// "-00002-of-00003.gguf": numbers in names count from 1.
std::string endOfPart(std::int64_t index, std::int64_t count)
{
    return "-" + fiveDigits(index + 1) + "-of-" + fiveDigits(count) + ".gguf";
}

/// Reads the parts of one model one after the other and keeps what they say together.
class PartsReader {
public:
    Expected<GgufHeader> readPart(ByteSource& source)
    {
        auto header = readGgufHeader(source, left_);
        if (!header) {
            return header;
        }
        left_ -= std::min(left_, header->dataOffset);
        if (const auto added = addTensors(*header, table_); !added) {
            return tl::unexpected(added.error());
        }
        noteMissingData(*header, source);
        return header;
    }

    [[nodiscard]] TensorTable takeTable() { return std::move(table_); }
    [[nodiscard]] std::int64_t tensors() const { return static_cast<std::int64_t>(table_.count()); }
    [[nodiscard]] const std::vector<ImportNote>& notes() const { return notes_; }

private:
    /// A download that is under way has its header first: its sizes are known all the same.
    void noteMissingData(const GgufHeader& header, const ByteSource& source)
    {
        const std::uint64_t end = header.dataOffset + header.dataBytes;
        if (!header.tensors.empty() && source.size() < end) {
            notes_.push_back({ImportNote::Kind::Assumed, "tensor data", "complete",
                              "the file ends at offset " + std::to_string(source.size()) +
                                  ", its last tensor at " + std::to_string(end)});
        }
    }

    TensorTable table_;
    std::uint64_t left_ = kLongestGgufHeader;
    std::vector<ImportNote> notes_;
};

struct Split {
    std::int64_t index = 0;
    std::int64_t count = 1;
};

Expected<Split> splitOf(const GgufHeader& header)
{
    Split split;
    split.count = header.count("split.count").value_or(1);
    split.index = header.count("split.no").value_or(0);
    if (split.count == 0) {
        split.count = 1;
    }
    if (split.count > kMostParts) {
        return fail("key 'split.count': " + std::to_string(split.count) + " parts, at most " +
                    std::to_string(kMostParts));
    }
    if (split.index >= split.count) {
        return fail("key 'split.no': part " + std::to_string(split.index) + " of " +
                    std::to_string(split.count) + ", counted from 0");
    }
    return split;
}

Expected<void> readOtherPart(PartsReader& reader, const std::filesystem::path& path, Split expected)
{
    const auto inPart = [&](const Error& error) {
        return Error{"part '" + shownText(path.filename().string()) + "': " + error.message};
    };
    const auto source = openFile(path);
    if (!source) {
        return fail("part " + std::to_string(expected.index + 1) + " of " + std::to_string(expected.count) +
                    " is missing: '" + shownText(path.filename().string()) + "'");
    }
    const auto header = reader.readPart(**source).map_error(inPart);
    if (!header) {
        return tl::unexpected(header.error());
    }
    const auto split = splitOf(*header).map_error(inPart);
    if (!split) {
        return tl::unexpected(split.error());
    }
    if (split->index != expected.index || split->count != expected.count) {
        return fail("part '" + shownText(path.filename().string()) + "': key 'split.no' says " +
                    std::to_string(split->index) + " of " + std::to_string(split->count));
    }
    return {};
}

} // namespace

Expected<ImportedModel> importGguf(const std::filesystem::path& file, ByteSource& source)
{
    PartsReader reader;
    const auto first = reader.readPart(source);
    if (!first) {
        return tl::unexpected(first.error());
    }
    const auto split = splitOf(*first);
    if (!split) {
        return tl::unexpected(split.error());
    }
    const std::string name = file.filename().string();
    std::string stem = file.stem().string();
    if (split->count > 1) {
        const std::string end = endOfPart(split->index, split->count);
        if (!name.ends_with(end)) {
            return fail("key 'split.no': part " + std::to_string(split->index + 1) + " of " +
                        std::to_string(split->count) + " is expected to be named '…" + end + "'");
        }
        stem = name.substr(0, name.size() - end.size());
        if (split->index > 0) {
            return importModel(file.parent_path() / (stem + endOfPart(0, split->count)));
        }
        for (std::int64_t i = 1; i < split->count; ++i) {
            const auto path = file.parent_path() / (stem + endOfPart(i, split->count));
            if (const auto read = readOtherPart(reader, path, {i, split->count}); !read) {
                return tl::unexpected(read.error());
            }
        }
    }
    const auto all = first->count("split.tensors.count");
    if (split->count > 1 && all && *all != reader.tensors()) {
        return fail("key 'split.tensors.count': " + std::to_string(*all) + " tensors, the parts have " +
                    std::to_string(reader.tensors()));
    }
    auto model = modelOfGguf(*first, reader.takeTable(), stem);
    if (model) {
        model->notes.insert(model->notes.end(), reader.notes().begin(), reader.notes().end());
    }
    return model;
}

} // namespace rigwright
