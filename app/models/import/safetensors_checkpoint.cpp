// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/safetensors_checkpoint.h"

#include "models/architecture.h"
#include "models/import/safetensors_model.h"
#include "models/import/shown_text.h"
#include "models/import/text_file.h"

#include <memory>
#include <string>
#include <system_error>
#include <utility>

namespace rigwright {

namespace {

/// Bits of the values that GPTQ and AWQ pack into words; they say it in config.json.
int packedBitsOf(const std::optional<ImportedModel>& described)
{
    if (!described || !described->format) {
        return 4;
    }
    switch (*described->format) {
    case WeightFormat::Gptq8: return 8;
    case WeightFormat::Gptq3: return 3;
    default: return 4;
    }
}

std::optional<WeightFormat> formatOfDtype(const std::string& dtype)
{
    if (dtype == "F32") {
        return WeightFormat::Fp32;
    }
    if (dtype == "F16") {
        return WeightFormat::Fp16;
    }
    if (dtype == "F8_E4M3") {
        return WeightFormat::Fp8;
    }
    return dtype == "BF16" ? std::optional(WeightFormat::Bf16) : std::nullopt;
}

/// Puts the description and the tensors together: those replace the computed inventory.
Expected<ImportedModel> completed(std::optional<ImportedModel> described, SafetensorsTensors tensors,
                                  const std::string& name)
{
    if (!described) {
        auto recovered = modelOfTensors(tensors, tensors.table(), name);
        if (!recovered) {
            return recovered;
        }
        described = *recovered;
        described->format = formatOfDtype(tensors.mainDtype());
    }
    ImportedModel model = std::move(*described);
    const auto stored = static_cast<std::int64_t>(tensors.table().count());
    model.notes.push_back({ImportNote::Kind::Read, "tensors", std::to_string(stored), ""});
    if (!model.format) {
        model.format = formatOfDtype(tensors.mainDtype());
    }
    if (!model.format) {
        model.notes.push_back({ImportNote::Kind::Unknown, "weights", "",
                               "no format is known that stores its weights as " + tensors.mainDtype() +
                                   ": sizes are computed for the format that is asked for"});
        return model;
    }
    model.facts.storedWeights =
        std::make_shared<StoredWeights>(tensors.table().take(weightFormatName(*model.format)));
    return model;
}

std::string nameOfFolder(const std::filesystem::path& file)
{
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::absolute(file, error).parent_path().filename();
    return error || folder.empty() ? file.stem().string() : folder.string();
}

bool isThere(const std::filesystem::path& file)
{
    std::error_code ignored;
    return std::filesystem::exists(file, ignored);
}

Expected<void> addPart(SafetensorsTensors& tensors, const std::filesystem::path& file,
                       const SafetensorsPart& expected, int packedBits)
{
    const auto source = openFile(file);
    if (!source) {
        return tl::unexpected(source.error());
    }
    const std::string which = "'" + shownText(file.filename().string()) + "': ";
    const auto part = tensors.addFile(**source, packedBits);
    if (!part) {
        return fail(which + part.error().message);
    }
    if (part->tensors != expected.tensors || part->names != expected.names) {
        return fail(which + std::to_string(part->tensors) + " tensors, the index lists " +
                    std::to_string(expected.tensors) + " with these or other names");
    }
    return {};
}

/// The parts that the index names are beside it, all or none: an index alone describes a download that hasn't begun.
Expected<bool> addParts(SafetensorsTensors& tensors, const SafetensorsIndex& index,
                        const std::filesystem::path& folder, int packedBits)
{
    std::string missing;
    std::size_t present = 0;
    for (const auto& [name, part] : index.parts) {
        if (isThere(folder / name)) {
            ++present;
        } else {
            missing = name;
        }
    }
    if (present == 0) {
        return false;
    }
    if (!missing.empty()) {
        return fail("part '" + shownText(missing) + "' is missing");
    }
    for (const auto& [name, part] : index.parts) {
        if (const auto added = addPart(tensors, folder / name, part, packedBits); !added) {
            return tl::unexpected(added.error());
        }
    }
    return true;
}

void checkTotal(const SafetensorsIndex& index, TensorTable& table, std::vector<ImportNote>& notes)
{
    if (!index.totalBytes) {
        return;
    }
    notes.push_back({ImportNote::Kind::Read, "total_size", std::to_string(*index.totalBytes), ""});
    if (table.count() > 0 && *index.totalBytes != table.bytes().value()) {
        notes.push_back({ImportNote::Kind::Assumed, "total_size", std::to_string(table.bytes().value()),
                         "the tensors of the parts add up to this, whatever the index says"});
    }
}

Expected<ImportedModel> importByIndex(const std::filesystem::path& file, const SafetensorsIndex& index)
{
    auto described = importConfigBeside(file);
    if (!described) {
        return tl::unexpected(described.error());
    }
    SafetensorsTensors tensors;
    const auto added = addParts(tensors, index, file.parent_path(), packedBitsOf(*described));
    if (!added) {
        return tl::unexpected(added.error());
    }
    std::vector<ImportNote> notes;
    checkTotal(index, tensors.table(), notes);
    if (!*added && !*described) {
        return fail("neither config.json nor the files that the index names lie beside it");
    }
    if (!*added) {
        notes.push_back({ImportNote::Kind::Unknown, "tensors", std::to_string(index.tensors),
                         "the files that the index names are not beside it: sizes follow from config.json"});
    }
    Expected<ImportedModel> model = *added
        ? completed(std::move(*described), std::move(tensors), nameOfFolder(file))
        : Expected<ImportedModel>(std::move(**described));
    if (model) {
        model->notes.insert(model->notes.end(), notes.begin(), notes.end());
    }
    return model;
}

/// "model-00002-of-00004.safetensors" belongs to "model.safetensors.index.json".
std::filesystem::path indexOf(const std::filesystem::path& file)
{
    const std::string name = file.filename().string();
    const std::size_t of = name.rfind("-of-");
    const std::size_t number = of == std::string::npos || of == 0 ? of : name.rfind('-', of - 1);
    if (number == std::string::npos) {
        return {};
    }
    return file.parent_path() / (name.substr(0, number) + ".safetensors.index.json");
}

} // namespace

Expected<ImportedModel> importSafetensors(const std::filesystem::path& file, ByteSource& source)
{
    if (const std::filesystem::path index = indexOf(file); !index.empty() && isThere(index)) {
        const auto opened = openFile(index);
        return opened ? importSafetensorsIndex(index, **opened) : tl::unexpected(opened.error());
    }
    if (!indexOf(file).empty()) {
        return fail("one part of several, and their index '" + shownText(indexOf(file).filename().string()) +
                    "' is missing");
    }
    auto described = importConfigBeside(file);
    if (!described) {
        return tl::unexpected(described.error());
    }
    SafetensorsTensors tensors;
    if (const auto part = tensors.addFile(source, packedBitsOf(*described)); !part) {
        return tl::unexpected(part.error());
    }
    return completed(std::move(*described), std::move(tensors), nameOfFolder(file));
}

Expected<ImportedModel> importSafetensorsIndex(const std::filesystem::path& file, ByteSource& source)
{
    return readSafetensorsIndex(source).and_then(
        [&](const SafetensorsIndex& index) { return importByIndex(file, index); });
}

} // namespace rigwright
