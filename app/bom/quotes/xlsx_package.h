// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace rigwright {

/// The content of a file inside a workbook, by its name. An empty text: there is none. Names are looked up, never opened on a disk.
using ReadPackagePart = std::function<Expected<std::string>(const std::string& name)>;

/// Unpacks files of a workbook from memory, which must outlive what is returned; stops at SheetLimits. An error: no zip archive.
[[nodiscard]] Expected<ReadPackagePart> openPackage(std::string_view bytes);

} // namespace rigwright
