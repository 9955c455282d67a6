// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/gguf_header.h"
#include "models/import/imported_model.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

/// The metadata of a GGUF below its architecture's name, with a note of each value that was read.
class GgufKeys {
public:
    GgufKeys(const GgufHeader& header, std::string architecture)
        : header_(header)
        , architecture_(std::move(architecture))
    { }

    [[nodiscard]] const std::string& architecture() const { return architecture_; }

    /// From 0 to 10^9; of a list, the largest. Empty: the key is absent, or says no such number.
    std::optional<std::int64_t> count(const char* key);
    std::int64_t countOr(const char* key, std::int64_t fallback) { return count(key).value_or(fallback); }
    /// One value for each layer, from a list as long as that or from a single number; empty: absent or too short.
    std::vector<std::int64_t> perLayer(const char* key, int layers);
    /// True for a list, whose values may differ by layer.
    [[nodiscard]] bool isList(const char* key) const;

    void assume(std::string key, std::string value, std::string why);
    void unknown(std::string key, std::string why);
    [[nodiscard]] std::vector<ImportNote> takeNotes() { return std::move(notes_); }

private:
    [[nodiscard]] std::string full(const char* key) const { return architecture_ + "." + key; }
    void note(const std::string& key, std::string value);

    const GgufHeader& header_;
    std::string architecture_;
    std::vector<ImportNote> notes_;
};

} // namespace rigwright
