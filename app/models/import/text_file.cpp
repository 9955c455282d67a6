// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/text_file.h"

#include <system_error>

namespace rigwright {

namespace {

/// Text of a file beside another; empty: there is none, or it can't be read.
std::string textBeside(const std::filesystem::path& file, const char* name)
{
    const auto source = openFile(file.parent_path() / name);
    return source ? readText(**source).value_or("") : std::string();
}

} // namespace

Expected<std::string> readText(ByteSource& source)
{
    constexpr std::uint64_t kLongest = 10'000'000;
    if (source.size() > kLongest) {
        return fail("offset " + std::to_string(kLongest) + ": the file is longer than any config.json");
    }
    std::string text(source.size(), '\0');
    if (!source.read(0, text)) {
        return fail("offset 0: can't be read");
    }
    return text;
}

Expected<ImportedModel> importConfigFile(const std::filesystem::path& file, ByteSource& source)
{
    return readText(source).and_then([&](const std::string& json) {
        return importConfigJson(json, textBeside(file, "hf_quant_config.json"));
    });
}

Expected<std::optional<ImportedModel>> importConfigBeside(const std::filesystem::path& file)
{
    const std::filesystem::path config = file.parent_path() / "config.json";
    std::error_code ignored;
    if (!std::filesystem::exists(config, ignored)) {
        return std::nullopt;
    }
    const auto source = openFile(config);
    if (!source) {
        return tl::unexpected(source.error());
    }
    const auto model = importConfigFile(config, **source);
    if (!model) {
        return fail("config.json beside it: " + model.error().message);
    }
    return std::optional(*model);
}

} // namespace rigwright
