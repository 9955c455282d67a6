// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/hardware_arguments.h"

#include "builds/evaluate.h"
#include "cli/option_reader.h"
#include "project/build_file.h"

#include <CLI/CLI.hpp>

namespace rigwright {

namespace {

constexpr std::int64_t kMostAccelerators = 65'536; // more than any published run

Expected<Host> readHost(const Catalog& catalog, const HardwareArguments& arguments)
{
    Host host;
    OptionReader reader;
    reader.whole("--sockets", arguments.sockets, 1, 8, host.sockets);
    std::optional<BytesPerSecond> bandwidth;
    reader.decimal("--host-bandwidth", arguments.hostBandwidth, 1, 100'000, 1e9, bandwidth);
    std::optional<Seconds> gib;
    reader.decimal("--memory-gib", arguments.memoryGib, 1, 1'000'000, 1, gib);
    if (reader.error()) {
        return tl::unexpected(*reader.error());
    }
    if (gib) {
        host.memory = Bytes::gib(gib->value());
    }
    if (!arguments.cpu.empty()) {
        const Expected<const Cpu*> cpu = findCpu(catalog, arguments.cpu);
        if (!cpu) {
            return tl::unexpected(cpu.error());
        }
        if (host.sockets > (*cpu)->maxSockets) {
            return fail("--sockets: " + (*cpu)->info.name + " works in machines of at most " +
                        std::to_string((*cpu)->maxSockets) + " sockets");
        }
        host.id = (*cpu)->info.id;
        host.name = (*cpu)->info.name;
        host.cores = (*cpu)->cores * host.sockets;
        host.avx512 = (*cpu)->avx512;
        host.amx = (*cpu)->amx;
        host.bandwidth = memoryBandwidth((*cpu)->memoryChannels * host.sockets, (*cpu)->memorySpeed);
    }
    if (bandwidth) {
        host.bandwidth = bandwidth;
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
    if (hardware.accelerators.empty() && arguments.cpu.empty() && arguments.hostBandwidth.empty()) {
        return fail("no hardware: give --accelerator ID, --cpu ID, --host-bandwidth GB/s or --build FILE");
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
