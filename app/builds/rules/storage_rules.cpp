// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/rules/rules.h"
#include "builds/slot_plan.h"

#include <algorithm>
#include <array>
#include <bit>

namespace rigwright {

namespace {

constexpr PartSet kReads = partSet({PartCategory::Storage, PartCategory::Board});
constexpr PartSet kWithCards = partSet({PartCategory::Storage, PartCategory::Board, PartCategory::Cpu,
                                        PartCategory::Accelerator, PartCategory::NetworkCard});
/// Share of the disk that a model library may fill: guides keep 20 % free for exchanging models.
constexpr double kUsableShare = 0.8;

bool isM2(const Drive& drive)
{
    return drive.formFactor.starts_with("M.2");
}

Verdict m2Slots(const Machine& machine, Evidence& evidence)
{
    if (machine.board == nullptr) {
        return Verdict::Kept;
    }
    int drives = 0;
    for (const Used<Drive>& drive : machine.drives) {
        drives += isM2(*drive.part) ? drive.quantity : 0;
    }
    evidence.add("drives", drives);
    evidence.add("board", machine.board->info.name);
    evidence.add("slots", machine.board->m2Slots.value_or(0));
    if (drives == 0) {
        return Verdict::Kept;
    }
    if (!machine.board->m2Slots) {
        return Verdict::Unverified;
    }
    return drives > *machine.board->m2Slots ? Verdict::Broken : Verdict::Kept;
}

int countDrives(const Machine& machine, bool (*isKind)(const Drive&))
{
    int count = 0;
    for (const Used<Drive>& drive : machine.drives) {
        count += isKind(*drive.part) ? drive.quantity : 0;
    }
    return count;
}

bool isSata(const Drive& drive)
{
    return drive.driveInterface == "SATA" && !isM2(drive);
}

/// U.2, U.3, E1.S …: NVMe over a cable.
bool isCabled(const Drive& drive)
{
    return drive.driveInterface != "SATA" && !isM2(drive);
}

/// Boards for desktops have four at least; the catalog doesn't know the ports of all.
constexpr int kUsualSataPorts = 4;

Verdict sataPorts(const Machine& machine, Evidence& evidence)
{
    const int drives = countDrives(machine, isSata);
    if (machine.board == nullptr || drives == 0) {
        return Verdict::Kept;
    }
    const auto ports = machine.board->sataPorts;
    evidence.add("drives", drives);
    evidence.add("board", machine.board->info.name);
    evidence.add("ports", ports.value_or(0));
    if (!ports) {
        return drives > kUsualSataPorts ? Verdict::Unverified : Verdict::Kept;
    }
    // SlimSAS carries SATA on most boards for servers.
    const bool more = machine.board->slimSasPorts.value_or(0) > 0;
    return drives <= *ports ? Verdict::Kept : more ? Verdict::Unverified : Verdict::Broken;
}

/// Drives of four lanes that the board's connectors for cables take; known: of every kind of connector.
struct CabledPlaces {
    int count = 0;
    bool known = true;
};

CabledPlaces cabledPlaces(const Board& board)
{
    CabledPlaces places;
    const auto add = [&](std::optional<int> ports, int drivesEach) {
        places.known = places.known && ports.has_value();
        places.count += ports.value_or(0) * drivesEach;
    };
    add(board.u2Ports, 1);
    add(board.slimSasPorts, 1);
    add(board.mcioPorts, 2); // of eight lanes
    add(board.oculinkPorts, 1);
    return places;
}

Verdict driveSockets(const Machine& machine, Evidence& evidence)
{
    const int drives = countDrives(machine, isCabled);
    if (machine.board == nullptr || drives == 0) {
        return Verdict::Kept;
    }
    const CabledPlaces places = cabledPlaces(*machine.board);
    evidence.add("drives", drives);
    evidence.add("board", machine.board->info.name);
    evidence.add("places", places.count);
    if (drives <= places.count) {
        return Verdict::Kept;
    }
    return places.known ? Verdict::Broken : Verdict::Unverified;
}

/// A bay for 3.5 inches takes a smaller drive too.
Verdict bays(const Machine& machine, Evidence& evidence)
{
    const int large = countDrives(machine, [](const Drive& drive) { return drive.formFactor == "3.5\""; });
    const int all = large +
        countDrives(machine, [](const Drive& drive) { return drive.formFactor != "3.5\"" && !isM2(drive); });
    if (machine.enclosure == nullptr || all == 0) {
        return Verdict::Kept;
    }
    const auto large35 = machine.enclosure->bays35;
    const auto small25 = machine.enclosure->bays25;
    evidence.add("drives", all);
    evidence.add("case", machine.enclosure->info.name);
    evidence.add("bays", large35.value_or(0) + small25.value_or(0));
    if (large35 && (large > *large35 || (small25 && all > *large35 + *small25))) {
        return Verdict::Broken;
    }
    const bool sure = large <= large35.value_or(0) && all <= large35.value_or(0) + small25.value_or(0);
    return sure ? Verdict::Kept : Verdict::Unverified;
}

Verdict capacity(const Machine& machine, Evidence& evidence)
{
    const Bytes model = machine.demands.modelFile;
    if (model <= Bytes() || (machine.drives.empty() && machine.system == nullptr)) {
        return Verdict::Kept;
    }
    evidence.add("model", model);
    Bytes total = machine.system != nullptr ? machine.system->storage.value_or(Bytes()) : Bytes();
    for (const Used<Drive>& drive : machine.drives) {
        total += drive.part->capacity * drive.quantity;
    }
    if (machine.system != nullptr && machine.drives.empty() && !machine.system->storage) {
        return Verdict::Unverified;
    }
    evidence.add("storage", total);
    return model > total.scaled(kUsableShare) ? Verdict::Broken : Verdict::Kept;
}

/// Drives of 3.5 inches turn: no solid-state drive for desktop computers has that size.
Verdict hardDisks(const Machine& machine, Evidence& evidence)
{
    const auto turns = [](const Used<Drive>& drive) { return drive.part->formFactor == "3.5\""; };
    evidence.add("drives", machine.drives);
    return !machine.drives.empty() && std::ranges::all_of(machine.drives, turns) ? Verdict::Broken
                                                                                 : Verdict::Kept;
}

std::string nameOf(const BoardPort& port)
{
    switch (port.kind) {
    case BoardPort::Kind::Slot: return "slot " + std::to_string(port.number);
    case BoardPort::Kind::M2: return "M.2 " + std::to_string(port.number);
    default: return "port " + std::to_string(port.number);
    }
}

/// What is in use on a board: slots by the lanes that their cards have, M.2 connectors by a choice of them.
struct PortsInUse {
    const SlotPlan& plan;
    unsigned m2 = 0; ///< one bit for each connector

    [[nodiscard]] bool uses(const BoardPort& port) const { return lanesOf(port) > 0; }
    /// That the device there has; 0: none is there.
    [[nodiscard]] int lanesOf(const BoardPort& port) const
    {
        constexpr int kOfDrive = 4;
        if (port.kind == BoardPort::Kind::M2) {
            return port.number >= 1 && port.number <= 16 && (m2 >> (port.number - 1) & 1U) != 0 ? kOfDrive
                                                                                                : 0;
        }
        if (port.kind != BoardPort::Kind::Slot) {
            return 0;
        }
        const auto card = std::ranges::find(plan.cards, port.number, &CardLink::slot);
        return card == plan.cards.end() ? 0 : card->lanes;
    }
    [[nodiscard]] const LaneShare* conflictOn(const Board& board) const
    {
        const auto found = std::ranges::find_if(board.laneSharing, [&](const LaneShare& share) {
            return uses(share.used) && lanesOf(share.affected) > share.lanesLeft;
        });
        return found == board.laneSharing.end() ? nullptr : &*found;
    }
};

/// Whether the M.2 drives have places that cost no card its lanes: of all choices of as many connectors. What slots take from
/// each other is in the plan already.
Verdict laneSharing(const Machine& machine, Evidence& evidence)
{
    const int drives = countDrives(machine, isM2);
    if (machine.board == nullptr || machine.board->laneSharing.empty() || drives == 0 ||
        machine.accelerators.empty()) {
        return Verdict::Kept;
    }
    constexpr int kMostConnectors = 12;
    const int connectors = std::clamp(machine.board->m2Slots.value_or(drives), 0, kMostConnectors);
    const SlotPlan plan = planSlots(machine);
    const LaneShare* conflict = nullptr;
    for (unsigned chosen = 0; chosen < 1U << connectors; ++chosen) {
        if (std::popcount(chosen) != std::min(drives, connectors)) {
            continue;
        }
        const LaneShare* found = PortsInUse{plan, chosen}.conflictOn(*machine.board);
        if (found == nullptr) {
            return Verdict::Kept;
        }
        conflict = conflict == nullptr ? found : conflict;
    }
    if (conflict == nullptr) {
        return Verdict::Kept;
    }
    if (evidence.wanted()) {
        evidence.add("drives", drives);
        evidence.add("board", machine.board->info.name);
        evidence.add("used", nameOf(conflict->used));
        evidence.add("affected", nameOf(conflict->affected));
    }
    return Verdict::Broken;
}

constexpr std::array kRules{
    Rule{"storage-m2", Severity::Blocker, kReads, m2Slots,
         RIGWRIGHT_TEXT("Finding", "{drives} M.2 drives; {board} has {slots} slots for them."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {board} has M.2 slots for {drives} drives."),
         RIGWRIGHT_TEXT("Exclusion", "No drive fits the board")},
    Rule{"storage-sata", Severity::Blocker, kReads, sataPorts,
         RIGWRIGHT_TEXT("Finding", "{drives} SATA drives; {board} has {ports} ports for them."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {board} has SATA ports for {drives} drives."),
         RIGWRIGHT_TEXT("Exclusion", "No drive fits the board's ports")},
    Rule{"storage-sockets", Severity::Warning, kReads, driveSockets,
         RIGWRIGHT_TEXT(
             "Finding",
             "{drives} drives for cables (U.2, U.3); {board} takes {places}. The others need a card."),
         RIGWRIGHT_TEXT("Finding",
                        "Not verified: whether {board} has sockets for {drives} U.2 or U.3 drives.")},
    Rule{"storage-bays", Severity::Warning, partSet({PartCategory::Storage, PartCategory::Case}), bays,
         RIGWRIGHT_TEXT("Finding", "{drives} drives; {case} has {bays} bays that take them."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {case} has bays for {drives} drives."), nullptr,
         false, false},
    Rule{"lane-sharing", Severity::Warning, kWithCards, laneSharing,
         RIGWRIGHT_TEXT(
             "Finding",
             "{drives} M.2 drives and the cards can't all have their lanes: on {board}, {used} takes lanes "
             "from {affected}."),
         nullptr, nullptr, false, false},
    // 150 to 250 MB/s sequential by their makers' data sheets, against 550 over SATA and 3,500 and more over NVMe.
    Rule{
        "storage-hard-disk", Severity::Warning, partSet({PartCategory::Storage}), hardDisks,
        RIGWRIGHT_TEXT("Finding",
                       "{drives}: hard disks read some 0.2 GB/s, and every start of a model waits for that."),
        nullptr},
    Rule{"storage-capacity", Severity::Blocker, kReads | partSet({PartCategory::System}), capacity,
         RIGWRIGHT_TEXT("Finding",
                        "The model's file takes {model}; with 20 % left free it doesn't fit on {storage}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether the model's file ({model}) fits on the drive."),
         RIGWRIGHT_TEXT("Exclusion", "No drive is large enough for the model")},
};

} // namespace

std::span<const Rule> storageRules()
{
    return kRules;
}

} // namespace rigwright
