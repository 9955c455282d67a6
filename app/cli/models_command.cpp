// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/report.h"
#include "models/import/imported_model.h"
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

Expected<ExitStatus> printModel(const ModelFacts& facts, std::ostream& out)
{
    return describeModel(facts).map([&](const Json& json) {
        out << facts.name << ": " << formatParameters(json["parameters"].get<std::int64_t>())
            << " parameters (" << json["status"].get<std::string>() << "), " << facts.layers << " layers";
        if (facts.maxContext > 0) {
            out << ", context " << formatCount(facts.maxContext);
        }
        out << (facts.licence.empty() ? "" : ", licence " + facts.licence) << '\n';
        printPrecisions(facts, out);
        return ExitStatus::Success;
    });
}

Expected<ExitStatus> showModel(const Catalog& catalog, const std::string& id, bool asJson, std::ostream& out)
{
    return findModel(catalog, id).and_then([&](const ModelFacts* facts) -> Expected<ExitStatus> {
        if (!asJson) {
            return printModel(*facts, out);
        }
        return describeModel(*facts).map([&](Json json) {
            out << Json({{"schema", "rigwright.models/1"}, {"models", Json::array({std::move(json)})}})
                       .dump(2)
                << '\n';
            return ExitStatus::Success;
        });
    });
}

const char* noteKindName(ImportNote::Kind kind)
{
    switch (kind) {
    case ImportNote::Kind::Read: return "read";
    case ImportNote::Kind::Assumed: return "assumed";
    case ImportNote::Kind::Unknown: return "unknown";
    }
    return "unknown";
}

Expected<Json> describeImport(const ImportedModel& imported)
{
    return describeModel(imported.facts).map([&](Json model) {
        Json notes = Json::array();
        for (const ImportNote& note : imported.notes) {
            notes.push_back({{"kind", noteKindName(note.kind)},
                             {"key", note.key},
                             {"value", note.value},
                             {"why", note.why}});
        }
        model["weights"] = imported.format ? Json(weightFormatName(*imported.format)) : Json();
        Json json = {{"schema", "rigwright.models/1"}, {"models", Json::array({std::move(model)})}};
        json["notes"] = std::move(notes);
        return json;
    });
}

void printImport(const ImportedModel& imported, std::ostream& out)
{
    for (const ImportNote::Kind kind :
         {ImportNote::Kind::Read, ImportNote::Kind::Assumed, ImportNote::Kind::Unknown}) {
        TextTable table({noteKindName(kind), "", ""});
        bool any = false;
        for (const ImportNote& note : imported.notes) {
            if (note.kind == kind) {
                table.add({"  " + note.key, note.value, note.why});
                any = true;
            }
        }
        if (any) {
            out << '\n';
            table.print(out);
        }
    }
}

/// Shows what a file says of its model; the other commands take the same file in place of a model's id.
Expected<ExitStatus> importFile(const std::string& file, bool asJson, std::ostream& out)
{
    const Expected<ImportedModel> imported = importModel(file);
    if (!imported) {
        return tl::unexpected(imported.error());
    }
    if (asJson) {
        return describeImport(*imported).map([&](const Json& json) {
            out << json.dump(2) << '\n';
            return ExitStatus::Success;
        });
    }
    return printModel(imported->facts, out).map([&](ExitStatus status) {
        printImport(*imported, out);
        return status;
    });
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
        chosen = [asJson](Catalog& catalog, std::ostream& out) { return listModels(catalog, *asJson, out); };
    });
    CLI::App* show = models->add_subcommand("show", "One model and its size in every precision");
    show->add_option("ID", *id, "Model id")->required();
    show->add_flag("--json", *asJson, "One JSON object");
    show->callback([&chosen, asJson, id] {
        chosen = [asJson, id](Catalog& catalog, std::ostream& out) {
            return showModel(catalog, *id, *asJson, out);
        };
    });
    CLI::App* import = models->add_subcommand("import", "What a model's own file says of it");
    import->add_option("FILE", *id, "config.json, *.safetensors(.index.json) or *.gguf")->required();
    import->add_flag("--json", *asJson, "One JSON object");
    import->callback([&chosen, asJson, id] {
        chosen = [asJson, id](Catalog& /*catalog*/, std::ostream& out) {
            return importFile(*id, *asJson, out);
};
} // namespace rigwright
);
}

} // namespace rigwright
