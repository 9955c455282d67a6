// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/cells.h"
#include "bom/document/sizing_tables.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rigwright {

namespace {

using Kind = DocumentColumn::Kind;

constexpr std::array<ColumnText, 5> kSpeedColumns{{
    {"figure", RIGWRIGHT_TEXT("Document", "Figure")},
    {"unit", RIGWRIGHT_TEXT("Document", "Unit")},
    {"low", RIGWRIGHT_TEXT("Document", "Low"), Kind::Number},
    {"mid", RIGWRIGHT_TEXT("Document", "Middle"), Kind::Number},
    {"high", RIGWRIGHT_TEXT("Document", "High"), Kind::Number},
}};

constexpr std::array<ColumnText, 3> kStepColumns{{
    {"part", RIGWRIGHT_TEXT("Document", "What takes time")},
    {"time_ms", RIGWRIGHT_TEXT("Document", "Time (ms)"), Kind::Number},
    {"share", RIGWRIGHT_TEXT("Document", "Share (%)"), Kind::Number},
}};

constexpr std::size_t kLow = 2;
constexpr std::size_t kMiddle = 3;
constexpr std::size_t kHigh = 4;
constexpr std::uint32_t kBarColour = 0x3B6FB6;

double figureOf(double value)
{
    return value;
}
template <class Unit>
double figureOf(Unit value)
{
    return value.value();
}

/// Three significant figures at least.
int decimalsFor(double value)
{
    constexpr int kFigures = 3;
    constexpr int kMostDecimals = 4;
    if (value <= 0) {
        return 1;
    }
    const int whole = static_cast<int>(std::floor(std::log10(value))) + 1;
    return std::clamp(kFigures - whole, 0, kMostDecimals);
}

/// Ranges of speeds and times, a row each.
class SpeedTable {
public:
    SpeedTable(const SectionInput& input, std::size_t machine)
        : say_(input.say)
    {
        table_.id = machineId("speed", machine);
        table_.title = input.ofMachine(say_(RIGWRIGHT_TEXT("Document", "Speed, estimated")), machine);
        table_.columns = columnsOf(kSpeedColumns, say_, input.facts.bom.currency);
    }

    template <class Value>
    void add(const char* figure, const char* unit, const Range<Value>& range, double divisor = 1)
    {
        const int decimals = decimalsFor(figureOf(range.mid) / divisor);
        table_.rows.push_back({DocumentRow::Kind::Line,
                               {textCell(say_(figure)), textCell(say_(unit)),
                                decimalCell(figureOf(range.low) / divisor, decimals),
                                decimalCell(figureOf(range.mid) / divisor, decimals),
                                decimalCell(figureOf(range.high) / divisor, decimals)}});
    }

    [[nodiscard]] DocumentTable take() { return std::move(table_); }

private:
    const DocumentWords& say_;
    DocumentTable table_;
};

/// Of the table's first rows.
DocumentChart speedChart(const SectionInput& input, std::size_t machine, std::size_t rows)
{
    const std::string table = machineId("speed", machine);
    const auto column = [&](std::size_t index) { return columnRange(table, index, 0, rows - 1); };
    DocumentChart chart;
    chart.kind = DocumentChart::Kind::Bars;
    chart.id = machineId("speed_chart", machine);
    chart.title = input.ofMachine(input.say(RIGWRIGHT_TEXT("Document", "Speed with its range")), machine);
    chart.valueTitle = input.say(RIGWRIGHT_TEXT("Document", "tokens/s"));
    chart.categories = column(0);
    chart.series.push_back({input.say(RIGWRIGHT_TEXT("Document", "Speed")), kBarColour, column(kMiddle),
                            column(kLow), column(kHigh)});
    return chart;
}

void addUnknown(DocumentSection& section, const SectionInput& input, std::size_t machine)
{
    section.blocks.emplace_back(DocumentText{
        input.ofMachine(
            input.say(RIGWRIGHT_TEXT("Document",
                                     "The speed is unknown: the model does not fit, or the catalog lacks "
                                     "a figure.")),
            machine),
        CellTone::Attention});
}

/// Where the time goes; parts that take none are left out.
class StepTable {
public:
    StepTable(const SectionInput& input, std::size_t machine, const char* title, Seconds total)
        : say_(input.say)
        , total_(total)
    {
        table_.id = machineId("step", machine);
        table_.title = input.ofMachine(say_(title), machine);
        table_.columns = columnsOf(kStepColumns, say_, input.facts.bom.currency);
    }

    void add(std::string part, Seconds time)
    {
        constexpr double kMilliseconds = 1e3;
        constexpr double kPercent = 100;
        if (time > Seconds(0) && total_ > Seconds(0)) {
            const double milliseconds = time.value() * kMilliseconds;
            table_.rows.push_back(
                {DocumentRow::Kind::Line,
                 {textCell(std::move(part)), decimalCell(milliseconds, decimalsFor(milliseconds)),
                  decimalCell(time / total_ * kPercent, 1)}});
        }
    }

    void addTo(DocumentSection& section)
    {
        if (!table_.rows.empty()) {
            section.blocks.emplace_back(std::move(table_));
        }
    }

private:
    const DocumentWords& say_;
    Seconds total_;
    DocumentTable table_;
};

const char* partText(const TrainingPart& part)
{
    constexpr std::array<const char*, kTrainingParts.size()> kNames{
        RIGWRIGHT_TEXT("Document", "compute"),        RIGWRIGHT_TEXT("Document", "memory traffic"),
        RIGWRIGHT_TEXT("Document", "launches"),       RIGWRIGHT_TEXT("Document", "model parallelism"),
        RIGWRIGHT_TEXT("Document", "gradient sync"),  RIGWRIGHT_TEXT("Document", "pipeline bubble"),
        RIGWRIGHT_TEXT("Document", "optimizer step"), RIGWRIGHT_TEXT("Document", "offload"),
        RIGWRIGHT_TEXT("Document", "data loading"),   RIGWRIGHT_TEXT("Document", "checkpoints"),
    };
    return kNames.at(static_cast<std::size_t>(&part - kTrainingParts.data()));
}

} // namespace

void addSpeed(DocumentSection& section, const SectionInput& input, std::size_t machine)
{
    const EvaluatedBuild& build = *input.facts.machines[machine].build;
    if (!build.speed) {
        addUnknown(section, input, machine);
        return;
    }
    const SpeedEstimate& speed = *build.speed;
    const char* perSecond = RIGWRIGHT_TEXT("Document", "tokens/s");
    const char* seconds = RIGWRIGHT_TEXT("Document", "s");
    SpeedTable table(input, machine);
    table.add(RIGWRIGHT_TEXT("Document", "Answer, one user"), perSecond, speed.decode);
    table.add(RIGWRIGHT_TEXT("Document", "Answers, all users"), perSecond, speed.total);
    table.add(RIGWRIGHT_TEXT("Document", "Reading the prompt"), perSecond, speed.prefill);
    table.add(RIGWRIGHT_TEXT("Document", "Time to the first token"), seconds, speed.timeToFirstToken);
    table.add(RIGWRIGHT_TEXT("Document", "Time for each further token"), seconds, speed.timePerOutputToken);
    section.blocks.emplace_back(table.take());
    section.blocks.emplace_back(speedChart(input, machine, 2));
    section.blocks.emplace_back(DocumentText{
        input.ofMachine(input.say(RIGWRIGHT_TEXT("Document", "What limits the answers: {bound}."),
                                  {{"bound", input.say.bound(speed.bound)}}),
                        machine)});
    const StepTime& step = speed.decodeStep;
    StepTable parts(input, machine,
                    RIGWRIGHT_TEXT("Document", "Where the time of one step of the answer goes"),
                    step.total());
    parts.add(input.say.bound(Bound::MemoryBandwidth), step.deviceMemory);
    parts.add(input.say.bound(Bound::HostMemory), step.hostMemory);
    parts.add(input.say.bound(Bound::Compute), step.compute);
    parts.add(input.say.bound(Bound::Interconnect), step.interconnect);
    parts.add(input.say.bound(Bound::EngineOverhead), step.overhead);
    parts.addTo(section);
}

void addTrainingSpeed(DocumentSection& section, const SectionInput& input, std::size_t machine)
{
    const auto& trainings = input.facts.trainings;
    if (machine >= trainings.size() || !trainings[machine]) {
        addUnknown(section, input, machine);
        return;
    }
    constexpr double kDay = 86'400;
    constexpr double kHour = 3600;
    constexpr double kPercent = 0.01;
    const TrainingEstimate& training = *trainings[machine];
    SpeedTable table(input, machine);
    table.add(RIGWRIGHT_TEXT("Document", "Trained tokens"), RIGWRIGHT_TEXT("Document", "tokens/s"),
              training.trained);
    table.add(RIGWRIGHT_TEXT("Document", "One step"), RIGWRIGHT_TEXT("Document", "s"), training.step);
    table.add(RIGWRIGHT_TEXT("Document", "Model FLOP utilization"), "%", training.utilization, kPercent);
    if (training.run) {
        table.add(RIGWRIGHT_TEXT("Document", "The whole run"), RIGWRIGHT_TEXT("Document", "days"),
                  training.run->time, kDay);
        table.add(RIGWRIGHT_TEXT("Document", "The whole run, of all devices"),
                  RIGWRIGHT_TEXT("Document", "device hours"), training.run->deviceTime, kHour);
    }
    section.blocks.emplace_back(table.take());
    section.blocks.emplace_back(speedChart(input, machine, 1));
    if (training.binds != nullptr) {
        section.blocks.emplace_back(DocumentText{
            input.ofMachine(input.say(RIGWRIGHT_TEXT("Document", "What takes most of a step: {part}."),
                                      {{"part", input.say(partText(*training.binds))}}),
                            machine)});
    }
    StepTable parts(input, machine, RIGWRIGHT_TEXT("Document", "Where the time of one step goes"),
                    training.parts.total());
    for (const TrainingPart& part : kTrainingParts) {
        parts.add(input.say(partText(part)), training.parts.*part.time);
    }
    parts.addTo(section);
}

} // namespace rigwright
