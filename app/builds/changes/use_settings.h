// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/change.h"
#include "builds/machine.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// How a machine is used: what settings change.
struct Usage {
    Requirement requirement;
    std::optional<Watts> powerCap;
};

/// A setting and what it is set to: watts, tokens, users, or the number of a cache type or weight format.
struct SettingValue {
    SettingChange::Kind kind = SettingChange::Kind::PowerCap;
    std::int64_t value = 0;
    auto operator<=>(const SettingValue&) const = default;
};

inline constexpr int kSettingKinds = 6;

void apply(Usage& usage, const SettingValue& setting);
[[nodiscard]] SettingChange settingChange(const Usage& before, const SettingValue& setting);

/// The steps that a setting may take from how the machine is used, mildest first: KV cache in q8_0 and q4_0 (fp8 on serving
/// engines); half the context, a quarter and so on down to what prompt and output need; half the users and so on down to one;
/// the usual weight formats with fewer bytes; a power cap of 90, 80 … 50 % of the board power; part of the model in RAM.
/// Empty: the setting means nothing here, or can go no further.
[[nodiscard]] std::vector<std::int64_t> settingSteps(SettingChange::Kind kind, const Catalog& catalog,
                                                     const Usage& usage, const Machine& machine);

/// Between two steps of a setting lie finer ones: tokens in 256s, users one by one, watts in tens. 0: none do.
[[nodiscard]] std::int64_t finestStep(SettingChange::Kind kind);
/// What the setting is now.
[[nodiscard]] std::int64_t valueNow(SettingChange::Kind kind, const Usage& usage, const Machine& machine);

} // namespace rigwright
