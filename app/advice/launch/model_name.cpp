// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch/model_name.h"

#include <algorithm>

namespace rigwright {

namespace {

bool isNameCharacter(char c)
{
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

bool isNamePart(std::string_view part)
{
    return !part.empty() && part.front() != '-' && part.front() != '.' &&
        std::ranges::all_of(part, isNameCharacter);
}

bool isPlain16(WeightFormat format)
{
    return format == WeightFormat::Bf16 || format == WeightFormat::Fp16;
}

} // namespace

bool isRepositoryName(const std::string& text)
{
    const std::size_t slash = text.find('/');
    return slash != std::string::npos && isNamePart(std::string_view(text).substr(0, slash)) &&
        isNamePart(std::string_view(text).substr(slash + 1));
}

std::string ggufFileName(const LaunchQuestion& question)
{
    std::string name = question.facts.id.text() + '-' + weightFormatName(question.workload().weights);
    std::ranges::replace_if(
        name, [](char c) { return !isNameCharacter(c); }, '-');
    return name + ".gguf";
}

std::string ggufPath(const LaunchQuestion& question)
{
    return "<FOLDER>/" + ggufFileName(question);
}

CheckpointName checkpointName(const LaunchQuestion& question, bool quantizesOnLoad)
{
    const std::string& repository = question.facts.huggingFaceId;
    const Expected<WeightFormat> native = parseWeightFormat(question.facts.nativePrecision);
    const WeightFormat wanted = question.workload().weights;
    if (!native || !isRepositoryName(repository)) {
        return {kModelPlaceholder, false, false};
    }
    if (*native == wanted) {
        return {repository, true, false};
    }
    const bool converts = isPlain16(*native) && (isPlain16(wanted) || quantizesOnLoad);
    return converts ? CheckpointName{repository, true, true}
                    : CheckpointName{kModelPlaceholder, false, false};
}

} // namespace rigwright
