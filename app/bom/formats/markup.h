// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Text from catalogs and users on its way into HTML, SVG and Markdown, where it must stay text.
namespace rigwright {

/// For the content and the quoted attributes of HTML and XML.
[[nodiscard]] std::string escapedMarkup(std::string_view text);

/// The link with everything escaped that a URL can't hold; nothing unless it begins with http:// or https:// and names a host.
[[nodiscard]] std::optional<std::string> webLink(std::string_view link);

/// Parts between line feeds, of whatever system; at least one.
[[nodiscard]] std::vector<std::string> linesOf(std::string_view text);

} // namespace rigwright
