// SPDX-License-Identifier: GPL-3.0-or-later
// The dialogs of the page: imports, exports, parts side by side.
#include "ui/catalog_export_dialog.h"
#include "ui/catalog_filters.h"
#include "ui/catalog_import_dialog.h"
#include "ui/catalog_library.h"
#include "ui/catalog_page.h"
#include "ui/part_compare_dialog.h"

namespace rigwright {

CatalogImportDialog* CatalogPage::importParts()
{
    auto* dialog = new CatalogImportDialog(
        [view = library_.view()](const ImportRequest& request, const Progress& progress) {
            return previewImport(request, *view, progress);
        },
        today_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CatalogImportDialog::confirmed, this,
            [this, dialog](const std::shared_ptr<const ImportPreview>& preview) {
                // The changes of a large import are shared, not copied.
                const std::shared_ptr<const CatalogChanges> changes(preview, &preview->changes);
                imports_[library_.apply(changes, QString::fromStdString(preview->label))] = dialog;
            });
    dialog->open();
    return dialog;
}

CatalogExportDialog* CatalogPage::exportParts()
{
    auto* dialog = new CatalogExportDialog(library_.view(), QString::fromStdString(filters_->table()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

void CatalogPage::compareParts()
{
    std::vector<PartEntry> parts;
    for (const PartEntry* part : selectedParts()) {
        parts.push_back(*part);
    }
    auto* dialog =
        new PartCompareDialog(std::move(parts), today_, library_.view()->catalog->pricePolicy, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

bool CatalogPage::tellImport(quint64 request, const QString& error)
{
    const auto import = imports_.extract(request);
    if (import.empty() || import.mapped() == nullptr) {
        return false;
    }
    import.mapped()->showOutcome(error);
    return true;
}

} // namespace rigwright
