// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "builds/requirement.h"

#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// A part exchanged, added or taken out.
struct PartChange {
    std::optional<BuildLine> before; ///< empty: nothing was there
    std::optional<BuildLine> after;  ///< empty: nothing is there any more
    bool operator==(const PartChange&) const = default;
};

/// Another way to use a machine.
struct SettingChange {
    enum class Kind { PowerCap, KeyValueCache, Context, Concurrency, Weights, HostOffload };
    Kind kind = Kind::PowerCap;
    std::string before; ///< "f16", "32768", "450 W"
    std::string after;
    bool operator==(const SettingChange&) const = default;
};

/// The name in JSON: "power-cap", "kv-cache", "context", "concurrency", "weights", "host-offload".
[[nodiscard]] const char* settingName(SettingChange::Kind kind);

/// Changes to a machine and to its use, and what comes of them.
struct ChangeSet {
    std::vector<PartChange> parts;
    std::vector<SettingChange> settings;
    Requirement requirement;          ///< with the settings
    EvaluatedBuild machine;           ///< with the parts
    Money cost;                       ///< what must be paid more, or less, than without them
    std::optional<double> speedRatio; ///< of the ranked speeds, with over without; empty: one is unknown
};

} // namespace rigwright
