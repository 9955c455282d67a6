// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/launch/launch_question.h"

#include <string>
#include <utility>
#include <vector>

// What the commands of several machines have in common.
namespace rigwright {

/// "<NODE-0-ADDRESS>": nobody knows the real one here, and none is made up.
[[nodiscard]] std::string nodeAddress(int node);

/// The network's interface between the machines.
inline constexpr const char* kInterfacePlaceholder = "<INTERFACE>";

/// Where the engine's first machine waits for the others, or each llama.cpp rpc-server for the first.
[[nodiscard]] int meetingPort(Engine engine);

/// "export NAME=value" on a line each.
[[nodiscard]] std::string exportLines(const std::vector<std::pair<std::string, std::string>>& variables);

/// The network that NCCL, or RCCL, and Gloo are to use.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> networkVariables();

/// One command for each machine that shares the layers.
template <class CommandOf>
void addNodeTexts(LaunchSheet& sheet, const LaunchQuestion& question, const char* program,
                  const CommandOf& commandOf)
{
    for (int node = 0; node < question.nodes; ++node) {
        sheet.texts.push_back({LaunchText::Kind::Command, program, commandOf(node), node});
    }
}

/// What is yours to put in.
void addAddressFinding(LaunchSheet& sheet, const LaunchQuestion& question);

/// What must be so between the machines before they start.
void addNetworkSteps(LaunchSheet& sheet, const LaunchQuestion& question);

} // namespace rigwright
