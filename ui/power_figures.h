// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "ui/label.h"

#include <optional>

class QGridLayout;

namespace rigwright {

/// What the machine takes, and what its electricity comes to.
class PowerFigures : public QWidget {
    Q_OBJECT
public:
    explicit PowerFigures(QWidget* parent = nullptr);
    /// Null: no machine.
    void showMachine(const EvaluatedBuild* build);
    void showMonthlyElectricity(const std::optional<Money>& amount);
    void retranslate();

private:
    struct Line {
        ThemedLabel* label;
        ThemedLabel* figure;
    };
    Line addLine(QGridLayout* grid, const char* objectName);

    ThemedLabel* head_;
    Line load_, idle_, monthly_;
};

} // namespace rigwright
