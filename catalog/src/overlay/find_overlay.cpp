// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/overlay/overlay.h"

#include <cstdlib>

namespace rigwright {

namespace {

/// Empty: the variable isn't set.
std::filesystem::path folderNamedBy(const char* variable)
{
    const char* value = std::getenv(variable);
    return value == nullptr ? std::filesystem::path() : std::filesystem::path(value);
}

} // namespace

Expected<std::filesystem::path> findOverlay()
{
    if (const std::filesystem::path named = folderNamedBy("RIGWRIGHT_OVERLAY"); !named.empty()) {
        return named;
    }
    // A relative path there is to be ignored, says the XDG specification.
    if (const std::filesystem::path data = folderNamedBy("XDG_DATA_HOME"); data.is_absolute()) {
        return data / "rigwright/catalog.sqlite";
    }
    if (const std::filesystem::path home = folderNamedBy("HOME"); home.is_absolute()) {
        return home / ".local/share/rigwright/catalog.sqlite";
    }
    return fail("no place for your catalog: set HOME, XDG_DATA_HOME or RIGWRIGHT_OVERLAY");
}

} // namespace rigwright
