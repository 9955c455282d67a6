// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"

#include <set>
#include <string>
#include <vector>

// Parts by the names that drivers and operating systems give them: "Intel(R) Core(TM) i7-12700K", "NVIDIA A100-SXM4-80GB".
namespace rigwright {

/// The words of a name, in lower case, without makers and what every part is.
struct NameWords {
    std::set<std::string> all;
    std::set<std::string>
        core; ///< those that a name can't leave out: not the memory, nor the socket of a module
};
[[nodiscard]] NameWords nameWords(const std::string& name);

/// Those whose name has the same words; of several versions the ones that share the most of the words that tell them apart.
/// "RTX 3060" is never "RTX 3060 Ti".
template <class Part>
[[nodiscard]] std::vector<const Part*> partsNamed(const std::vector<Part>& parts, const std::string& name)
{
    const NameWords wanted = nameWords(name);
    std::vector<const Part*> best;
    std::size_t most = 0;
    for (const Part& part : parts) {
        const NameWords words = nameWords(part.info.name);
        if (wanted.core.empty() || words.core != wanted.core) {
            continue;
        }
        std::size_t shared = 0;
        for (const std::string& word : wanted.all) {
            if (words.all.contains(word)) {
                ++shared;
            }
        }
        if (shared > most) {
            best.clear();
            most = shared;
        }
        if (shared == most) {
            best.push_back(&part);
        }
    }
    return best;
}

/// The ids of the parts that a driver's or the system's name may stand for.
[[nodiscard]] std::vector<PartId> acceleratorsNamed(const Catalog& catalog, const std::string& name);
[[nodiscard]] std::vector<PartId> cpusNamed(const Catalog& catalog, const std::string& name);

} // namespace rigwright
