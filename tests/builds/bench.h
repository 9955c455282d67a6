// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/machine.h"
#include "facts/model_facts.h"

namespace rigwright::test {

/// One part of each kind that together make a machine which keeps every rule, to be changed by a test.
struct Bench {
    Bench();

    Accelerator card;
    Cpu cpu;
    Cpu otherCpu;
    Board board;
    MemoryKit kit;
    MemoryKit otherKit;
    Drive drive;
    PowerSupply supply;
    Case enclosure;
    Cooler cooler;
    NetworkCard nic;
    CompleteSystem system;
    int cards = 1;
    int cpus = 1;
    int otherCpus = 0;
    int kits = 1;
    int otherKits = 0;
    int drives = 1;
    int supplies = 1;
    int coolers = 1;
    int nics = 0;
    bool asSystem = false;
    std::optional<Watts> powerCap;
    Demands demands;

    /// Points into this bench.
    [[nodiscard]] Machine machine() const;
};

/// A dense model of 7.6 B parameters, like Qwen2.5-7B: about 4.4 GiB at q4_k_m.
[[nodiscard]] ModelFacts denseModel();

[[nodiscard]] PartInfo part(const std::string& id, const char* price = nullptr);

} // namespace rigwright::test
