// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/cloud_names.h"
#include "catalog/import/foreign_cells.h"
#include "catalog/import/foreign_readers.h"
#include "catalog/import/vms_row.h"

#include <cmath>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace rigwright {

namespace {

/// A machine in one region: of its zones the cheapest.
struct Machine {
    std::string instance;
    std::string region;
    std::optional<CloudOffer> onDemand;
    std::optional<CloudOffer> spot;
    std::int64_t rows = 0;
};

bool sayTheSame(const CloudOffer& a, const CloudOffer& b)
{
    return a.provider == b.provider && a.instance == b.instance && a.gpuName == b.gpuName &&
        a.accelerator == b.accelerator && a.gpuCount == b.gpuCount && a.gpuMemoryEach == b.gpuMemoryEach &&
        a.vcpus == b.vcpus && a.memory == b.memory && a.pricePerHour == b.pricePerHour &&
        a.pricing == b.pricing && a.region == b.region && a.kind == b.kind && a.source == b.source &&
        a.date == b.date;
}

/// Reads the vms.csv of one cloud.
class VmsFile {
public:
    VmsFile(const CloudProvider& provider, const ImportRequest& request, const Catalog& catalog,
            PreviewBuilder& builder)
        : provider_(provider)
        , builder_(builder)
        , gpus_(catalog, provider.name)
        , date_(request.pricesOf.value_or(request.today))
    {
        for (const CloudOffer& offer : catalog.cloudOffers) {
            known_.emplace(offer.id, &offer);
        }
    }

    Expected<void> read(const std::filesystem::path& path, const std::string& folder)
    {
        source_ = "skypilot-catalog " + folder + "/vms.csv";
        Expected<CsvRows> rows = CsvRows::open(path, builder_);
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        const Expected<VmsColumns> columns = vmsColumns(rows->header());
        if (!columns) {
            return fail(builder_.fileName() + ": " + columns.error().message);
        }
        while (true) {
            const Expected<bool> more = rows->next();
            if (!more) {
                return tl::unexpected(more.error());
            }
            if (!*more) {
                return {};
            }
            takeRow(*columns, rows->cells(), rows->line());
        }
    }

    /// Puts the offers into the preview.
    void finish()
    {
        for (const auto& [key, machine] : machines_) {
            if (hosts_.contains(machine.instance)) {
                builder_.preview().passedOver += machine.rows;
                hostRows_ += machine.rows;
                continue;
            }
            bool changed = false;
            for (const std::optional<CloudOffer>* offer : {&machine.onDemand, &machine.spot}) {
                changed = (*offer && put(**offer)) || changed;
            }
            builder_.preview().unchanged += changed ? 0 : machine.rows;
        }
        noteCounts();
    }

private:
    void takeRow(const VmsColumns& columns, const std::vector<std::string>& cells, std::size_t line)
    {
        const std::string& instance = cells[columns.instance];
        if (tidied(cells[columns.accelerator]).empty()) {
            ++builder_.preview().passedOver;
            hosts_.insert(tidied(instance));
        } else if (tidied(instance).empty()) {
            passOver(withoutMachine_);
        } else {
            const auto row = readVmsRow(columns, cells);
            if (row) {
                takeMachine(*row, line);
            } else {
                builder_.problem(line, row.error().column, row.error().message);
            }
        }
    }

    void takeMachine(const VmsRow& row, std::size_t line)
    {
        if (row.gpuCount != std::floor(row.gpuCount)) {
            passOver(shares_);
            return;
        }
        if (!row.price && !row.spotPrice) {
            passOver(withoutPrice_);
            return;
        }
        const Expected<CloudGpu> gpu = gpus_.find(row.gpus);
        if (!gpu) {
            builder_.problem(line, "GpuInfo", gpu.error().message);
            return;
        }
        const std::string region = row.region.empty() ? "any" : row.region;
        Machine& machine = machines_[slugOf(row.gpus.instance) + " " + slugOf(region)];
        if (machine.rows > 0 && (machine.instance != row.gpus.instance || machine.region != region)) {
            builder_.problem(line, "InstanceType",
                             "its id would be that of " + quotedCell(machine.instance) + " in " +
                                 quotedCell(machine.region) + ": left out");
            return;
        }
        machine.instance = row.gpus.instance;
        machine.region = region;
        ++machine.rows;
        builder_.preview().matched += gpu->accelerator.empty() ? 0 : 1;
        keepCheapest(machine.onDemand, row, *gpu, region, false);
        keepCheapest(machine.spot, row, *gpu, region, true);
    }

    void keepCheapest(std::optional<CloudOffer>& kept, const VmsRow& row, const CloudGpu& gpu,
                      const std::string& region, bool spot)
    {
        const std::optional<MoneyRate>& price = spot ? row.spotPrice : row.price;
        if (!price || (kept && kept->pricePerHour.micros() <= price->micros())) {
            return;
        }
        const PricingModel pricing = spot ? PricingModel::Spot
            : provider_.marketplace       ? PricingModel::Marketplace
                                          : PricingModel::OnDemand;
        kept = CloudOffer{
            .id = cloudOfferId(provider_, row.gpus.instance, region, pricing),
            .provider = provider_.name,
            .instance = row.gpus.instance,
            .gpuName = row.gpus.name,
            .accelerator = gpu.accelerator,
            .gpuCount = row.gpus.count,
            .gpuMemoryEach = gpu.memoryEach,
            .vcpus = row.vcpus,
            .memory = row.memory,
            .pricePerHour = *price,
            .pricing = pricing,
            .region = region,
            .kind = pricing == PricingModel::OnDemand ? PriceKind::List : PriceKind::Street,
            .source = source_,
            .date = date_,
        };
    }

    /// Whether it changes the catalog.
    bool put(const CloudOffer& offer)
    {
        const auto known = known_.find(offer.id);
        if (known != known_.end() && known->second->date > offer.date) {
            ++older_;
            return false;
        }
        if (known != known_.end() && sayTheSame(*known->second, offer)) {
            return false;
        }
        builder_.preview().changes.cloudOffers.push_back(offer);
        return true;
    }

    void passOver(std::int64_t& reason)
    {
        ++builder_.preview().passedOver;
        ++reason;
    }

    void noteCounts()
    {
        const auto say = [&](std::int64_t count, const std::string& what) {
            if (count > 0) {
                builder_.note(builder_.fileName() + ": " + std::to_string(count) + " " + what);
            }
        };
        say(withoutMachine_, "rows price accelerators without the machine around them: passed over");
        say(hostRows_,
            "rows are of machines that the file also prices without accelerators, so that their price may be "
            "of one "
            "part alone: passed over");
        say(shares_, "rows offer a share of a GPU: passed over");
        say(withoutPrice_, "rows have no price: passed over");
        say(older_, "prices are older than the catalog's: kept as they are");
    }

    const CloudProvider& provider_;
    PreviewBuilder& builder_;
    CloudGpus gpus_;
    Date date_;
    std::string source_;
    std::unordered_map<std::string, const CloudOffer*> known_; ///< by id
    std::map<std::string, Machine> machines_;                  ///< by instance and region
    std::unordered_set<std::string> hosts_;                    ///< machines priced without an accelerator
    std::int64_t withoutMachine_ = 0;
    std::int64_t hostRows_ = 0;
    std::int64_t shares_ = 0;
    std::int64_t withoutPrice_ = 0;
    std::int64_t older_ = 0;
};

/// The folder that a file lies in, "aws".
std::string folderOf(const std::filesystem::path& file)
{
    std::error_code error;
    const std::filesystem::path whole = std::filesystem::absolute(file, error);
    return (error ? file : whole).lexically_normal().parent_path().filename().string();
}

bool recognises(const ImportFile& file)
{
    const std::optional<CsvHeader> header = headerOf(file);
    return header && header->find("InstanceType") && header->find("AcceleratorName") && header->find("Price");
}

Expected<ImportPreview> preview(const ImportSource& source, const ImportRequest& request,
                                const CatalogView& view, const Progress& progress)
{
    if (source.files.size() > 1 && !request.provider.empty()) {
        return fail(source.path.string() + ": holds the prices of " + std::to_string(source.files.size()) +
                    " files: --provider is for one file");
    }
    PreviewBuilder builder(source, ImportFormat::SkypilotVms, progress);
    for (const ImportFile& file : source.files) {
        const std::string folder = folderOf(file.path);
        const Expected<CloudProvider> provider =
            request.provider.empty() ? findCloudProvider(folder) : namedCloudProvider(request.provider);
        if (!provider) {
            if (!source.isFolder) {
                return fail(file.path.string() + ": " + provider.error().message);
            }
            builder.startFile(file.path);
            builder.problem(0, "", provider.error().message);
            continue;
        }
        VmsFile vms(*provider, request, *view.catalog, builder);
        if (Expected<void> read = vms.read(file.path, request.provider.empty() ? folder : provider->idPrefix);
            !read) {
            return tl::unexpected(read.error());
        }
        vms.finish();
    }
    if (!request.pricesOf) {
        builder.note("The files say no day: their prices count as of " + request.today.iso() + ".");
    }
    return builder.take();
}

} // namespace

ImportReader skypilotReader()
{
    return {ImportFormat::SkypilotVms, recognises, preview};
}

} // namespace rigwright
