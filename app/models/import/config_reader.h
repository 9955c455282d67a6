// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/imported_model.h"

#include <initializer_list>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

/// The values of an untrusted config.json, with a note of each that was read. After the first bad one every reader answers
/// "nothing", and `error` says what was wrong with which key.
class ConfigReader {
public:
    /// `config`: an object that outlives the reader. `type`: the model type that class defaults are looked up by.
    ConfigReader(const nlohmann::json& config, std::string type);

    /// The first of the keys that is there and not null; none: null pointer.
    [[nodiscard]] const nlohmann::json* find(std::initializer_list<const char*> keys) const;
    [[nodiscard]] bool has(const char* key) const { return find({key}) != nullptr; }

    /// A whole number from 0 to 10⁹, by the first of its keys that is there, or by the default of the model type's class.
    std::optional<std::int64_t> whole(std::initializer_list<const char*> keys);
    /// The same, with what holds where neither says it, and why.
    std::int64_t wholeOr(std::initializer_list<const char*> keys, std::int64_t fallback, const char* why);
    /// The same for a number that must be there; an error where it is not.
    std::int64_t mustBeWhole(std::initializer_list<const char*> keys);
    [[nodiscard]] bool flag(std::initializer_list<const char*> keys, bool fallback);
    [[nodiscard]] std::string word(std::initializer_list<const char*> keys) const;
    /// Whole numbers or flags of a list; empty where there is no such list.
    std::vector<std::int64_t> wholeList(const char* key);
    std::vector<std::string> wordList(const char* key);
    /// A nested object as a reader of its own, whose notes and error stay with it; nothing where there is none.
    [[nodiscard]] std::optional<ConfigReader> nested(const char* key) const;

    void noteRead(std::string key, std::string value);
    void assume(std::string key, std::string value, std::string why);
    void unknown(std::string key, std::string why);
    /// Takes over the notes and the error of a nested reader; `prefix` goes before their keys.
    void absorb(const ConfigReader& nested, const std::string& prefix);
    void refuse(const std::string& key, const std::string& what);

    [[nodiscard]] const std::string& type() const { return type_; }
    [[nodiscard]] const std::optional<Error>& error() const { return error_; }
    [[nodiscard]] const std::vector<ImportNote>& notes() const { return notes_; }

private:
    std::optional<std::int64_t> wholeFrom(const std::string& key, const nlohmann::json& value);

    const nlohmann::json* config_;
    std::string type_;
    std::vector<ImportNote> notes_;
    std::optional<Error> error_;
};

/// The value of a key that the configuration class of a model type has where a file leaves it out; nothing: it has none.
[[nodiscard]] std::optional<std::int64_t> classDefault(std::string_view type, std::string_view key);

} // namespace rigwright
