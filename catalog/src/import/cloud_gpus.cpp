// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/cloud_gpus.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>

namespace rigwright {

namespace {

/// "24 GB" of a data sheet are 24·10⁹ bytes or 24 GiB less what the driver keeps: up to 7 % below, never above by more than a rounding.
constexpr double kMostBelow = 0.09;
constexpr double kMostAbove = 0.05;
/// Less MiB than the smallest GPU has: the cloud wrote GB.
constexpr double kLeastMib = 1024;
constexpr double kMostMib = 4.0 * 1024 * 1024; ///< beyond any GPU

bool contains(const auto& words, std::string_view word)
{
    return std::ranges::find(words, word) != std::end(words);
}

/// Runs of letters and digits, in lower case; what stands in brackets is said beside the name.
std::vector<std::string> wordsOf(std::string_view text, bool bracketsToo)
{
    std::vector<std::string> words;
    std::string word;
    int depth = 0;
    const auto end = [&] {
        if (!word.empty()) {
            words.push_back(std::move(word));
        }
        word.clear();
    };
    for (const char c : text) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        const bool upper = c >= 'A' && c <= 'Z';
        const bool part = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (part && (bracketsToo || depth == 0)) {
            word += upper ? static_cast<char>(c - 'A' + 'a') : c;
        } else {
            end();
        }
    }
    end();
    return words;
}

/// "80gb"
std::optional<double> gigabytes(std::string_view word)
{
    if (!word.ends_with("gb") || word.size() < 3 || word.size() > 5) {
        return std::nullopt;
    }
    double value = 0;
    for (const char c : word.substr(0, word.size() - 2)) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

/// What a word says of the form of a GPU: "sxm5" is "sxm"; empty: nothing.
std::string formOf(std::string_view word)
{
    constexpr std::array<std::string_view, 8> kForms{"pcie", "nvl", "server", "workstation",
                                                     "sff",  "max", "q",      "edition"};
    if (word.starts_with("sxm") && word.size() <= 4) {
        return "sxm";
    }
    return contains(kForms, word) ? std::string(word) : std::string();
}

struct ReadName {
    std::string key;
    std::vector<std::string> forms;
    std::optional<double> memoryGib;
};

ReadName readName(std::string_view text)
{
    constexpr std::array<std::string_view, 13> kBrands{"nvidia", "geforce",  "tesla",    "quadro", "amd",
                                                       "radeon", "instinct", "intel",    "data",   "center",
                                                       "gpu",    "hgx",      "blackwell"};
    ReadName name;
    for (const std::string& word : wordsOf(text, false)) {
        if (const auto memory = gigabytes(word)) {
            name.memoryGib = memory;
        } else if (std::string form = formOf(word); !form.empty()) {
            name.forms.push_back(std::move(form));
        } else if (!contains(kBrands, word)) {
            name.key += word;
        }
    }
    return name;
}

bool agrees(double marketedMib, double readMib)
{
    return readMib >= marketedMib * (1 - kMostBelow) && readMib <= marketedMib * (1 + kMostAbove);
}

/// What the memory of one GPU may be, in MiB, by what the cloud says of it.
std::vector<double> readings(const CloudGpuNames& names)
{
    const std::optional<double> size =
        names.info && !names.info->gpus.empty() ? names.info->gpus.front().sizeMib : std::nullopt;
    const std::optional<double> total = names.info ? names.info->totalMib : std::nullopt;
    std::vector<double> found;
    if (size && total && *size != *total) {
        found = {*size}; // the total is of all, so that the size is of one
    } else if (const auto given = size ? size : total) {
        found = {*given};
        if (names.count > 1) {
            found.push_back(*given / names.count);
        }
    }
    return found;
}

/// Some clouds write GB where they say MiB.
double asMib(double reading)
{
    return reading < kLeastMib ? reading * 1024 : reading;
}

} // namespace

CloudGpus::CloudGpus(const Catalog& catalog, const std::string& provider)
{
    for (const Accelerator& accelerator : catalog.accelerators) {
        if (accelerator.mounting != Mounting::Integrated && accelerator.variantOf.empty()) {
            ReadName name = readName(accelerator.info.name);
            byName_.emplace(std::move(name.key), Known{&accelerator, std::move(name.forms)});
        }
    }
    std::map<std::string, std::set<PartId>> ofInstance;
    for (const CloudOffer& offer : catalog.cloudOffers) {
        if (offer.provider == provider) {
            ofInstance[offer.instance].insert(offer.accelerator);
        }
    }
    for (const auto& [instance, accelerators] : ofInstance) {
        if (accelerators.size() == 1 && !accelerators.begin()->empty()) {
            ofInstance_.emplace(instance, *accelerators.begin());
        }
    }
}

std::vector<CloudGpus::Known> CloudGpus::named(const CloudGpuNames& names) const
{
    const ReadName name = readName(names.name);
    auto range = byName_.equal_range(name.key);
    if (range.first == range.second) {
        range = byName_.equal_range("rtx" + name.key); // "A6000" is short for RTX A6000
    }
    std::vector<double> sizes = readings(names);
    if (name.memoryGib) {
        sizes = {*name.memoryGib * 1024};
    }
    std::vector<Known> found;
    for (auto known = range.first; known != range.second; ++known) {
        const double marketed = known->second.accelerator->memory.inMib();
        const auto fits = [&](double size) { return agrees(marketed, asMib(size)); };
        if (sizes.empty() || std::ranges::any_of(sizes, fits)) {
            found.push_back(known->second);
        }
    }
    return found;
}

Expected<CloudGpu> CloudGpus::find(const CloudGpuNames& names) const
{
    std::vector<Known> fitting = named(names);
    const std::vector<double> sizes = readings(names);
    const auto sameMemory = [&](const Known& known) {
        return known.accelerator->memory == fitting.front().accelerator->memory;
    };
    if (fitting.empty()) {
        if (sizes.size() != 1 || !(sizes.front() >= kLeastMib && sizes.front() <= kMostMib)) {
            return fail(
                "the memory of one '" + names.name +
                "' can't be told: the catalog knows no such accelerator, and the cell doesn't say whether it "
                "means one GPU or all");
        }
        return CloudGpu{PartId(), Bytes::mib(std::round(sizes.front()))};
    }
    if (!std::ranges::all_of(fitting, sameMemory)) {
        return fail("the memory of one '" + names.name +
                    "' can't be told: the catalog has it with different memory sizes");
    }
    return CloudGpu{formOfMachine(fitting, names), fitting.front().accelerator->memory};
}

PartId CloudGpus::formOfMachine(std::vector<Known> fitting, const CloudGpuNames& names) const
{
    const auto isOf = [](const PartId& id) {
        return [&id](const Known& known) { return known.accelerator->info.id == id; };
    };
    const auto known = ofInstance_.find(names.instance);
    if (known != ofInstance_.end() && std::ranges::any_of(fitting, isOf(known->second))) {
        return known->second;
    }
    std::vector<std::string> said = wordsOf(names.name + " " + names.instance, true);
    if (names.info) {
        const std::vector<std::string> more = wordsOf(names.info->gpus.front().name, true);
        said.insert(said.end(), more.begin(), more.end());
    }
    std::erase_if(fitting, [&](const Known& candidate) {
        return std::ranges::any_of(said, [&](const std::string& word) {
            const std::string form = formOf(word);
            return !form.empty() && !contains(candidate.forms, form);
        });
    });
    return fitting.size() == 1 ? fitting.front().accelerator->info.id : PartId();
}

} // namespace rigwright
