// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/nearest.h"
#include "facts/part_ids.h"
#include "project/json_text.h"
#include "project/measurements/match.h"
#include "units/format.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace rigwright {

namespace {

using Words = std::set<std::string>;

/// Names that drivers print and data sheets don't, and the words of the data sheet.
constexpr std::array kDriverNames{
    std::pair{"h100 80gb hbm3", "h100 80gb sxm5"},
    std::pair{"radeon 8060s", "ryzen ai max+ 395"},
};

/// Words that say nothing: makers, product lines of one maker, and what every part is.
const Words kNoise{"nvidia",    "amd",   "ati",        "intel",    "apple",    "corporation", "geforce",
                   "radeon",    "tesla", "quadro",     "instinct", "graphics", "gpu",         "cpu",
                   "processor", "gen",   "generation", "edition",  "with",     "soc"};

/// Words that tell versions of one part apart, and that a name may leave out.
bool isVersionWord(const std::string& word)
{
    static const Words known{"pcie", "sxm",  "sxm2",  "sxm3", "sxm4", "sxm5",
                             "oam",  "hbm2", "hbm2e", "hbm3", "hbm3e"};
    const bool capacity = word.size() > 2 && word.ends_with("gb") &&
        std::all_of(word.begin(), word.end() - 2, [](unsigned char c) { return std::isdigit(c) != 0; });
    return capacity || known.contains(word);
}

void eraseAll(std::string& text, std::string_view what)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
        text.erase(at, what.size());
    }
}

/// "RADV NAVI31", "DGX Spark": what stands in brackets explains.
void eraseBrackets(std::string& text)
{
    for (std::size_t open = text.find('('); open != std::string::npos; open = text.find('(')) {
        const std::size_t close = text.find(')', open);
        text.erase(open, close == std::string::npos ? close : close - open + 1);
    }
}

/// "16-core", "96-cores", "13th"
bool isCountWord(const std::string& word)
{
    const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
    const std::string rest = word.substr(digits);
    return digits > 0 &&
        (rest == "-core" || rest == "-cores" || rest == "th" || rest == "st" || rest == "nd");
}

Words wordsOf(const std::string& name)
{
    std::string text = toLower(name);
    for (const char* mark : {"(r)", "(tm)", "(c)", "®", "™"}) {
        eraseAll(text, mark);
    }
    eraseBrackets(text);
    text = text.substr(0, text.find('@'));
    for (const auto& [driver, sheet] : kDriverNames) {
        if (const std::size_t at = text.find(driver); at != std::string::npos) {
            text.replace(at, std::string_view(driver).size(), sheet);
        }
    }
    Words words;
    std::string word;
    const auto add = [&](const std::string& part) {
        if (!part.empty() && !kNoise.contains(part) && !isCountWord(part)) {
            words.insert(part);
        }
    };
    for (const char c : text + " ") {
        if (std::isspace(static_cast<unsigned char>(c)) == 0) {
            word += c;
            continue;
        }
        if (isCountWord(word)) {
            word.clear();
        }
        std::string part;
        for (const char letter : word + "-") {
            const bool inWord = std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '+';
            if (inWord) {
                part += letter;
            } else {
                add(part);
                part.clear();
            }
        }
        word.clear();
    }
    return words;
}

Words coreOf(const Words& words)
{
    Words core;
    std::ranges::copy_if(words, std::inserter(core, core.end()),
                         [](const std::string& word) { return !isVersionWord(word); });
    return core;
}

/// Those whose name has the same words; of several versions the ones that share the most of the words that tell them apart.
template <class Part>
std::vector<PartId> partsNamed(const std::vector<Part>& parts, const std::string& name)
{
    const Words wanted = wordsOf(name);
    const Words core = coreOf(wanted);
    std::vector<PartId> best;
    std::size_t most = 0;
    for (const Part& part : parts) {
        const Words words = wordsOf(part.info.name);
        if (core.empty() || coreOf(words) != core) {
            continue;
        }
        const auto shared = static_cast<std::size_t>(
            std::ranges::count_if(wanted, [&](const std::string& word) { return words.contains(word); }));
        if (shared > most) {
            best.clear();
            most = shared;
        }
        if (shared == most) {
            best.push_back(part.info.id);
        }
    }
    return best;
}

std::vector<std::string> textsOf(const std::vector<PartId>& ids)
{
    std::vector<std::string> texts;
    texts.reserve(ids.size());
    for (const PartId& id : ids) {
        texts.push_back(id.text());
    }
    return texts;
}

tl::unexpected<MatchFailure> deviceFailure(Finding finding, std::vector<std::string> candidates)
{
    return tl::unexpected(
        MatchFailure{MatchFailure::Needs::Device, std::move(finding), std::move(candidates)});
}

/// The one part that a name stands for.
Matched<PartId> onlyOne(const Catalog& catalog, const std::string& name, const std::vector<PartId>& ids)
{
    if (ids.size() == 1) {
        return ids.front();
    }
    if (ids.empty()) {
        return deviceFailure({"device-unknown",
                              Severity::Blocker,
                              RIGWRIGHT_TEXT("Finding", "The catalog has no device {name}."),
                              {{"name", quotedText(name)}}},
                             nearestNames(toLower(name), allPartIds(catalog)));
    }
    return deviceFailure({"device-ambiguous",
                          Severity::Blocker,
                          RIGWRIGHT_TEXT("Finding", "{name} may be one of several devices."),
                          {{"name", quotedText(name)}}},
                         textsOf(ids));
}

/// The device of the run by the file alone; nothing: the file does not name it.
Matched<std::optional<PartId>> namedDevice(const Catalog& catalog, const BenchmarkRun& run)
{
    if (run.onHost) {
        if (run.cpu.empty()) {
            return std::optional<PartId>();
        }
        return onlyOne(catalog, run.cpu, cpusNamed(catalog, run.cpu)).map([](const PartId& id) {
            return std::optional(id);
        });
    }
    std::optional<PartId> device;
    for (const std::string& name : run.accelerators) {
        auto found = onlyOne(catalog, name, acceleratorsNamed(catalog, name));
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (device && *device != *found) {
            return deviceFailure({"device-mixed",
                                  Severity::Blocker,
                                  RIGWRIGHT_TEXT("Finding",
                                                 "The runs used different devices together, {first} and "
                                                 "{second}: which of them made the speed can't be told."),
                                  {{"first", device->text()}, {"second", found->text()}}},
                                 {});
        }
        device = *found;
    }
    return device;
}

Matched<PartId> deviceOf(const Catalog& catalog, const BenchmarkRun& run, const MatchOptions& options)
{
    auto named = namedDevice(catalog, run);
    if (options.device) {
        if (named && *named && **named != *options.device) {
            return deviceFailure({"device-differs",
                                  Severity::Blocker,
                                  RIGWRIGHT_TEXT("Finding", "The file names {named}, not {given}."),
                                  {{"named", (*named)->text()}, {"given", options.device->text()}}},
                                 {(*named)->text()});
        }
        return *options.device;
    }
    if (!named) {
        return tl::unexpected(named.error());
    }
    if (!*named) {
        return deviceFailure({"device-unnamed",
                              Severity::Blocker,
                              RIGWRIGHT_TEXT("Finding", "The file does not name the device that it ran on."),
                              {}},
                             {});
    }
    return **named;
}

Hardware hostOf(const Cpu& cpu, int sockets, const std::optional<BytesPerSecond>& bandwidth)
{
    Hardware hardware;
    Host& host = hardware.host;
    host.id = cpu.info.id;
    host.name = cpu.info.name;
    host.sockets = sockets;
    host.cores = cpu.cores * sockets;
    host.baseGigahertz = cpu.baseGhz;
    host.avx512 = cpu.avx512;
    host.amx = cpu.amx;
    host.bandwidth = bandwidth ? bandwidth : memoryBandwidth(cpu.memoryChannels * sockets, cpu.memorySpeed);
    return hardware;
}

} // namespace

std::vector<PartId> acceleratorsNamed(const Catalog& catalog, const std::string& name)
{
    return partsNamed(catalog.accelerators, name);
}

std::vector<PartId> cpusNamed(const Catalog& catalog, const std::string& name)
{
    return partsNamed(catalog.cpus, name);
}

Matched<Hardware> matchHardware(const Catalog& catalog, const BenchmarkRun& run, const MatchOptions& options)
{
    const auto device = deviceOf(catalog, run, options);
    if (!device) {
        return tl::unexpected(device.error());
    }
    const int listed = std::max(1, static_cast<int>(run.accelerators.size()));
    const int count = options.count.value_or(run.onHost ? 1 : run.deviceCount.value_or(listed));
    if (const Accelerator* accelerator = acceleratorOf(catalog, *device);
        accelerator != nullptr && !run.onHost) {
        Hardware hardware;
        hardware.accelerators.push_back({*accelerator, count, {}, {}});
        return hardware;
    }
    if (const Cpu* cpu = findPart(catalog.cpus, *device); cpu != nullptr && count <= cpu->maxSockets) {
        return hostOf(*cpu, count, options.hostBandwidth);
    }
    return deviceFailure({"device-unfit",
                          Severity::Blocker,
                          RIGWRIGHT_TEXT("Finding", "{id} is no device that this run can have used."),
                          {{"id", device->text()}}},
                         {});
}

} // namespace rigwright
