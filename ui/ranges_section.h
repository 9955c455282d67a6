// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/assumption_section.h"

#include <map>

namespace rigwright {

/// How far each factor may come out other than assumed: suggested with the reason, or the user's own.
class RangesSection : public AssumptionSection {
    Q_OBJECT
public:
    explicit RangesSection(QWidget* parent = nullptr);

    /// Those that count: the user's own, else those suggested.
    void showRanges(const std::vector<FactorRange>& ranges);
    void retranslate() override;

protected:
    void showMore() override;
    [[nodiscard]] bool isMoreDefault() const override;
    void resetMore(CostAssumptions& changed) const override;

private:
    struct Line {
        DecimalField* low = nullptr;
        DecimalField* high = nullptr;
        ThemedLabel* reason = nullptr;
        Field row = 0;
        Field reasonRow = 0;
    };
    void addLine(CostFactor factor);
    void takeRange(CostFactor factor);
    /// Null: there is none.
    [[nodiscard]] const FactorRange* rangeOf(CostFactor factor) const;
    void showLine(const FactorRange& range, Line& line);

    std::map<CostFactor, Line> lines_;
    std::vector<FactorRange> shown_;
    ThemedLabel* none_;
    Field noneRow_ = 0;
};

} // namespace rigwright
