// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/catalog.h"

#include "facts/nearest.h"
#include "units/format.h"

#include <array>
#include <span>

namespace rigwright {

namespace {

template <class Part>
const PartInfo* infoOf(const std::vector<Part>& parts, const PartId& id)
{
    const Part* part = findPart(parts, id);
    return part == nullptr ? nullptr : &part->info;
}

template <class Part>
Expected<const Part*> findNamed(const char* kind, std::span<const std::vector<Part>* const> tables,
                                const std::string& id)
{
    const PartId wanted(toLower(id));
    std::vector<std::string> known;
    for (const std::vector<Part>* parts : tables) {
        for (const Part& part : *parts) {
            if (part.info.id == wanted) {
                return &part;
            }
            known.push_back(part.info.id.text());
        }
    }
    return fail(unknownNameMessage(kind, id, known));
}

} // namespace

std::size_t Catalog::partCount() const
{
    return accelerators.size() + cards.size() + cpus.size() + boards.size() + memory.size() + drives.size() +
        powerSupplies.size() + cases.size() + coolers.size() + networkCards.size() + systems.size();
}

const Accelerator* acceleratorOf(const Catalog& catalog, const PartId& id)
{
    const Accelerator* accelerator = findPart(catalog.accelerators, id);
    return accelerator == nullptr ? findPart(catalog.cards, id) : accelerator;
}

PartReference findAnyPart(const Catalog& catalog, const PartId& id)
{
    const std::array candidates{
        PartReference{PartCategory::Accelerator, infoOf(catalog.accelerators, id)},
        PartReference{PartCategory::Accelerator, infoOf(catalog.cards, id)},
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
    const std::array tables{&catalog.accelerators, &catalog.cards};
    return findNamed<Accelerator>("accelerator", tables, id);
}

Expected<const Cpu*> findCpu(const Catalog& catalog, const std::string& id)
{
    const std::array tables{&catalog.cpus};
    return findNamed<Cpu>("cpu", tables, id);
}

} // namespace rigwright
