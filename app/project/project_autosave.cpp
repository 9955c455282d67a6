// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/json_values.h"
#include "project/project_file.h"
#include "project/save_file.h"
#include "project/user_file.h"

#include <QFile>
#include <QLockFile>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <system_error>

namespace rigwright {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr auto kSchema = "rigwright.autosave/1";
constexpr auto kEnding = ".autosave";
constexpr UserFileKind kAutosave{std::size_t{65} << 20U, "an autosaved project", "unsaved work"};

fs::path lockOf(const fs::path& autosave)
{
    return autosave.string() + ".lock";
}

std::unique_ptr<QLockFile> lockFor(const fs::path& autosave)
{
    auto lock = std::make_unique<QLockFile>(QFile::decodeName(lockOf(autosave).c_str()));
    lock->setStaleLockTime(0);
    return lock;
}

/// A name that no other document has, also of a program that has died meanwhile.
fs::path newName(const fs::path& folder)
{
    std::random_device random;
    const std::uint64_t number = (std::uint64_t{random()} << 32U) | random();
    return folder / ("project-" + std::to_string(number) + kEnding);
}

/// What the project is of, in a line of its own, before the project.
std::string autosaveText(const Project& project, const fs::path& original)
{
    const nlohmann::ordered_json head = {{"schema", kSchema}, {"original", original.string()}};
    return head.dump(-1, ' ', false, json::error_handler_t::replace) + "\n" + projectText(project);
}

Expected<fs::path> readHead(std::string_view line)
{
    return parseJsonText(line).and_then([](const json& head) -> Expected<fs::path> {
        if (const auto known = checkSchema(head, kSchema); !known) {
            return tl::unexpected(known.error());
        }
        ObjectReader reader(head, "");
        fs::path original = reader.text("original");
        return reader.error() ? Expected<fs::path>(tl::unexpected(*reader.error())) : original;
    });
}

Expected<RecoverableProject> readAutosave(const fs::path& file)
{
    return readFileText(file, kAutosave.largest, kAutosave.what).and_then([&](const std::string& text) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        return readHead(std::string_view(text).substr(0, end)).and_then([&](const fs::path& original) {
            return parseProject(std::string_view(text).substr(end)).map([&](Project project) {
                return RecoverableProject{file, original, std::move(project)};
            });
        });
    });
}

std::vector<fs::path> newestFirst(const fs::path& folder)
{
    std::vector<std::pair<fs::file_time_type, fs::path>> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code unknown;
        if (entry->path().extension() == kEnding && entry->is_regular_file(unknown)) {
            files.emplace_back(entry->last_write_time(unknown), entry->path());
        }
    }
    std::ranges::sort(files, std::ranges::greater());
    std::vector<fs::path> paths;
    for (auto& [time, path] : files) {
        paths.push_back(std::move(path));
    }
    return paths;
}

} // namespace

fs::path ProjectAutosave::folder()
{
    const auto named = [](const char* variable) {
        const char* value = std::getenv(variable);
        return value == nullptr ? fs::path() : fs::path(value);
    };
    // A relative path there is to be ignored, says the XDG specification.
    if (const fs::path state = named("XDG_STATE_HOME"); state.is_absolute()) {
        return state / "rigwright" / "autosave";
    }
    if (const fs::path home = named("HOME"); home.is_absolute()) {
        return home / ".local" / "state" / "rigwright" / "autosave";
    }
    return {};
}

ProjectAutosave::ProjectAutosave(fs::path folder)
    : folder_(std::move(folder))
{ }

ProjectAutosave::~ProjectAutosave() = default;

Expected<void> ProjectAutosave::keep(const Project& project, const fs::path& original)
{
    if (folder_.empty()) {
        return fail("no place for unsaved work: set HOME or XDG_STATE_HOME");
    }
    const fs::path file = file_.empty() ? newName(folder_) : file_;
    if (const auto made = makeFolderOf(file, kAutosave); !made) {
        return made;
    }
    if (running_ == nullptr) {
        // Before the file: one without a lock would be taken for a crash's.
        std::unique_ptr<QLockFile> lock = lockFor(file);
        if (!lock->tryLock(0)) {
            return fail(folder_.string() + ": can't be written: unsaved work isn't kept");
        }
        running_ = std::move(lock);
    }
    file_ = file;
    return saveFile(file_, autosaveText(project, original)).map_error([&](const Error& error) {
        return Error{file_.string() + ": " + error.message};
    });
}

void ProjectAutosave::discard()
{
    std::error_code ignored;
    if (!file_.empty()) {
        fs::remove(file_, ignored);
    }
    running_.reset();
    file_.clear();
}

std::vector<RecoverableProject> ProjectAutosave::recoverable(const fs::path& folder)
{
    std::vector<RecoverableProject> found;
    for (const fs::path& file : newestFirst(folder)) {
        const std::unique_ptr<QLockFile> lock = lockFor(file);
        if (!lock->tryLock(0)) {
            continue; // its program runs
        }
        if (auto project = readAutosave(file)) {
            found.push_back(*std::move(project));
        }
    }
    return found;
}

} // namespace rigwright
