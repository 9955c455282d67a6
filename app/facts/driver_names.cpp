// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/driver_names.h"

#include "units/format.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <string_view>

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

/// In lower case, without marks and what follows the name: "@ 2.40GHz", "w/ Radeon 780M Graphics".
std::string bareName(const std::string& name)
{
    std::string text = toLower(name);
    for (const char* mark : {"(r)", "(tm)", "(c)", "®", "™"}) {
        eraseAll(text, mark);
    }
    eraseBrackets(text);
    text = text.substr(0, text.find('@'));
    text = text.substr(0, text.find(" w/"));
    for (const auto& [driver, sheet] : kDriverNames) {
        if (const std::size_t at = text.find(driver); at != std::string::npos) {
            text.replace(at, std::string_view(driver).size(), sheet);
        }
    }
    return text;
}

/// Splits a word without blanks at its marks: "a100-sxm4-80gb".
void addPieces(Words& words, const std::string& word)
{
    std::string piece;
    for (const char letter : word + "-") {
        if (std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '+') {
            piece += letter;
            continue;
        }
        if (!piece.empty() && !kNoise.contains(piece) && !isCountWord(piece)) {
            words.insert(piece);
        }
        piece.clear();
    }
}

std::vector<PartId> idsOf(const auto& parts)
{
    std::vector<PartId> ids;
    std::ranges::transform(parts, std::back_inserter(ids), [](const auto* part) { return part->info.id; });
    return ids;
}

} // namespace

NameWords nameWords(const std::string& name)
{
    NameWords words;
    std::string word;
    for (const char c : bareName(name) + " ") {
        if (std::isspace(static_cast<unsigned char>(c)) == 0) {
            word += c;
            continue;
        }
        if (!isCountWord(word)) {
            addPieces(words.all, word);
        }
        word.clear();
    }
    std::ranges::copy_if(words.all, std::inserter(words.core, words.core.end()),
                         [](const std::string& each) { return !isVersionWord(each); });
    return words;
}

std::vector<PartId> acceleratorsNamed(const Catalog& catalog, const std::string& name)
{
    return idsOf(partsNamed(catalog.accelerators, name));
}

std::vector<PartId> cpusNamed(const Catalog& catalog, const std::string& name)
{
    return idsOf(partsNamed(catalog.cpus, name));
}

} // namespace rigwright
