// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/paper_style.h"

#include "bom/cell_text.h"
#include "bom/formats/markup.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>

namespace rigwright {

namespace {

constexpr double kUnseen = 0.02; ///< tenths of a point

/// Without a Chinese locale fontconfig takes any face that has the character, a Japanese one first where Noto is installed.
QFont fontOf(const QString& family, double points)
{
    QFont font;
    font.setFamilies({family, QStringLiteral("WenQuanYi Micro Hei"), QStringLiteral("Noto Sans CJK SC")});
    font.setPixelSize(qRound(points * kPoint));
    font.setHintingPreference(QFont::PreferNoHinting);
    // Too little to see; but letters that are spaced are never joined, and a joined "fi" is not found by who looks for "fits".
    font.setLetterSpacing(QFont::AbsoluteSpacing, kUnseen);
    return font;
}

} // namespace

QColor toneColor(CellTone tone)
{
    switch (tone) {
    case CellTone::Plain:
    case CellTone::Strong: return PaperColors().text;
    case CellTone::Muted: return PaperColors().muted;
    case CellTone::Attention: return {0xa85b00};
    case CellTone::Good: return {0x1a7f4b};
    case CellTone::Bad: return {0xb42318};
    }
    return PaperColors().text;
}

QFont paperTextFont(double points, bool bold)
{
    QFont font = fontOf(QFontInfo(QGuiApplication::font()).family(), points);
    font.setBold(bold);
    return font;
}

QFont paperCodeFont(double points)
{
    QFont font = fontOf(QFontInfo(QFontDatabase::systemFont(QFontDatabase::FixedFont)).family(), points);
    font.setStyleHint(QFont::Monospace);
    return font;
}

QString paperString(const std::string& text)
{
    QString joined;
    for (const std::string& line : linesOf(wholeText(text))) {
        joined +=
            (joined.isNull() ? QString() : QString(QChar::LineSeparator)) + QString::fromStdString(line);
        joined = joined.isNull() ? QStringLiteral("") : joined;
    }
    return joined;
}

QString paperLink(const DocumentCell& cell)
{
    QString link = QString::fromStdString(webLink(cell.link).value_or(std::string()));
    // Qt writes an address into the file as it is, where a bracket ends it and what follows would be read as commands.
    link.replace(QLatin1Char('('), QStringLiteral("%28"));
    link.replace(QLatin1Char(')'), QStringLiteral("%29"));
    return link;
}

} // namespace rigwright
