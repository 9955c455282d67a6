// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/speed_study.h"

#include <QWidget>

#include <array>

class QPushButton;
class QStackedWidget;

namespace rigwright {

class AnswerStrip;
class BandChart;
class Card;
class Dimmer;
class FiguresTable;
class TableView;
class ThemedLabel;
class TimeBars;

/// How fast the machine is, where the time goes, and how speed changes with context and users.
class SpeedPage : public QWidget {
    Q_OBJECT
public:
    /// What the chart shows: for one user, for many, for training.
    enum View {
        OverContext,
        FirstTokenOverPrompt,
        AllUsers,
        EachUser,
        FirstTokenOverUsers,
        TrainedTokens,
        DeviceUse,
        ViewCount
    };

    explicit SpeedPage(QWidget* parent = nullptr);

    void showStudy(SpeedStudy study);
    /// Without a machine there is no speed.
    void showNothing();
    void setBusy(bool busy);

Q_SIGNALS:
    void promptChosen(std::int64_t tokens);
    void usersChosen(std::int64_t users);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildBars();
    void buildChart();
    void buildFigures();
    void retranslate();
    void setView(View view);
    [[nodiscard]] bool hasView(View view) const;
    [[nodiscard]] bool serves() const { return study_.traffic.curve.has_value(); }
    [[nodiscard]] bool trains() const { return study_.training.has_value(); }
    [[nodiscard]] View firstView() const;
    void showAnswers();
    void showTrainingAnswers();
    void showChart();
    void showTrainingChart();
    void fillTable();
    void fillTrainingTable();

    bool empty_ = true;
    SpeedStudy study_;
    View view_ = OverContext;
    Card* barsCard_ = nullptr;
    TimeBars* bars_ = nullptr;
    ThemedLabel* unknown_ = nullptr;
    AnswerStrip* answers_ = nullptr;
    std::size_t decodeAnswer_ = 0;
    std::size_t totalAnswer_ = 0;
    std::size_t prefillAnswer_ = 0;
    std::size_t firstAnswer_ = 0;
    std::size_t boundAnswer_ = 0;
    std::size_t trainedAnswer_ = 0;
    std::size_t stepAnswer_ = 0;
    std::size_t useAnswer_ = 0;
    std::size_t runAnswer_ = 0;

    Card* chartCard_ = nullptr;
    BandChart* chart_ = nullptr;
    std::array<QPushButton*, ViewCount> links_{};

    Card* sideCard_ = nullptr;
    QStackedWidget* side_ = nullptr;
    FiguresTable* figures_ = nullptr;
    TableView* figuresTable_ = nullptr;
    FiguresTable* points_ = nullptr;
    TableView* pointsTable_ = nullptr;
    QPushButton* otherSide_ = nullptr;
    QPushButton* copySide_ = nullptr;
    Dimmer* dimmer_ = nullptr;
};

} // namespace rigwright
