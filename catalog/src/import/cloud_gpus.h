// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/import/gpu_info.h"
#include "facts/catalog.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rigwright {

/// A machine's GPUs as a cloud's table describes them.
struct CloudGpuNames {
    std::string instance;
    std::string name; ///< "A100-80GB"
    int count = 1;
    std::optional<GpuInfo> info;
};

struct CloudGpu {
    PartId accelerator; ///< empty: none of the catalog's, or more than one fits
    Bytes memoryEach;
};

/// Which accelerator of the catalog a cloud means. Never a guess: form factors that a name leaves open stay open.
class CloudGpus {
public:
    CloudGpus(const Catalog& catalog, const std::string& provider);

    /// An error: the memory of one GPU can't be told.
    [[nodiscard]] Expected<CloudGpu> find(const CloudGpuNames& names) const;

private:
    struct Known {
        const Accelerator* accelerator = nullptr;
        std::vector<std::string> forms; ///< "sxm", "pcie", "server" …
    };

    [[nodiscard]] std::vector<Known> named(const CloudGpuNames& names) const;
    /// Of accelerators that differ in their form alone; empty: nothing says which.
    [[nodiscard]] PartId formOfMachine(std::vector<Known> fitting, const CloudGpuNames& names) const;

    std::multimap<std::string, Known> byName_; ///< "a100", "rtx4090"
    std::map<std::string, PartId> ofInstance_; ///< where the catalog's offers of this provider agree
};

} // namespace rigwright
