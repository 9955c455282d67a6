// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"

#include <filesystem>
#include <string_view>

namespace rigwright {

/// Reads the JSON of one element of `builds` ("rigwright.builds/1"): only `parts` with `part` and `quantity` is required,
/// the category of a part is the catalog's; `power_cap_watts` is what each accelerator is held to. An error names the key and what was expected.
[[nodiscard]] Expected<Build> parseBuild(const Catalog& catalog, std::string_view json);
/// As above, from a file of at most 16 MiB; the error begins with the path.
[[nodiscard]] Expected<Build> readBuildFile(const Catalog& catalog, const std::filesystem::path& path);

} // namespace rigwright
