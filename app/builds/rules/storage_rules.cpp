// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/rules/rules.h"

#include <array>

namespace rigwright {

namespace {

constexpr PartSet kReads = partSet({PartCategory::Storage, PartCategory::Board});
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

/// Every board has SATA; the catalog doesn't list sockets for U.2 and E1.S drives.
Verdict driveSockets(const Machine& machine, Evidence& evidence)
{
    for (const Used<Drive>& drive : machine.drives) {
        if (machine.board != nullptr && !isM2(*drive.part) && drive.part->driveInterface != "SATA") {
            evidence.add("drive", drive.part->info.name);
            evidence.add("board", machine.board->info.name);
            return Verdict::Unverified;
        }
    }
    return Verdict::Kept;
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

constexpr std::array kRules{
    Rule{"storage-m2", Severity::Blocker, kReads, m2Slots,
         RIGWRIGHT_TEXT("Finding", "{drives} M.2 drives; {board} has {slots} slots for them."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {board} has M.2 slots for {drives} drives."),
         RIGWRIGHT_TEXT("Exclusion", "No drive fits the board")},
    Rule{"storage-sockets", Severity::Warning, kReads, driveSockets, "",
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {board} has a socket for {drive}.")},
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
