// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/card.h"
#include "ui/memory_study.h"

#include <array>

class QAbstractItemModel;
class QStackedWidget;

namespace rigwright {

class DetailTable;
class PlacementTable;
class PrecisionTable;
class TableView;

/// Beside the curve: other precisions, other placements, or the figures in detail; two links lead to the views that are not
/// shown.
class MemorySide : public Card {
    Q_OBJECT
public:
    enum View { Precisions, Placements, Details, ViewCount };

    explicit MemorySide(QWidget* parent = nullptr);

    void showPrecisions(std::vector<PrecisionRow> rows, bool onDevices);
    /// `layers` of the model, `devices` of the machine.
    void showPlacements(std::vector<PlacementRow> rows, Engine engine, int layers, int devices);
    void showDetails(const MemoryStudy& study);
    /// Tab-separated lines, as spreadsheets paste them.
    [[nodiscard]] QString detailsText() const;

Q_SIGNALS:
    void precisionChosen(rigwright::WeightFormat format);

protected:
    void changeEvent(QEvent* event) override;

private:
    TableView* addTable(const QString& objectName, QAbstractItemModel* model);
    void buildPrecisions();
    void setView(View view);
    void retranslate();
    void showCurrentPrecision();

    View view_ = Precisions;
    MemoryStudy study_;
    QStackedWidget* views_ = nullptr;
    std::array<QPushButton*, ViewCount> links_{};
    PrecisionTable* precisions_ = nullptr;
    TableView* precisionsTable_ = nullptr;
    PlacementTable* placements_ = nullptr;
    TableView* placementsTable_ = nullptr;
    DetailTable* details_ = nullptr;
    TableView* detailsTable_ = nullptr;
};

} // namespace rigwright
