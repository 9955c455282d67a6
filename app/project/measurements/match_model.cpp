// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/nearest.h"
#include "project/json_text.h"
#include "project/measurements/match.h"
#include "units/format.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <tuple>

namespace rigwright {

namespace {

using Candidates = std::vector<const ModelFacts*>;

/// "Meta-Llama-3-8B.Q4_K_M.gguf": letters and digits apart from the rest.
std::vector<std::string> wordsOf(const std::string& text)
{
    std::vector<std::string> words(1);
    for (const char c : toLower(text)) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

/// "meta-llama/Llama-3.1-8B-Instruct": "llama-3.1-8b-instruct"
std::string baseName(const std::string& huggingFaceId)
{
    return toLower(huggingFaceId.substr(huggingFaceId.find_last_of('/') + 1));
}

/// What a speed depends on. Of two models with as many parameters a width that differs is one that no layer has.
auto shapeOf(const ModelFacts& model)
{
    return std::tuple(model.parameters, model.layers, model.hidden, model.vocabulary, model.heads,
                      model.kvHeads, model.headDim, model.experts, model.expertsPerToken, model.window);
}

/// How a model was trained further says nothing of its speed, and names leave it out.
bool isTrainingWord(const std::string& word)
{
    constexpr std::array kWords{"instruct", "chat", "it", "hf", "base"};
    return std::ranges::find(kWords, word) != kWords.end();
}

bool areOfOneShape(const Candidates& models)
{
    return std::ranges::all_of(
        models, [&](const ModelFacts* model) { return shapeOf(*model) == shapeOf(*models.front()); });
}

/// Those whose id is in the name word by word, the longest before others; all where none is.
Candidates namedIn(const Candidates& models, const std::string& name)
{
    const std::vector<std::string> words = wordsOf(name);
    Candidates named;
    std::size_t longest = 0;
    for (const ModelFacts* model : models) {
        std::vector<std::string> wanted = wordsOf(model->id.text());
        std::erase_if(wanted, isTrainingWord);
        const bool all = std::ranges::all_of(
            wanted, [&](const std::string& word) { return std::ranges::find(words, word) != words.end(); });
        if (!all || wanted.size() < longest) {
            continue;
        }
        if (wanted.size() > longest) {
            named.clear();
            longest = wanted.size();
        }
        named.push_back(model);
    }
    return named.empty() ? models : named;
}

std::vector<std::string> idsOf(const Candidates& models)
{
    std::vector<std::string> ids;
    for (const ModelFacts* model : models) {
        ids.push_back(model->id.text());
    }
    return ids;
}

tl::unexpected<MatchFailure> failure(MatchFailure::Needs needs, Finding finding,
                                     std::vector<std::string> candidates = {})
{
    return tl::unexpected(MatchFailure{needs, std::move(finding), std::move(candidates)});
}

std::string nameOf(const BenchmarkRun& run)
{
    return quotedText(run.model.empty() ? run.modelFile : run.model);
}

/// The count that llama.cpp prints leaves out no tensor; it adds a few factors for the positions.
Candidates ofCount(const Catalog& catalog, double count, double rounding)
{
    constexpr double kExact = 1e-6;
    constexpr double kClose = 1e-3;
    Candidates close;
    Candidates exact;
    for (const ModelFacts& model : catalog.models) {
        const double off = std::abs(static_cast<double>(model.parameters) - count);
        if (off <= rounding + kClose * count) {
            close.push_back(&model);
        }
        if (off <= rounding + kExact * count) {
            exact.push_back(&model);
        }
    }
    return exact.empty() ? close : exact;
}

std::vector<std::string> nearestCounts(const Catalog& catalog, double count)
{
    Candidates models;
    for (const ModelFacts& model : catalog.models) {
        models.push_back(&model);
    }
    std::ranges::stable_sort(models, {}, [count](const ModelFacts* model) {
        return std::abs(static_cast<double>(model->parameters) - count);
    });
    models.resize(std::min<std::size_t>(models.size(), 3));
    return idsOf(models);
}

Matched<const ModelFacts*> byCount(const Catalog& catalog, const BenchmarkRun& run)
{
    const Candidates close = ofCount(catalog, *run.parameters, run.parametersRounding);
    if (close.empty()) {
        return failure(MatchFailure::Needs::Model,
                       {"model-unknown",
                        Severity::Blocker,
                        RIGWRIGHT_TEXT("Finding", "The catalog has no model {name} of {count} parameters."),
                        {{"name", nameOf(run)},
                         {"count", formatParameters(static_cast<std::int64_t>(*run.parameters))}}},
                       nearestCounts(catalog, *run.parameters));
    }
    const Candidates named = namedIn(close, run.modelFile + " " + run.model);
    if (areOfOneShape(named)) {
        return named.front();
    }
    return failure(MatchFailure::Needs::Model,
                   {"model-ambiguous",
                    Severity::Blocker,
                    RIGWRIGHT_TEXT("Finding", "{name} may be one of several models."),
                    {{"name", nameOf(run)}}},
                   idsOf(named));
}

/// How quantised checkpoints say so in their names, before others that these words are part of.
constexpr std::array kNameMarks{
    std::pair{"nvfp4", WeightFormat::Nvfp4},  std::pair{"mxfp4", WeightFormat::Mxfp4},
    std::pair{"awq", WeightFormat::Awq4},     std::pair{"gptq-int8", WeightFormat::Gptq8},
    std::pair{"gptq", WeightFormat::Gptq4},   std::pair{"w4a16", WeightFormat::Int4},
    std::pair{"w8a8", WeightFormat::Int8},    std::pair{"fp8", WeightFormat::Fp8},
    std::pair{"bnb-4bit", WeightFormat::Nf4}, std::pair{"int8", WeightFormat::Int8},
};

std::optional<WeightFormat> markedFormat(const std::string& huggingFaceId)
{
    const std::string name = baseName(huggingFaceId);
    for (const auto& [mark, format] : kNameMarks) {
        if (name.find(mark) != std::string::npos) {
            return format;
        }
    }
    return std::nullopt;
}

/// A name without what says how the model was trained further, and without how it was quantised.
std::string plainName(std::string name)
{
    for (std::size_t dash = name.find_last_of('-'); dash != std::string::npos;
         dash = name.find_last_of('-')) {
        if (!isTrainingWord(name.substr(dash + 1))) {
            break;
        }
        name.resize(dash);
    }
    return name;
}

/// Those with this name; else those whose name it is but for the training, or with a mark of quantisation behind it.
Candidates withName(const Catalog& catalog, const std::string& huggingFaceId)
{
    const std::string name = baseName(huggingFaceId);
    const bool marked = markedFormat(huggingFaceId).has_value();
    Candidates same;
    Candidates alike;
    std::size_t longest = 0;
    for (const ModelFacts& model : catalog.models) {
        const std::string known = baseName(model.huggingFaceId);
        const std::string plain = plainName(known);
        if (!known.empty() && known == name) {
            same.push_back(&model);
        }
        const bool fits = plain == plainName(name) || (marked && name.starts_with(plain + "-"));
        if (plain.empty() || !fits || plain.size() < longest) {
            continue;
        }
        if (plain.size() > longest) {
            alike.clear();
            longest = plain.size();
        }
        alike.push_back(&model);
    }
    return same.empty() ? alike : same;
}

Matched<const ModelFacts*> byName(const Catalog& catalog, const BenchmarkRun& run)
{
    if (run.model.empty()) {
        return failure(MatchFailure::Needs::Model,
                       {"model-unnamed",
                        Severity::Blocker,
                        RIGWRIGHT_TEXT("Finding", "The file does not name the model that was run."),
                        {}});
    }
    const Candidates models = withName(catalog, run.model);
    if (!models.empty() && areOfOneShape(models)) {
        return models.front();
    }
    std::vector<std::string> known;
    for (const ModelFacts& model : catalog.models) {
        known.push_back(model.id.text());
    }
    return failure(MatchFailure::Needs::Model,
                   {"model-unknown",
                    Severity::Blocker,
                    RIGWRIGHT_TEXT("Finding", "The catalog has no model {name}."),
                    {{"name", nameOf(run)}}},
                   models.empty() ? nearestNames(baseName(run.model), known) : idsOf(models));
}

/// "Q4_K - Medium", "IQ3_S mix - 3.66 bpw", "Q8_0": what llama.cpp prints after name and size.
std::optional<WeightFormat> printedFormat(const std::string& model)
{
    const std::string text = toLower(model);
    const auto contains = [&](const char* what) { return text.find(what) != std::string::npos; };
    for (const char* family : {"q2_k", "q3_k", "q4_k", "q5_k"}) {
        for (const auto& [size, mark] :
             {std::pair(" - small", "_s"), {" - medium", "_m"}, {" - large", "_l"}}) {
            if (contains((std::string(family) + size).c_str())) {
                const bool plain = std::string_view(family) == "q2_k" && std::string_view(mark) == "_m";
                const auto format = parseWeightFormat(std::string(family) + (plain ? "" : mark));
                return format ? std::optional(*format) : std::nullopt;
            }
        }
    }
    if (contains("iq3_s mix")) {
        return WeightFormat::IQ3_M;
    }
    if (contains("mxfp4")) {
        return WeightFormat::MXFP4_MOE;
    }
    if (contains("nvfp4")) {
        return WeightFormat::NVFP4_GGUF;
    }
    for (std::size_t end = text.size(); end > 0;) {
        const std::size_t start = text.find_last_of(' ', end - 1);
        const std::size_t first = start == std::string::npos ? 0 : start + 1;
        const std::string word = text.substr(first, end - first);
        if (const auto format = parseWeightFormat(word); format && isGguf(*format)) {
            return *format;
        }
        end = start == std::string::npos ? 0 : start;
    }
    return std::nullopt;
}

/// "…-Q4_K_M.gguf", "….q8_0.gguf"
std::optional<WeightFormat> formatOfFile(const std::string& file)
{
    std::string stem = toLower(file);
    if (stem.ends_with(".gguf")) {
        stem.resize(stem.size() - 5);
    }
    const std::size_t start = stem.find_last_of(".-");
    const auto format = parseWeightFormat(start == std::string::npos ? stem : stem.substr(start + 1));
    return format && isGguf(*format) ? std::optional(*format) : std::nullopt;
}

} // namespace

Matched<const ModelFacts*> matchModel(const Catalog& catalog, const BenchmarkRun& run,
                                      const MatchOptions& options)
{
    if (options.model) {
        const auto found = findModel(catalog, options.model->text());
        if (!found) {
            return failure(MatchFailure::Needs::Model,
                           {"model-unknown",
                            Severity::Blocker,
                            RIGWRIGHT_TEXT("Finding", "The catalog has no model {name}."),
                            {{"name", quotedText(options.model->text())}}});
        }
        return *found;
    }
    return run.parameters ? byCount(catalog, run) : byName(catalog, run);
}

Matched<WeightFormat> matchWeights(const ModelFacts& model, const BenchmarkRun& run,
                                   const MatchOptions& options)
{
    if (options.weights) {
        return *options.weights;
    }
    std::optional<WeightFormat> format;
    if (run.engine == Engine::LlamaCpp) {
        format = printedFormat(run.model);
        if (!format) {
            format = formatOfFile(run.modelFile);
        }
    } else {
        format = markedFormat(run.model);
        if (const auto native = parseWeightFormat(model.nativePrecision); !format && native) {
            format = *native;
        }
    }
    if (format) {
        return *format;
    }
    return failure(MatchFailure::Needs::Weights,
                   {"weights-unknown",
                    Severity::Blocker,
                    RIGWRIGHT_TEXT("Finding", "The precision of the weights can't be told from {name}."),
                    {{"name", nameOf(run)}}});
}

} // namespace rigwright
