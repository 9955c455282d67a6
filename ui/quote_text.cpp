// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quote_text.h"

#include <QCoreApplication>

namespace rigwright {

namespace {

constexpr int kWidest = 20; ///< in letters; those of Chinese count twice
constexpr char16_t kFirstWide = 0x1100;

struct QuoteWords {
    Q_DECLARE_TR_FUNCTIONS(rigwright::QuoteText)
};

QString named(const QString& supplier, const QString& number)
{
    return number.isEmpty() ? supplier
                            : QuoteWords::tr("%1, quote %2", "supplier and number").arg(supplier, number);
}

} // namespace

QString quoteText(const Quote& quote)
{
    return named(quote.supplier.empty() ? QuoteWords::tr("a supplier without a name")
                                        : QString::fromStdString(quote.supplier),
                 QString::fromStdString(quote.number));
}

QString shortText(const std::string& name)
{
    const QString whole = QString::fromStdString(name);
    int width = 0;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        width += whole.at(i).unicode() >= kFirstWide ? 2 : 1;
        if (width > kWidest) {
            // Half a character of two would be none.
            const qsizetype end = i > 0 && whole.at(i).isLowSurrogate() ? i - 1 : i;
            return whole.left(end).trimmed() + QStringLiteral("…");
        }
    }
    return whole;
}

QString partNameText(const Catalog& catalog, const PartId& part)
{
    const PartReference found = findAnyPart(catalog, part);
    return QString::fromStdString(found.info == nullptr ? part.text() : found.info->name);
}

QString substituteText(const Catalog& catalog, const QuoteLine& line)
{
    return line.substitute ? partNameText(catalog, *line.substitute) : QString::fromStdString(line.offered);
}

} // namespace rigwright
