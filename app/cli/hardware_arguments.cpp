// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/hardware_arguments.h"

#include "builds/evaluate.h"
#include "cli/option_reader.h"
#include "project/build_file.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace rigwright {

namespace {

constexpr std::int64_t kMostAccelerators = 65'536; // more than any published run

/// How memory is populated, as far as options say; the CPU's own figures fill in what they leave out.
struct Population {
    std::optional<int> channels; ///< of one socket
    std::optional<int> megatransfers;
    int modulesPerChannel = 1;

    [[nodiscard]] bool given() const { return channels || megatransfers || modulesPerChannel > 1; }
};

Expected<BytesPerSecond> populatedBandwidth(const Population& population, const Cpu* cpu, int sockets)
{
    if (cpu == nullptr && !(population.channels && population.megatransfers)) {
        return fail("--channels, --memory-speed, --dimms-per-channel: without --cpu, --channels and "
                    "--memory-speed must both be given");
    }
    if (cpu != nullptr && population.channels.value_or(1) > cpu->memoryChannels) {
        return fail("--channels: " + cpu->info.name + " has " + std::to_string(cpu->memoryChannels));
    }
    // A stated speed is that of the machine as it runs; only the maker's is derated by a second module.
    int speed = population.megatransfers.value_or(cpu == nullptr ? 0 : cpu->memorySpeed);
    if (!population.megatransfers && population.modulesPerChannel > 1 && !cpu->memoryTypes.empty()) {
        speed = std::min(speed, speedOfTwoPerChannel(cpu->memoryTypes.front()));
    }
    const int channels = population.channels.value_or(cpu == nullptr ? 0 : cpu->memoryChannels);
    return memoryBandwidth(channels * sockets, speed);
}

/// nullptr: none is named.
Expected<const Cpu*> readCpu(const Catalog& catalog, const std::string& id, int sockets)
{
    if (id.empty()) {
        return nullptr;
    }
    return findCpu(catalog, id).and_then([&](const Cpu* cpu) -> Expected<const Cpu*> {
        if (sockets > cpu->maxSockets) {
            return fail("--sockets: " + cpu->info.name + " works in machines of at most " +
                        std::to_string(cpu->maxSockets) + " sockets");
        }
        return cpu;
    });
}

void describeCpu(const Cpu& cpu, Host& host)
{
    host.id = cpu.info.id;
    host.name = cpu.info.name;
    host.cores = cpu.cores * host.sockets;
    host.baseGigahertz = cpu.baseGhz;
    host.avx512 = cpu.avx512;
    host.amx = cpu.amx;
}

Expected<Host> readHost(const Catalog& catalog, const HardwareArguments& arguments)
{
    Host host;
    OptionReader reader;
    reader.whole("--sockets", arguments.sockets, 1, 8, host.sockets);
    std::optional<BytesPerSecond> bandwidth;
    reader.decimal("--host-bandwidth", arguments.hostBandwidth, 1, 100'000, 1e9, bandwidth);
    Population population;
    reader.whole("--channels", arguments.channels, 1, 64, population.channels);
    reader.whole("--memory-speed", arguments.memorySpeed, 200, 50'000, population.megatransfers);
    reader.whole("--dimms-per-channel", arguments.modulesPerChannel, 1, 2, population.modulesPerChannel);
    std::optional<Seconds> gib;
    reader.decimal("--memory-gib", arguments.memoryGib, 1, 1'000'000, 1, gib);
    if (reader.error()) {
        return tl::unexpected(*reader.error());
    }
    if (gib) {
        host.memory = Bytes::gib(gib->value());
    }
    if (bandwidth && population.given()) {
        return fail("--host-bandwidth: give it, or --channels, --memory-speed and --dimms-per-channel");
    }
    const Expected<const Cpu*> cpu = readCpu(catalog, arguments.cpu, host.sockets);
    if (!cpu) {
        return tl::unexpected(cpu.error());
    }
    if (*cpu != nullptr) {
        describeCpu(**cpu, host);
    }
    host.pagesPlaced = arguments.pagesPlaced;
    host.bandwidth = bandwidth;
    if (!bandwidth && (*cpu != nullptr || population.given())) {
        const auto populated = populatedBandwidth(population, *cpu, host.sockets);
        if (!populated) {
            return tl::unexpected(populated.error());
        }
        host.bandwidth = *populated;
    }
    return host;
}

} // namespace

void addHardwareOptions(CLI::App& command, HardwareArguments& arguments)
{
    command.add_option("--accelerator", arguments.accelerators, "Accelerator by id; repeatable")
        ->allow_extra_args(false);
    command.add_option("--count", arguments.counts, "How many of the accelerator before it (1)")
        ->allow_extra_args(false);
    command.add_option("--cpu", arguments.cpu, "CPU by id");
    command.add_option("--sockets", arguments.sockets, "How many of the CPU (1)");
    command.add_option("--host-bandwidth", arguments.hostBandwidth, "Memory bandwidth of the host in GB/s");
    command.add_option("--memory-gib", arguments.memoryGib, "RAM of the host in GiB");
    command.add_option("--channels", arguments.channels,
                       "Memory channels of one socket with a module (those of the CPU)");
    command.add_option("--memory-speed", arguments.memorySpeed,
                       "MT/s that the memory runs at (what the CPU's maker states)");
    command.add_option("--dimms-per-channel", arguments.modulesPerChannel,
                       "Modules on each channel, 1 or 2 (1): two run slower");
    command.add_flag("--numa", arguments.pagesPlaced,
                     "Each socket's threads read the memory beside it (numactl, --numa distribute)");
    command.add_option("--storage-read", arguments.storageRead,
                       "Sequential read rate in GB/s of the drive that holds the model");
    command.add_option("--storage-write", arguments.storageWrite,
                       "Write rate in GB/s of the drive that checkpoints go to");
    command.add_option("--network", arguments.network,
                       "What one accelerator sends to other machines in GB/s (usual for its kind)");
    command.add_option("--build", arguments.buildFile, "A build in JSON instead of single parts");
    command.add_option("--tp", arguments.tensorParallel, "Tensor parallel degree");
    command.add_option("--pp", arguments.pipelineParallel, "Pipeline parallel degree");
    command.add_option("--ep", arguments.expertParallel, "Devices that the routed experts are dealt out to");
    command.add_option("--dp", arguments.dataParallel, "Copies of the model");
    command.add_option("--gpu-layers", arguments.gpuLayers, "Layers on accelerators; the rest stays in RAM");
    command.add_option("--n-cpu-moe", arguments.hostExpertLayers,
                       "llama.cpp: routed experts of so many layers stay in RAM");
    command.add_flag("--split-rows", arguments.splitRows,
                     "llama.cpp: each matrix split over the accelerators by rows");
    command.add_flag("--offload-experts", arguments.offloadExperts, "Keep the routed experts in RAM");
}

bool describesHardware(const HardwareArguments& arguments)
{
    return !(arguments.accelerators.empty() && arguments.cpu.empty() && arguments.hostBandwidth.empty() &&
             arguments.channels.empty() && arguments.buildFile.empty());
}

Expected<Hardware> readHardware(const Catalog& catalog, const HardwareArguments& arguments)
{
    if (!arguments.buildFile.empty()) {
        return readBuildFile(catalog, arguments.buildFile).and_then([&](const Build& build) {
            return hardwareOf(catalog, build);
        });
    }
    if (arguments.counts.size() > arguments.accelerators.size()) {
        return fail("--count: each needs an --accelerator before it");
    }
    Hardware hardware;
    for (std::size_t i = 0; i < arguments.accelerators.size(); ++i) {
        const Expected<const Accelerator*> accelerator = findAccelerator(catalog, arguments.accelerators[i]);
        if (!accelerator) {
            return tl::unexpected(accelerator.error());
        }
        const Expected<std::int64_t> count = readWhole(
            "--count", i < arguments.counts.size() ? arguments.counts[i] : "1", 1, kMostAccelerators);
        if (!count) {
            return tl::unexpected(count.error());
        }
        hardware.accelerators.push_back({**accelerator, static_cast<int>(*count), {}, {}});
    }
    Expected<Host> host = readHost(catalog, arguments);
    if (!host) {
        return tl::unexpected(host.error());
    }
    hardware.host = std::move(*host);
    if (!arguments.cpu.empty()) {
        const Cpu& cpu = **findCpu(catalog, arguments.cpu);
        hardware.power.cpus = std::max(cpu.turboPower.value_or(cpu.power), cpu.power) * hardware.host.sockets;
    }
    OptionReader reader;
    reader.decimal("--storage-read", arguments.storageRead, 0.001, 10'000, 1e9, hardware.storageRead);
    reader.decimal("--storage-write", arguments.storageWrite, 0.001, 10'000, 1e9, hardware.storageWrite);
    reader.decimal("--network", arguments.network, 0.001, 10'000, 1e9, hardware.network);
    if (reader.error()) {
        return tl::unexpected(*reader.error());
    }
    if (hardware.accelerators.empty() && !hardware.host.bandwidth) {
        return fail("no hardware: give --accelerator ID, --cpu ID, --host-bandwidth GB/s, --channels with "
                    "--memory-speed or --build FILE");
    }
    return hardware;
}

Expected<PlacementRequest> readPlacement(const HardwareArguments& arguments)
{
    PlacementRequest request;
    OptionReader reader;
    reader.whole("--tp", arguments.tensorParallel, 1, 1024, request.tensorParallel);
    reader.whole("--pp", arguments.pipelineParallel, 1, 1024, request.pipelineParallel);
    reader.whole("--ep", arguments.expertParallel, 1, 1024, request.expertParallel);
    reader.whole("--dp", arguments.dataParallel, 1, kMostAccelerators, request.dataParallel);
    reader.whole("--gpu-layers", arguments.gpuLayers, 0, 10'000, request.gpuLayers);
    reader.whole("--n-cpu-moe", arguments.hostExpertLayers, 0, 10'000, request.hostExpertLayers);
    if (arguments.splitRows) {
        request.splitRows = true;
    }
    if (arguments.offloadExperts) {
        request.expertsOnHost = true;
    }
    return reader.error() ? Expected<PlacementRequest>(tl::unexpected(*reader.error())) : request;
}

} // namespace rigwright
