// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/cloud_names.h"

#include "catalog/import/foreign_cells.h"

#include <optional>

namespace rigwright {

namespace {

struct KnownCloud {
    const char* folder;
    const char* name;
    const char* idPrefix;
    bool marketplace = false;
};

constexpr KnownCloud kClouds[] = {
    {"alibaba", "Alibaba Cloud", "alibaba"},
    {"aws", "AWS", "aws"},
    {"azure", "Azure", "azure"},
    {"cudo", "Cudo Compute", "cudo"},
    {"do", "DigitalOcean", "digitalocean"},
    {"digitalocean", "DigitalOcean", "digitalocean"},
    {"fluidstack", "Fluidstack", "fluidstack"},
    {"gcp", "GCP", "gcp"},
    {"genesis-cloud", "Genesis Cloud", "genesis-cloud"},
    {"hyperbolic", "Hyperbolic", "hyperbolic", true},
    {"hyperstack", "Hyperstack", "hyperstack"},
    {"ibm", "IBM Cloud", "ibm"},
    {"jarvislabs", "Jarvis Labs", "jarvis-labs"},
    {"lambda", "Lambda", "lambda"},
    {"mithril", "Mithril", "mithril"},
    {"nebius", "Nebius", "nebius"},
    {"novita", "Novita", "novita"},
    {"oci", "Oracle (OCI)", "oci"},
    {"ovhcloud", "OVHcloud", "ovhcloud"},
    {"paperspace", "Paperspace", "paperspace"},
    {"primeintellect", "Prime Intellect", "prime-intellect", true},
    {"runpod", "RunPod", "runpod"},
    {"scaleway", "Scaleway", "scaleway"},
    {"scp", "Samsung Cloud", "scp"},
    {"seeweb", "Seeweb", "seeweb"},
    {"shadeform", "Shadeform", "shadeform", true},
    {"spheron", "Spheron", "spheron", true},
    {"tensordock", "TensorDock", "tensordock", true},
    {"thunder-compute", "Thunder Compute", "thunder-compute"},
    {"vast", "Vast.ai", "vast-ai", true},
    {"verda", "Verda (DataCrunch)", "verda"},
    {"datacrunch", "Verda (DataCrunch)", "verda"},
    {"vultr", "Vultr", "vultr"},
};

std::optional<CloudProvider> known(std::string_view name)
{
    const std::string key = nameKey(name);
    for (const KnownCloud& cloud : kClouds) {
        if (!key.empty() &&
            (key == nameKey(cloud.folder) || key == nameKey(cloud.name) || key == nameKey(cloud.idPrefix))) {
            return CloudProvider{cloud.name, cloud.idPrefix, cloud.marketplace};
        }
    }
    return std::nullopt;
}

} // namespace

Expected<CloudProvider> findCloudProvider(std::string_view name)
{
    if (const auto provider = known(name)) {
        return *provider;
    }
    std::string folders;
    for (const KnownCloud& cloud : kClouds) {
        folders += (folders.empty() ? "" : ", ") + std::string(cloud.folder);
    }
    return fail("no cloud is known by the folder's name " + quotedCell(name) +
                ": say with --provider whose prices these are; known are " + folders);
}

Expected<CloudProvider> namedCloudProvider(std::string_view name)
{
    if (const auto provider = known(name)) {
        return *provider;
    }
    if (slugOf(name).empty()) {
        return fail("expected the name of a cloud such as aws, got " + quotedCell(name));
    }
    return CloudProvider{tidied(name), slugOf(name), false};
}

std::string cloudOfferId(const CloudProvider& provider, std::string_view instance, std::string_view region,
                         PricingModel pricing)
{
    return provider.idPrefix + "-" + slugOf(instance) + "-" + slugOf(region) + "-" +
        pricingModelName(pricing);
}

} // namespace rigwright
