// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/measurements/store.h"

#include "bom/whole_file.h"
#include "project/file_lock.h"
#include "project/json_text.h"

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <system_error>

namespace rigwright {

namespace {

using nlohmann::json;

constexpr std::size_t kLargestFile = std::size_t{1} << 20U;
constexpr auto kSchema = "rigwright.measurements/1";

Expected<std::string> readText(const json& object, const std::string& where, const char* key)
{
    const json* value = memberOf(object, key);
    if (value == nullptr || !value->is_string()) {
        return wrongKey(where + "." + key, "a text", value);
    }
    return value->get<std::string>();
}

Expected<std::optional<double>> readFactor(const json& object, const std::string& where, const char* key)
{
    const json* value = memberOf(object, key);
    if (value == nullptr) {
        return std::optional<double>();
    }
    constexpr double kMost = 1000;
    if (!value->is_number() || !(value->get<double>() > 0 && value->get<double>() < kMost)) {
        return wrongKey(where + "." + key, "a factor above 0", value);
    }
    return std::optional(value->get<double>());
}

Expected<int> readCount(const json& object, const std::string& where, const char* key)
{
    const json* value = memberOf(object, key);
    constexpr int kMost = 1'000'000;
    if (value == nullptr || !value->is_number_integer() || value->get<std::int64_t>() < 1 ||
        value->get<std::int64_t>() > kMost) {
        return wrongKey(where + "." + key, "a whole number above 0", value);
    }
    return value->get<int>();
}

template <class Value, class Field>
bool take(Expected<Value> value, Field& field, std::optional<Error>& error)
{
    if (!value) {
        error = error.value_or(value.error());
        return false;
    }
    field = Field(*std::move(value));
    return true;
}

/// Absent in files of before: a correction whose models nobody knows.
Expected<std::vector<ModelId>> readModels(const json& object, const std::string& where)
{
    std::vector<ModelId> models;
    const json* list = memberOf(object, "models");
    if (list == nullptr) {
        return models;
    }
    if (!list->is_array()) {
        return wrongKey(where + ".models", "a list of model ids", list);
    }
    for (const json& model : *list) {
        if (!model.is_string()) {
            return wrongKey(where + ".models", "a list of model ids", list);
        }
        models.emplace_back(model.get<std::string>());
    }
    return models;
}

Expected<DeviceCorrection> readCorrection(const json& object, const std::string& where)
{
    if (!object.is_object()) {
        return wrongKey(where, "an object", &object);
    }
    DeviceCorrection correction;
    std::optional<Error> error;
    take(readText(object, where, "device"), correction.device, error);
    take(
        readText(object, where, "engine").and_then([](const std::string& name) { return parseEngine(name); }),
        correction.engine, error);
    take(readCount(object, where, "count"), correction.count, error);
    take(readFactor(object, where, "decode"), correction.decode, error);
    take(readFactor(object, where, "prefill"), correction.prefill, error);
    take(readCount(object, where, "runs"), correction.runs, error);
    take(readText(object, where, "source"), correction.source, error);
    take(readText(object, where, "date").and_then([](const std::string& iso) { return Date::parse(iso); }),
         correction.date, error);
    take(readModels(object, where), correction.models, error);
    return error ? Expected<DeviceCorrection>(tl::unexpected(*error)) : correction;
}

Expected<std::vector<DeviceCorrection>> readAll(const json& root)
{
    const auto list = listOf(root, kSchema, "corrections");
    if (!list) {
        return tl::unexpected(list.error());
    }
    std::vector<DeviceCorrection> corrections;
    for (const json& object : **list) {
        auto correction = readCorrection(object, "corrections[" + std::to_string(corrections.size()) + "]");
        if (!correction) {
            return tl::unexpected(correction.error());
        }
        corrections.push_back(*std::move(correction));
    }
    return corrections;
}

std::string textOf(const std::vector<DeviceCorrection>& corrections)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const DeviceCorrection& correction : corrections) {
        nlohmann::ordered_json object = {{"device", correction.device.text()},
                                         {"engine", engineName(correction.engine)},
                                         {"count", correction.count}};
        object["decode"] = correction.decode ? nlohmann::ordered_json(*correction.decode) : nullptr;
        object["prefill"] = correction.prefill ? nlohmann::ordered_json(*correction.prefill) : nullptr;
        object["runs"] = correction.runs;
        object["source"] = correction.source;
        object["date"] = correction.date.iso();
        object["models"] = nlohmann::ordered_json::array();
        for (const ModelId& model : correction.models) {
            object["models"].push_back(model.text());
        }
        list.push_back(std::move(object));
    }
    const nlohmann::ordered_json root = {{"schema", kSchema}, {"corrections", std::move(list)}};
    return root.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace

bool isForSame(const DeviceCorrection& a, const DeviceCorrection& b)
{
    return a.device == b.device && a.engine == b.engine && a.count == b.count;
}

Expected<MeasurementStore> MeasurementStore::ofUser()
{
    const auto folder = [](const char* variable) {
        const char* named = std::getenv(variable);
        return std::filesystem::path(named == nullptr ? "" : named);
    };
    std::filesystem::path settings = folder("XDG_CONFIG_HOME");
    if (!settings.is_absolute()) {
        const std::filesystem::path home = folder("HOME");
        if (home.empty()) {
            return fail("no folder for settings: neither XDG_CONFIG_HOME nor HOME is set");
        }
        settings = home / ".config";
    }
    return MeasurementStore(settings / "rigwright" / "measurements.json");
}

Expected<std::vector<DeviceCorrection>> MeasurementStore::read() const
{
    std::error_code unknown;
    if (!std::filesystem::exists(file_, unknown) && !unknown) {
        return std::vector<DeviceCorrection>();
    }
    return readFileText(file_, kLargestFile, "the measurements that the program keeps")
        .and_then([](const std::string& text) { return parseJsonText(text); })
        .and_then(readAll)
        .map_error([&](const Error& error) { return Error{file_.string() + ": " + error.message}; });
}

Expected<void> MeasurementStore::update(const Change& change) const
{
    std::error_code status;
    std::filesystem::create_directories(file_.parent_path(), status);
    const FileLock lock(file_.string() + ".lock");
    if (!lock.isHeld()) {
        return fail(file_.string() + ": can't be written: " + std::generic_category().message(errno));
    }
    auto corrections = read();
    if (!corrections) {
        return fail(corrections.error().message + "; move the file away to start anew");
    }
    change(*corrections);
    return writeWholeFile(file_, [&](const std::filesystem::path& temporary) -> Expected<void> {
        std::ofstream out(temporary, std::ios::binary);
        out << textOf(*corrections) << std::flush;
        return out ? Expected<void>() : fail("can't be written");
    });
}

Expected<void> MeasurementStore::keep(const std::vector<DeviceCorrection>& corrections) const
{
    return update([&](std::vector<DeviceCorrection>& kept) {
        for (const DeviceCorrection& correction : corrections) {
            std::erase_if(kept, [&](const DeviceCorrection& other) { return isForSame(other, correction); });
            kept.push_back(correction);
        }
    });
}

Expected<int> MeasurementStore::remove(const std::function<bool(const DeviceCorrection&)>& goes) const
{
    int removed = 0;
    return update([&](std::vector<DeviceCorrection>& kept) {
               removed = static_cast<int>(std::erase_if(kept, goes));
           })
        .map([&] { return removed; });
}

} // namespace rigwright
