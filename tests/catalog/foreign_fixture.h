// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import_fixture.h"

#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// A catalog of a few parts, models, offers and rates that the tests know by heart.
[[nodiscard]] CatalogView smallView();

/// The view with the offers and rates of the changes in it, each in place of the one with its key.
[[nodiscard]] CatalogView withOffers(const CatalogView& view, const CatalogChanges& changes);

/// Of 2026-10-01, of a file or folder; an error fails the test.
[[nodiscard]] ImportPreview foreignPreview(const std::filesystem::path& path, const CatalogView& view,
                                           const std::string& provider = {});

/// One a line: "aws-p4d…: 8 x 40 GiB a100-40gb-sxm at 32.77, spot".
[[nodiscard]] std::string cloudLines(const CatalogChanges& changes);
/// One a line: "EUR 0.85 2026-09-29".
[[nodiscard]] std::string rateLines(const CatalogChanges& changes);

} // namespace rigwright
