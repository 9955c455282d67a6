// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/training/training_host.h"

#include <algorithm>

namespace rigwright {

namespace {

// RAM of the process of one device: Python, PyTorch and the host side of its CUDA context. Not published; seen as 3 to 4 GiB.
constexpr Bytes kRankProcess = 4_GiB;
// A data worker shares the pages of its parent; its own are the tokenizer, its buffers and prefetched batches.
constexpr Bytes kDataWorker = 512_MiB;
// Transformers loads checkpoints file by file, of 5 GB each by default (save_pretrained's max_shard_size); every rank holds
// one at a time.
constexpr Bytes kShardFile = Bytes::gb(5);

Bytes checkpointBytes(const QuantizedModel& model, const Workload& workload)
{
    constexpr std::int64_t kBits16 = 2;
    // NF4 is made from a 16-bit checkpoint while that is loaded.
    return workload.kind == WorkloadKind::Qlora ? Bytes(model.parameters * kBits16) : model.total();
}

} // namespace

void addTrainingHost(MemoryPlan& plan, const QuantizedModel& model, const Workload& workload,
                     const std::vector<RankMemory>& ranks)
{
    constexpr int kShardParameters = 3;
    const auto count = static_cast<std::int64_t>(ranks.size());
    MemoryComponents& host = plan.memory.host.used;
    HostDemand& demand = plan.hostDemand;
    for (const RankMemory& rank : ranks) {
        host.optimizer += rank.hostOptimizer;
        host.weights += rank.hostParameters;
        host.activations += rank.hostActivations;
        // Offloaded tensors are page-locked where they are sent each step; paged states are not.
        demand.pinned += rank.hostParameters + rank.hostActivations +
            (workload.training.offloadOptimizer ? rank.hostOptimizer : Bytes());
    }
    host.engineOverhead += kRankProcess * count;
    demand.workers = kDataWorker * (workload.training.dataWorkers * count);
    host.engineOverhead += demand.workers;

    // Sharded models are loaded whole by one rank, which deals them out; others by every rank, a file at a time.
    const Bytes checkpoint = checkpointBytes(model, workload);
    const bool pretrained = workload.kind != WorkloadKind::Pretrain;
    const bool dealtOut = workload.training.zeroStage.value_or(0) >= kShardParameters;
    const Bytes loading = !pretrained ? Bytes()
        : dealtOut                    ? checkpoint
                                      : std::min(checkpoint, kShardFile) * count;
    demand.mapped = pretrained ? checkpoint : Bytes();
    demand.peak = std::max(host.total(), host.total() - demand.workers + loading);
    // "Twice the memory of all GPUs": the rule of thumb that guides to training machines give.
    for (const DeviceMemory& device : plan.memory.devices) {
        demand.folkRule += device.capacity * 2;
    }
}

} // namespace rigwright
