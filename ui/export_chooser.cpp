// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export_chooser.h"

#include "ui/save_chooser.h"

#include <QCoreApplication>
#include <QDir>

#include <vector>

namespace rigwright {

namespace {

struct Format {
    SaveFormat save;
    CsvOptions csv = {};
};

struct Chooser {
    Q_DECLARE_TR_FUNCTIONS(rigwright::BomPage)

public:
    static std::vector<Format> formats()
    {
        return {
            {{tr("Workbook (*.xlsx)"), QStringLiteral("xlsx")}},
            {{tr("Report (*.pdf)"), QStringLiteral("pdf")}},
            {{tr("Comma-separated values (*.csv)"), QStringLiteral("csv")}},
            {{tr("Semicolon-separated values, decimal comma (*.csv)"), QStringLiteral("csv")}, {';', ','}},
            {{tr("Web page (*.html)"), QStringLiteral("html")}},
            {{tr("Markdown (*.md)"), QStringLiteral("md")}},
            {{tr("Data (*.json)"), QStringLiteral("json")}}};
    }
    static QString title() { return tr("Export the bill of materials"); }
};

} // namespace

ExportTarget chooseExport(QWidget* parent, const QString& suggestedName)
{
    const std::vector<Format> formats = Chooser::formats();
    std::vector<SaveFormat> offered;
    for (const Format& format : formats) {
        offered.push_back(format.save);
    }
    const SaveChoice choice =
        chooseToSave(parent, Chooser::title(), QDir::home().filePath(suggestedName), offered);
    return {choice.path, formats[choice.format].csv};
}

} // namespace rigwright
