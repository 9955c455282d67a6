// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/part_entry.h"

#include <QDialog>

class QCheckBox;
class QPushButton;

namespace rigwright {

class PartCompareTable;
class TableView;
class ThemedLabel;

inline constexpr std::size_t kMostComparedParts = 6;

/// Parts side by side, with what differs marked or alone.
class PartCompareDialog : public QDialog {
    Q_OBJECT
public:
    /// Parts beyond the most that fit side by side are left out.
    PartCompareDialog(std::vector<PartEntry> parts, const Date& today, const PricePolicy& policy,
                      QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();

    PartCompareTable* table_ = nullptr;
    TableView* view_ = nullptr;
    ThemedLabel* count_ = nullptr;
    QCheckBox* only_ = nullptr;
    QPushButton* copy_ = nullptr;
    QPushButton* close_ = nullptr;
};

} // namespace rigwright
