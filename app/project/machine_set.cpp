// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/machine_set.h"

#include "bom/whole_file.h"
#include "project/file_lock.h"
#include "project/json_text.h"

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <system_error>

namespace rigwright {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestFile = std::size_t{16} << 20U;

fs::path folderNamedBy(const char* variable)
{
    const char* value = std::getenv(variable);
    return value == nullptr ? fs::path() : fs::path(value);
}

tl::unexpected<Error> unwritable(const fs::path& file, int reason)
{
    return fail(file.string() + ": can't be written: " + std::generic_category().message(reason));
}

/// So that a file can be put there.
Expected<void> makeFolderOf(const fs::path& file)
{
    if (file.empty()) {
        return fail("no place for your machines: set HOME or XDG_DATA_HOME");
    }
    if (!file.has_parent_path()) {
        return {};
    }
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    return error ? unwritable(file, error.value()) : Expected<void>();
}

} // namespace

fs::path machineSetFile()
{
    // A relative path there is to be ignored, says the XDG specification.
    if (const fs::path data = folderNamedBy("XDG_DATA_HOME"); data.is_absolute()) {
        return data / "rigwright" / "machines.json";
    }
    if (const fs::path home = folderNamedBy("HOME"); home.is_absolute()) {
        return home / ".local" / "share" / "rigwright" / "machines.json";
    }
    return {};
}

Expected<MachineSet> readMachineSet(const fs::path& file)
{
    std::error_code unknown;
    if (file.empty() || (!fs::exists(file, unknown) && !unknown)) {
        return MachineSet();
    }
    return readFileText(file, kLargestFile, "a set of machines")
        .and_then([](const std::string& text) { return parseMachineSet(text); })
        .map_error([&](const Error& error) { return Error{file.string() + ": " + error.message}; });
}

Expected<void> writeMachineSet(const fs::path& file, const MachineSet& set)
{
    const std::string text = machineSetText(set);
    if (text.size() > kLargestFile) {
        return fail(file.string() + ": more machines than 16 MiB hold");
    }
    // What could not be read again would take every other machine with it.
    if (const auto readable = parseMachineSet(text); !readable) {
        return fail("a machine can't be saved: " + readable.error().message);
    }
    return makeFolderOf(file).and_then([&] {
        return writeWholeFile(file, [&](const fs::path& temporary) -> Expected<void> {
            std::ofstream out(temporary, std::ios::binary);
            out << text << std::flush;
            return out ? Expected<void>() : fail("can't be written");
        });
    });
}

Expected<MachineSet> updateMachineSet(const fs::path& file,
                                      const std::function<Expected<void>(MachineSet& set)>& change)
{
    if (const auto folder = makeFolderOf(file); !folder) {
        return tl::unexpected(folder.error());
    }
    const FileLock lock(file.string() + ".lock");
    if (!lock.isHeld()) {
        return unwritable(file, errno);
    }
    auto set = readMachineSet(file);
    if (!set) {
        return fail(set.error().message + "; move the file away to start anew");
    }
    return change(*set).and_then([&] { return writeMachineSet(file, *set); }).map([&] {
        return *std::move(set);
    });
}

} // namespace rigwright
