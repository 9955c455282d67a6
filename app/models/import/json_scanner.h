// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/byte_reader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

/// Reads JSON token by token in one buffer, however large the text is: an index of half a million tensors takes no more
/// memory than a small one. It checks the grammar; what the tokens mean is the caller's.
class JsonScanner {
public:
    enum class Token { ObjectBegin, ObjectEnd, ArrayBegin, ArrayEnd, Key, String, Number, Literal, End, Bad };

    explicit JsonScanner(ByteReader& reader)
        : reader_(reader)
    { }

    /// After End or Bad there is nothing more.
    [[nodiscard]] Token next();
    /// Passes the value that comes next, with all that is in it; false: the text is bad.
    [[nodiscard]] bool skipValue();

    /// Of a key, string, number or literal, without quotes and escapes; valid until the next token.
    [[nodiscard]] std::string_view text() const { return text_; }
    /// A number that is whole, not negative and below 2^63.
    [[nodiscard]] std::optional<std::int64_t> count() const;
    /// Where the token stands, from the beginning of the source.
    [[nodiscard]] std::uint64_t offset() const { return offset_; }
    /// "offset 12: expected ':'" after a Bad token; else the caller's reason counts.
    [[nodiscard]] tl::unexpected<Error> error() const;
    [[nodiscard]] tl::unexpected<Error> error(std::string_view reason) const;

private:
    enum class Expect { Value, FirstValue, FirstKey, Key, Colon, CommaOrEnd, Nothing };

    Token bad(const char* reason);
    Token scanValue(char first);
    Token open(char bracket);
    Token close(char bracket);
    Token scanString(Token kind);
    bool scanEscape();
    std::optional<std::uint32_t> scanHex();
    Token scanWord(char first);
    void valueEnds();
    std::optional<char> peek();
    std::optional<char> peekPastBlanks();

    ByteReader& reader_;
    std::vector<char> open_; ///< brackets that are not closed yet
    Expect expect_ = Expect::Value;
    std::string text_;
    std::uint64_t offset_ = 0;
    const char* reason_ = nullptr;
};

} // namespace rigwright
