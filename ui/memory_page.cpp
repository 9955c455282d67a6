// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/memory_page.h"

#include "ui/answer_strip.h"
#include "ui/card.h"
#include "ui/components.h"
#include "ui/context_chart.h"
#include "ui/figures_table.h"
#include "ui/memory_bars.h"
#include "ui/memory_side.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace rigwright {

namespace {

/// The components that anything in a table has.
class UsedParts {
public:
    explicit UsedParts(const MemoryComponents& sum)
        : parts_(memoryParts(sum, lightTheme()))
    { }

    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (const MemoryPart& part : parts_) {
            if (part.amount > Bytes()) {
                names << part.name;
            }
        }
        return names;
    }

    [[nodiscard]] QStringList figures(const MemoryComponents& used) const
    {
        QStringList figures;
        const std::vector<MemoryPart> own = memoryParts(used, lightTheme());
        for (std::size_t part = 0; part < own.size(); ++part) {
            if (parts_[part].amount > Bytes()) {
                figures << gibText(own[part].amount);
            }
        }
        return figures << gibText(used.total());
    }

private:
    std::vector<MemoryPart> parts_;
};

} // namespace

MemoryPage::MemoryPage(QWidget* parent)
    : QWidget(parent)
    , barsCard_(new Card)
    , curveCard_(new Card)
    , side_(new MemorySide)
{
    setObjectName(QStringLiteral("memoryPage"));
    buildBars();
    buildAnswers();
    buildCurve();
    connect(side_, &MemorySide::precisionChosen, this, &MemoryPage::precisionChosen);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(12);
    grid->addWidget(barsCard_, 0, 0, 1, 2);
    grid->addWidget(curveCard_, 1, 0);
    grid->addWidget(side_, 1, 1);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->setRowStretch(1, 1);
    dimmer_ = new Dimmer(this);
    retranslate();
}

void MemoryPage::buildBars()
{
    bars_ = new MemoryBars;
    barFigures_ = new FiguresTable(this);
    barsTable_ = new TableView;
    barsTable_->setObjectName(QStringLiteral("memoryBarsTable"));
    barsTable_->setModel(barFigures_);
    barsTable_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    barsTable_->setMaximumHeight(140);
    barsTable_->hide();
    barsCard_->body()->addWidget(bars_);
    barsCard_->body()->addWidget(barsTable_);
    copyBars_ = barsCard_->addLink(QStringLiteral("copyMemory"));
    barsAsTable_ = barsCard_->addLink(QStringLiteral("memoryAsTable"));
    connect(copyBars_, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(barFigures_->asText() + QStringLiteral("\n\n") +
                                              side_->detailsText());
    });
    connect(barsAsTable_, &QPushButton::clicked, this, [this] {
        const bool table = !bars_->isHidden();
        bars_->setHidden(table);
        barsTable_->setVisible(table);
        barsTable_->fitColumns();
        retranslate();
    });
}

void MemoryPage::buildCurve()
{
    curve_ = new ContextChart;
    curveFigures_ = new FiguresTable(this);
    curveTable_ = new TableView;
    curveTable_->setObjectName(QStringLiteral("contextTable"));
    curveTable_->setModel(curveFigures_);
    curveTable_->hide();
    curveCard_->body()->addWidget(curve_, 1);
    curveCard_->body()->addWidget(curveTable_, 1);
    curveAsTable_ = curveCard_->addLink(QStringLiteral("contextAsTable"));
    connect(curve_, &ContextChart::contextChosen, this, &MemoryPage::contextChosen);
    connect(curveAsTable_, &QPushButton::clicked, this, [this] {
        const bool table = !curve_->isHidden();
        curve_->setHidden(table);
        curveTable_->setVisible(table);
        curveTable_->fitColumns();
        retranslate();
    });
}

void MemoryPage::buildAnswers()
{
    answers_ = new AnswerStrip;
    largestAnswer_ = answers_->addLink(QStringLiteral("largestContext"), [this] {
        if (study_.curve.largest) {
            Q_EMIT contextChosen(*study_.curve.largest);
        }
    });
    mostAnswer_ = answers_->addLink(QStringLiteral("mostSequences"), [this] {
        if (mostSequences_) {
            Q_EMIT sequencesChosen(*mostSequences_);
        }
    });
    buffersAnswer_ = answers_->addFigure(QStringLiteral("buffers"));
    poolAnswer_ = answers_->addFigure(QStringLiteral("pool"));
    hostAnswer_ = answers_->addFigure(QStringLiteral("hostPeak"));
    barsCard_->body()->addWidget(answers_);
}

void MemoryPage::showStudy(const MemoryStudy& study)
{
    study_ = study;
    bars_->showBars(study.bars);
    curve_->showCurve(study.curve);
    side_->showDetails(study);
    if (!study.onHardware) {
        mostSequences_.reset();
    }
    retranslate();
}

void MemoryPage::showPrecisions(std::vector<PrecisionRow> rows, bool onDevices)
{
    side_->showPrecisions(std::move(rows), onDevices);
}

void MemoryPage::showPlacements(PlacementStudy study, Engine engine, int layers, int devices)
{
    mostSequences_ = study.mostSequences;
    side_->showPlacements(std::move(study.rows), engine, layers, devices);
    showAnswers();
}

void MemoryPage::setBusy(bool busy)
{
    dimmer_->setDimmed(busy);
}

void MemoryPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void MemoryPage::retranslate()
{
    barsCard_->setTitle(tr("Where the memory goes"));
    copyBars_->setText(tr("Copy"));
    barsAsTable_->setText(bars_->isHidden() ? tr("Chart") : tr("Table"));
    barsTable_->setAccessibleName(tr("Where the memory goes"));
    const QString curve = study_.isTraining ? tr("Memory over sequence length") : tr("Memory over context");
    curveCard_->setTitle(curve);
    curveAsTable_->setText(curve_->isHidden() ? tr("Chart") : tr("Table"));
    curveTable_->setAccessibleName(curve);
    showAnswers();
    fillFigures();
}

void MemoryPage::showAnswers()
{
    const std::optional<std::int64_t> largest = study_.curve.largest;
    answers_->showAnswer(largestAnswer_,
                         study_.isTraining ? tr("Longest sequence that fits")
                                           : tr("Longest context that fits"),
                         largest ? tr("%1 tokens").arg(countText(*largest)) : QString());
    answers_->showAnswer(mostAnswer_, tr("Most requests at once"),
                         mostSequences_ ? countText(*mostSequences_) : QString(),
                         tr("Requests of this context that fit as the model is laid out now"));
    answers_->showAnswer(
        buffersAnswer_, tr("Buffers written, of those reserved"),
        study_.touchedBuffers
            ? tr("%1 of %2 GiB").arg(gibText(*study_.touchedBuffers), gibText(study_.reservedBuffers))
            : QString());
    answers_->showAnswer(poolAnswer_, tr("Pool of keys and values holds"),
                         study_.poolTokens ? tr("%1 tokens").arg(countText(*study_.poolTokens)) : QString());
    const HostDemand& host = study_.host;
    const QString peak = host.folkRule > Bytes()
        ? tr("%1 GiB · rule of thumb %2").arg(gibText(host.peak), gibText(host.folkRule))
        : memoryText(host.peak);
    answers_->showAnswer(hostAnswer_, tr("RAM to load and run, at most"),
                         host.peak > Bytes() ? peak : QString());
    answers_->setVisible(largest || mostSequences_ || study_.touchedBuffers || study_.poolTokens ||
                         host.peak > Bytes());
}

void MemoryPage::fillFigures()
{
    MemoryComponents ofBars;
    std::vector<QStringList> bars;
    for (const MemoryBar& bar : study_.bars) {
        ofBars += bar.used;
    }
    const UsedParts inBars(ofBars);
    for (const MemoryBar& bar : study_.bars) {
        bars.push_back(QStringList{barName(bar)} + inBars.figures(bar.used)
                       << (bar.capacity ? gibText(*bar.capacity) : QStringLiteral("–")));
    }
    barFigures_->showFigures(QStringList{tr("GiB")} + inBars.names() << tr("Total") << tr("Capacity"),
                             std::move(bars));
    const UsedParts inCurve(study_.curve.points.empty() ? MemoryComponents()
                                                        : study_.curve.points.back().used);
    std::vector<QStringList> rows;
    for (const ContextPoint& point : study_.curve.points) {
        rows.push_back(QStringList{countText(point.context)} + inCurve.figures(point.used));
    }
    curveFigures_->showFigures(QStringList{tr("Tokens")} + inCurve.names() << tr("Total"), std::move(rows));
}

} // namespace rigwright
