// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rigwright {

/// Makes icons, style and translations available under :/icons, :/style and :/i18n. A static library's resources are
/// dropped by the linker where nothing calls this.
void loadResources();

} // namespace rigwright
