// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"

#include <filesystem>
#include <functional>
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
        bool owned = false; ///< was at hand, and cost nothing
    };
    std::vector<Line> lines;
};

/// The user's machines. Kept as JSON ("rigwright.machines/1"); written whole or not at all.
struct MachineSet {
    std::vector<SavedMachine> machines;
};

/// An error names key and what was expected; a newer schema is refused. Keys that it doesn't know are passed over. Parts that
/// the catalog lacks are kept: differencesSince() says so.
[[nodiscard]] Expected<MachineSet> parseMachineSet(std::string_view json);
/// Each machine has the `parts` of a build file, and can be used as one.
[[nodiscard]] std::string machineSetText(const MachineSet& set);
/// A file that isn't there is an empty set; one of more than 16 MiB is refused. The error begins with the path.
[[nodiscard]] Expected<MachineSet> readMachineSet(const std::filesystem::path& file);
/// In the place of whatever was there; updateMachineSet() keeps what another program has written meanwhile. Makes the folder.
/// A set that could not be read again, such as one with a machine without a name, is refused.
[[nodiscard]] Expected<void> writeMachineSet(const std::filesystem::path& file, const MachineSet& set);
/// Reads, changes and writes under a lock, so that two programs that change the file at once lose nothing. A file that is
/// damaged or newer is never written over. The set as it is then; an error of `change` leaves the file as it was.
[[nodiscard]] Expected<MachineSet>
updateMachineSet(const std::filesystem::path& file,
                 const std::function<Expected<void>(MachineSet& set)>& change);
/// `$XDG_DATA_HOME/rigwright/machines.json`, else in `~/.local/share`; empty: neither folder is known.
[[nodiscard]] std::filesystem::path machineSetFile();

/// With a new id, and without note or pin.
[[nodiscard]] SavedMachine savedMachine(const EvaluatedBuild& build, std::string name, const Date& today);

/// Of a build without a requirement: its parts and the prices that count. An error: a part that the catalog lacks, a currency
/// without a rate.
[[nodiscard]] Expected<SavedMachine> savedBuild(const Catalog& catalog, const Build& build, std::string name,
                                                Currency currency, const Date& today);

/// What the catalog says differently now than when a machine was saved, part by part; of a part that was at hand, only
/// whether it is gone.
struct SavedDifference {
    enum class Kind { PartGone, PriceUp, PriceDown, PriceGone, PriceNew };
    Kind kind = Kind::PartGone;
    std::string part;            ///< its name then
    std::optional<Money> before; ///< of one
    std::optional<Money> after;
};
/// Nothing where both are the same.
[[nodiscard]] std::optional<SavedDifference> priceDifference(const std::string& part,
                                                             const std::optional<Money>& before,
                                                             const std::optional<Money>& after);
/// An error: a price in a currency without a rate.
[[nodiscard]] Expected<std::vector<SavedDifference>> differencesSince(const SavedMachine& saved,
                                                                      const Catalog& catalog);

} // namespace rigwright
