// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bom_table_model.h"

#include "ui/cell_delegate.h"
#include "ui/document_texts.h"
#include "ui/text.h"

#include <QUrl>

#include <algorithm>
#include <utility>

namespace rigwright {

namespace {

bool isSameLine(const BomLine& one, const BomLine& other)
{
    return one.kind == other.kind && one.machine == other.machine && one.part == other.part;
}

/// What the document has, whoever said it.
std::string knownText(const BomLine& line, int column)
{
    switch (column) {
    case BomTableModel::PartNumber: return line.partNumber;
    case BomTableModel::Supplier: return line.supplier;
    case BomTableModel::SupplierNumber: return line.supplierPartNumber;
    case BomTableModel::InternalNumber: return line.internalNumber;
    case BomTableModel::Comment: return line.comment;
    default: return {};
    }
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

std::optional<LineField> BomTableModel::fieldOf(int column)
{
    switch (column) {
    case Description: return LineField::Description;
    case Manufacturer:
    case PartNumber: return LineField::PartNumber;
    case Quantity: return LineField::Quantity;
    case UnitPrice: return LineField::UnitPrice;
    case Supplier: return LineField::Supplier;
    case SupplierNumber: return LineField::SupplierNumber;
    case InternalNumber: return LineField::InternalNumber;
    case Spares: return LineField::Spares;
    case Discount: return LineField::Discount;
    case Comment: return LineField::Comment;
    default: return std::nullopt;
    }
}

bool BomTableModel::isNumber(int column) const
{
    return column == Number || column == Quantity || column == UnitPrice || column == LineTotal ||
        column == Spares || column == Discount;
}

void BomTableModel::setBom(std::optional<Bom> bom, OrderDetails order)
{
    if (!bom_ || !bom) {
        beginResetModel();
        bom_ = std::move(bom);
        order_ = std::move(order);
        endResetModel();
        return;
    }
    std::vector<BomLine> lines = std::exchange(bom->lines, std::move(bom_->lines));
    bom_ = std::move(bom);
    order_ = std::move(order);
    putLines(std::move(lines));
    retranslate();
}

void BomTableModel::putLines(std::vector<BomLine> lines)
{
    std::vector<BomLine>& shown = bom_->lines;
    const auto head = std::ranges::mismatch(shown, lines, isSameLine).in1 - shown.begin();
    const auto least = static_cast<std::ptrdiff_t>(std::min(shown.size(), lines.size())) - head;
    std::ptrdiff_t tail = 0;
    while (tail < least && isSameLine(*(shown.rbegin() + tail), *(lines.rbegin() + tail))) {
        ++tail;
    }
    if (const auto gone = static_cast<std::ptrdiff_t>(shown.size()) - head - tail; gone > 0) {
        beginRemoveRows({}, static_cast<int>(head), static_cast<int>(head + gone - 1));
        shown.erase(shown.begin() + head, shown.begin() + head + gone);
        endRemoveRows();
    }
    const auto added = static_cast<std::ptrdiff_t>(lines.size()) - head - tail;
    if (added > 0) {
        beginInsertRows({}, static_cast<int>(head), static_cast<int>(head + added - 1));
    }
    shown = std::move(lines);
    if (added > 0) {
        endInsertRows();
    }
}

void BomTableModel::setShowsSpecifications(bool shows)
{
    showsSpecifications_ = shows;
    retranslate();
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
    default: return saidText(line, column);
    }
}

QString BomTableModel::saidText(const BomLine& line, int column) const
{
    const std::optional<LineField> field = fieldOf(column);
    if (!field) {
        return {};
    }
    if (column == PartNumber && line.kind != BomLine::Kind::Service && line.partNumber.empty()) {
        return tr("unknown");
    }
    if (const std::string known = knownText(line, column); !known.empty()) {
        return QString::fromStdString(known);
    }
    const QString said = canEdit(line, *field) ? saidOf(order_, line, *field) : QString();
    if (said.isEmpty()) {
        return QStringLiteral("–");
    }
    return column == Discount ? tr("%1 %").arg(said) : said;
}

QString BomTableModel::fallback(int row, int column) const
{
    const BomLine& shown = line(row);
    const std::optional<LineField> field = fieldOf(column);
    const bool isSaid = field && !saidOf(order_, shown, *field).isEmpty();
    return isSaid ? QString()
                  : QString::fromStdString(knownText(shown, column == Manufacturer ? PartNumber : column));
}

bool BomTableModel::isMuted(const BomLine& line, int column) const
{
    if (column == Number || column == Category) {
        return true;
    }
    if (column == UnitPrice) {
        return !line.unitPrice;
    }
    // What the catalog or a quote says, until the purchaser does.
    const std::optional<LineField> field = fieldOf(column);
    return column > Price && field && saidOf(order_, line, *field).isEmpty();
}

QString BomTableModel::note(const BomLine& line, int column) const
{
    if (column == Description) {
        return showsSpecifications_ ? QString::fromStdString(specificationsText(line, windowTexts()))
            : line.kind == BomLine::Kind::Spare ? tr("spare")
                                                : QString();
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
    if (const std::string known = knownText(line, column); !known.empty()) {
        const QString whole = QString::fromStdString(known);
        return !isMuted(line, column) ? whole
            : column == PartNumber    ? tr("%1\nAs the catalog says").arg(whole)
                                      : tr("%1\nAs the quote says").arg(whole);
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
    case Spares: return saidOf(order_, line, LineField::Spares).toInt();
    case Discount: return static_cast<qlonglong>(line.discount.millionths());
    case Approved: return line.approved;
    case PartNumber:
    case Supplier:
    case SupplierNumber:
    case InternalNumber:
    case Comment: return QString::fromStdString(knownText(line, column));
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
    case Qt::TextAlignmentRole: return alignment(column);
    case kNoteRole: return note(line, column);
    case kTagsRole: return tags(line, column);
    case kSortRole: return sortKey(line, column);
    case kIdRole: return QString::fromStdString(line.part.text());
    case kMutedRole: return isMuted(line, column);
    case kWrapRole: return column == Description || column == Supplier || column == Comment;
    case Qt::EditRole: {
        const std::optional<LineField> field = fieldOf(column);
        return field ? saidOf(order_, line, *field) : QVariant();
    }
    case Qt::CheckStateRole:
        return column == Approved && line.kind != BomLine::Kind::Service
            ? QVariant(line.approved ? Qt::Checked : Qt::Unchecked)
            : QVariant();
    default: return {};
    }
}

QString BomTableModel::title(int column) const
{
    switch (column) {
    case Number: return tr("#");
    case Category: return tr("Category");
    case Manufacturer: return tr("Manufacturer");
    case Description: return tr("Description");
    case Quantity: return tr("Qty");
    case UnitPrice: return tr("Unit price");
    case LineTotal: return tr("Line total");
    case Price: return tr("Price from");
    case Approved: return tr("Approved");
    default: {
        const std::optional<LineField> field = fieldOf(column);
        return field ? lineFieldText(*field) : QString();
    }
    }
}

Qt::ItemFlags BomTableModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid() || !bom_) {
        return flags;
    }
    const BomLine& shown = line(index.row());
    if (index.column() == Approved && shown.kind != BomLine::Kind::Service) {
        return flags | Qt::ItemIsUserCheckable;
    }
    const std::optional<LineField> field = fieldOf(index.column());
    return field && canEdit(shown, *field) ? flags | Qt::ItemIsEditable : flags;
}

bool BomTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const Qt::ItemFlags can = flags(index);
    if (role == Qt::CheckStateRole && can.testFlag(Qt::ItemIsUserCheckable)) {
        Q_EMIT approved(index.row(), value.toInt() == Qt::Checked);
        return true;
    }
    if (role != Qt::EditRole || !can.testFlag(Qt::ItemIsEditable)) {
        return false;
    }
    Q_EMIT edited(index.row(), *fieldOf(index.column()), value.toString());
    return true;
}

} // namespace rigwright
