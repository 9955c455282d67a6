// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/known_texts.h"

#include <QCoreApplication>

namespace rigwright {

KnownTexts::KnownTexts(const char* context, const std::vector<const char*>& texts)
    : context_(context)
{
    static const QRegularExpression place(QStringLiteral("%[1-9]"));
    for (const char* source : texts) {
        QStringList pieces;
        for (const QString& piece : QString::fromLatin1(source).split(place)) {
            pieces << QRegularExpression::escape(piece);
        }
        texts_.push_back(
            {source,
             QRegularExpression(QRegularExpression::anchoredPattern(pieces.join(QStringLiteral("(.*)"))),
                                QRegularExpression::DotMatchesEverythingOption)});
    }
}

QString KnownTexts::translated(const QString& said) const
{
    for (const Text& known : texts_) {
        const QRegularExpressionMatch match = known.pattern.match(said);
        if (!match.hasMatch()) {
            continue;
        }
        // What was filled in may itself hold a place.
        const QString text = QCoreApplication::translate(context_, known.source);
        QString filled;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const int place =
                text.at(i) == QLatin1Char('%') && i + 1 < text.size() ? text.at(i + 1).digitValue() : -1;
            if (place < 1 || place > match.lastCapturedIndex()) {
                filled += text.at(i);
                continue;
            }
            filled += translated(match.captured(place));
            ++i;
        }
        return filled;
    }
    return said;
}

} // namespace rigwright
