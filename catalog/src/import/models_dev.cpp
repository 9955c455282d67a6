// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/foreign_cells.h"
#include "catalog/import/foreign_readers.h"
#include "catalog/import/hosted_models.h"
#include "catalog/import/text_file.h"
#include "catalog/import/toml_text.h"

#include <unordered_map>

namespace rigwright {

namespace {

namespace fs = std::filesystem;
using Table = std::shared_ptr<cpptoml::table>;

constexpr std::size_t kLargestFile = std::size_t{256} << 10;
constexpr std::size_t kLongestName = 200;

/// What a file's path says.
struct Place {
    std::string provider;
    std::string model;   ///< as a request names it
    fs::path baseFolder; ///< where what `base_model` names lies; empty: not beside
};

std::string withSlashes(std::string name)
{
    for (std::size_t at = name.find("--"); at != std::string::npos; at = name.find("--", at + 1)) {
        name.replace(at, 2, "/");
    }
    return name;
}

/// providers/<provider>/models/<model>.toml, where the model's name may have slashes, or <provider>__<model>.toml.
std::optional<Place> placeOf(const fs::path& path)
{
    if (path.extension() != ".toml") {
        return std::nullopt;
    }
    const std::vector<fs::path> parts(path.begin(), path.end());
    for (std::size_t i = 0; i + 3 < parts.size(); ++i) {
        if (parts[i] != "providers" || parts[i + 2] != "models") {
            continue;
        }
        Place place{tidied(parts[i + 1].string()), "", {}};
        for (std::size_t j = 0; j < i; ++j) {
            place.baseFolder /= parts[j];
        }
        place.baseFolder /= "models";
        for (std::size_t j = i + 3; j < parts.size(); ++j) {
            place.model += (j > i + 3 ? "/" : "") +
                (j + 1 < parts.size() ? parts[j].string() : parts[j].stem().string());
        }
        place.model = tidied(place.model);
        return place;
    }
    const std::string name = tidied(path.stem().string());
    const std::size_t mark = name.find("__");
    if (mark == std::string::npos || mark == 0 || mark + 2 == name.size()) {
        return std::nullopt;
    }
    return Place{name.substr(0, mark), withSlashes(name.substr(mark + 2)), {}};
}

std::optional<std::string> textIn(const Table& table, const char* name)
{
    const auto value = table ? table->get_as<std::string>(name) : cpptoml::option<std::string>();
    std::string text = value ? tidied(*value) : std::string();
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

Table tableIn(const Table& table, const char* name)
{
    return table ? table->get_table(name) : nullptr;
}

/// A number, whole or not; nothing where there is none. An error: something else stands there.
Expected<std::optional<double>> numberIn(const Table& table, const char* name)
{
    if (!table || !table->contains(name)) {
        return std::optional<double>();
    }
    if (const auto whole = table->get_as<std::int64_t>(name)) {
        return std::optional(static_cast<double>(*whole));
    }
    if (const auto real = table->get_as<double>(name)) {
        return std::optional(*real);
    }
    return fail("expected a number");
}

class ModelsDevFiles {
public:
    ModelsDevFiles(const ImportRequest& request, const Catalog& catalog, PreviewBuilder& builder)
        : builder_(builder)
        , models_(catalog)
        , date_(request.pricesOf.value_or(request.today))
    {
        for (const ApiOffer& offer : catalog.apiOffers) {
            known_.emplace(offer.id, &offer);
        }
    }

    void takeFile(const fs::path& path)
    {
        ++builder_.preview().rows;
        const std::optional<Place> place = placeOf(path);
        if (!place) {
            builder_.problem(0, "",
                             "expected a file providers/<provider>/models/<model>.toml, or "
                             "<provider>__<model>.toml: the path says whose price it is");
            return;
        }
        const Expected<Table> table = readToml(path);
        if (!table) {
            builder_.problem(0, "", table.error().message);
            return;
        }
        if (std::optional<ApiOffer> offer = offerOf(*place, *table)) {
            put(std::move(*offer));
        }
    }

    void noteCounts()
    {
        const auto say = [&](std::int64_t count, const std::string& what) {
            if (count > 0) {
                builder_.note(std::to_string(count) + " " + what);
            }
        };
        say(withoutPrice_, "models have no price, or none for input or output: passed over");
        say(free_, "models cost nothing, for a time or within limits: passed over");
        say(tiered_, "models cost more for long prompts or at some hours: only the plain price is read");
        say(older_, "prices are older than the catalog's: kept as they are");
    }

private:
    static Expected<Table> readToml(const fs::path& path)
    {
        const Expected<std::string> text = readTextFile(path, kLargestFile);
        return text ? parseTomlText(*text) : Expected<Table>(tl::unexpected(text.error()));
    }

    /// What a file leaves out, its base says.
    static Table baseOf(const Place& place, const Table& table)
    {
        const std::optional<std::string> name = textIn(table, "base_model");
        if (!name || place.baseFolder.empty() || name->find("..") != std::string::npos) {
            return nullptr;
        }
        const Expected<Table> base = readToml(place.baseFolder / (*name + ".toml"));
        return base ? *base : nullptr;
    }

    std::optional<ApiOffer> offerOf(const Place& place, const Table& table)
    {
        const Table base = baseOf(place, table);
        const auto text = [&](const char* name) {
            const std::optional<std::string> own = textIn(table, name);
            return own ? own : textIn(base, name);
        };
        const std::string name =
            text("name").value_or(place.model.substr(place.model.rfind('/') + 1)); // npos + 1 is 0
        if (name.size() > kLongestName || place.model.size() > kLongestName) {
            builder_.problem(0, "name", "expected a name of a model, got a very long text");
            return std::nullopt;
        }
        ApiOffer offer = unpriced(place, name);
        const ModelFacts* model = models_.find(place.model, name);
        if (model == nullptr) {
            model = models_.find(text("base_model").value_or(""), name);
        }
        offer.model = model == nullptr ? ModelId() : model->id;
        offer.family = model == nullptr ? text("family").value_or("unknown") : model->family;
        if (!takeCost(tableIn(table, "cost"), offer) ||
            !takeLimits(tableIn(table, "limit"), tableIn(base, "limit"), offer)) {
            return std::nullopt;
        }
        return offer;
    }

    [[nodiscard]] ApiOffer unpriced(const Place& place, const std::string& name) const
    {
        ApiOffer offer;
        offer.id = slugOf(place.provider) + "-" + slugOf(place.model);
        offer.provider = place.provider;
        offer.providerModel = place.model;
        offer.modelName = name;
        offer.aggregator = isAggregator(place.provider);
        offer.source = "models.dev providers/" + place.provider + "/models/" + place.model + ".toml";
        offer.date = date_;
        return offer;
    }

    /// Whether there is a price to take; else it is passed over or told.
    bool takeCost(const Table& cost, ApiOffer& offer)
    {
        const Expected<std::optional<double>> input = numberIn(cost, "input");
        const Expected<std::optional<double>> output = numberIn(cost, "output");
        const Expected<std::optional<double>> cached = numberIn(cost, "cache_read");
        for (const auto& [number, name] : {std::pair(&input, "cost.input"), std::pair(&output, "cost.output"),
                                           std::pair(&cached, "cost.cache_read")}) {
            if (!*number) {
                builder_.problem(0, name, number->error().message);
                return false;
            }
        }
        if (!*input || !*output) {
            return passOver(withoutPrice_);
        }
        if (**input == 0 || **output == 0) {
            return passOver(free_);
        }
        const std::optional<MoneyRate> inputRate = dollarRate(**input);
        const std::optional<MoneyRate> outputRate = dollarRate(**output);
        if (!inputRate || !outputRate) {
            builder_.problem(0, inputRate ? "cost.output" : "cost.input",
                             "expected US dollars a million tokens, from 0.000001 to 100000");
            return false;
        }
        offer.input = *inputRate;
        offer.output = *outputRate;
        offer.cachedInput = *cached ? dollarRate(**cached) : std::nullopt;
        for (const auto& [name, value] : *cost) {
            if (value->is_table() || value->is_table_array()) {
                ++tiered_;
                break;
            }
        }
        return true;
    }

    bool takeLimits(const Table& own, const Table& base, ApiOffer& offer)
    {
        for (const auto& [name, target] :
             {std::pair("context", &offer.context), std::pair("output", &offer.maxOutput)}) {
            Expected<std::optional<double>> number = numberIn(own, name);
            if (number && !*number) {
                number = numberIn(base, name);
            }
            if (!number || (*number && (**number < 0 || **number > 1e9))) {
                builder_.problem(0, std::string("limit.") + name, "expected tokens from 1 to 1000000000");
                return false;
            }
            if (*number && **number >= 1) {
                *target = static_cast<std::int64_t>(**number);
            }
        }
        return true;
    }

    bool passOver(std::int64_t& reason)
    {
        ++builder_.preview().passedOver;
        ++reason;
        return false;
    }

    void put(ApiOffer offer)
    {
        ImportPreview& preview = builder_.preview();
        preview.matched += offer.model.empty() ? 0 : 1;
        if (!taken_.emplace(offer.id, offer.providerModel).second) {
            builder_.problem(0, "", "another file gives the price of " + quotedCell(offer.id) + ": left out");
            return;
        }
        const auto known = known_.find(offer.id);
        if (known == known_.end()) {
            preview.changes.apiOffers.push_back(std::move(offer));
        } else if (known->second->date > offer.date) {
            ++older_;
            ++preview.unchanged;
        } else if (sayTheSame(*known->second, offer)) {
            ++preview.unchanged;
        } else {
            preview.changes.apiOffers.push_back(std::move(offer));
        }
    }

    static bool sayTheSame(const ApiOffer& a, const ApiOffer& b)
    {
        return a.provider == b.provider && a.providerModel == b.providerModel && a.modelName == b.modelName &&
            a.family == b.family && a.model == b.model && a.aggregator == b.aggregator &&
            a.input == b.input && a.output == b.output && a.cachedInput == b.cachedInput &&
            a.context == b.context && a.maxOutput == b.maxOutput && a.kind == b.kind &&
            a.source == b.source && a.date == b.date;
    }

    PreviewBuilder& builder_;
    HostedModels models_;
    Date date_;
    std::unordered_map<std::string, const ApiOffer*> known_; ///< by id
    std::unordered_map<std::string, std::string> taken_;     ///< ids of this import
    std::int64_t withoutPrice_ = 0;
    std::int64_t free_ = 0;
    std::int64_t tiered_ = 0;
    std::int64_t older_ = 0;
};

bool recognises(const ImportFile& file)
{
    return file.path.extension() == ".toml" &&
        (placeOf(file.path).has_value() || file.head.find("[cost]") != std::string::npos);
}

Expected<ImportPreview> preview(const ImportSource& source, const ImportRequest& request,
                                const CatalogView& view, const Progress& progress)
{
    PreviewBuilder builder(source, ImportFormat::ModelsDev, progress);
    ModelsDevFiles files(request, *view.catalog, builder);
    for (const ImportFile& file : source.files) {
        builder.startFile(file.path);
        if (Expected<void> going = builder.advance(0); !going) {
            return tl::unexpected(going.error());
        }
        std::error_code ignored;
        const fs::path whole = fs::absolute(file.path, ignored);
        files.takeFile(ignored ? file.path : whole);
    }
    files.noteCounts();
    if (!request.pricesOf) {
        builder.note("The files say no day for the prices: they count as of " + request.today.iso() + ".");
    }
    return builder.take();
}

} // namespace

ImportReader modelsDevReader()
{
    return {ImportFormat::ModelsDev, recognises, preview};
}

} // namespace rigwright
