// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/speed_page.h"

#include "ui/answer_strip.h"
#include "ui/band_chart.h"
#include "ui/card.h"
#include "ui/figures_table.h"
#include "ui/label.h"
#include "ui/speed_figures.h"
#include "ui/table_view.h"
#include "ui/text.h"
#include "ui/time_bars.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace rigwright {

namespace {

template <class Unit>
BandPoint pointOf(std::int64_t at, const Range<Unit>& range)
{
    return {at, range.low.value(), range.mid.value(), range.high.value()};
}

bool isOverUsers(SpeedPage::View view)
{
    return view == SpeedPage::AllUsers || view == SpeedPage::EachUser ||
        view == SpeedPage::FirstTokenOverUsers;
}

bool showsTime(SpeedPage::View view)
{
    return view == SpeedPage::FirstTokenOverPrompt || view == SpeedPage::FirstTokenOverUsers;
}

/// The points of the curve: over users where there are many, else over the context.
std::vector<std::pair<std::int64_t, const SpeedEstimate*>> pointsOf(const SpeedStudy& study)
{
    std::vector<std::pair<std::int64_t, const SpeedEstimate*>> points;
    if (study.traffic.curve) {
        for (const LoadPoint& point : study.traffic.curve->points) {
            points.emplace_back(point.users, &point.speed);
        }
        return points;
    }
    for (const SpeedAt& point : study.overContext) {
        points.emplace_back(point.at, &point.speed);
    }
    return points;
}

QString ratesAt(const BandPoint& at)
{
    return speedText({TokensPerSecond(at.low), TokensPerSecond(at.mid), TokensPerSecond(at.high)});
}

QString timesAt(const BandPoint& at)
{
    return secondsRangeText({Seconds(at.low), Seconds(at.mid), Seconds(at.high)});
}

} // namespace

SpeedPage::SpeedPage(QWidget* parent)
    : QWidget(parent)
    , barsCard_(new Card)
    , chartCard_(new Card)
    , sideCard_(new Card)
{
    setObjectName(QStringLiteral("speedPage"));
    buildBars();
    buildChart();
    buildFigures();
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(12);
    grid->addWidget(barsCard_, 0, 0, 1, 2);
    grid->addWidget(chartCard_, 1, 0);
    grid->addWidget(sideCard_, 1, 1);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->setRowStretch(1, 1);
    dimmer_ = new Dimmer(this);
    showNothing();
}

void SpeedPage::buildBars()
{
    bars_ = new TimeBars;
    unknown_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted);
    unknown_->setObjectName(QStringLiteral("speedUnknown"));
    unknown_->setWordWrap(true);
    answers_ = new AnswerStrip;
    decodeAnswer_ = answers_->addFigure(QStringLiteral("decodeSpeed"));
    totalAnswer_ = answers_->addFigure(QStringLiteral("totalSpeed"));
    prefillAnswer_ = answers_->addFigure(QStringLiteral("prefillSpeed"));
    firstAnswer_ = answers_->addFigure(QStringLiteral("firstTokenTime"));
    trainedAnswer_ = answers_->addFigure(QStringLiteral("trainedSpeed"));
    stepAnswer_ = answers_->addFigure(QStringLiteral("trainingStep"));
    useAnswer_ = answers_->addFigure(QStringLiteral("trainingUse"));
    runAnswer_ = answers_->addFigure(QStringLiteral("trainingRun"));
    boundAnswer_ = answers_->addFigure(QStringLiteral("speedBound"));
    barsCard_->body()->addWidget(unknown_);
    barsCard_->body()->addWidget(bars_);
    barsCard_->body()->addWidget(answers_);
}

void SpeedPage::buildChart()
{
    chart_ = new BandChart;
    chartCard_->body()->addWidget(chart_, 1);
    const std::array<QString, ViewCount> names{QStringLiteral("showSpeedOverContext"),
                                               QStringLiteral("showFirstTokenOverPrompt"),
                                               QStringLiteral("showAllUsers"),
                                               QStringLiteral("showEachUser"),
                                               QStringLiteral("showFirstTokenOverUsers"),
                                               QStringLiteral("showTrainedTokens"),
                                               QStringLiteral("showDeviceUse")};
    for (int view = 0; view < ViewCount; ++view) {
        QPushButton* link = chartCard_->addLink(names.at(static_cast<std::size_t>(view)));
        links_.at(static_cast<std::size_t>(view)) = link;
        connect(link, &QPushButton::clicked, this, [this, view] { setView(static_cast<View>(view)); });
    }
    connect(chart_, &BandChart::placeChosen, this, [this](std::int64_t at) {
        if (isOverUsers(view_)) {
            Q_EMIT usersChosen(at);
        } else if (!trains()) {
            Q_EMIT promptChosen(at);
        }
    });
}

void SpeedPage::buildFigures()
{
    figures_ = new FiguresTable(this);
    points_ = new FiguresTable(this);
    side_ = new QStackedWidget;
    const auto add = [this](const QString& name, FiguresTable* model) {
        auto* table = new TableView;
        table->setObjectName(name);
        table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        table->setModel(model);
        side_->addWidget(table);
        return table;
    };
    figuresTable_ = add(QStringLiteral("speedFigures"), figures_);
    figuresTable_->setElasticColumns({0, 1});
    pointsTable_ = add(QStringLiteral("speedPoints"), points_);
    sideCard_->body()->addWidget(side_, 1);
    otherSide_ = sideCard_->addLink(QStringLiteral("speedAsTable"));
    copySide_ = sideCard_->addLink(QStringLiteral("copySpeed"));
    connect(otherSide_, &QPushButton::clicked, this, [this] {
        side_->setCurrentIndex(1 - side_->currentIndex());
        retranslate();
    });
    connect(copySide_, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(figures_->asText() + QStringLiteral("\n\n") +
                                              points_->asText());
    });
}

void SpeedPage::showStudy(SpeedStudy study)
{
    study_ = std::move(study);
    empty_ = false;
    bars_->showBars(study_.bars);
    if (!hasView(view_)) {
        view_ = firstView();
    }
    retranslate();
}

void SpeedPage::showNothing()
{
    study_ = SpeedStudy();
    empty_ = true;
    bars_->showBars({});
    retranslate();
}

void SpeedPage::setBusy(bool busy)
{
    dimmer_->setDimmed(busy);
}

void SpeedPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

bool SpeedPage::hasView(View view) const
{
    if (view == TrainedTokens || view == DeviceUse) {
        return trains();
    }
    return !trains() && isOverUsers(view) == serves();
}

SpeedPage::View SpeedPage::firstView() const
{
    return trains() ? TrainedTokens : serves() ? AllUsers : OverContext;
}

void SpeedPage::setView(View view)
{
    view_ = view;
    retranslate();
}

void SpeedPage::retranslate()
{
    barsCard_->setTitle(tr("Where the time goes"));
    links_[OverContext]->setText(tr("Speed"));
    links_[FirstTokenOverPrompt]->setText(tr("First token"));
    links_[AllUsers]->setText(tr("All users"));
    links_[EachUser]->setText(tr("Each user"));
    links_[FirstTokenOverUsers]->setText(tr("First token"));
    links_[TrainedTokens]->setText(tr("Speed"));
    links_[DeviceUse]->setText(tr("Utilisation"));
    for (int view = 0; view < ViewCount; ++view) {
        links_.at(static_cast<std::size_t>(view))
            ->setVisible(view != view_ && hasView(static_cast<View>(view)));
    }
    const bool table = side_->currentIndex() == 1;
    sideCard_->setTitle(table ? tr("The curve in figures") : tr("Figures"));
    otherSide_->setText(table ? tr("Figures") : tr("Table"));
    copySide_->setText(tr("Copy"));
    const bool known = study_.speed.has_value();
    for (QWidget* part : std::initializer_list<QWidget*>{bars_, answers_, chartCard_, sideCard_}) {
        part->setVisible(known);
    }
    unknown_->setVisible(!known);
    unknown_->setText(empty_ ? tr("The speed shows here once a machine is found.")
                             : tr("The speed is not known: %1.").arg(QString::fromStdString(study_.unknown)));
    if (known) {
        showAnswers();
        showTrainingAnswers();
        if (trains()) {
            showTrainingChart();
            fillTrainingTable();
        } else {
            showChart();
            fillTable();
        }
        figures_->showFigures({tr("What"), tr("Figure")}, speedFigures(study_));
        figuresTable_->setAccessibleName(tr("Figures"));
        figuresTable_->fitColumns();
    }
}

void SpeedPage::showAnswers()
{
    const SpeedEstimate& speed = *study_.speed;
    const bool many = study_.requirement.workload.sequences() > 1;
    answers_->showAnswer(boundAnswer_, tr("Limited by"), boundText(speed.bound));
    if (trains()) {
        for (const std::size_t answer : {decodeAnswer_, totalAnswer_, prefillAnswer_, firstAnswer_}) {
            answers_->showAnswer(answer, {}, {});
        }
        return;
    }
    answers_->showAnswer(decodeAnswer_, many ? tr("Each user") : tr("Output"), speedText(speed.decode),
                         tr("The range that 80 of 100 measurements on like machines lie in"));
    answers_->showAnswer(totalAnswer_, tr("All users"), many ? speedText(speed.total) : QString());
    answers_->showAnswer(prefillAnswer_, tr("Prompt"), speedText(speed.prefill));
    answers_->showAnswer(firstAnswer_, tr("First token after"), secondsRangeText(speed.timeToFirstToken));
}

void SpeedPage::showTrainingAnswers()
{
    if (!trains()) {
        for (const std::size_t answer : {trainedAnswer_, stepAnswer_, useAnswer_, runAnswer_}) {
            answers_->showAnswer(answer, {}, {});
        }
        return;
    }
    const TrainingEstimate& training = *study_.training;
    answers_->showAnswer(trainedAnswer_, tr("Trained"), speedText(training.trained));
    answers_->showAnswer(stepAnswer_, tr("A step of %1 tokens").arg(countText(training.tokensPerStep)),
                         secondsRangeText(training.step));
    answers_->showAnswer(useAnswer_, tr("Utilisation"), shareRangeText(training.utilization),
                         tr("Share of the peak rate that the model's own operations take (MFU)"));
    answers_->showAnswer(runAnswer_,
                         training.run ? tr("%1 tokens").arg(roundCountText(training.run->tokens)) : QString(),
                         training.run ? longTimeRangeText(training.run->time) : QString());
}

void SpeedPage::showChart()
{
    const Workload& workload = study_.requirement.workload;
    const bool overUsers = isOverUsers(view_);
    BandCurve curve;
    for (const auto& [at, speed] : pointsOf(study_)) {
        curve.points.push_back(showsTime(view_)        ? pointOf(at, speed->timeToFirstToken)
                                   : view_ == AllUsers ? pointOf(at, speed->total)
                                                       : pointOf(at, speed->decode));
    }
    curve.now = overUsers ? workload.concurrency : workload.promptTokens;
    if (showsTime(view_) && workload.maxTimeToFirstToken) {
        curve.atMost = {workload.maxTimeToFirstToken->value(), tr("target")};
    }
    if (overUsers && study_.traffic.curve->limit != LoadLimit::None) {
        curve.until = {static_cast<double>(study_.traffic.curve->usersAtLimit),
                       loadLimitText(study_.traffic.curve->limit)};
    }
    const std::array<QString, ViewCount> titles{tr("Speed over context"),
                                                tr("Time to the first token over the prompt"),
                                                tr("Speed of all users together"), tr("Speed of each user"),
                                                tr("Time to the first token over users")};
    chartCard_->setTitle(titles.at(static_cast<std::size_t>(view_)));
    const QString horizontal = overUsers ? tr("users at once")
        : view_ == FirstTokenOverPrompt  ? tr("tokens of the prompt")
                                         : tr("tokens before the answer");
    chart_->showCurve(std::move(curve), horizontal, showsTime(view_) ? tr("seconds") : tr("tokens/s"),
                      showsTime(view_) ? BandChart::ValueText(timesAt) : BandChart::ValueText(ratesAt),
                      [overUsers](std::int64_t at) {
                          return overUsers ? tr("%n user(s)", nullptr, static_cast<int>(at))
                                           : tr("%1 tokens").arg(countText(at));
                      });
}

void SpeedPage::showTrainingChart()
{
    constexpr double kPercent = 100;
    BandCurve curve;
    for (const TrainingAt& point : study_.overDevices) {
        const Range<double>& use = point.training.utilization;
        curve.points.push_back(view_ == DeviceUse ? BandPoint{point.devices, use.low * kPercent,
                                                              use.mid * kPercent, use.high * kPercent}
                                                  : pointOf(point.devices, point.training.trained));
    }
    curve.now = study_.training->nodes * study_.training->devicesPerNode;
    chartCard_->setTitle(view_ == DeviceUse ? tr("Utilisation over devices of this kind")
                                            : tr("Training speed over devices of this kind"));
    const auto shares = [](const BandPoint& at) {
        return shareRangeText({at.low / kPercent, at.mid / kPercent, at.high / kPercent});
    };
    chart_->showCurve(std::move(curve), tr("devices"), view_ == DeviceUse ? tr("%") : tr("tokens/s"),
                      view_ == DeviceUse ? BandChart::ValueText(shares) : BandChart::ValueText(ratesAt),
                      [](std::int64_t at) { return tr("%n device(s)", nullptr, static_cast<int>(at)); });
}

void SpeedPage::fillTrainingTable()
{
    QStringList heads{tr("Devices"), tr("tokens/s"), tr("Step"), tr("Utilisation")};
    std::vector<QStringList> rows;
    for (const TrainingAt& point : study_.overDevices) {
        rows.push_back({countText(point.devices), rangeText(point.training.trained),
                        secondsRangeText(point.training.step), shareRangeText(point.training.utilization)});
    }
    points_->showFigures(heads, std::move(rows));
    pointsTable_->setAccessibleName(tr("The curve in figures"));
    pointsTable_->fitColumns();
}

void SpeedPage::fillTable()
{
    QStringList heads{serves() ? tr("Users") : tr("Tokens"),
                      serves() ? tr("each, tokens/s") : tr("tokens/s")};
    if (serves()) {
        heads << tr("all, tokens/s");
    }
    heads << tr("First token");
    std::vector<QStringList> rows;
    for (const auto& [at, speed] : pointsOf(study_)) {
        QStringList row{countText(at), rangeText(speed->decode)};
        if (serves()) {
            row << rangeText(speed->total);
        }
        row << secondsRangeText(speed->timeToFirstToken);
        rows.push_back(std::move(row));
    }
    points_->showFigures(heads, std::move(rows));
    pointsTable_->setAccessibleName(tr("The curve in figures"));
    pointsTable_->fitColumns();
}

} // namespace rigwright
