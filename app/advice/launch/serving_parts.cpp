// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch/serving_parts.h"

#include "advice/launch/benchmark.h"
#include "units/format.h"

namespace rigwright {

std::string quantizationOnLoad(Engine engine, WeightFormat format)
{
    if (format == WeightFormat::Fp8Tensor && (engine == Engine::Vllm || engine == Engine::SgLang)) {
        return "fp8";
    }
    if (format == WeightFormat::Nf4 && engine == Engine::Vllm) {
        return "bitsandbytes";
    }
    return {};
}

CheckpointName servedCheckpoint(const LaunchQuestion& question)
{
    const Workload& workload = question.workload();
    return checkpointName(question, !quantizationOnLoad(workload.engine, workload.weights).empty());
}

std::string memoryShareText(double share)
{
    std::string text = formatFixed(share, 3);
    while (text.size() > 3 && text.back() == '0') {
        text.pop_back();
    }
    return text;
}

void addServingFindings(LaunchSheet& sheet, const LaunchQuestion& question)
{
    const Workload& workload = question.workload();
    if (!servedCheckpoint(question).known) {
        sheet.findings.push_back(
            {"launch-model-name",
             Severity::Note,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "No repository is known that holds {model} as {weights}: put its name, or a folder, in "
                 "place of <MODEL>."),
             {{"model", question.facts.name}, {"weights", weightFormatLabel(workload.weights)}}});
    }
    if (question.facts.maxContext > 0 && workload.context > question.facts.maxContext) {
        sheet.findings.push_back(
            {"launch-context-of-model",
             Severity::Warning,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "{engine} refuses a context of {context}: the model's own is {own} tokens, unless its "
                 "rotary embedding is told to scale."),
             {{"engine", engineLabel(workload.engine)},
              {"context", formatCount(workload.context)},
              {"own", formatCount(question.facts.maxContext)}}});
    }
    if (workload.keyCache != workload.valueCache) {
        sheet.findings.push_back(
            {"launch-cache-types",
             Severity::Warning,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "{engine} takes one type for keys and values: {keys} is used for both, not {values} for "
                 "values."),
             {{"engine", engineLabel(workload.engine)},
              {"keys", cacheTypeName(workload.keyCache)},
              {"values", cacheTypeName(workload.valueCache)}}});
    }
}

ComposeService servingService(const LaunchQuestion& question)
{
    ComposeService service;
    service.name = engineName(question.workload().engine);
    service.port = portOf(question.workload().engine);
    service.devices = question.devices();
    service.vendor = vendorOf(question.build.hardware);
    service.volumes = {"./huggingface:/root/.cache/huggingface"};
    service.passesToken = true;
    return service;
}

void addCompose(LaunchSheet& sheet, const LaunchQuestion& question, const ComposeService& service)
{
    const bool reached = question.isOnHost() || dockerReaches(service.vendor);
    if (question.nodes > 1 || !reached) {
        return;
    }
    sheet.texts.push_back({LaunchText::Kind::Compose, sheet.texts.front().program, composeFile(service)});
    sheet.findings.push_back(
        {"launch-image",
         Severity::Note,
         RIGWRIGHT_TEXT(
             "Finding",
             "The compose file names an image without a fixed version ({image}): put the tag in that you "
             "have tested, so that a restart doesn't change it."),
         {{"image", service.image}}});
    if (service.vendor == AcceleratorVendor::Nvidia) {
        sheet.findings.push_back(
            {"launch-container-toolkit",
             Severity::Note,
             RIGWRIGHT_TEXT("Finding",
                            "Docker reaches the accelerators through the NVIDIA Container Toolkit."),
             {}});
    }
}

} // namespace rigwright
