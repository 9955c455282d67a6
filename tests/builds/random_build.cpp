// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/random_build.h"

#include "builds/search.h"

#include <random>

namespace rigwright::test {

namespace {

template <class Part>
const PartId& anyOf(const std::vector<Part>& parts, std::mt19937& engine)
{
    return parts[engine() % parts.size()].info.id;
}

} // namespace

Build randomBuild(const Catalog& catalog, unsigned seed)
{
    std::mt19937 engine(seed);
    const auto upTo = [&](int most) { return static_cast<int>(engine() % static_cast<unsigned>(most)) + 1; };
    const Board& board = catalog.boards[engine() % catalog.boards.size()];
    const int sockets = board.socketCount;
    Build build;
    if (engine() % 4 != 0) {
        build.lines.push_back({PartCategory::Accelerator, anyOf(catalog.accelerators, engine),
                               engine() % 2 == 0 ? 1 : upTo(4)});
    }
    build.lines.push_back({PartCategory::Cpu, anyOf(catalog.cpus, engine), sockets});
    build.lines.push_back({PartCategory::Board, board.info.id, 1});
    build.lines.push_back({PartCategory::Memory, anyOf(catalog.memory, engine), 2 * sockets});
    build.lines.push_back({PartCategory::Storage, anyOf(catalog.drives, engine), 1});
    build.lines.push_back({PartCategory::PowerSupply, anyOf(catalog.powerSupplies, engine), 1});
    build.lines.push_back({PartCategory::Case, anyOf(catalog.cases, engine), 1});
    build.lines.push_back({PartCategory::Cooler, anyOf(catalog.coolers, engine), sockets});
    return build;
}

Build damagedBuild(const Catalog& catalog, const Requirement& requirement, unsigned seed)
{
    std::mt19937 engine(seed);
    const SearchResult found = searchBuilds(catalog, requirement).value();
    if (found.builds.empty()) {
        return randomBuild(catalog, seed);
    }
    Build build = found.builds[engine() % found.builds.size()].build;
    const Build other = randomBuild(catalog, seed + 1);
    for (auto damage = engine() % 2 + 1; damage > 0; --damage) {
        const BuildLine& line = other.lines[engine() % other.lines.size()];
        for (BuildLine& place : build.lines) {
            place = place.category == line.category ? line : place;
        }
    }
    return build;
}

} // namespace rigwright::test
