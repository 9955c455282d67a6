// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rigwright {

/// The style sheet of documents in HTML: light, dark and on paper. "{paper}" stands for the paper's name.
[[nodiscard]] const char* htmlStyle();

} // namespace rigwright
