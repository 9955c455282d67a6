// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

/// A machine that the user keeps: named, and with its prices as they were.
struct SavedMachine {
    std::string id;   ///< made when it is saved, stays when it is edited
    std::string name; ///< the user's
    std::string note;
    bool pinned = false; ///< is compared with others
    Build build;
    Date savedOn;
    Money price; ///< then
    struct Line {
        BuildLine line;
        std::string name;
        std::optional<Money> unitPrice; ///< then; in the currency of `price`
        std::optional<Date> priceDate;
    };
    std::vector<Line> lines;
};

/// The user's machines. Kept as JSON ("rigwright.machines/1"); written whole or not at all.
struct MachineSet {
    std::vector<SavedMachine> machines;
};

/// An error names file, key and what was expected; a newer schema is refused.
[[nodiscard]] Expected<MachineSet> parseMachineSet(std::string_view json);
[[nodiscard]] std::string machineSetText(const MachineSet& set);
/// A file that isn't there is an empty set.
[[nodiscard]] Expected<MachineSet> readMachineSet(const std::filesystem::path& file);
[[nodiscard]] Expected<void> writeMachineSet(const std::filesystem::path& file, const MachineSet& set);
/// `$XDG_DATA_HOME/rigwright/machines.json`
[[nodiscard]] std::filesystem::path machineSetFile();

[[nodiscard]] SavedMachine savedMachine(const EvaluatedBuild& build, std::string name, const Date& today);

/// What the catalog says differently now than when a machine was saved.
struct SavedDifference {
    enum class Kind { PartGone, PriceUp, PriceDown, PriceGone, PriceNew };
    Kind kind = Kind::PartGone;
    std::string part;            ///< its name then
    std::optional<Money> before; ///< of one
    std::optional<Money> after;
};
[[nodiscard]] Expected<std::vector<SavedDifference>> differencesSince(const SavedMachine& saved,
                                                                      const Catalog& catalog);

} // namespace rigwright
