// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/config_text.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

namespace rigwright {

namespace {

using Json = nlohmann::json;

// Published files have up to a few hundred kilobytes; those with a format for each layer up to a few megabytes, of which
// nothing is kept. A kept value takes some 150 bytes.
constexpr std::size_t kMostBytes = 10'000'000;
constexpr int kDeepest = 32;
constexpr int kMostValues = 100'000;

std::string at(std::string_view name, std::size_t offset, const std::string& what)
{
    return std::string(name) + ": byte " + std::to_string(offset) + ": " + what;
}

/// Overwrites a word that Python writes and JSON lacks by a number of the same length; the length, or 0: it is none.
std::size_t replaceWord(std::string& text, std::size_t offset)
{
    constexpr std::array<std::string_view, 3> kWords{"-Infinity", "Infinity", "NaN"};
    for (const std::string_view word : kWords) {
        if (std::string_view(text).substr(offset).starts_with(word)) {
            text.replace(offset, word.size(), "-1" + std::string(word.size() - 2, ' '));
            return word.size();
        }
    }
    return 0;
}

/// Makes JSON of Python's dialect and checks the depth, which the parser itself does not bound.
Expected<void> prepare(std::string& text, std::string_view name)
{
    int depth = 0;
    bool quoted = false;
    for (std::size_t offset = 0; offset < text.size(); ++offset) {
        const char letter = text[offset];
        if (quoted) {
            offset += letter == '\\' ? 1 : 0;
            quoted = letter != '"';
        } else if (letter == '"') {
            quoted = true;
        } else if (letter == '{' || letter == '[') {
            if (++depth > kDeepest) {
                return fail(at(name, offset, "nested deeper than " + std::to_string(kDeepest) + " levels"));
            }
        } else if (letter == '}' || letter == ']') {
            --depth;
        } else if (letter == '-' || letter == 'I' || letter == 'N') {
            const std::size_t length = replaceWord(text, offset);
            offset += length > 0 ? length - 1 : 0;
        }
    }
    return {};
}

/// Builds the document and gives up on one of too many values. What stands below `kSkipped` is read over.
class Builder : public nlohmann::json_sax<Json> {
public:
    Builder() noexcept(false) = default; // a document may throw when it is made
    Builder(const Builder&) = delete;
    Builder& operator=(const Builder&) = delete;
    ~Builder() override = default;

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t& /*text*/) override { return add(value); }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool binary(binary_t& /*value*/) override { return false; }
    bool start_object(std::size_t /*elements*/) override { return open(Json::object()); }
    bool start_array(std::size_t /*elements*/) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override
    {
        skipsNext_ = name == kSkipped;
        key_ = std::move(name);
        return true;
    }

    bool parse_error(std::size_t position, const std::string& /*token*/,
                     const Json::exception& /*error*/) override
    {
        errorAt_ = position;
        return false;
    }

    [[nodiscard]] bool hasTooMany() const { return values_ > kMostValues; }
    [[nodiscard]] std::size_t errorAt() const { return errorAt_; }
    [[nodiscard]] Json take() { return std::move(root_); }

private:
    static constexpr std::string_view kSkipped =
        "quantized_layers"; // a format for each layer: none for the model

    Json* place(Json value)
    {
        if (open_.empty()) {
            root_ = std::move(value);
            return &root_;
        }
        Json& parent = *open_.back();
        if (parent.is_array()) {
            return &parent.emplace_back(std::move(value));
        }
        return &(parent[key_] = std::move(value));
    }

    bool add(Json value)
    {
        if (skippedDepth_ > 0 || std::exchange(skipsNext_, false)) {
            return true;
        }
        if (++values_ > kMostValues) {
            return false;
        }
        place(std::move(value));
        return true;
    }

    bool open(Json value)
    {
        if (skippedDepth_ > 0 || std::exchange(skipsNext_, false)) {
            ++skippedDepth_;
            return true;
        }
        if (++values_ > kMostValues) {
            return false;
        }
        open_.push_back(place(std::move(value)));
        return true;
    }

    bool close()
    {
        if (skippedDepth_ > 0) {
            --skippedDepth_;
        } else {
            open_.pop_back();
        }
        return true;
    }

    Json root_;
    std::vector<Json*> open_; ///< from the root to the object or list that is being read
    std::string key_;
    bool skipsNext_ = false;
    int skippedDepth_ = 0;
    int values_ = 0;
    std::size_t errorAt_ = 0;
};

} // namespace

Expected<Json> parseConfigText(std::string_view text, std::string_view name)
{
    if (text.size() > kMostBytes) {
        return fail(std::string(name) + ": " + std::to_string(text.size()) +
                    " bytes, expected at most 10,000,000");
    }
    std::string prepared(text);
    if (const auto checked = prepare(prepared, name); !checked) {
        return tl::unexpected(checked.error());
    }
    Builder builder;
    const bool parsed = Json::sax_parse(prepared, &builder);
    if (builder.hasTooMany()) {
        return fail(std::string(name) + ": more than 100,000 values");
    }
    if (!parsed) {
        return fail(at(name, builder.errorAt(), "no valid JSON, or a number out of range"));
    }
    Json document = builder.take();
    if (!document.is_object()) {
        return fail(at(name, 0, "expected an object"));
    }
    return document;
}

} // namespace rigwright
