// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/machine_set.h"

#include "project/user_file.h"

namespace rigwright {

namespace {

namespace fs = std::filesystem;

constexpr UserFileKind kMachines{std::size_t{16} << 20U, "a set of machines", "your machines"};

} // namespace

fs::path machineSetFile()
{
    return userDataFile("machines.json");
}

Expected<MachineSet> readMachineSet(const fs::path& file)
{
    return readUserFile(file, kMachines).and_then([&](const std::optional<std::string>& text) {
        return (text ? parseMachineSet(*text) : MachineSet()).map_error([&](const Error& error) {
            return Error{file.string() + ": " + error.message};
        });
    });
}

Expected<void> writeMachineSet(const fs::path& file, const MachineSet& set)
{
    const std::string text = machineSetText(set);
    // What could not be read again would take every other machine with it.
    if (const auto readable = parseMachineSet(text); !readable) {
        return fail("a machine can't be saved: " + readable.error().message);
    }
    return writeUserFile(file, text, kMachines);
}

Expected<MachineSet> updateMachineSet(const fs::path& file,
                                      const std::function<Expected<void>(MachineSet& set)>& change)
{
    return updateUserFile<MachineSet>(file, {kMachines, readMachineSet, writeMachineSet}, change);
}

} // namespace rigwright
