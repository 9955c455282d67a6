// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/part_search.h"
#include "builds/changes/repair.h"
#include "builds/changes/use_settings.h"

#include <map>
#include <memory>
#include <vector>

namespace rigwright {

/// Looks for sets of kinds of changes that mend a machine, smallest first; a set that contains one that mends is left out. Of
/// board, CPU, memory and cards no three kinds are exchanged together, but board, CPU and memory.
/// - Parts alone: the best of their options (PartSearch).
/// - Settings alone: of all combinations of their steps that mend the one with the fewest steps together, and then each in
///   turn as mild as still mends.
/// - Both: each setting takes its first step, the parts are the best with it, and then each setting is as mild as still mends.
class RepairSearch {
public:
    struct Mended {
        std::vector<PartKind> parts;
        std::vector<SettingValue> settings;
        Machine machine;
        Usage usage;
    };

    /// All must outlive it. `before` has the demands of the requirement.
    RepairSearch(const Catalog& catalog, const Requirement& requirement, const CalibrationTable& constants,
                 const Pool& pool, const Question& question, const Machine& before, std::stop_token stop);

    /// Sets of up to `most` kinds; larger ones only while fewer than `enough` are found.
    [[nodiscard]] std::vector<Mended> run(int most, std::size_t enough);

private:
    using KindSet = std::uint32_t; ///< part kinds, then kinds of settings

    void noteFailures();
    void trySet(KindSet set);
    [[nodiscard]] bool mayMend(KindSet set) const;
    [[nodiscard]] std::optional<Mended> mend(KindSet set);
    [[nodiscard]] std::optional<Mended> mendBySettings(const std::vector<SettingChange::Kind>& kinds);
    [[nodiscard]] std::optional<Mended> mendByParts(const std::vector<PartKind>& parts,
                                                    const std::vector<SettingChange::Kind>& kinds);
    void makeMild(Mended& mended);
    void makeMild(Mended& mended, SettingValue& setting);
    [[nodiscard]] bool isMinimal(const Mended& mended);
    [[nodiscard]] bool mends(const Machine& machine, const std::vector<SettingValue>& settings);
    [[nodiscard]] ChangedUse* useWith(std::vector<SettingValue> settings);
    [[nodiscard]] Usage usageWith(const std::vector<SettingValue>& settings) const;
    [[nodiscard]] const std::vector<std::int64_t>& steps(SettingChange::Kind kind) const
    {
        return steps_[static_cast<std::size_t>(kind)];
    }

    const Catalog& catalog_;
    const CalibrationTable& constants_;
    const Machine& before_;
    std::stop_token stop_;
    Usage usage_;
    PartOptions options_;
    PartSearch parts_;
    std::vector<std::vector<std::int64_t>> steps_;
    std::map<std::vector<SettingValue>, std::unique_ptr<ChangedUse>> uses_;
    KindSet kinds_ = 0;             ///< that the machine has
    std::vector<KindSet> failures_; ///< of each thing that is wrong, the kinds that may mend it
    std::vector<KindSet> mending_;
    std::vector<Mended> found_;
};

} // namespace rigwright
