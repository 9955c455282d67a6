// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bom_table_model.h"

#include "ui/cell_delegate.h"
#include "ui/text.h"

#include <QUrl>

namespace rigwright {

namespace {

int alignmentOf(int column)
{
    const bool isNumber = column == BomTableModel::Number || column == BomTableModel::Quantity ||
        column == BomTableModel::UnitPrice || column == BomTableModel::LineTotal;
    return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

/// A web address by its host, anything else by its beginning: the cell has one line for it, and its tip the whole.
QString sourceText(const std::string& source)
{
    constexpr qsizetype kMost = 24;
    const QString text = QString::fromStdString(source);
    const QString host = QUrl(text).host();
    const QString shown = host.isEmpty() ? text : host;
    return shown.size() <= kMost ? shown : shown.left(kMost - 1).trimmed() + QStringLiteral("…");
}

/// An amount that sorts before every known one where it is unknown.
QVariant amountKey(const std::optional<Money>& amount)
{
    return static_cast<qlonglong>(amount ? amount->minorUnits() : -1);
}

} // namespace

void BomTableModel::setBom(std::optional<Bom> bom)
{
    // A change of the number of systems leaves the lines where they are, and with them the user's selection.
    const bool sameLines = bom_ && bom && bom_->lines.size() == bom->lines.size();
    if (sameLines) {
        bom_ = std::move(bom);
        retranslate();
        return;
    }
    beginResetModel();
    bom_ = std::move(bom);
    endResetModel();
}

void BomTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int BomTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !bom_ ? 0 : static_cast<int>(bom_->lines.size());
}

int BomTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString BomTableModel::text(const BomLine& line, int column) const
{
    switch (column) {
    case Number: return QString::number(line.number);
    case Category:
        return line.kind == BomLine::Kind::Service ? tr("Service")
            : line.kind == BomLine::Kind::Spare    ? tr("%1, spare").arg(categoryText(line.category))
                                                   : categoryText(line.category);
    case Manufacturer: return QString::fromStdString(line.manufacturer);
    case Description: return QString::fromStdString(line.description);
    case Quantity: return countText(bom_->quantity(line));
    case UnitPrice: return line.unitPrice ? exactMoneyText(*line.unitPrice) : tr("unknown");
    case LineTotal: {
        const std::optional<Money> total = bom_->lineTotal(line);
        return total ? exactMoneyText(*total) : QStringLiteral("–");
    }
    case Price:
        return line.owned    ? tr("at hand")
            : line.unitPrice ? priceKindText(line.priceKind)
                             : tr("no price known");
    default: return {};
    }
}

QString BomTableModel::note(const BomLine& line, int column) const
{
    if (column == Description) {
        return QString::fromStdString(line.specifications);
    }
    if (column == Manufacturer && line.kind == BomLine::Kind::Service) {
        return {};
    }
    if (column == Manufacturer) {
        return line.partNumber.empty() ? tr("part number unknown") : QString::fromStdString(line.partNumber);
    }
    if (column == UnitPrice && line.discount != Share()) {
        return tr("less %1 %").arg(QString::fromStdString(line.discount.percent()));
    }
    if (column != Price) {
        return {};
    }
    QStringList lines;
    if (!line.supplier.empty() && line.supplier != line.priceSource) {
        lines.append(tr("from %1", "a supplier").arg(QString::fromStdString(line.supplier)));
    }
    if (line.priceDate) {
        lines.append(sourceText(line.priceSource));
        lines.append(QStringLiteral("%1, %2").arg(dateText(*line.priceDate),
                                                  ageText(*line.priceDate, bom_->preparedOn)));
    }
    if (line.leadTimeDays) {
        lines.append(tr("in %n days", nullptr, *line.leadTimeDays));
    }
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString BomTableModel::tip(const BomLine& line, int column) const
{
    if (column == Description && line.specsState == Verification::Unverified) {
        return tr("Nobody has checked these figures");
    }
    if (column == Price && line.priceValidUntil) {
        return tr("%1\nValid until %2")
            .arg(QString::fromStdString(line.priceSource), dateText(*line.priceValidUntil));
    }
    return column == Price ? QString::fromStdString(line.priceSource) : QString();
}

QVariant BomTableModel::sortKey(const BomLine& line, int column) const
{
    switch (column) {
    case Number: return line.number;
    case Quantity: return bom_->quantity(line);
    case UnitPrice: return amountKey(line.unitPrice);
    case LineTotal: return amountKey(bom_->lineTotal(line));
    case Price: return line.priceDate ? dateText(*line.priceDate) : QString();
    default: return text(line, column);
    }
}

QVariant BomTableModel::tags(const BomLine& line, int column) const
{
    if (column != Price) {
        return {};
    }
    const std::optional<PriceStanding> standing = bom_->priceStanding(line);
    const bool verified = standing && standing->state != Verification::Unverified;
    CellTags tags{{verified ? TagKind::Neutral : TagKind::Unknown, text(line, column)}};
    if (standing && standing->old) {
        tags.append({TagKind::Warning, tr("old")});
    }
    if (standing && standing->expired) {
        tags.append({TagKind::Warning, tr("expired", "a quote")});
    }
    if (line.approved) {
        tags.append({TagKind::Good, tr("approved")});
    }
    return QVariant::fromValue(tags);
}

QVariant BomTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const BomLine& line = bom_->lines[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(line, column);
    case Qt::AccessibleTextRole: {
        const QString below = note(line, column);
        return below.isEmpty() ? text(line, column) : text(line, column) + QStringLiteral(", ") + below;
    }
    case Qt::ToolTipRole: return tip(line, column);
    case Qt::TextAlignmentRole: return alignmentOf(column);
    case kNoteRole: return note(line, column);
    case kTagsRole: return tags(line, column);
    case kSortRole: return sortKey(line, column);
    case kIdRole: return QString::fromStdString(line.part.text());
    case kMutedRole:
        return column == Number || column == Category || (column == UnitPrice && !line.unitPrice);
    default: return {};
    }
}

QVariant BomTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignmentOf(section);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Number: return tr("#");
    case Category: return tr("Category");
    case Manufacturer: return tr("Manufacturer");
    case Description: return tr("Description");
    case Quantity: return tr("Qty");
    case UnitPrice: return tr("Unit price");
    case LineTotal: return tr("Line total");
    case Price: return tr("Price from");
    default: return {};
    }
}

} // namespace rigwright
