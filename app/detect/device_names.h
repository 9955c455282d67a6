// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/system_facts.h"
#include "facts/catalog.h"

#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// A part that a name stands for.
template <class Part>
struct NamedPart {
    const Part* part = nullptr; ///< null: the catalog has none like it
    bool assumed = false;       ///< one of several that the name can't tell apart
};

/// The products that a name of the list pci.ids stands for: of "Navi 31 [Radeon RX 7900 XT/7900 XTX]" two.
[[nodiscard]] std::vector<std::string> productNames(const std::string& pciName);

/// The accelerator that one of these names stands for and that has about this much memory. Of several the slowest, so that no
/// estimate promises too much.
[[nodiscard]] NamedPart<Accelerator> acceleratorLike(const Catalog& catalog,
                                                     const std::vector<std::string>& names,
                                                     const std::optional<Bytes>& memory);
/// The unified-memory chip of this name with the least memory that is no less than `visible`, what is left of it.
[[nodiscard]] NamedPart<Accelerator> unifiedChipLike(const Catalog& catalog, const std::string& name,
                                                     Bytes visible);
[[nodiscard]] NamedPart<Cpu> cpuLike(const Catalog& catalog, const std::string& name);
[[nodiscard]] NamedPart<Board> boardLike(const Catalog& catalog, const std::string& vendor,
                                         const std::string& name);
/// By part number or name, and by capacity.
[[nodiscard]] NamedPart<Drive> driveLike(const Catalog& catalog, const DetectedDrive& drive);
/// A complete system with so many of an accelerator, by the name of the product; where that says nothing, one that would be as
/// fast.
[[nodiscard]] NamedPart<CompleteSystem> systemLike(const Catalog& catalog, const Accelerator& accelerator,
                                                   int count, const std::string& productName);

/// Letters and digits alone, in lower case: "AS -8125GS-TNHR" and "AS-8125GS-TNHR" are one.
[[nodiscard]] std::string plainName(const std::string& name);

} // namespace rigwright
