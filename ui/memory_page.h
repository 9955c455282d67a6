// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/memory_study.h"

#include <QWidget>

class QPushButton;

namespace rigwright {

class AnswerStrip;
class Card;
class ContextChart;
class Dimmer;
class FiguresTable;
class MemoryBars;
class MemorySide;
class TableView;

/// Where the memory goes, how it grows with the context, what the most is that fits, and what other precisions and placements
/// would need.
class MemoryPage : public QWidget {
    Q_OBJECT
public:
    explicit MemoryPage(QWidget* parent = nullptr);

    void showStudy(const MemoryStudy& study);
    void showPrecisions(std::vector<PrecisionRow> rows, bool onDevices);
    /// `layers` of the model, `devices` of the machine.
    void showPlacements(PlacementStudy study, Engine engine, int layers, int devices);
    void setBusy(bool busy);

Q_SIGNALS:
    /// The context, or the length of a training example.
    void contextChosen(std::int64_t tokens);
    void sequencesChosen(std::int64_t sequences);
    void precisionChosen(rigwright::WeightFormat format);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildBars();
    void buildCurve();
    void buildAnswers();
    void retranslate();
    void showAnswers();
    void fillFigures();

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

    AnswerStrip* answers_ = nullptr;
    std::size_t largestAnswer_ = 0;
    std::size_t mostAnswer_ = 0;
    std::size_t buffersAnswer_ = 0;
    std::size_t poolAnswer_ = 0;
    std::size_t hostAnswer_ = 0;
    std::optional<std::int64_t> mostSequences_;

    MemorySide* side_ = nullptr;
    Dimmer* dimmer_ = nullptr;
};

} // namespace rigwright
