// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/requirement.h"
#include "facts/catalog.h"

#include <QString>

namespace rigwright {

/// What machines are bought for, in one line: "Qwen3 32B at Q4_K_M, llama.cpp, chat, 8,192 tokens of context".
[[nodiscard]] QString bomSubject(const Catalog& catalog, const Requirement& requirement);

} // namespace rigwright
