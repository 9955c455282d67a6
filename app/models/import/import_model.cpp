// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/architecture.h"
#include "models/import/gguf_parts.h"
#include "models/import/imported_model.h"
#include "models/import/safetensors_checkpoint.h"
#include "models/import/shown_text.h"
#include "models/import/text_file.h"

#include <algorithm>
#include <string>

namespace rigwright {

namespace {

/// What a file is, by its first bytes: names are chosen by people.
enum class FileKind { Gguf, Safetensors, Json, Pickle, Unknown };

FileKind kindOf(ByteSource& source)
{
    std::string head(static_cast<std::size_t>(std::min<std::uint64_t>(source.size(), 16)), '\0');
    if (head.empty() || !source.read(0, head)) {
        return FileKind::Unknown;
    }
    if (head.starts_with("GGUF")) {
        return FileKind::Gguf;
    }
    if (head.size() > 8 && head[8] == '{') {
        return FileKind::Safetensors;
    }
    if (head.starts_with("PK\x03\x04") || head.starts_with("\x80\x02")) {
        return FileKind::Pickle;
    }
    const std::size_t text = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    return text != std::string::npos && head[text] == '{' ? FileKind::Json : FileKind::Unknown;
}

Expected<ImportedModel> importByKind(const std::filesystem::path& file, ByteSource& source)
{
    const std::string name = file.filename().string();
    const bool isIndex = name.ends_with(".index.json");
    switch (kindOf(source)) {
    case FileKind::Gguf: return importGguf(file, source);
    case FileKind::Safetensors: return importSafetensors(file, source);
    case FileKind::Pickle:
        return fail("a pickle, which runs code when it is opened: it is not read; give *.safetensors, "
                    "config.json or *.gguf");
    case FileKind::Json:
        return isIndex ? importSafetensorsIndex(file, source) : importConfigFile(file, source);
    case FileKind::Unknown: break;
    }
    if (name.ends_with(".gguf")) {
        return fail("offset 0: no GGUF file: it doesn't begin with 'GGUF'");
    }
    if (name.ends_with(".safetensors")) {
        return fail("offset 8: no safetensors file: its header doesn't begin with '{'");
    }
    return fail("offset 0: neither config.json nor *.safetensors, *.safetensors.index.json or *.gguf");
}

/// Whatever a file says, what comes of it can be sized.
Expected<ImportedModel> checked(ImportedModel model)
{
    if (const auto architecture = describe(model.facts); !architecture) {
        return tl::unexpected(architecture.error());
    }
    return model;
}

} // namespace

Expected<ImportedModel> importModel(const std::filesystem::path& file)
{
    const auto source = openFile(file);
    if (!source) {
        return tl::unexpected(source.error());
    }
    return importByKind(file, **source).and_then(checked).map_error([&](const Error& error) {
        return Error{"'" + shownText(file.filename().string()) + "': " + error.message};
    });
}

} // namespace rigwright
