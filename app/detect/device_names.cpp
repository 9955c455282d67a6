// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/device_names.h"

#include "facts/driver_names.h"
#include "units/format.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <tuple>

namespace rigwright {

namespace {

/// Drivers keep up to a twelfth of a card's memory for themselves and for error correction.
constexpr double kMemoryTolerance = 0.12;
/// A drive of 2,048 GB is sold beside those of 2,000.
constexpr double kDriveTolerance = 0.05;
constexpr std::size_t kShortestPartNumber = 6;

template <class Part>
NamedPart<Part> firstOf(const std::vector<const Part*>& parts)
{
    if (parts.empty()) {
        return {};
    }
    return {parts.front(), parts.size() > 1};
}

double difference(Bytes a, Bytes b)
{
    return std::abs(a / b - 1);
}

/// Those whose memory is nearest, if any is near.
void keepNearest(std::vector<const Accelerator*>& parts, Bytes memory)
{
    double least = kMemoryTolerance;
    for (const Accelerator* part : parts) {
        least = std::min(least, difference(memory, part->memory));
    }
    constexpr double kSame = 0.005;
    std::erase_if(parts, [&](const Accelerator* part) {
        return difference(memory, part->memory) > std::min(least + kSame, kMemoryTolerance);
    });
}

/// "2tb", "2000gb", "512g"
bool isCapacity(const std::string& word)
{
    const std::size_t digits = word.find_first_not_of("0123456789");
    if (digits == 0 || digits == std::string::npos) {
        return false;
    }
    const std::string unit = word.substr(digits);
    return unit == "tb" || unit == "gb" || unit == "t" || unit == "g";
}

/// Of a drive: without maker, capacity and what every drive is.
std::set<std::string> driveWords(std::string name, const std::string& manufacturer)
{
    // "990 PRO 2 TB", "CD8P-R 7.68 TB"
    if (name.ends_with(" TB") || name.ends_with(" GB")) {
        name.erase(name.find_last_not_of("0123456789. TGB") + 1);
    }
    std::set<std::string> words = nameWords(name).all;
    for (const std::string& word : nameWords(manufacturer).all) {
        words.erase(word);
    }
    std::erase_if(words, [](const std::string& word) {
        return word == "ssd" || word == "nvme" || word == "hdd" || isCapacity(word);
    });
    return words;
}

bool isDrive(const Drive& part, const DetectedDrive& drive)
{
    if (difference(drive.capacity, part.capacity) > kDriveTolerance) {
        return false;
    }
    const std::string number = plainName(part.info.partNumber);
    if (number.size() >= kShortestPartNumber && plainName(drive.model).find(number) != std::string::npos) {
        return true;
    }
    const auto words = driveWords(part.info.name, part.info.manufacturer);
    return !words.empty() && driveWords(drive.model, part.info.manufacturer) == words;
}

} // namespace

std::string plainName(const std::string& name)
{
    std::string plain = toLower(name);
    std::erase_if(plain, [](unsigned char c) { return std::isalnum(c) == 0; });
    return plain;
}

std::vector<std::string> productNames(const std::string& pciName)
{
    const std::size_t open = pciName.find('[');
    const std::size_t close = pciName.rfind(']');
    if (open == std::string::npos || close == std::string::npos || close < open) {
        return {};
    }
    std::string list = pciName.substr(open + 1, close - open - 1);
    if (const std::size_t at = list.find(" Lite Hash Rate"); at != std::string::npos) {
        list.erase(at);
    }
    // The line of products stands before the first number: "Radeon RX " of "Radeon RX 7900 XT/7900 XTX".
    std::size_t number = 0;
    while (number < list.size() &&
           !(std::isdigit(static_cast<unsigned char>(list[number])) != 0 &&
             (number == 0 || list[number - 1] == ' '))) {
        ++number;
    }
    const std::string line = number < list.size() ? list.substr(0, number) : std::string();
    std::vector<std::string> names;
    for (std::size_t start = 0; start <= list.size();) {
        const std::size_t end = std::min(list.find('/', start), list.size());
        std::string name = list.substr(start, end - start);
        name.erase(0, std::min(name.find_first_not_of(' '), name.size()));
        const bool bare = !name.empty() && std::isdigit(static_cast<unsigned char>(name[0])) != 0;
        names.push_back(bare ? line + name : name);
        start = end + 1;
    }
    return names;
}

NamedPart<Accelerator> acceleratorLike(const Catalog& catalog, const std::vector<std::string>& names,
                                       const std::optional<Bytes>& memory)
{
    std::vector<const Accelerator*> parts;
    for (const std::string& name : names) {
        for (const Accelerator* part : partsNamed(catalog.accelerators, name)) {
            if (std::ranges::find(parts, part) == parts.end()) {
                parts.push_back(part);
            }
        }
    }
    if (memory) {
        keepNearest(parts, *memory);
    }
    std::ranges::sort(parts, {}, [](const Accelerator* part) {
        const double bandwidth = part->bandwidth ? part->bandwidth->value() : 0;
        const double rate = part->fp16 ? part->fp16->value() : 0;
        return std::tuple(part->memory, bandwidth, rate, part->info.id);
    });
    return firstOf(parts);
}

NamedPart<Accelerator> unifiedChipLike(const Catalog& catalog, const std::string& name, Bytes visible)
{
    std::vector<const Accelerator*> parts = partsNamed(catalog.accelerators, name);
    std::erase_if(parts, [&](const Accelerator* part) {
        return part->mounting != Mounting::Integrated || part->memory < visible;
    });
    std::ranges::sort(parts, {},
                      [](const Accelerator* part) { return std::tuple(part->memory, part->info.id); });
    if (parts.empty()) {
        return {};
    }
    return {parts.front(), false};
}

NamedPart<Cpu> cpuLike(const Catalog& catalog, const std::string& name)
{
    return firstOf(partsNamed(catalog.cpus, name));
}

NamedPart<Board> boardLike(const Catalog& catalog, const std::string& vendor, const std::string& name)
{
    std::string bare = name;
    // The number of the product's kind, which some makers print behind its name: "MZ33-AR0-000".
    if (const std::size_t dash = bare.rfind('-');
        dash != std::string::npos && bare.find_first_not_of('0', dash + 1) == std::string::npos) {
        bare.erase(dash);
    }
    std::vector<const Board*> boards = partsNamed(catalog.boards, bare);
    std::ranges::stable_partition(boards, [&](const Board* board) {
        return plainName(vendor).find(plainName(board->info.manufacturer)) != std::string::npos;
    });
    return firstOf(boards);
}

NamedPart<Drive> driveLike(const Catalog& catalog, const DetectedDrive& drive)
{
    std::vector<const Drive*> drives;
    for (const Drive& part : catalog.drives) {
        if (isDrive(part, drive)) {
            drives.push_back(&part);
        }
    }
    return firstOf(drives);
}

NamedPart<CompleteSystem> systemLike(const Catalog& catalog, const Accelerator& accelerator, int count,
                                     const std::string& productName)
{
    const std::string product = plainName(productName);
    constexpr std::size_t kShortest = 5;
    std::vector<const CompleteSystem*> systems;
    for (const CompleteSystem& system : catalog.systems) {
        if (system.accelerator != accelerator.info.id || system.acceleratorCount != count) {
            continue;
        }
        const std::string& name = system.info.name;
        const std::string own = plainName(name.substr(0, name.find('(')));
        const bool named = own.size() >= kShortest && product.find(own) != std::string::npos;
        const bool prefixed = product.size() >= kShortest && own.starts_with(product);
        if (named || prefixed) {
            return {&system, false};
        }
        systems.push_back(&system);
    }
    const bool alone =
        accelerator.mounting == Mounting::Card || accelerator.mounting == Mounting::PassiveCard;
    if (alone || systems.empty()) {
        return {};
    }
    return {systems.front(), true};
}

} // namespace rigwright
