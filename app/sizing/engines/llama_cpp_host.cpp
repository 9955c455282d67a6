// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/llama_cpp_host.h"

#include "sizing/engines/llama_cpp_context.h"
#include "sizing/engines/llama_cpp_graph.h"

#include <algorithm>
#include <optional>

namespace rigwright {

namespace {

// Anonymous memory of a process that runs a small model on a CPU beyond its buffers: 34 to 40 MiB (gemma-3-1b and
// qwen2.5-0.5b, tests/data/llamacpp_memory.csv).
constexpr Bytes kProcess = 37_MiB;

/// RAM of 1.5 times the model in 16 bits, and as much as the model where it is quantised.
Bytes folkRule(const QuantizedModel& model)
{
    constexpr double kSixteenBits = 1.5;
    const bool isQuantized = model.format != WeightFormat::Fp32 && model.format != WeightFormat::Fp16 &&
        model.format != WeightFormat::Bf16;
    return model.total().scaled(isQuantized ? 1.0 : kSixteenBits);
}

} // namespace

HostDemand llamaCppHostDemand(const MemoryPlan& plan, const QuantizedModel& model, const Workload& workload,
                              bool unified)
{
    const bool hasDevices = !plan.memory.devices.empty();
    const MemoryComponents& home = unified ? plan.memory.devices.front().used : plan.memory.host.used;
    const Bytes buffers = home.computeBuffer + home.outputBuffer;
    const Bytes anonymous =
        home.kvCache + home.recurrentState + std::min(buffers, plan.touched.value_or(buffers));
    HostDemand demand;
    demand.mapped = workload.memoryMap ? model.total() : Bytes();
    // With an accelerator, weights in RAM stay in the file's layout (make_cpu_buft_list in src/llama-model.cpp).
    demand.repacked = hasDevices ? Bytes() : model.repackable;
    if (hasDevices && !unified) {
        demand.pinned = home.computeBuffer + home.outputBuffer;
        demand.pinned += workload.memoryMap ? Bytes() : home.weights;
    }
    // Without a mapping a repacked matrix is the only copy.
    demand.peak =
        anonymous + kProcess + (workload.memoryMap ? demand.mapped + demand.repacked : home.weights);
    demand.folkRule = folkRule(model);
    return demand;
}

Bytes llamaCppTouched(const MemoryPlan& plan, const QuantizedModel& model, const Workload& workload)
{
    constexpr std::int64_t kF32 = 4;
    LlamaCppContext context = llamaCppContext(workload);
    const Bytes embeddings(kF32 * context.microBatch * model.architecture.facts.hidden);
    std::optional<Bytes> withoutIdleRows;
    if (context.outputRows > context.sequences) {
        context.outputRows = context.sequences;
        withoutIdleRows = llamaCppBuffers(model.architecture, context).withOutput;
    }
    Bytes touched;
    const auto add = [&](const MemoryComponents& used) {
        const Bytes written = std::min(used.computeBuffer, withoutIdleRows.value_or(used.computeBuffer));
        touched += written - std::min(written, embeddings) + used.outputBuffer;
    };
    add(plan.memory.host.used);
    for (const DeviceMemory& device : plan.memory.devices) {
        add(device.used);
    }
    return touched;
}

} // namespace rigwright
