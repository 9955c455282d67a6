// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search.h"
#include "ui/finding_counts.h"
#include "ui/titled_table.h"

#include <QSet>

#include <memory>
#include <optional>

namespace rigwright {

/// The speed that a machine is judged by: of all users together where there are several, else of the one.
[[nodiscard]] std::optional<Range<TokensPerSecond>> headlineSpeed(const EvaluatedBuild& build,
                                                                  const Workload& workload);

/// The machines of a search, one a row, in the order of the search.
class BuildTableModel : public TitledTable {
    Q_OBJECT
public:
    enum Column { Machine, Price, Speed, Memory, Power, LimitedBy, Findings, ColumnCount };
    /// Noise, headroom and room for cards follow as columns of their own where machines are ranked by them.
    enum Merit { Noise = ColumnCount, Headroom, RoomForCards };

    using TitledTable::TitledTable;

    void setResult(std::shared_ptr<const SearchResult> result, const Workload& workload,
                   const std::vector<Objective>& objectives = {});
    /// The ids of machines that are marked as kept.
    void setSaved(const QSet<QString>& ids);
    [[nodiscard]] bool isSaved(const QString& id) const { return saved_.contains(id); }
    /// The document's machine, which stands beside what the search found; empty: none does.
    void setKept(const QString& id);
    [[nodiscard]] const EvaluatedBuild* build(int row) const;
    /// −1: no machine with this id.
    [[nodiscard]] int rowOf(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] const FindingCounts& countsOf(int row) const;
    /// A section of the table as a Column or a Merit.
    [[nodiscard]] int kindOf(int section) const;
    [[nodiscard]] bool isKept(const EvaluatedBuild& build) const
    {
        return !kept_.isEmpty() && build.id == kept_.toStdString();
    }
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QVariant sortKey(int row, int column) const;
    [[nodiscard]] QString tip(const EvaluatedBuild& build, int column) const;

    /// Shared with the thread that searched: the result is too large to copy for each view.
    std::shared_ptr<const SearchResult> result_;
    std::vector<FindingCounts> counts_; ///< of each build
    Workload workload_;
    QSet<QString> saved_;
    QString kept_;
    std::vector<int> merits_; ///< shown after the columns that always are
};

} // namespace rigwright
