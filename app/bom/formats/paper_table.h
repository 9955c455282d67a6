// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document.h"
#include "bom/formats/paper_flow.h"

namespace rigwright {

/// A table of full width over as many pages as it takes, its head repeated on each. A row stays whole where a page holds it.
void putPaperTable(PaperFlow& flow, const DocumentTable& table);

} // namespace rigwright
