// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/markup.h"

#include "bom/cell_text.h"
#include "units/format.h"

#include <array>

namespace rigwright {

namespace {

/// RFC 3986: unreserved and reserved characters, and the sign of those that are escaped already.
bool belongsInUrl(char c)
{
    constexpr std::string_view kSigns = "-._~:/?#[]@!$&'()*+,;=%";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
        kSigns.find(c) != std::string_view::npos;
}

} // namespace

std::string escapedMarkup(std::string_view text)
{
    std::string escaped;
    for (const char c : wholeText(text)) {
        switch (c) {
        case '&': escaped += "&amp;"; break;
        case '<': escaped += "&lt;"; break;
        case '>': escaped += "&gt;"; break;
        case '"': escaped += "&quot;"; break;
        case '\'': escaped += "&#39;"; break;
        default: escaped += c;
        }
    }
    return escaped;
}

std::optional<std::string> webLink(std::string_view link)
{
    const std::string lower = toLower(link);
    const std::size_t scheme = lower.starts_with("http://") ? 7 : lower.starts_with("https://") ? 8 : 0;
    if (scheme == 0 || link.size() == scheme || !belongsInUrl(link[scheme]) || link[scheme] == '/') {
        return std::nullopt;
    }
    constexpr std::array kDigits{'0', '1', '2', '3', '4', '5', '6', '7',
                                 '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};
    std::string url;
    for (const char c : link) {
        if (belongsInUrl(c)) {
            url += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        url += {'%', kDigits.at(byte >> 4U), kDigits.at(byte & 0xFU)};
    }
    return url;
}

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n' || text[i] == '\r') {
            i += text.substr(i).starts_with("\r\n") ? 1U : 0U;
            lines.emplace_back();
        } else {
            lines.back() += text[i];
        }
    }
    return lines;
}

} // namespace rigwright
