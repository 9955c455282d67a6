// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/report.h"
#include "models/quantized_model.h"
#include "units/format.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

Expected<Json> describeModel(const ModelFacts& facts)
{
    return quantize(facts, WeightFormat::Fp16).map([&](const QuantizedModel& model) {
        Json json = {{"id", facts.id.text()},
                     {"name", facts.name},
                     {"family", facts.family},
                     {"parameters", model.parameters},
                     {"active_parameters", model.activeParameters},
                     {"max_context", facts.maxContext},
                     {"status", facts.verified ? "verified" : "unverified"}};
        json["hugging_face_id"] = facts.huggingFaceId;
        json["licence"] = facts.licence;
        json["released"] = facts.released;
        json["layers"] = facts.layers;
        json["source"] = facts.source.source;
        return json;
    });
}

Expected<ExitStatus> listModels(const Catalog& catalog, bool asJson, std::ostream& out)
{
    Json models = Json::array();
    TextTable table({"id", "family", "parameters", "active", "context", "count"}, {2, 3, 4});
    for (const ModelFacts& facts : catalog.models) {
        Expected<Json> described = describeModel(facts);
        if (!described) {
            return tl::unexpected(described.error());
        }
        const Json& json = *described;
        table.add({facts.id.text(), facts.family, formatParameters(json["parameters"].get<std::int64_t>()),
                   formatParameters(json["active_parameters"].get<std::int64_t>()),
                   formatCount(facts.maxContext), json["status"].get<std::string>()});
        models.push_back(std::move(*described));
    }
    if (asJson) {
        out << Json({{"schema", "rigwright.models/1"}, {"models", std::move(models)}}).dump(2) << '\n';
    } else {
        table.print(out);
    }
    return ExitStatus::Success;
}

void printPrecisions(const ModelFacts& facts, std::ostream& out)
{
    TextTable table({"weights", "size"}, {1});
    for (const WeightFormat format : allWeightFormats()) {
        if (const Expected<QuantizedModel> model = quantize(facts, format)) {
            table.add({weightFormatLabel(format), formatMemory(model->total())});
        }
    }
    table.print(out);
}

Expected<ExitStatus> showModel(const Catalog& catalog, const std::string& id, bool asJson, std::ostream& out)
{
    const Expected<const ModelFacts*> facts = findModel(catalog, id);
    if (!facts) {
        return tl::unexpected(facts.error());
    }
    Expected<Json> described = describeModel(**facts);
    if (!described) {
        return tl::unexpected(described.error());
    }
    if (asJson) {
        out << Json({{"schema", "rigwright.models/1"}, {"models", Json::array({std::move(*described)})}})
                   .dump(2)
            << '\n';
        return ExitStatus::Success;
    }
    out << (*facts)->name << ": " << formatParameters((*described)["parameters"].get<std::int64_t>())
        << " parameters (" << (*described)["status"].get<std::string>() << "), " << (*facts)->layers
        << " layers, context " << formatCount((*facts)->maxContext) << ", licence " << (*facts)->licence
        << '\n';
    printPrecisions(**facts, out);
    return ExitStatus::Success;
}

} // namespace

void addModelsCommand(CLI::App& app, Command& chosen)
{
    CLI::App* models = app.add_subcommand("models", "The models of the catalog");
    models->require_subcommand(1);
    const auto asJson = std::make_shared<bool>(false);
    const auto id = std::make_shared<std::string>();
    CLI::App* list = models->add_subcommand("list", "All models");
    list->add_flag("--json", *asJson, "One JSON object");
    list->callback([&chosen, asJson] {
        chosen = [asJson](const Catalog& catalog, std::ostream& out) {
            return listModels(catalog, *asJson, out);
        };
    });
    CLI::App* show = models->add_subcommand("show", "One model and its size in every precision");
    show->add_option("ID", *id, "Model id")->required();
    show->add_flag("--json", *asJson, "One JSON object");
    show->callback([&chosen, asJson, id] {
        chosen = [asJson, id](const Catalog& catalog, std::ostream& out) {
            return showModel(catalog, *id, *asJson, out);
        };
    });
}

} // namespace rigwright
