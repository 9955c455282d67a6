// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"

#include <cstdlib>

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
    // A build folder has the same shape as an installation.
    const auto shipped = (directoryOfProgram() / "../share/rigwright/catalog.sqlite").lexically_normal();
    if (isFile(shipped)) {
        return shipped;
    }
    return fail("no catalog at '" + shipped.string() + "'; RIGWRIGHT_CATALOG can name another place");
}

} // namespace rigwright
