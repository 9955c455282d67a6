// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/serving/serving_fit.h"

#include "calibration/descent.h"

#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <tuple>

namespace rigwright::calibration {

namespace {

constexpr double kMicro = 1e-6;
constexpr double kMilli = 1e-3;
constexpr int kSweeps = 14;

/// What the fit moves of one engine: microseconds and milliseconds.
struct EngineDraft {
    double layer = 45;
    double expertLayer = 25;
    double step = 250;
    double sequence = 5;
    double promptLayer = 100;
    double promptExpertLayer = 100;
    double interference = 0.95;
    double leastInterference = 0.8;
    double firstMs = 40;
    double stepsWaited = 2;
    double promptsAhead = 0.05;
    double promptShare = 2;
    double promptBunch = 0.02;

    void addTokenKnobs(std::vector<Knob>& knobs)
    {
        knobs.insert(knobs.end(),
                     {{&layer, 1, 1000},
                      {&expertLayer, 0.1, 1000},
                      {&step, 1, 5000},
                      {&sequence, 0.01, 200},
                      {&promptLayer, 1, 1000},
                      {&promptExpertLayer, 1, 5000},
                      {&interference, leastInterference, 1}});
    }

    void addFirstKnobs(std::vector<Knob>& knobs)
    {
        knobs.insert(knobs.end(),
                     {{&firstMs, 1, 1000},
                      {&stepsWaited, 0.1, 10},
                      {&promptsAhead, 0.001, 1},
                      {&promptShare, 0.01, 10},
                      {&promptBunch, 0.001, 2}});
    }

    [[nodiscard]] ServingConstants constants() const
    {
        ServingConstants result;
        result.perLayer = Seconds(rounded(layer) * kMicro);
        result.perExpertLayer = Seconds(rounded(expertLayer) * kMicro);
        result.perStep = Seconds(rounded(step) * kMicro);
        result.perSequence = Seconds(rounded(sequence) * kMicro);
        result.promptLayer = Seconds(rounded(promptLayer) * kMicro);
        result.promptExpertLayer = Seconds(rounded(promptExpertLayer) * kMicro);
        result.interference = rounded(interference);
        result.firstToken = Seconds(rounded(firstMs) * kMilli);
        result.stepsWaited = rounded(stepsWaited);
        result.promptsAhead = rounded(promptsAhead);
        result.promptShare = rounded(promptShare);
        result.promptBunch = rounded(promptBunch);
        return result;
    }
};

struct Draft {
    std::array<double, 3> weights{0.9, 0.9, 0.85};
    double grouped = 0.8;
    double groupedExperts = 0.4;
    double experts = 0.9;
    double cache = 0.9;
    std::array<double, 3> compute{0.75, 0.6, 0.6};
    double taper = 0.1;
    double expertCompute = 0.25;
    double attention = 0.5;
    double exchange = 1.4;
    double indexer = 80;
    std::array<EngineDraft, 3> engines;

    Draft()
    {
        EngineDraft& sgLang = engines[1]; // works prompts off before it goes on with the others' tokens
        sgLang.interference = 0.6;
        sgLang.leastInterference = 0.4;
        sgLang.promptsAhead = 0.06;
        sgLang.promptBunch = 0.4;
        sgLang.promptExpertLayer = 2000;
        engines[2].promptExpertLayer = 500;
    }

    [[nodiscard]] std::vector<Knob> tokenKnobs()
    {
        constexpr double kMost = 0.95; // of bandwidth
        constexpr double kMostOfPeak = 0.8;
        std::vector<Knob> knobs{{&grouped, 0.05, kMost},   {&groupedExperts, 0.05, kMost},
                                {&experts, 0.2, 1},        {&cache, 0.3, kMost},
                                {&expertCompute, 0.05, 1}, {&taper, 0.005, 0.4},
                                {&attention, 0.05, 0.6},   {&exchange, 0.5, 5},
                                {&indexer, 1, 1000}};
        for (std::size_t i = 0; i < weights.size(); ++i) {
            knobs.push_back({&weights[i], 0.3, kMost});
            knobs.push_back({&compute[i], 0.1, kMostOfPeak});
        }
        for (EngineDraft& engine : engines) {
            engine.addTokenKnobs(knobs);
        }
        return knobs;
    }

    [[nodiscard]] std::vector<Knob> firstKnobs()
    {
        std::vector<Knob> knobs;
        for (EngineDraft& engine : engines) {
            engine.addFirstKnobs(knobs);
        }
        return knobs;
    }

    [[nodiscard]] ServingFit fit() const
    {
        ServingFit result;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            result.shared.weightShare[i] = rounded(weights[i]);
            result.shared.computeShare[i] = rounded(compute[i]);
        }
        result.shared.groupedShare = rounded(grouped);
        result.shared.groupedExperts = rounded(groupedExperts);
        result.shared.expertShare = rounded(experts);
        result.shared.cacheShare = rounded(cache);
        result.shared.computeTaper = rounded(taper);
        result.shared.expertCompute = rounded(expertCompute);
        result.shared.attentionCompute = rounded(attention);
        result.shared.exchangeLatency = rounded(exchange);
        result.shared.perIndexer = Seconds(rounded(indexer) * kMicro);
        result.vllm = engines[0].constants();
        result.sgLang = engines[1].constants();
        result.tensorRtLlm = engines[2].constants();
        return result;
    }
};

ServingTimes timesOf(const ServingRun& run, const ServingFit& fit)
{
    return run.on->times(servingConstants(fit, run.engine, run.deviceClass));
}

double tokenError(const ServingRun& run, const ServingFit& fit)
{
    return std::log(timesOf(run, fit).tokenTime / run.tokenTime);
}

double firstError(const ServingRun& run, const ServingFit& fit)
{
    return std::log(timesOf(run, fit).firstToken / *run.firstToken);
}

double meanError(const std::deque<ServingRun>& runs, const ServingFit& fit, bool first)
{
    constexpr double kOutlier = 1.5; // a first run that compiles says nothing about the others
    double sum = 0;
    double weights = 0;
    for (const ServingRun& run : runs) {
        if (run.weight > 0 && (!first || run.firstToken)) {
            const double error = std::abs(first ? firstError(run, fit) : tokenError(run, fit));
            sum += run.weight * std::min(kOutlier, error);
            weights += run.weight;
        }
    }
    return sum / weights;
}

void fitKnobs(const std::deque<ServingRun>& runs, Draft& draft, const std::vector<Knob>& knobs,
              double firstWeight)
{
    constexpr double kPull = 0.004;
    std::vector<double> starts;
    for (const Knob& knob : knobs) {
        starts.push_back(*knob.value);
    }
    const auto loss = [&] {
        double pull = 0;
        for (std::size_t i = 0; i < knobs.size(); ++i) {
            const double moved = std::log(*knobs[i].value / starts[i]);
            pull += moved * moved;
        }
        const ServingFit fit = draft.fit();
        const double first = firstWeight > 0 ? firstWeight * meanError(runs, fit, true) : 0;
        return meanError(runs, fit, false) + first + kPull * pull;
    };
    descend(knobs, loss, kSweeps);
}

ServingFit fitConstants(std::deque<ServingRun>& runs, const std::function<bool(const ServingRun&)>& isOut)
{
    std::map<std::tuple<std::string, std::string, Engine, WeightFormat>, int> counts;
    const auto key = [](const ServingRun& run) {
        return std::tuple{run.device, run.model, run.engine, run.workload.weights};
    };
    for (const ServingRun& run : runs) {
        ++counts[key(run)];
    }
    for (ServingRun& run : runs) {
        run.weight = isOut(run) ? 0.0 : 1.0 / counts[key(run)];
    }
    Draft draft;
    constexpr double kFirstWeight = 0.4;
    fitKnobs(runs, draft, draft.tokenKnobs(), 0);
    fitKnobs(runs, draft, draft.firstKnobs(), 1);
    std::vector<Knob> all = draft.tokenKnobs();
    const std::vector<Knob> first = draft.firstKnobs();
    all.insert(all.end(), first.begin(), first.end());
    fitKnobs(runs, draft, all, kFirstWeight);
    return draft.fit();
}

std::vector<ServingMiss> leftOut(std::deque<ServingRun>& runs, std::string ServingRun::*name)
{
    std::set<std::string> names;
    for (const ServingRun& run : runs) {
        names.insert(run.*name);
    }
    std::vector<ServingMiss> unseen;
    for (const std::string& each : names) {
        const ServingFit fit = fitConstants(runs, [&](const ServingRun& run) { return run.*name == each; });
        for (const ServingRun& run : runs) {
            if (run.*name == each) {
                unseen.push_back({&run, tokenError(run, fit), run.firstToken ? firstError(run, fit) : 0});
            }
        }
    }
    return unseen;
}

struct Errors {
    std::vector<double> token;
    std::vector<double> first;

    void add(const ServingMiss& unseen)
    {
        token.push_back(unseen.token);
        if (unseen.run->firstToken) {
            first.push_back(unseen.first);
        }
    }
};

/// 10th and 90th percentile of measured over estimated speed; times are its reverse.
std::pair<double, double> rangeOf(const std::vector<double>& logErrors)
{
    return {rounded(std::exp(quantile(logErrors, 0.1))), rounded(std::exp(quantile(logErrors, 0.9)))};
}

std::string percent(double share)
{
    return std::to_string(std::lround(100 * share)) + " %";
}

std::string columns(const std::vector<double>& logErrors)
{
    std::vector<double> sizes;
    for (const double error : logErrors) {
        sizes.push_back(std::abs(std::expm1(error)));
    }
    return sizes.empty() ? " | " : percent(quantile(sizes, 0.5)) + " | " + percent(quantile(sizes, 0.9));
}

void addTable(std::string& report, const char* what, const std::vector<ServingMiss>& unseen,
              std::string ServingRun::*name)
{
    std::map<std::pair<std::string, Engine>, Errors> groups;
    Errors all;
    for (const ServingMiss& each : unseen) {
        groups[{each.run->*name, each.run->engine}].add(each);
        all.add(each);
    }
    report += "\n| " + std::string(what) +
        " | engine | runs | token time: median | 90th percentile | first token: median | 90th percentile |\n"
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |\n";
    for (const auto& [key, errors] : groups) {
        report += "| " + key.first + " | " + engineLabel(key.second) + " | " +
            std::to_string(errors.token.size()) + " | " + columns(errors.token) + " | " +
            columns(errors.first) + " |\n";
    }
    report += "| all | | " + std::to_string(all.token.size()) + " | " + columns(all.token) + " | " +
        columns(all.first) + " |\n";
}

std::string times(const char* name, Seconds value, double unit, const char* suffix)
{
    return "    engine." + std::string(name) + " = Seconds(" + text(value.value() / unit) + suffix + ");\n";
}

std::string numbers(const std::array<double, 3>& values)
{
    return "{" + text(values[0]) + ", " + text(values[1]) + ", " + text(values[2]) + "}";
}

std::string engineText(const char* name, const ServingConstants& engine)
{
    const auto number = [](const char* member, double value) {
        return "    engine." + std::string(member) + " = " + text(value) + ";\n";
    };
    return "{\n    ServingConstants& engine = constants." + std::string(name) + ";\n" +
        times("perLayer", engine.perLayer, kMicro, "e-6") +
        times("perExpertLayer", engine.perExpertLayer, kMicro, "e-6") +
        times("perStep", engine.perStep, kMicro, "e-6") +
        times("perSequence", engine.perSequence, kMicro, "e-6") +
        times("promptLayer", engine.promptLayer, kMicro, "e-6") +
        times("promptExpertLayer", engine.promptExpertLayer, kMicro, "e-6") +
        number("interference", engine.interference) + times("firstToken", engine.firstToken, kMilli, "e-3") +
        number("stepsWaited", engine.stepsWaited) + number("promptsAhead", engine.promptsAhead) +
        number("promptShare", engine.promptShare) + number("promptBunch", engine.promptBunch) +
        number("tokenLow", engine.tokenLow) + number("tokenHigh", engine.tokenHigh) +
        number("firstLow", engine.firstLow) + number("firstHigh", engine.firstHigh) + "}\n";
}

} // namespace

ServingFit fitServing(std::deque<ServingRun>& runs)
{
    return fitConstants(runs, [](const ServingRun&) { return false; });
}

ServingMisses leaveOut(std::deque<ServingRun>& runs)
{
    return {leftOut(runs, &ServingRun::device), leftOut(runs, &ServingRun::model)};
}

void setRanges(ServingFit& fit, const ServingMisses& misses)
{
    std::map<Engine, Errors> engines;
    for (const auto* part : {&misses.devices, &misses.models}) {
        for (const ServingMiss& each : *part) {
            engines[each.run->engine].add(each);
        }
    }
    const auto set = [&](ServingConstants& constants, Engine engine) {
        std::tie(constants.tokenLow, constants.tokenHigh) = rangeOf(engines[engine].token);
        std::tie(constants.firstLow, constants.firstHigh) = rangeOf(engines[engine].first);
    };
    set(fit.vllm, Engine::Vllm);
    set(fit.sgLang, Engine::SgLang);
    set(fit.tensorRtLlm, Engine::TensorRtLlm);
}

std::string servingText(const ServingFit& fit)
{
    const ServingConstants& shared = fit.shared;
    const auto number = [](const char* member, double value) {
        return "constants.shared." + std::string(member) + " = " + text(value) + ";\n";
    };
    return "// SPDX-License-Identifier: GPL-3.0-or-later\n"
           "// Written by the target calibrate from tests/calibration/serving/measurements.csv; not edited "
           "by "
           "hand.\n"
           "constants.shared.weightShare = " +
        numbers(shared.weightShare) + ";\n" + number("groupedShare", shared.groupedShare) +
        number("groupedExperts", shared.groupedExperts) + number("expertShare", shared.expertShare) +
        number("cacheShare", shared.cacheShare) +
        "constants.shared.computeShare = " + numbers(shared.computeShare) + ";\n" +
        number("computeTaper", shared.computeTaper) + number("expertCompute", shared.expertCompute) +
        number("attentionCompute", shared.attentionCompute) +
        number("exchangeLatency", shared.exchangeLatency) + "constants.shared.perIndexer = Seconds(" +
        text(shared.perIndexer.value() / kMicro) + "e-6);\n" + engineText("vllm", fit.vllm) +
        engineText("sgLang", fit.sgLang) + engineText("tensorRtLlm", fit.tensorRtLlm);
}

std::string servingReport(const std::deque<ServingRun>& runs, const ServingFit& fit,
                          const ServingMisses& misses)
{
    std::string report =
        "# How far speeds of serving engines are off\n\n"
        "Error of the estimate against the measurement, for the time per output token and the time to the "
        "first token\nunder load. Versions of the engines from mid 2025 on. Written by the target "
        "`calibrate` from `measurements.csv`.\n\n"
        "Each device estimated with constants that were fitted without it:\n";
    addTable(report, "device", misses.devices, &ServingRun::device);
    report += "\nEach model estimated with constants that were fitted without it:\n";
    addTable(report, "model", misses.models, &ServingRun::model);
    std::vector<ServingMiss> seen;
    for (const ServingRun& run : runs) {
        seen.push_back({&run, tokenError(run, fit), run.firstToken ? firstError(run, fit) : 0});
    }
    report += "\nWith the constants that are compiled in, which have seen all of it:\n";
    addTable(report, "device", seen, &ServingRun::device);
    return report;
}

} // namespace rigwright::calibration
