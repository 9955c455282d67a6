// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finding_table_model.h"

#include "ui/finding_counts.h"
#include "ui/text.h"

#include <algorithm>

namespace rigwright {

namespace {

int gravityOf(TagKind kind)
{
    switch (kind) {
    case TagKind::Danger: return 0;
    case TagKind::Warning: return 1;
    case TagKind::Unknown: return 2;
    case TagKind::Good:
    case TagKind::Neutral: break;
    }
    return 3;
}

} // namespace

void FindingTableModel::setAnswer(std::shared_ptr<const EvaluatedBuild> build,
                                  std::shared_ptr<const SearchResult> result)
{
    build_ = std::move(build);
    result_ = std::move(result);
    fill();
}

void FindingTableModel::retranslate()
{
    fill();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void FindingTableModel::fill()
{
    beginResetModel();
    rows_.clear();
    if (build_ != nullptr) {
        for (const Finding& finding : build_->findings) {
            const TagKind kind = tagKindOf(finding);
            const QString word = kind == TagKind::Unknown ? tr("unverified") : severityText(finding.severity);
            rows_.push_back({{kind, word}, findingText(finding), {}, gravityOf(kind)});
        }
    } else if (result_ != nullptr) {
        for (const Exclusion& exclusion : result_->excluded) {
            const QString mend = exclusion.nearest
                ? tr("%1 for %2 is left out by this alone")
                      .arg(QString::fromStdString(exclusion.nearest->title),
                           moneyText(exclusion.nearest->price))
                : QString();
            rows_.push_back(
                {{TagKind::Danger, tr("left out")},
                 tr("%1: %2 candidates").arg(exclusionText(exclusion), roundCountText(exclusion.count)),
                 mend,
                 exclusion.nearest ? 0 : 1});
        }
    }
    std::ranges::stable_sort(rows_, {}, &Row::gravity);
    endResetModel();
}

bool FindingTableModel::hasMends() const
{
    return std::ranges::any_of(rows_, [](const Row& row) { return !row.mend.isEmpty(); });
}

int FindingTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int FindingTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    const QString text = column == Severity ? row.tag.text : column == Sentence ? row.sentence : row.mend;
    switch (role) {
    case Qt::DisplayRole: return text;
    case Qt::ToolTipRole: return column == Severity ? QString() : text;
    case kTagsRole: return column == Severity ? QVariant::fromValue(CellTags{row.tag}) : QVariant();
    case kMutedRole: return column == Mend;
    default: return {};
    }
}

QVariant FindingTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Severity: return tr("Severity");
    case Sentence: return tr("Finding");
    case Mend: return tr("The nearest machine");
    default: return {};
    }
}

} // namespace rigwright
