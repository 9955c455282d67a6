// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rigwright {

/// The words of a name in lower case: letters, digits and '+'; everything else parts them.
[[nodiscard]] std::vector<std::string> nameWords(std::string_view name);

/// One word after the other without anything between: "SN850 X" and "SN850X" are the same product.
[[nodiscard]] std::string joinedWords(const std::vector<std::string>& words);

/// An id of these texts, "be-quiet-dark-rock-5"; empty ones are passed over.
[[nodiscard]] std::string slug(std::initializer_list<std::string_view> texts);

struct MakerAndName {
    std::string maker; ///< as the catalog writes it, where it knows the maker
    std::string name;  ///< the rest
};

/// Tells the maker at the front of a product's name: one that the catalog knows, one known to have two words, else the first word.
class MakerNames {
public:
    explicit MakerNames(const CatalogView& view);
    [[nodiscard]] MakerAndName split(std::string_view product) const;

private:
    std::unordered_map<std::string, std::string> makers_; ///< by their words joined
};

} // namespace rigwright
