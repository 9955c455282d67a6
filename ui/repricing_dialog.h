// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/machine_set.h"
#include "project/project_facts.h"

#include <QDialog>

#include <vector>

namespace rigwright {

/// What the catalog says differently of a project's prices, and which of its quotes have run out, before the project takes it over.
class RepricingDialog : public QDialog {
    Q_OBJECT
public:
    struct Dates {
        Date before; ///< of the catalog that the project rests on
        Date after;  ///< of the present one
    };
    RepricingDialog(const std::vector<SavedDifference>& differences, const std::vector<ExpiredQuote>& expired,
                    const Dates& dates, QWidget* parent = nullptr);

Q_SIGNALS:
    void repriceWanted();
};

/// "up", "down", "gone": what became of a price.
[[nodiscard]] QString differenceKindText(SavedDifference::Kind kind);

} // namespace rigwright
