// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "builds/cluster.h"
#include "builds/requirement.h"
#include "units/finding.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rigwright {

/// A text to copy as it is.
struct LaunchText {
    enum class Kind {
        Command,
        Compose
    } kind = Kind::Command; ///< a shell's command, or a docker-compose file
    std::string program;    ///< "llama-server", "vllm serve", "trtllm-serve"
    std::string text;
    std::optional<int> node = {}; ///< of several machines: which it is for, from 0; empty: there is one
};

/// Something to see to before the start. `text`: English template, marked RIGWRIGHT_TEXT("Launch", …).
struct LaunchStep {
    std::string id; ///< stable, lower case: "driver", "disk-space", "numa", "huge-pages", "power-cap"
    std::string text;
    std::vector<std::pair<std::string, std::string>> evidence;
    std::string command; ///< that does or shows it; empty: none
};

/// How to start what was sized: commands that realise the placement, and what must be so on the machine first.
struct LaunchSheet {
    std::vector<LaunchText> texts;     ///< the best way first; empty where nothing is to be served
    std::vector<LaunchStep> checklist; ///< in the order in which it is done
    std::vector<Finding> findings;     ///< what the engine can't be told exactly, or that is unverified
};

/// A pure function. An error: an unknown model.
[[nodiscard]] Expected<LaunchSheet> launchSheet(const Catalog& catalog, const EvaluatedBuild& build,
                                                const Requirement& requirement);
/// How several machines are started together: a command for each, with placeholders for their addresses.
[[nodiscard]] Expected<LaunchSheet> launchSheet(const Catalog& catalog, const ClusterProposal& cluster,
                                                const Requirement& requirement);

} // namespace rigwright
