// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/describe.h"

#include "builds/memory_layout.h"
#include "units/format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace rigwright {

namespace {

template <class Part>
void append(std::vector<PartUse>& parts, PartCategory category, const std::vector<Used<Part>>& used)
{
    for (const Used<Part>& use : used) {
        parts.push_back({category, &use.part->info, use.quantity});
    }
}

std::string gigabytes(Bytes memory)
{
    const double gib = memory.inGib();
    return formatFixed(gib, gib == static_cast<double>(static_cast<std::int64_t>(gib)) ? 0 : 1) + " GB";
}

/// Names as people say them: without the brand of a family, and with the memory, unless the name has it already.
std::string spokenName(const Accelerator& accelerator)
{
    std::string name = chipNameOf(accelerator);
    constexpr std::string_view kBrand = "GeForce ";
    if (name.starts_with(kBrand)) {
        name.erase(0, kBrand.size());
    }
    const std::string memory = gigabytes(accelerator.memory);
    std::string tight = memory;
    std::erase(tight, ' ');
    const bool told = name.find(memory) != std::string::npos || name.find(tight) != std::string::npos;
    return told ? name : name + " " + memory;
}

std::string memoryText(const Machine& machine)
{
    return ", " + gigabytes(layOutMemory(machine).capacity) + " RAM";
}

} // namespace

std::vector<PartUse> partsOf(const Machine& machine)
{
    std::vector<PartUse> parts;
    if (machine.system != nullptr) {
        parts.push_back({PartCategory::System, &machine.system->info, 1});
    }
    append(parts, PartCategory::Accelerator, machine.accelerators);
    append(parts, PartCategory::Cpu, machine.cpus);
    if (machine.board != nullptr) {
        parts.push_back({PartCategory::Board, &machine.board->info, 1});
    }
    append(parts, PartCategory::Memory, machine.memory);
    append(parts, PartCategory::Storage, machine.drives);
    append(parts, PartCategory::PowerSupply, machine.supplies);
    if (machine.enclosure != nullptr) {
        parts.push_back({PartCategory::Case, &machine.enclosure->info, 1});
    }
    append(parts, PartCategory::Cooler, machine.coolers);
    append(parts, PartCategory::NetworkCard, machine.networkCards);
    return parts;
}

Build buildOf(const Machine& machine)
{
    Build build;
    build.powerCap = machine.powerCap;
    for (const PartUse& part : partsOf(machine)) {
        build.lines.push_back({part.category, part.info->id, part.quantity});
    }
    return build;
}

std::string idOf(const Build& build)
{
    std::vector<std::string> lines;
    for (const BuildLine& line : build.lines) {
        lines.push_back(line.part.text() + "*" + std::to_string(line.quantity) + ";");
    }
    if (build.powerCap) {
        lines.push_back("cap " + formatCount(std::int64_t{std::llround(build.powerCap->value() * 1000)}) +
                        ";");
    }
    std::ranges::sort(lines);
    // FNV-1a, 64 bits: std::hash may differ between library versions.
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const std::string& line : lines) {
        for (const char c : line) {
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
        }
    }
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), hash, 16);
    return "build-" + std::string(digits.data(), end.ptr);
}

std::string titleOf(const Machine& machine, bool withMemory)
{
    if (machine.system != nullptr) {
        return machine.system->info.name;
    }
    std::string title;
    for (const Used<Accelerator>& used : machine.accelerators) {
        title += title.empty() ? "" : " + ";
        title += used.quantity > 1 ? std::to_string(used.quantity) + " × " : "";
        title += spokenName(*used.part);
    }
    if (!title.empty()) {
        return withMemory && !machine.memory.empty() ? title + memoryText(machine) : title;
    }
    if (!machine.cpus.empty()) {
        return namesOf(machine.cpus) + (machine.memory.empty() ? "" : memoryText(machine));
    }
    return partsOf(machine).front().info->name;
}

} // namespace rigwright
