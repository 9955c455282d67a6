// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/placement_table.h"

#include "ui/cell_delegate.h"
#include "ui/text.h"

namespace rigwright {

void PlacementTable::showRows(std::vector<PlacementRow> rows, Engine engine, int layers, int devices)
{
    beginResetModel();
    rows_ = std::move(rows);
    engine_ = engine;
    layers_ = layers;
    devices_ = devices;
    endResetModel();
}

int PlacementTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int PlacementTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PlacementTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const PlacementRow& row = rows_[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return column == Layout ? layoutText(row.placement)
            : column == Need    ? gibText(row.fullest > Bytes() ? row.fullest : row.host)
            : row.fits          ? tr("fits")
                                : tr("no");
    case Qt::TextAlignmentRole: return alignment(column);
    case kTagsRole:
        return column == State ? QVariant::fromValue(CellTags{row.fits ? CellTag{TagKind::Good, tr("fits")}
                                                                       : CellTag{TagKind::Danger, tr("no")}})
                               : QVariant();
    case kNoteRole: return column == Layout ? note(row) : QString();
    case kMarkRole:
        return static_cast<int>(column == Layout && row.isCurrent ? CellMark::Filled : CellMark::None);
    case Qt::ToolTipRole: return row.isCurrent ? tr("What the planner chooses") : QVariant();
    default: return {};
    }
}

QString PlacementTable::title(int column) const
{
    switch (column) {
    case Layout: return tr("Layout");
    case Need: return devices_ > 1 ? tr("GiB each") : tr("GiB");
    case State: return tr("State");
    default: return {};
    }
}

bool PlacementTable::isNumber(int column) const
{
    return column == Need;
}

QString PlacementTable::layoutText(const Placement& placement) const
{
    if (devices_ == 0) {
        return tr("All in RAM");
    }
    if (engine_ == Engine::LlamaCpp) {
        return placement.splitRows ? tr("%1, split by rows").arg(layersText(placement))
                                   : layersText(placement);
    }
    QStringList degrees;
    const auto add = [&degrees](const char* name, int degree) {
        if (degree > 1) {
            degrees << QStringLiteral("%1 %2").arg(QLatin1String(name)).arg(degree);
        }
    };
    add("TP", placement.tensorParallel);
    add("PP", placement.pipelineParallel);
    add("EP", placement.expertParallel);
    add("DP", placement.dataParallel);
    return degrees.isEmpty() ? tr("One device") : degrees.join(QStringLiteral(" · "));
}

/// llama.cpp's layers: where they are, and where their experts are.
QString PlacementTable::layersText(const Placement& placement) const
{
    if (placement.expertsOnHost) {
        if (placement.gpuLayers < layers_) {
            return tr("%1 of %2 layers on GPU, experts in RAM").arg(placement.gpuLayers).arg(layers_);
        }
        return placement.hostExpertLayers > 0 && placement.hostExpertLayers < layers_
            ? tr("Experts of %1 of %2 layers in RAM").arg(placement.hostExpertLayers).arg(layers_)
            : tr("Experts in RAM");
    }
    if (placement.gpuLayers >= layers_) {
        return tr("All layers on GPU");
    }
    return placement.gpuLayers == 0 ? tr("All layers in RAM")
                                    : tr("%1 of %2 layers on GPU").arg(placement.gpuLayers).arg(layers_);
}

QString PlacementTable::note(const PlacementRow& row) const
{
    if (row.reason) {
        return findingText(*row.reason);
    }
    const bool some = devices_ > 0 && engine_ == Engine::LlamaCpp && row.placement.gpuLayers > 0;
    return some && (row.placement.expertsOnHost || row.placement.gpuLayers < layers_)
        ? tr("and %1 in RAM").arg(memoryText(row.host))
        : QString();
}

} // namespace rigwright
