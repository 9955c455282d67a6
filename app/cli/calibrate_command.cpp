// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/option_reader.h"
#include "cli/report.h"
#include "project/measurements/compare.h"
#include "project/measurements/read_benchmark.h"
#include "project/measurements/store.h"
#include "project/today.h"
#include "units/format.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

struct CalibrateArguments {
    std::string file;
    std::string model;
    std::string weights;
    std::string device;
    std::string count;
    std::string hostBandwidth;
    std::string promptTokens;
    std::string outputTokens;
    std::string concurrency;
    std::string remove;
    bool removeAll = false;
    bool list = false;
    bool dryRun = false;
    bool json = false;
};

std::string factorText(const std::optional<double>& factor)
{
    return factor ? "× " + formatFixed(*factor, 2) : std::string("–");
}

Json toJson(const std::optional<double>& factor)
{
    return factor ? Json(*factor) : Json();
}

Json toJson(const DeviceCorrection& correction)
{
    return {{"device", correction.device.text()},
            {"engine", engineName(correction.engine)},
            {"count", correction.count},
            {"decode_factor", toJson(correction.decode)},
            {"prefill_factor", toJson(correction.prefill)},
            {"runs", correction.runs},
            {"source", correction.source},
            {"date", correction.date.iso()}};
}

Json toJson(const ComparedSpeed& speed)
{
    Json json = {{"where", speed.where},
                 {"model", speed.modelName},
                 {"weights", weightFormatName(speed.weights)},
                 {"metric", speed.ofPrompt ? "prefill" : "decode"},
                 {"prompt_tokens", speed.promptTokens},
                 {"output_tokens", speed.outputTokens},
                 {"depth", speed.depth},
                 {"concurrency", speed.concurrency},
                 {"measured_tokens_per_s", speed.measured.value()}};
    const bool counts = speed.leftOut.empty();
    json["estimated_tokens_per_s"] = counts ? Json(speed.estimated.value()) : Json();
    json["left_out"] = counts ? Json() : Json(speed.leftOut);
    return json;
}

/// "prompt of 512", "128 tokens at 4,096, 8 users"
std::string testText(const ComparedSpeed& speed)
{
    std::string text = speed.ofPrompt ? "prompt of " + formatCount(speed.promptTokens)
                                      : formatCount(speed.outputTokens) + " tokens";
    if (speed.depth > 0) {
        text += " at " + formatCount(speed.depth);
    }
    return speed.concurrency > 1 ? text + ", " + std::to_string(speed.concurrency) + " users" : text;
}

void print(std::ostream& out, const Comparison& comparison)
{
    const DeviceCorrection& correction = comparison.correction;
    out << (correction.count > 1 ? std::to_string(correction.count) + " × " : "") << comparison.deviceName
        << ", " << engineLabel(correction.engine) << ", " << correction.date.iso() << ":\n";
    TextTable table({"", "model", "test", "measured", "estimated", "ratio", ""}, {3, 4, 5});
    for (const ComparedSpeed& speed : comparison.speeds) {
        const bool counts = speed.leftOut.empty();
        table.add({speed.where, speed.modelName + " " + weightFormatLabel(speed.weights), testText(speed),
                   formatFixed(speed.measured.value(), 1),
                   counts ? formatFixed(speed.estimated.value(), 1) : "–",
                   counts ? formatFixed(speed.measured / speed.estimated, 2) : "–",
                   counts ? "" : "left out: " + speed.leftOut});
    }
    table.print(out);
    out << "Median of measured over estimated: generation " << factorText(correction.decode) << ", prompts "
        << factorText(correction.prefill) << '\n';
}

/// The failure in words, with the option that settles it and what it may be.
Error errorOf(const std::string& file, const MatchFailure& failure)
{
    std::string text = file + ": " + failure.finding.message();
    const char* option = nullptr;
    switch (failure.needs) {
    case MatchFailure::Needs::Model: option = "--model ID"; break;
    case MatchFailure::Needs::Weights: option = "--weights TYPE"; break;
    case MatchFailure::Needs::Device: option = "--device ID"; break;
    case MatchFailure::Needs::Tokens: option = "--prompt-tokens, --output-tokens and --concurrency"; break;
    case MatchFailure::Needs::Nothing: break;
    }
    if (option != nullptr && failure.finding.id != "device-mixed") {
        text += std::string(" Give ") + option;
        for (std::size_t i = 0; i < failure.candidates.size(); ++i) {
            text += (i == 0                                  ? ": "
                         : i + 1 < failure.candidates.size() ? ", "
                                                             : " or ") +
                failure.candidates[i];
        }
        text += '.';
    }
    return {text};
}

Expected<MatchOptions> readOptions(const Catalog& catalog, const CalibrateArguments& arguments)
{
    MatchOptions options;
    OptionReader reader;
    if (!arguments.model.empty()) {
        reader.take(findModel(catalog, arguments.model).map([](const ModelFacts* model) {
            return std::optional(model->id);
        }),
                    options.model);
    }
    if (!arguments.weights.empty()) {
        reader.take(parseWeightFormat(arguments.weights).map([](WeightFormat format) {
            return std::optional(format);
        }),
                    options.weights);
    }
    if (!arguments.device.empty()) {
        const PartId id(toLower(arguments.device));
        if (acceleratorOf(catalog, id) != nullptr || findPart(catalog.cpus, id) != nullptr) {
            options.device = id;
        } else {
            const auto unknown = findAccelerator(catalog, arguments.device);
            reader.fail("--device: " + (unknown ? arguments.device : unknown.error().message));
        }
    }
    reader.whole("--count", arguments.count, 1, 1024, options.count);
    reader.decimal("--host-bandwidth", arguments.hostBandwidth, 1, 100'000, 1e9, options.hostBandwidth);
    reader.whole("--prompt-tokens", arguments.promptTokens, 1, kLargestContext, options.promptTokens);
    reader.whole("--output-tokens", arguments.outputTokens, 1, kLargestContext, options.outputTokens);
    reader.whole("--concurrency", arguments.concurrency, 1, kLargestConcurrency, options.concurrency);
    return reader.error() ? Expected<MatchOptions>(tl::unexpected(*reader.error())) : options;
}

bool saysSomething(const Comparison& comparison)
{
    return comparison.correction.runs > 0;
}

void answer(std::ostream& out, const std::vector<Comparison>& comparisons, bool kept, bool asJson)
{
    if (!asJson) {
        for (const Comparison& comparison : comparisons) {
            print(out, comparison);
        }
        out << (kept ? "Kept: estimates for these devices follow; `calibrate --list` shows it, `calibrate "
                       "--remove ID` takes it back.\n"
                     : "Nothing was kept.\n");
        return;
    }
    Json devices = Json::array();
    for (const Comparison& comparison : comparisons) {
        Json device = toJson(comparison.correction);
        device["name"] = comparison.deviceName;
        for (const ComparedSpeed& speed : comparison.speeds) {
            device["speeds"].push_back(toJson(speed));
        }
        devices.push_back(std::move(device));
    }
    out << Json({{"schema", "rigwright.calibrate/1"}, {"kept", kept}, {"devices", std::move(devices)}})
               .dump(2)
        << '\n';
}

Expected<ExitStatus> calibrate(const Catalog& catalog, const CalibrateArguments& arguments,
                               const MeasurementStore& store, std::ostream& out)
{
    const Expected<MatchOptions> options = readOptions(catalog, arguments);
    if (!options) {
        return tl::unexpected(options.error());
    }
    const auto runs = readBenchmarkFile(arguments.file);
    if (!runs) {
        return tl::unexpected(runs.error());
    }
    const std::string source = std::filesystem::path(arguments.file).filename().string();
    const auto comparisons = compareWithEstimates(catalog, *runs, *options, source, today());
    if (!comparisons) {
        return tl::unexpected(errorOf(arguments.file, comparisons.error()));
    }
    std::vector<DeviceCorrection> corrections;
    for (const Comparison& comparison : *comparisons) {
        if (saysSomething(comparison)) {
            corrections.push_back(comparison.correction);
        }
    }
    const bool keeps = !arguments.dryRun && !corrections.empty();
    if (keeps) {
        if (const auto kept = store.keep(corrections); !kept) {
            return tl::unexpected(kept.error());
        }
    }
    answer(out, *comparisons, keeps, arguments.json);
    return corrections.empty() ? ExitStatus::NoAnswer : ExitStatus::Success;
}

Expected<ExitStatus> list(const MeasurementStore& store, bool asJson, std::ostream& out)
{
    const auto kept = store.read();
    if (!kept) {
        return tl::unexpected(kept.error());
    }
    if (asJson) {
        Json corrections = Json::array();
        for (const DeviceCorrection& correction : *kept) {
            corrections.push_back(toJson(correction));
        }
        out << Json({{"schema", "rigwright.calibrate/1"}, {"corrections", std::move(corrections)}}).dump(2)
            << '\n';
        return ExitStatus::Success;
    }
    if (kept->empty()) {
        out << "No measurement is kept.\n";
        return ExitStatus::Success;
    }
    TextTable table({"device", "", "engine", "generation", "prompts", "runs", "date", "file"}, {1, 3, 4, 5});
    for (const DeviceCorrection& correction : *kept) {
        table.add({correction.device.text(), std::to_string(correction.count) + " ×",
                   engineLabel(correction.engine), factorText(correction.decode),
                   factorText(correction.prefill), std::to_string(correction.runs), correction.date.iso(),
                   correction.source});
    }
    table.print(out);
    return ExitStatus::Success;
}

Expected<ExitStatus> remove(const MeasurementStore& store, const CalibrateArguments& arguments,
                            std::ostream& out)
{
    const PartId device(toLower(arguments.remove));
    const Expected<int> removed = store.remove([&](const DeviceCorrection& correction) {
        return arguments.removeAll || correction.device == device;
    });
    if (!removed) {
        return tl::unexpected(removed.error());
    }
    if (*removed == 0 && !arguments.removeAll) {
        return fail("--remove: nothing is kept for '" + arguments.remove.substr(0, 60) + "'");
    }
    if (arguments.json) {
        out << Json({{"schema", "rigwright.calibrate/1"}, {"removed", *removed}}).dump(2) << '\n';
    } else {
        out << "Removed: " << *removed << '\n';
    }
    return ExitStatus::Success;
}

Expected<ExitStatus> run(const Catalog& catalog, const CalibrateArguments& arguments, std::ostream& out)
{
    const int asked = (arguments.file.empty() ? 0 : 1) + (arguments.list ? 1 : 0) +
        (arguments.remove.empty() && !arguments.removeAll ? 0 : 1);
    if (asked != 1) {
        return fail("calibrate: give one of --from FILE, --list, --remove DEVICE and --all");
    }
    const Expected<MeasurementStore> store = MeasurementStore::ofUser();
    if (!store) {
        return tl::unexpected(store.error());
    }
    if (arguments.list) {
        return list(*store, arguments.json, out);
    }
    return arguments.file.empty() ? remove(*store, arguments, out)
                                  : calibrate(catalog, arguments, *store, out);
}

} // namespace

void addCalibrateCommand(CLI::App& app, Command& chosen)
{
    CLI::App* command =
        app.add_subcommand("calibrate", "Corrects the speeds of a device by your own measurement of it");
    const auto arguments = std::make_shared<CalibrateArguments>();
    command->add_option("--from", arguments->file,
                        "Output of llama-bench (JSON, JSONL, CSV, Markdown) or of vLLM's benchmarks (JSON)");
    command->add_option("--model", arguments->model, "Model that was run, where the file leaves it open");
    command->add_option("--weights", arguments->weights, "Its precision, where the file leaves it open");
    command->add_option("--device", arguments->device, "Accelerator or CPU, where the file leaves it open");
    command->add_option("--count", arguments->count, "How many of it worked together");
    command->add_option("--host-bandwidth", arguments->hostBandwidth,
                        "Memory bandwidth of the CPU in GB/s, where not all channels are full");
    command->add_option("--prompt-tokens", arguments->promptTokens,
                        "Tokens of a prompt, where the file lacks it");
    command->add_option("--output-tokens", arguments->outputTokens, "Tokens of an answer, likewise");
    command->add_option("--concurrency", arguments->concurrency, "Requests at once, likewise");
    command->add_option("--remove", arguments->remove, "Forget what is kept for a device");
    command->add_flag("--all", arguments->removeAll, "Forget all that is kept");
    command->add_flag("--list", arguments->list, "What is kept");
    command->add_flag("--dry-run", arguments->dryRun, "Compare, but keep nothing");
    command->add_flag("--json", arguments->json, "One JSON object");
    command->callback([&chosen, arguments] {
        chosen = [arguments](Catalog& catalog, std::ostream& out) { return run(catalog, *arguments, out); };
    });
}

} // namespace rigwright
