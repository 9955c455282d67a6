// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/rules/rule.h"

#include "units/format.h"

#include <cmath>

namespace rigwright {

void Evidence::add(const char* key, std::string_view text)
{
    if (wanted()) {
        figures_.emplace_back(key, text);
    }
}

void Evidence::add(const char* key, std::int64_t number)
{
    if (wanted()) {
        add(key, std::string_view(formatCount(number)));
    }
}

void Evidence::add(const char* key, Watts power)
{
    if (wanted()) {
        add(key, std::string_view(formatCount(std::int64_t{std::llround(power.value())}) + " W"));
    }
}

void Evidence::add(const char* key, Millimetres length)
{
    if (wanted()) {
        const double value = length.value();
        const bool whole = value == static_cast<double>(static_cast<std::int64_t>(value));
        add(key, std::string_view(formatFixed(value, whole ? 0 : 1) + " mm"));
    }
}

void Evidence::add(const char* key, Bytes memory)
{
    if (wanted()) {
        add(key, std::string_view(formatMemory(memory)));
    }
}

void Evidence::add(const char* key, const std::vector<std::string>& list)
{
    if (wanted()) {
        std::string joined;
        for (const std::string& text : list) {
            joined += (joined.empty() ? "" : ", ") + text;
        }
        add(key, std::string_view(joined));
    }
}

std::optional<Finding> findingOf(const Rule& rule, const Machine& machine)
{
    Evidence evidence(Evidence::Detail::Full);
    const Verdict verdict = rule.judge(machine, evidence);
    if (verdict == Verdict::Kept) {
        return std::nullopt;
    }
    Finding finding;
    finding.id = rule.id;
    finding.severity = verdict == Verdict::Broken ? rule.severity : Severity::Note;
    finding.text = verdict == Verdict::Broken ? rule.broken : rule.unverified;
    finding.evidence = evidence.take();
    return finding;
}

Verdict verdictOf(const Rule& rule, const Machine& machine)
{
    Evidence none(Evidence::Detail::None);
    return rule.judge(machine, none);
}

} // namespace rigwright
