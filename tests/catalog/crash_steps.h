// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overlay_samples.h"

#include <cstdint>
#include <map>

namespace rigwright {

/// The changes of the crash test, each a pure function of its number, so that whoever writes and whoever checks agree.
class CrashSteps {
public:
    /// By id of a part: its capacity and the number of its prices.
    using State = std::map<std::string, std::pair<std::string, int>>;

    [[nodiscard]] static CatalogChanges changes(std::uint32_t step)
    {
        if (step == 0) {
            return only(ownDrive("counter", "1"));
        }
        switch (kindOf(step)) {
        case Kind::Import: return imported("drive-", step);
        case Kind::Edit:
            return only(edit("counter", "drives", {"capacity_gb", "", std::to_string(step + 1)}));
        case Kind::Replacement: return replacement(step);
        }
        return {};
    }

    /// After the first `count` steps.
    [[nodiscard]] static State stateAfter(std::uint32_t count)
    {
        State state;
        for (std::uint32_t step = 0; step < count; ++step) {
            const CatalogChanges done = changes(step);
            for (const PartId& id : done.removedParts) {
                state.erase(id.text());
            }
            for (const PartEdit& part : done.parts) {
                for (const CellChange& cell : part.cells) {
                    if (cell.column == "capacity_gb") {
                        state[part.id.text()].first = cell.after;
                    }
                }
            }
            for (const PriceChange& price : done.prices) {
                ++state[price.part.text()].second;
            }
        }
        return state;
    }

    [[nodiscard]] static State stateOf(const OverlayContents& contents)
    {
        State state;
        for (const OverlayPart& part : contents.parts) {
            state[part.id.text()].first = part.cells.at("capacity_gb");
        }
        for (const OverlayPrice& price : contents.prices) {
            ++state[price.part.text()].second;
        }
        return state;
    }

private:
    enum class Kind { Import, Edit, Replacement };

    static std::uint32_t random(std::uint32_t step)
    {
        // A multiplicative hash by the golden ratio; its high bits are the good ones.
        return (step * 2'654'435'769U) >> 16;
    }

    static Kind kindOf(std::uint32_t step)
    {
        const std::uint32_t choice = random(step) % 4;
        return choice < 2 ? Kind::Import : choice == 2 ? Kind::Edit : Kind::Replacement;
    }

    /// Some parts with a price each.
    static CatalogChanges imported(const std::string& prefix, std::uint32_t step)
    {
        CatalogChanges changes;
        const std::uint32_t count = 1 + random(step + 1'000) % 200;
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::string id = prefix + std::to_string(step) + "-" + std::to_string(i);
            changes.parts.push_back(ownDrive(id, std::to_string(1 + i)));
            changes.prices.push_back(priceOf(id, "drives", std::to_string(10 + i)));
        }
        return changes;
    }

    /// An import in place of the one before it, unless that was replaced already.
    static CatalogChanges replacement(std::uint32_t step)
    {
        CatalogChanges changes = imported("new-drive-", step);
        for (std::uint32_t earlier = step - 1; earlier > 0 && kindOf(earlier) != Kind::Replacement;
             --earlier) {
            if (kindOf(earlier) == Kind::Import) {
                for (const PartEdit& part : imported("drive-", earlier).parts) {
                    changes.removedParts.push_back(part.id);
                }
                break;
            }
        }
        return changes;
    }
};

} // namespace rigwright
