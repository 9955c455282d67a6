// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure_text.h"

#include "ui/catalog_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>
#include <iterator>

namespace rigwright {

namespace {

struct FigureText {
    Q_DECLARE_TR_FUNCTIONS(rigwright::FigureText)
};

struct Named {
    const char* name;
    const char* text;
};

constexpr std::array kOnePart{
    Named{"accelerators", QT_TRANSLATE_NOOP("rigwright::FigureText", "GPU")},
    Named{"cards", QT_TRANSLATE_NOOP("rigwright::FigureText", "maker's card")},
    Named{"cpus", QT_TRANSLATE_NOOP("rigwright::FigureText", "CPU")},
    Named{"boards", QT_TRANSLATE_NOOP("rigwright::FigureText", "board")},
    Named{"memory", QT_TRANSLATE_NOOP("rigwright::FigureText", "memory kit")},
    Named{"drives", QT_TRANSLATE_NOOP("rigwright::FigureText", "drive")},
    Named{"power_supplies", QT_TRANSLATE_NOOP("rigwright::FigureText", "power supply")},
    Named{"cases", QT_TRANSLATE_NOOP("rigwright::FigureText", "case")},
    Named{"coolers", QT_TRANSLATE_NOOP("rigwright::FigureText", "cooler")},
    Named{"network_cards", QT_TRANSLATE_NOOP("rigwright::FigureText", "network card")},
    Named{"systems", QT_TRANSLATE_NOOP("rigwright::FigureText", "complete system")},
};

constexpr std::array kGroups{
    Named{"", QT_TRANSLATE_NOOP("rigwright::FigureText", "Part")},
    Named{"memory", QT_TRANSLATE_NOOP("rigwright::FigureText", "Memory")},
    Named{"compute", QT_TRANSLATE_NOOP("rigwright::FigureText", "Compute")},
    Named{"power", QT_TRANSLATE_NOOP("rigwright::FigureText", "Power")},
    Named{"size", QT_TRANSLATE_NOOP("rigwright::FigureText", "Size")},
    Named{"links", QT_TRANSLATE_NOOP("rigwright::FigureText", "Links")},
    Named{"cores", QT_TRANSLATE_NOOP("rigwright::FigureText", "Cores")},
    Named{"pcie", QT_TRANSLATE_NOOP("rigwright::FigureText", "PCIe")},
    Named{"isa", QT_TRANSLATE_NOOP("rigwright::FigureText", "Instructions")},
    Named{"slots", QT_TRANSLATE_NOOP("rigwright::FigureText", "Slots")},
    Named{"storage", QT_TRANSLATE_NOOP("rigwright::FigureText", "Storage")},
    Named{"network", QT_TRANSLATE_NOOP("rigwright::FigureText", "Network")},
    Named{"modules", QT_TRANSLATE_NOOP("rigwright::FigureText", "Modules")},
    Named{"speed", QT_TRANSLATE_NOOP("rigwright::FigureText", "Speed")},
    Named{"connectors", QT_TRANSLATE_NOOP("rigwright::FigureText", "Connectors")},
    Named{"boards", QT_TRANSLATE_NOOP("rigwright::FigureText", "Boards")},
    Named{"cooling", QT_TRANSLATE_NOOP("rigwright::FigureText", "Cooling")},
    Named{"sockets", QT_TRANSLATE_NOOP("rigwright::FigureText", "Sockets")},
    Named{"rating", QT_TRANSLATE_NOOP("rigwright::FigureText", "Rating")},
    Named{"ports", QT_TRANSLATE_NOOP("rigwright::FigureText", "Ports")},
    Named{"accelerators", QT_TRANSLATE_NOOP("rigwright::FigureText", "GPUs")},
    Named{"host", QT_TRANSLATE_NOOP("rigwright::FigureText", "Host")},
    Named{"endurance", QT_TRANSLATE_NOOP("rigwright::FigureText", "Endurance")},
    Named{"input", QT_TRANSLATE_NOOP("rigwright::FigureText", "Input")},
    Named{"support", QT_TRANSLATE_NOOP("rigwright::FigureText", "Support")},
};

/// Words that aren't names of products or standards; those stand as they are.
constexpr std::array kWords{
    Named{"yes", QT_TRANSLATE_NOOP("rigwright::FigureText", "yes")},
    Named{"no", QT_TRANSLATE_NOOP("rigwright::FigureText", "no")},
    Named{"nvidia", QT_TRANSLATE_NOOP("rigwright::FigureText", "NVIDIA")},
    Named{"amd", QT_TRANSLATE_NOOP("rigwright::FigureText", "AMD")},
    Named{"intel", QT_TRANSLATE_NOOP("rigwright::FigureText", "Intel")},
    Named{"apple", QT_TRANSLATE_NOOP("rigwright::FigureText", "Apple")},
    Named{"other", QT_TRANSLATE_NOOP("rigwright::FigureText", "other")},
    Named{"consumer", QT_TRANSLATE_NOOP("rigwright::FigureText", "desktops")},
    Named{"workstation", QT_TRANSLATE_NOOP("rigwright::FigureText", "workstations")},
    Named{"datacenter", QT_TRANSLATE_NOOP("rigwright::FigureText", "data centres")},
    Named{"card", QT_TRANSLATE_NOOP("rigwright::FigureText", "card")},
    Named{"passive-card", QT_TRANSLATE_NOOP("rigwright::FigureText", "card without fans")},
    Named{"module", QT_TRANSLATE_NOOP("rigwright::FigureText", "module (SXM, OAM)")},
    Named{"integrated", QT_TRANSLATE_NOOP("rigwright::FigureText", "built in")},
    Named{"proprietary", QT_TRANSLATE_NOOP("rigwright::FigureText", "proprietary")},
    Named{"air", QT_TRANSLATE_NOOP("rigwright::FigureText", "air")},
    Named{"liquid", QT_TRANSLATE_NOOP("rigwright::FigureText", "liquid")},
    Named{"sourced", QT_TRANSLATE_NOOP("rigwright::FigureText", "sourced")},
    Named{"compared", QT_TRANSLATE_NOOP("rigwright::FigureText", "compared")},
    Named{"unverified", QT_TRANSLATE_NOOP("rigwright::FigureText", "unverified")},
};

template <std::size_t size>
QString textIn(const std::array<Named, size>& names, std::string_view wanted)
{
    const auto found = std::ranges::find_if(names, [wanted](const Named& one) { return one.name == wanted; });
    return found == names.end() ? QString() : FigureText::tr(found->text);
}

/// "max_card_mm": a column that came with a newer catalog than this list.
QString spelledOut(std::string_view name)
{
    QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    text.replace(QLatin1Char('_'), QLatin1Char(' '));
    return text.left(1).toUpper() + text.mid(1);
}

QString numberText(const Column& column, const std::string& cell)
{
    const QString text = QString::fromStdString(cell);
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber) {
        return text;
    }
    QLocale locale;
    if (column.name.ends_with("_year")) {
        locale.setNumberOptions(locale.numberOptions() | QLocale::OmitGroupSeparator);
    }
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    return locale.toString(value, 'f', point < 0 ? 0 : static_cast<int>(text.size() - point - 1));
}

} // namespace

QString onePartText(std::string_view table)
{
    const QString text = textIn(kOnePart, table);
    return text.isEmpty() ? spelledOut(table) : text;
}

QString groupText(std::string_view group)
{
    const QString text = textIn(kGroups, group);
    return text.isEmpty() ? spelledOut(group) : text;
}

QString wordText(const Column& column, const std::string& word)
{
    const bool isWord =
        column.type == CellType::Choice || column.type == CellType::List || column.type == CellType::YesNo;
    const QString text = isWord ? textIn(kWords, word) : QString();
    return text.isEmpty() ? QString::fromStdString(word) : text;
}

QString cellText(const Column& column, const std::string& cell)
{
    switch (column.type) {
    case CellType::Whole:
    case CellType::Decimal: return cell.empty() ? QString() : numberText(column, cell);
    case CellType::List: {
        QStringList words;
        for (const QString& word : QString::fromStdString(cell).split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
            words.append(wordText(column, word.toStdString()));
        }
        return words.join(QStringLiteral(", "));
    }
    default: return wordText(column, cell);
    }
}

QString figureText(const Column& column, const std::string& cell)
{
    const QString text = cellText(column, cell);
    const QString unit = columnWords(column.name).unit;
    return text.isEmpty() || unit.isEmpty() ? text : text + QLatin1Char(' ') + unit;
}

QString expectationText(const Column& column)
{
    const auto number = [](double value) { return QLocale().toString(value, 'g', 8); };
    switch (column.type) {
    case CellType::Whole:
        return FigureText::tr("a whole number from %1 to %2").arg(number(column.least), number(column.most));
    case CellType::Decimal:
        return FigureText::tr("a number from %1 to %2").arg(number(column.least), number(column.most));
    case CellType::Choice: return FigureText::tr("one of the words of the list");
    case CellType::List: return FigureText::tr("words of the list, each once");
    case CellType::YesNo: return FigureText::tr("yes or no");
    case CellType::Id:
    case CellType::Reference: return FigureText::tr("the id of a part, such as rtx-4090");
    case CellType::Date: return FigureText::tr("a date such as 2026-08-18");
    case CellType::Month: return FigureText::tr("a year and month such as 2025-01");
    case CellType::Slots: return FigureText::tr("PCIe slots such as 5x16 5x8@16 4x4@16c");
    default: return FigureText::tr("text without spaces at its ends");
    }
}

std::vector<std::string> keyColumns(std::string_view table)
{
    struct Keys {
        const char* table;
        std::array<const char*, 3> columns;
    };
    constexpr std::array kKeys{
        Keys{"accelerators", {"memory_gib", "bandwidth_gb_s", "board_power_w"}},
        Keys{"cards", {"length_mm", "slot_width", "board_power_w"}},
        Keys{"cpus", {"socket", "cores", "memory_channels"}},
        Keys{"boards", {"socket", "form_factor", "dimm_slots"}},
        Keys{"memory", {"module_type", "modules", "module_gib"}},
        Keys{"drives", {"capacity_gb", "form_factor", "read_gb_s"}},
        Keys{"power_supplies", {"rating_w", "efficiency", "form_factor"}},
        Keys{"cases", {"max_card_mm", "max_cooler_mm", "expansion_slots"}},
        Keys{"coolers", {"kind", "height_mm", "rating_w"}},
        Keys{"network_cards", {"gbit_per_port", "ports", "protocol"}},
        Keys{"systems", {"accelerator_count", "accelerator", "max_power_w"}},
    };
    const auto found = std::ranges::find_if(kKeys, [table](const Keys& keys) { return keys.table == table; });
    return found == kKeys.end() ? std::vector<std::string>()
                                : std::vector<std::string>(found->columns.begin(), found->columns.end());
}

} // namespace rigwright
