// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/import/import.h"
#include "support/temporary_folder.h"

#include <string>
#include <string_view>

namespace rigwright {

/// The shipped parts and prices without anything of a user's.
[[nodiscard]] const CatalogView& shippedView();

/// The parts and prices of the view as they are after the changes; nothing else of it.
[[nodiscard]] CatalogView laidOver(const CatalogView& view, const CatalogChanges& changes);

/// Files to import, in a folder that goes away.
class ImportFiles {
public:
    /// Where the file is now.
    std::filesystem::path write(const std::string& name, std::string_view content) const;
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

private:
    TemporaryFolder folder_;
};

/// Of 2026-10-01.
[[nodiscard]] Expected<ImportPreview> importOf(const std::filesystem::path& path, const CatalogView& view,
                                               const Progress& progress = {});
/// Of a file with this name and content; an error fails the test.
[[nodiscard]] ImportPreview previewOf(const std::string& name, std::string_view content,
                                      const CatalogView& view = shippedView());
/// The error of such a file, without the path of its folder.
[[nodiscard]] std::string errorOf(const std::string& name, std::string_view content);

/// One line for each change of a part, "core-i5-12400f: cores 6 -> 7"; a new part says "new" first.
[[nodiscard]] std::string partChanges(const ImportPreview& preview);
/// One problem a line.
[[nodiscard]] std::string problemsOf(const ImportPreview& preview);

} // namespace rigwright
