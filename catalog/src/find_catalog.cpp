// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"

#include <cstdlib>
#include <vector>

namespace rigwright {

namespace {

std::filesystem::path directoryOfProgram()
{
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
}

bool isFile(const std::filesystem::path& path)
{
    std::error_code ignored;
    return std::filesystem::is_regular_file(path, ignored);
}

} // namespace

Expected<std::filesystem::path> findCatalog()
{
    // Who names a catalog wants that one or an error, not another in its place.
    if (const char* named = std::getenv("RIGWRIGHT_CATALOG"); named != nullptr && *named != '\0') {
        if (isFile(named)) {
            return std::filesystem::path(named);
        }
        return fail("RIGWRIGHT_CATALOG names '" + std::string(named) + "', which is no file");
    }
    const std::vector<std::filesystem::path> places{
        (directoryOfProgram() / "../share/rigwright/catalog.sqlite").lexically_normal(),
        RIGWRIGHT_BUILD_CATALOG,
    };
    std::string tried;
    for (const std::filesystem::path& place : places) {
        if (isFile(place)) {
            return place;
        }
        tried += (tried.empty() ? "'" : " and '") + place.string() + "'";
    }
    return fail("no catalog found: looked at " + tried + "; RIGWRIGHT_CATALOG can name another place");
}

} // namespace rigwright
