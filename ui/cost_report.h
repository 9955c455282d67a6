// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"
#include "units/date.h"
#include "units/error.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace rigwright {

/// What a report of costs says beside the comparison.
struct CostReportFacts {
    QString subject;     ///< "DeepSeek-R1-Distill-Qwen-32B on RTX 3090 24 GB"
    QStringList verdict; ///< the answer in sentences, the most important first
    Date date;           ///< of the report
    Date catalogDate;
};

/// Writes a comparison as a PDF of A4 pages: the verdict, the four charts as vectors with their figures in tables, the scenarios,
/// what was assumed, and where every figure comes from. In the language of the window and on white. The file is there whole or
/// not at all.
[[nodiscard]] Expected<void> writeCostReport(const QString& path,
                                             const std::shared_ptr<const CostComparison>& comparison,
                                             const std::vector<std::size_t>& drawn,
                                             const CostReportFacts& facts);

} // namespace rigwright
