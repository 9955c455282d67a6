// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/json_scanner.h"
#include "models/import/name_set.h"
#include "models/import/safetensors_header.h"
#include "models/import/shown_text.h"

namespace rigwright {

namespace {

using Token = JsonScanner::Token;

constexpr std::uint64_t kLongestIndex = 200'000'000; // three times the longest known
constexpr std::int64_t kMostTensors = 1'000'000;
constexpr std::size_t kMostParts = 10'000; // of huggingface.js
constexpr std::size_t kLongestName = 1024;

/// Anything but a plain name could lead out of the folder of the index.
bool isPlainFileName(std::string_view name)
{
    return !name.empty() && name.size() <= 255 && name.find_first_of("/\\:") == std::string_view::npos &&
        name != "." && name != ".." && name == shownText(name, 255);
}

class IndexScanner {
public:
    explicit IndexScanner(ByteReader& reader)
        : scanner_(reader)
    { }

    Expected<SafetensorsIndex> read()
    {
        const auto all = readObject([this] { return readMember(); });
        if (!all) {
            return tl::unexpected(all.error());
        }
        if (scanner_.next() != Token::End) {
            return scanner_.error();
        }
        if (!hasMap_) {
            return fail("key 'weight_map': missing");
        }
        if (const auto offset = names_.duplicate()) {
            return fail("offset " + std::to_string(*offset) + ": a tensor of this name stood before");
        }
        return std::move(index_);
    }

private:
    template <class ReadMember>
    Expected<void> readObject(ReadMember readMember)
    {
        if (scanner_.next() != Token::ObjectBegin) {
            return scanner_.error("expected '{'");
        }
        for (Token token = scanner_.next(); token != Token::ObjectEnd; token = scanner_.next()) {
            if (token != Token::Key) {
                return scanner_.error();
            }
            if (Expected<void> read = readMember(); !read) {
                return read;
            }
        }
        return {};
    }

    Expected<void> readMember()
    {
        if (scanner_.text() == "weight_map") {
            if (hasMap_) {
                return scanner_.error("key 'weight_map' stands twice");
            }
            hasMap_ = true;
            return readObject([this] { return readTensor(); });
        }
        if (scanner_.text() == "metadata") {
            return readObject([this] { return readMetadata(); });
        }
        return scanner_.skipValue() ? Expected<void>() : scanner_.error();
    }

    /// total_size is a whole number, a fraction or a string in files of the wild.
    Expected<void> readMetadata()
    {
        if (scanner_.text() != "total_size") {
            return scanner_.skipValue() ? Expected<void>() : scanner_.error();
        }
        switch (scanner_.next()) {
        case Token::Number:
        case Token::String: index_.totalBytes = scanner_.count(); return {};
        case Token::Literal: return {};
        default: return scanner_.error("key 'total_size': expected a number");
        }
    }

    Expected<void> readTensor()
    {
        if (++index_.tensors > kMostTensors) {
            return scanner_.error("more than " + std::to_string(kMostTensors) + " tensors");
        }
        if (scanner_.text().size() > kLongestName) {
            return scanner_.error("a tensor's name of more than " + std::to_string(kLongestName) + " bytes");
        }
        names_.add(scanner_.text(), scanner_.offset());
        const std::uint64_t hash = hashOfName(scanner_.text());
        if (scanner_.next() != Token::String) {
            return scanner_.error("expected the name of a file");
        }
        auto part = index_.parts.find(scanner_.text());
        if (part == index_.parts.end()) {
            if (auto checked = checkFile(); !checked) {
                return checked;
            }
            part = index_.parts.emplace(scanner_.text(), SafetensorsPart()).first;
        }
        ++part->second.tensors;
        part->second.names += hash;
        return {};
    }

    [[nodiscard]] Expected<void> checkFile() const
    {
        const std::string_view name = scanner_.text();
        if (!isPlainFileName(name)) {
            return scanner_.error("'" + shownText(name) + "' is no plain file name");
        }
        if (name.ends_with(".bin") || name.ends_with(".pt") || name.ends_with(".pth")) {
            return scanner_.error("'" + shownText(name) +
                                  "' is a pickle, which runs code when it is opened: it is not read");
        }
        if (!name.ends_with(".safetensors")) {
            return scanner_.error("'" + shownText(name) + "' is no *.safetensors file");
        }
        if (index_.parts.size() >= kMostParts) {
            return scanner_.error("more than " + std::to_string(kMostParts) + " files");
        }
        return {};
    }

    JsonScanner scanner_;
    SafetensorsIndex index_;
    NameSet names_;
    bool hasMap_ = false;
};

} // namespace

Expected<SafetensorsIndex> readSafetensorsIndex(ByteSource& source)
{
    if (source.size() > kLongestIndex) {
        return fail("offset " + std::to_string(kLongestIndex) + ": the index is longer than any known");
    }
    ByteReader reader(source);
    return IndexScanner(reader).read();
}

} // namespace rigwright
