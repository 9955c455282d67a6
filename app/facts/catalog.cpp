// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/catalog.h"

#include "facts/nearest.h"
#include "units/format.h"

#include <array>

namespace rigwright {

namespace {

template <class Part>
const PartInfo* infoOf(const std::vector<Part>& parts, const PartId& id)
{
    const Part* part = findPart(parts, id);
    return part == nullptr ? nullptr : &part->info;
}

template <class Part>
Expected<const Part*> findNamed(const char* kind, const std::vector<Part>& parts, const std::string& id)
{
    if (const Part* part = findPart(parts, PartId(toLower(id)))) {
        return part;
    }
    std::vector<std::string> known;
    known.reserve(parts.size());
    for (const Part& part : parts) {
        known.push_back(part.info.id.text());
    }
    return fail(unknownNameMessage(kind, id, known));
}

} // namespace

std::size_t Catalog::partCount() const
{
    return accelerators.size() + cpus.size() + boards.size() + memory.size() + drives.size() +
        powerSupplies.size() + cases.size() + coolers.size() + networkCards.size() + systems.size();
}

PartReference findAnyPart(const Catalog& catalog, const PartId& id)
{
    const std::array candidates{
        PartReference{PartCategory::Accelerator, infoOf(catalog.accelerators, id)},
        PartReference{PartCategory::Cpu, infoOf(catalog.cpus, id)},
        PartReference{PartCategory::Board, infoOf(catalog.boards, id)},
        PartReference{PartCategory::Memory, infoOf(catalog.memory, id)},
        PartReference{PartCategory::Storage, infoOf(catalog.drives, id)},
        PartReference{PartCategory::PowerSupply, infoOf(catalog.powerSupplies, id)},
        PartReference{PartCategory::Case, infoOf(catalog.cases, id)},
        PartReference{PartCategory::Cooler, infoOf(catalog.coolers, id)},
        PartReference{PartCategory::NetworkCard, infoOf(catalog.networkCards, id)},
        PartReference{PartCategory::System, infoOf(catalog.systems, id)},
    };
    for (const PartReference& candidate : candidates) {
        if (candidate.info != nullptr) {
            return candidate;
        }
    }
    return {};
}

Expected<const ModelFacts*> findModel(const Catalog& catalog, const std::string& id)
{
    const ModelId wanted(toLower(id));
    std::vector<std::string> known;
    for (const ModelFacts& model : catalog.models) {
        if (model.id == wanted ||
            (!model.huggingFaceId.empty() && toLower(model.huggingFaceId) == wanted.text())) {
            return &model;
        }
        known.push_back(model.id.text());
    }
    return fail(unknownNameMessage("model", id, known));
}

Expected<const Accelerator*> findAccelerator(const Catalog& catalog, const std::string& id)
{
    return findNamed("accelerator", catalog.accelerators, id);
}

Expected<const Cpu*> findCpu(const Catalog& catalog, const std::string& id)
{
    return findNamed("cpu", catalog.cpus, id);
}

} // namespace rigwright
