// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/claim_check.h"
#include "ui/label.h"

#include <QWidget>

namespace rigwright {

class Tag;

/// One claim in full: verdict and reason at the left, what it was compared with and what was assumed at the right.
class ClaimDetails : public QWidget {
    Q_OBJECT
public:
    explicit ClaimDetails(QWidget* parent = nullptr);
    /// Null: no claim is selected. The check must stay until another is shown.
    void showCheck(const ClaimCheck* check);
    void retranslate();

private:
    const ClaimCheck* check_ = nullptr;
    Tag* verdict_;
    ThemedLabel* id_;
    ThemedLabel* claim_;
    ThemedLabel* reason_;
    ThemedLabel* remark_;
    ThemedLabel* figures_;
    ThemedLabel* source_;
    ThemedLabel* assumptions_;
};

} // namespace rigwright
