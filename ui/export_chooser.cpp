// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export_chooser.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>

#include <vector>

namespace rigwright {

namespace {

struct Format {
    QString filter;
    QString extension;
    CsvOptions csv = {};
};

struct Chooser {
    Q_DECLARE_TR_FUNCTIONS(rigwright::BomPage)

public:
    static std::vector<Format> formats()
    {
        return {{tr("Workbook (*.xlsx)"), QStringLiteral("xlsx")},
                {tr("Report (*.pdf)"), QStringLiteral("pdf")},
                {tr("Comma-separated values (*.csv)"), QStringLiteral("csv")},
                {tr("Semicolon-separated values, decimal comma (*.csv)"), QStringLiteral("csv"), {';', ','}},
                {tr("Web page (*.html)"), QStringLiteral("html")},
                {tr("Markdown (*.md)"), QStringLiteral("md")},
                {tr("Data (*.json)"), QStringLiteral("json")}};
    }
    static QString title() { return tr("Export the bill of materials"); }
};

} // namespace

ExportTarget chooseExport(QWidget* parent, const QString& suggestedName)
{
    const std::vector<Format> formats = Chooser::formats();
    QStringList filters;
    for (const Format& format : formats) {
        filters.append(format.filter);
    }
    QString chosen = filters.front();
    QString path =
        QFileDialog::getSaveFileName(parent, Chooser::title(), QDir::home().filePath(suggestedName),
                                     filters.join(QStringLiteral(";;")), &chosen);
    if (path.isEmpty()) {
        return {};
    }
    const Format& format = formats[static_cast<std::size_t>(std::max<qsizetype>(filters.indexOf(chosen), 0))];
    if (QFileInfo(path).suffix().isEmpty()) {
        path += QLatin1Char('.') + format.extension;
    }
    return {path, format.csv};
}

} // namespace rigwright
