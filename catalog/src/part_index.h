// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/part_entry.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

/// What to list of all parts; an empty member asks nothing.
struct PartQuery {
    std::string
        words; ///< each must occur in the id, manufacturer, name, part number, figures or notes; case doesn't matter
    std::string table; ///< "cpus"
    std::optional<PartOrigin> origin;
    std::optional<Verification> state; ///< of the figures
    bool hiddenToo = false;
    bool favouritesOnly = false;
    bool pricedOnly = false;
    bool incompleteOnly = false;
};

/// Full-text search over the parts of a view, fast enough for every keystroke over 70,000 of them.
class PartIndex {
public:
    PartIndex() = default;
    explicit PartIndex(const std::vector<PartEntry>& parts);

    /// Positions in the parts, best match first: those whose id, name or part number begins with the words, then by name; without
    /// words in the order of the parts.
    [[nodiscard]] std::vector<std::size_t> find(const std::vector<PartEntry>& parts,
                                                const PartQuery& query) const;

private:
    std::string text_;              ///< of all parts, in lower case
    std::vector<std::size_t> ends_; ///< of each part's text
};

} // namespace rigwright
