// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/measurement_tables.h"

#include "ui/cell_delegate.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QLocale>

namespace rigwright {

namespace {

QVariant headOf(const std::vector<QString>& names, int firstNumber, int lastNumber, int section,
                Qt::Orientation orientation, int role)
{
    if (orientation != Qt::Horizontal || section < 0 || section >= static_cast<int>(names.size())) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool number = section >= firstNumber && section <= lastNumber;
        return QVariant(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    }
    return role == Qt::DisplayRole ? QVariant(names[static_cast<std::size_t>(section)]) : QVariant();
}

QVariant alignment(bool number)
{
    return QVariant(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
}

QString rate(TokensPerSecond speed)
{
    return QLocale().toString(speed.value(), 'f', 1);
}

} // namespace

QString factorText(const std::optional<double>& factor)
{
    return factor ? QStringLiteral("× %1").arg(QLocale().toString(*factor, 'f', 2)) : QStringLiteral("–");
}

QString deviceText(const DeviceCorrection& correction, const Catalog& catalog)
{
    const PartReference part = findAnyPart(catalog, correction.device);
    const QString name =
        QString::fromStdString(part.info == nullptr ? correction.device.text() : part.info->name);
    return correction.count > 1 ? QStringLiteral("%1 × %2").arg(correction.count).arg(name) : name;
}

void ComparedTable::showComparisons(const std::vector<Comparison>& comparisons)
{
    beginResetModel();
    speeds_.clear();
    for (const Comparison& comparison : comparisons) {
        speeds_.insert(speeds_.end(), comparison.speeds.begin(), comparison.speeds.end());
    }
    endResetModel();
}

void ComparedTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!speeds_.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int ComparedTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(speeds_.size());
}

int ComparedTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ComparedTable::text(const ComparedSpeed& speed, int column) const
{
    const bool counts = speed.leftOut.empty();
    switch (column) {
    case Model:
        return QStringLiteral("%1 %2").arg(QString::fromStdString(speed.modelName),
                                           weightsText(speed.weights));
    case Test: {
        QString test = speed.ofPrompt ? tr("Prompt of %1").arg(countText(speed.promptTokens))
                                      : tr("Answer of %1").arg(countText(speed.outputTokens));
        if (speed.depth > 0) {
            test = tr("%1 after %2").arg(test, countText(speed.depth));
        }
        return speed.concurrency > 1 ? tr("%1, %n users", nullptr, speed.concurrency).arg(test) : test;
    }
    case Measured: return rate(speed.measured);
    case Estimated: return counts ? rate(speed.estimated) : QStringLiteral("–");
    case Ratio: return counts ? factorText(speed.measured / speed.estimated) : tr("left out");
    default: return {};
    }
}

QVariant ComparedTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ComparedSpeed& speed = speeds_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(speed, index.column());
    case Qt::TextAlignmentRole: return alignment(index.column() >= Measured);
    case kMutedRole: return !speed.leftOut.empty();
    case kNoteRole:
        return index.column() == Test && !speed.leftOut.empty()
            ? QCoreApplication::translate("Measurements", speed.leftOut.c_str())
            : QString();
    default: return {};
    }
}

QVariant ComparedTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headOf({tr("Model"), tr("Test"), tr("Measured, tokens/s"), tr("Estimated"), tr("Ratio")}, Measured,
                  Ratio, section, orientation, role);
}

void KeptTable::showCorrections(std::vector<DeviceCorrection> corrections,
                                std::shared_ptr<const Catalog> catalog)
{
    beginResetModel();
    corrections_ = std::move(corrections);
    catalog_ = std::move(catalog);
    endResetModel();
}

void KeptTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!corrections_.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

const DeviceCorrection* KeptTable::correction(int row) const
{
    return row >= 0 && row < rowCount() ? &corrections_[static_cast<std::size_t>(row)] : nullptr;
}

int KeptTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(corrections_.size());
}

int KeptTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString KeptTable::text(const DeviceCorrection& correction, int column) const
{
    switch (column) {
    case Device: return deviceText(correction, *catalog_);
    case Engine: return QString::fromLatin1(engineLabel(correction.engine));
    case Decode: return factorText(correction.decode);
    case Prefill: return factorText(correction.prefill);
    case Runs: return countText(correction.runs);
    case Day: return dateText(correction.date);
    case Source: return QString::fromStdString(correction.source);
    default: return {};
    }
}

QVariant KeptTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const DeviceCorrection& correction = corrections_[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(correction, column);
    case Qt::TextAlignmentRole: return alignment(column >= Decode && column <= Runs);
    case kIdRole: return QString::fromStdString(correction.device.text());
    case kMutedRole: return column == Day || column == Source;
    default: return {};
    }
}

QVariant KeptTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headOf(
        {tr("Device"), tr("Engine"), tr("Answers"), tr("Prompts"), tr("Runs"), tr("Date"), tr("File")},
        Decode, Runs, section, orientation, role);
}

} // namespace rigwright
