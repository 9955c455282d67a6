// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/rules/rules.h"

#include <algorithm>

namespace rigwright {

const std::vector<Rule>& allRules()
{
    static const std::vector<Rule> rules = [] {
        std::vector<Rule> all;
        for (const auto group : {cpuRules(), memoryRules(), bandwidthRules(), cardRules(), slotRules(),
                                 topologyRules(), coolingRules(), caseRules(), supplyPlaceRules(),
                                 powerRules(), wallRules(), storageRules(), listRules()}) {
            all.insert(all.end(), group.begin(), group.end());
        }
        return all;
    }();
    return rules;
}

std::vector<Finding> judgeAll(const Machine& machine)
{
    std::vector<Finding> findings;
    for (const Rule& rule : allRules()) {
        if (auto finding = findingOf(rule, machine)) {
            findings.push_back(std::move(*finding));
        }
    }
    std::ranges::stable_sort(findings, {}, &Finding::severity);
    return findings;
}

} // namespace rigwright
