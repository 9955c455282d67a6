// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/model_arguments.h"

#include "cli/switches.h"
#include "models/import/imported_model.h"
#include "models/typical_model.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace rigwright {

namespace {

std::vector<Finding> assumptionsOf(const ImportedModel& imported)
{
    std::vector<Finding> findings;
    for (const ImportNote& note : imported.notes) {
        if (note.kind == ImportNote::Kind::Assumed) {
            findings.push_back({"import-assumed",
                                Severity::Note,
                                RIGWRIGHT_TEXT("Finding", "Assumed: {key} is {value}; {why}."),
                                {{"key", note.key}, {"value", note.value}, {"why", note.why}}});
        } else if (note.kind == ImportNote::Kind::Unknown) {
            findings.push_back({"import-unknown",
                                Severity::Warning,
                                RIGWRIGHT_TEXT("Finding", "Unknown: {key}; {why}."),
                                {{"key", note.key}, {"why", note.why}}});
        }
    }
    return findings;
}

ChosenModel addModel(Catalog& catalog, ModelFacts facts)
{
    ChosenModel chosen;
    chosen.id = facts.id;
    std::erase_if(catalog.models, [&](const ModelFacts& model) { return model.id == facts.id; });
    catalog.models.push_back(std::move(facts));
    return chosen;
}

Expected<ChosenModel> fromFile(Catalog& catalog, const std::string& file)
{
    Expected<ImportedModel> imported = importModel(file);
    if (!imported) {
        return tl::unexpected(imported.error());
    }
    ChosenModel chosen = addModel(catalog, std::move(imported->facts));
    chosen.weights = imported->format;
    chosen.assumptions = assumptionsOf(*imported);
    return chosen;
}

Expected<ChosenModel> fromCount(Catalog& catalog, const std::string& text)
{
    return parseParameterCount(text)
        .and_then(typicalModel)
        .map([&](ModelFacts facts) {
            const std::string name = facts.name;
            ChosenModel chosen = addModel(catalog, std::move(facts));
            chosen.assumptions.push_back(
                {"typical-model",
                 Severity::Warning,
                 RIGWRIGHT_TEXT(
                     "Finding",
                     "The shape is assumed: {name}, as Llama 3 and Qwen 3 are built. Name the model or "
                     "its config.json for figures of its own."),
                 {{"name", name}}});
            return chosen;
        })
        .map_error([](Error error) {
            error.message = "--params: " + error.message;
            return error;
        });
}

Expected<ChosenModel> fromCatalog(const Catalog& catalog, const std::string& id)
{
    return findModel(catalog, id).map([](const ModelFacts* facts) { return ChosenModel{facts->id, {}, {}}; });
}

Expected<ChosenModel> fromOptions(Catalog& catalog, const ModelArguments& arguments)
{
    const std::array<const std::string*, 4> ways{&arguments.id, &arguments.configFile, &arguments.ggufFile,
                                                 &arguments.parameters};
    const auto named = std::ranges::count_if(ways, [](const std::string* way) { return !way->empty(); });
    if (named != 1) {
        return fail(named == 0 ? "no model: give --model ID, --hf-config FILE, --gguf FILE or --params 7B"
                               : "more than one model: give one of --model, --hf-config, --gguf, --params");
    }
    if (!arguments.id.empty()) {
        return fromCatalog(catalog, arguments.id);
    }
    if (!arguments.parameters.empty()) {
        return fromCount(catalog, arguments.parameters);
    }
    return fromFile(catalog, arguments.configFile.empty() ? arguments.ggufFile : arguments.configFile);
}

} // namespace

void addModelOptions(CLI::App& command, ModelArguments& arguments)
{
    command.add_option("--model", arguments.id, "Model of the catalog, by id");
    command.add_option("--hf-config", arguments.configFile, "Model by its config.json or safetensors file");
    command.add_option("--gguf", arguments.ggufFile, "Model by its GGUF file");
    command.add_option("--params", arguments.parameters, "A typical dense model of so many parameters: 7B");
    command.add_option(
        "--weights", arguments.weights,
        "Weight precision, such as q4_k_m, fp16, awq-4 (the file's own, else by the workload)");
    addSwitch(command, "--imatrix,!--no-imatrix", arguments.importanceMatrix, true,
              "The quantiser had an importance matrix");
}

bool namesModel(const ModelArguments& arguments)
{
    return !(arguments.id.empty() && arguments.configFile.empty() && arguments.ggufFile.empty() &&
             arguments.parameters.empty());
}

Expected<ChosenModel> chooseModel(Catalog& catalog, const ModelArguments& arguments, const ModelId& otherwise)
{
    Expected<ChosenModel> chosen = namesModel(arguments) || otherwise.empty()
        ? fromOptions(catalog, arguments)
        : fromCatalog(catalog, otherwise.text());
    if (!chosen || arguments.weights.empty()) {
        return chosen;
    }
    const Expected<WeightFormat> weights = parseWeightFormat(arguments.weights);
    if (!weights) {
        return tl::unexpected(weights.error());
    }
    chosen->weights = *weights;
    return chosen;
}

} // namespace rigwright
