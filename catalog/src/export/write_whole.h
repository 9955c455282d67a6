// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rigwright {

struct WholeFile {
    std::filesystem::path path;
    std::string content;
};

/// Writes every file beside its place first and moves them there only when all are on the disk, so that no reader ever sees half
/// of one. An error says which could not be written and why; then what was there before still is.
[[nodiscard]] Expected<void> writeWhole(const std::vector<WholeFile>& files);

} // namespace rigwright
