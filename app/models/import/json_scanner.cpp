// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/json_scanner.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace rigwright {

namespace {

constexpr std::size_t kDeepest = 16;
constexpr std::size_t kLongestText = 65'536;
constexpr std::size_t kLongestWord = 64;

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes the digits at the beginning off; false: there are none.
bool takeDigits(std::string_view& text)
{
    const auto end = std::ranges::find_if_not(text, isDigit);
    const auto count = static_cast<std::size_t>(end - text.begin());
    text.remove_prefix(count);
    return count > 0;
}

bool isNumber(std::string_view text)
{
    if (text.starts_with('-')) {
        text.remove_prefix(1);
    }
    const bool zero = text.starts_with('0');
    if (zero) {
        text.remove_prefix(1);
    } else if (!takeDigits(text)) {
        return false;
    }
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (!takeDigits(text)) {
            return false;
        }
    }
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        if (text.starts_with('+') || text.starts_with('-')) {
            text.remove_prefix(1);
        }
        return takeDigits(text) && text.empty();
    }
    return text.empty();
}

void appendUtf8(std::string& text, std::uint32_t c)
{
    const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6U);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12U);
        put(0x80 | (c >> 6U & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18U);
        put(0x80 | (c >> 12U & 0x3F));
        put(0x80 | (c >> 6U & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

} // namespace

JsonScanner::Token JsonScanner::next()
{
    const auto c = peekPastBlanks();
    offset_ = reader_.offset();
    if (!c) {
        return expect_ == Expect::Nothing ? Token::End : bad("the text ends too early");
    }
    switch (expect_) {
    case Expect::Nothing: return bad("text after the end");
    case Expect::FirstValue:
        if (*c == ']') {
            return close(*c);
        }
        [[fallthrough]];
    case Expect::Value: return scanValue(*c);
    case Expect::FirstKey:
        if (*c == '}') {
            return close(*c);
        }
        [[fallthrough]];
    case Expect::Key: return *c == '"' ? scanString(Token::Key) : bad("expected a key in quotes");
    case Expect::Colon:
        if (*c != ':') {
            return bad("expected ':'");
        }
        reader_.advance(1);
        expect_ = Expect::Value;
        return next();
    case Expect::CommaOrEnd: break;
    }
    if (*c != ',') {
        return close(*c);
    }
    reader_.advance(1);
    expect_ = open_.back() == '{' ? Expect::Key : Expect::Value;
    return next();
}

bool JsonScanner::skipValue()
{
    std::size_t depth = 0;
    do {
        switch (next()) {
        case Token::ObjectBegin:
        case Token::ArrayBegin: ++depth; break;
        case Token::ObjectEnd:
        case Token::ArrayEnd: --depth; break;
        case Token::Bad:
        case Token::End: return false;
        default: break;
        }
    } while (depth > 0);
    return true;
}

std::optional<std::int64_t> JsonScanner::count() const
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text_.data(), text_.data() + text_.size(), number);
    const bool whole = error == std::errc() && end == text_.data() + text_.size();
    return whole && number >= 0 && isNumber(text_) ? std::optional(number) : std::nullopt;
}

tl::unexpected<Error> JsonScanner::error() const
{
    return error("unexpected text");
}

tl::unexpected<Error> JsonScanner::error(std::string_view reason) const
{
    return fail("offset " + std::to_string(offset_) + ": " +
                std::string(reason_ != nullptr ? reason_ : reason));
}

JsonScanner::Token JsonScanner::bad(const char* reason)
{
    reason_ = reason;
    return Token::Bad;
}

JsonScanner::Token JsonScanner::scanValue(char first)
{
    switch (first) {
    case '{':
    case '[': return open(first);
    case '"': return scanString(Token::String);
    default: return scanWord(first);
    }
}

JsonScanner::Token JsonScanner::open(char bracket)
{
    if (open_.size() >= kDeepest) {
        return bad("nested too deep");
    }
    reader_.advance(1);
    open_.push_back(bracket);
    expect_ = bracket == '{' ? Expect::FirstKey : Expect::FirstValue;
    return bracket == '{' ? Token::ObjectBegin : Token::ArrayBegin;
}

JsonScanner::Token JsonScanner::close(char bracket)
{
    const bool object = open_.back() == '{';
    if (bracket != (object ? '}' : ']')) {
        return bad(object ? "expected ',' or '}'" : "expected ',' or ']'");
    }
    reader_.advance(1);
    open_.pop_back();
    valueEnds();
    return object ? Token::ObjectEnd : Token::ArrayEnd;
}

void JsonScanner::valueEnds()
{
    expect_ = open_.empty() ? Expect::Nothing : Expect::CommaOrEnd;
}

JsonScanner::Token JsonScanner::scanString(Token kind)
{
    text_.clear();
    reader_.advance(1);
    for (;;) {
        const std::string_view chunk = reader_.chunk();
        if (chunk.empty()) {
            return bad("the text ends in a string");
        }
        // Names are most of an index: the library's search is ten times faster than a loop in a debug build.
        const std::string_view quoted = chunk.substr(0, chunk.find('"'));
        const std::size_t length = std::min(quoted.size(), quoted.find('\\'));
        if (text_.size() + length > kLongestText) {
            return bad("a string of more than 65,536 bytes");
        }
        text_.append(chunk.substr(0, length));
        reader_.advance(length);
        if (length == chunk.size()) {
            continue;
        }
        reader_.advance(1);
        if (chunk[length] == '"') {
            break;
        }
        if (!scanEscape()) {
            return bad("a bad escape in a string");
        }
    }
    if (kind == Token::Key) {
        expect_ = Expect::Colon;
    } else {
        valueEnds();
    }
    return kind;
}

bool JsonScanner::scanEscape()
{
    constexpr std::string_view kEscapes = "\"\\/bfnrt";
    constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
    const auto c = peek();
    if (!c) {
        return false;
    }
    reader_.advance(1);
    if (*c != 'u') {
        const std::size_t which = kEscapes.find(*c);
        if (which != std::string_view::npos) {
            text_ += kMeant[which];
        }
        return which != std::string_view::npos;
    }
    const auto first = scanHex();
    if (!first || (*first >= 0xDC00 && *first <= 0xDFFF)) {
        return false;
    }
    if (*first < 0xD800 || *first > 0xDFFF) {
        appendUtf8(text_, *first);
        return true;
    }
    for (const char expected : std::string_view("\\u")) {
        if (peek() != expected) {
            return false;
        }
        reader_.advance(1);
    }
    const auto second = scanHex();
    if (!second || *second < 0xDC00 || *second > 0xDFFF) {
        return false;
    }
    appendUtf8(text_, 0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00));
    return true;
}

std::optional<std::uint32_t> JsonScanner::scanHex()
{
    std::array<char, 4> digits{};
    for (char& digit : digits) {
        const auto c = peek();
        if (!c) {
            return std::nullopt;
        }
        digit = *c;
        reader_.advance(1);
    }
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    return whole ? std::optional(number) : std::nullopt;
}

JsonScanner::Token JsonScanner::scanWord(char first)
{
    text_.clear();
    constexpr std::string_view kEnds = ",]}:\"[{";
    for (auto c = peek(); c && !isBlank(*c) && kEnds.find(*c) == std::string_view::npos; c = peek()) {
        if (text_.size() >= kLongestWord) {
            return bad("expected a value");
        }
        text_ += *c;
        reader_.advance(1);
    }
    const bool number = first == '-' || isDigit(first);
    if (number ? !isNumber(text_) : (text_ != "true" && text_ != "false" && text_ != "null")) {
        return bad("expected a value");
    }
    valueEnds();
    return number ? Token::Number : Token::Literal;
}

std::optional<char> JsonScanner::peek()
{
    const std::string_view chunk = reader_.chunk();
    return chunk.empty() ? std::nullopt : std::optional(chunk.front());
}

std::optional<char> JsonScanner::peekPastBlanks()
{
    for (;;) {
        const std::string_view chunk = reader_.chunk();
        if (chunk.empty()) {
            return std::nullopt;
        }
        if (!isBlank(chunk.front())) {
            return chunk.front();
        }
        const auto found = std::ranges::find_if_not(chunk, isBlank);
        reader_.advance(static_cast<std::size_t>(found - chunk.begin()));
        if (found != chunk.end()) {
            return *found;
        }
    }
}

} // namespace rigwright
