// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/memory_study.h"

#include <QWidget>

class QPushButton;
class QStackedLayout;

namespace rigwright {

class Card;
class ContextChart;
class Dimmer;
class FiguresTable;
class MemoryBars;
class PrecisionTable;
class TableView;

/// Where the memory goes, how it grows with the context, and what other precisions would need.
class MemoryPage : public QWidget {
    Q_OBJECT
public:
    explicit MemoryPage(QWidget* parent = nullptr);

    void showStudy(const MemoryStudy& study);
    void showPrecisions(std::vector<PrecisionRow> rows, bool onDevices);
    void setBusy(bool busy);

Q_SIGNALS:
    void contextChosen(std::int64_t tokens);
    void precisionChosen(rigwright::WeightFormat format);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildBars();
    void buildCurve();
    void buildPrecisions();
    void retranslate();
    void fillFigures();
    void showCurrentPrecision();

    MemoryStudy study_;
    Card* barsCard_ = nullptr;
    MemoryBars* bars_ = nullptr;
    TableView* barsTable_ = nullptr;
    FiguresTable* barFigures_ = nullptr;
    QPushButton* barsAsTable_ = nullptr;
    QPushButton* copyBars_ = nullptr;

    Card* curveCard_ = nullptr;
    ContextChart* curve_ = nullptr;
    TableView* curveTable_ = nullptr;
    FiguresTable* curveFigures_ = nullptr;
    QPushButton* curveAsTable_ = nullptr;
    QPushButton* largest_ = nullptr;

    Card* precisionsCard_ = nullptr;
    PrecisionTable* precisions_ = nullptr;
    TableView* precisionsTable_ = nullptr;
    Dimmer* dimmer_ = nullptr;
};

} // namespace rigwright
