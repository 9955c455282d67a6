// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/machine.h"
#include "units/finding.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace rigwright {

enum class Verdict {
    Kept,
    Broken,
    Unverified, ///< the catalog lacks a figure that decides
};

/// The figures behind a verdict. The search asks for verdicts alone, thousands of times, and then nothing is written down.
class Evidence {
public:
    enum class Detail { None, Full };
    explicit Evidence(Detail detail)
        : detail_(detail)
    { }

    void add(const char* key, std::string_view text);
    void add(const char* key, const char* text) { add(key, std::string_view(text)); }
    void add(const char* key, std::int64_t number);
    void add(const char* key, int number) { add(key, std::int64_t{number}); }
    void add(const char* key, Watts power);
    void add(const char* key, Millimetres length);
    void add(const char* key, Bytes memory);
    /// "2 × EPYC 9655"
    template <class Part>
    void add(const char* key, const std::vector<Used<Part>>& parts)
    {
        if (wanted()) {
            add(key, std::string_view(namesOf(parts)));
        }
    }
    /// "RDIMM, LRDIMM"
    void add(const char* key, const std::vector<std::string>& list);

    [[nodiscard]] bool wanted() const { return detail_ == Detail::Full; }
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> take() { return std::move(figures_); }

private:
    Detail detail_;
    std::vector<std::pair<std::string, std::string>> figures_;
};

/// A set of part categories.
using PartSet = std::uint32_t;

[[nodiscard]] constexpr PartSet partSet(std::initializer_list<PartCategory> categories)
{
    PartSet set = 0;
    for (const PartCategory category : categories) {
        set |= PartSet{1} << static_cast<unsigned>(category);
    }
    return set;
}

/// One thing that parts must keep to work together, or with what the user demands. A rule says Kept where a part that it
/// reads is absent. Each is tested with a machine that keeps it and one that breaks it.
struct Rule {
    const char* id;
    Severity severity; ///< of a broken rule; an unverified one is a note
    PartSet reads;     ///< parts that the verdict depends on; demands are always among them
    Verdict (*judge)(const Machine& machine, Evidence& evidence);
    const char* broken;     ///< text of the finding
    const char* unverified; ///< text where a figure is unknown; null: never happens
    /// Why the search leaves out what breaks this; null: the search doesn't, because the rule is no blocker.
    const char* excluded = nullptr;
    /// The search also leaves out what it can't verify: too likely to fail to be proposed.
    bool mustBeKnown = false;
    /// The search weighs a broken or open verdict when it chooses completing parts (case, cooler, power supply, drive); false for
    /// a warning that reads more than it can take apart, and then it chooses as if the rule were not there.
    bool weighed = true;
};

/// What the rule has to say about the machine: nothing when it keeps it.
[[nodiscard]] std::optional<Finding> findingOf(const Rule& rule, const Machine& machine);

/// The verdict alone.
[[nodiscard]] Verdict verdictOf(const Rule& rule, const Machine& machine);

} // namespace rigwright
