// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/save_chooser.h"

#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace rigwright {

namespace {

/// The name with the extension of the format in place of one of another format.
QString nameIn(const QString& path, const SaveFormat& format, const std::vector<SaveFormat>& formats)
{
    const QFileInfo file(path);
    const bool isOfOne =
        std::ranges::find(formats, file.suffix().toLower(), &SaveFormat::extension) != formats.end();
    const QString name = isOfOne ? file.completeBaseName() : file.fileName();
    return name + QLatin1Char('.') + format.extension;
}

} // namespace

SaveChoice chooseToSave(QWidget* parent, const QString& title, const QString& suggestedPath,
                        const std::vector<SaveFormat>& formats)
{
    QFileDialog dialog(parent, title, QFileInfo(suggestedPath).path());
    dialog.setObjectName(QStringLiteral("saveChooser"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const SaveFormat& format : formats) {
        filters.append(format.filter);
    }
    dialog.setNameFilters(filters);
    const auto chosen = [&] {
        const qsizetype index = filters.indexOf(dialog.selectedNameFilter());
        return static_cast<std::size_t>(std::max<qsizetype>(index, 0));
    };
    const auto follow = [&] {
        const SaveFormat& format = formats[chosen()];
        const QStringList typed = dialog.selectedFiles();
        const QString name = typed.isEmpty() ? suggestedPath : typed.front();
        dialog.setDefaultSuffix(format.extension);
        dialog.selectFile(nameIn(name, format, formats));
    };
    dialog.selectFile(QFileInfo(suggestedPath).fileName());
    follow();
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, follow);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) {
        return {};
    }
    return {dialog.selectedFiles().front(), chosen()};
}

} // namespace rigwright
