// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quantized_model.h"
#include "sizing/memory.h"
#include "sizing/plan.h"
#include "sizing/training/activations.h"
#include "sizing/training/states.h"
#include "sizing/training/training_rules.h"
#include "sizing/workload.h"

#include <vector>

namespace rigwright {

/// What training keeps on one device, and what of it moves to RAM.
struct RankMemory {
    MemoryComponents device;
    Bytes hostOptimizer;   ///< of this rank
    Bytes hostParameters;  ///< of this rank
    Bytes hostActivations; ///< of this rank
};

/// A model's tensors by layer: the same for every setup that is tried.
struct ModelTensors {
    explicit ModelTensors(const Architecture& architecture);

    std::vector<std::vector<Tensor>> layers;
    std::vector<Tensor> others;
};

/// Weighs the ranks of one training run: a value, made once for a model and a workload whose setup is resolved.
class TrainingSizer {
public:
    TrainingSizer(const QuantizedModel& model, const ModelTensors& tensors, const Workload& workload,
                  const TrainingRules& rules);

    /// One rank of a pipeline stage.
    [[nodiscard]] RankMemory rank(const Placement& placement, int stage) const;
    /// Values that are trained in the whole model.
    [[nodiscard]] std::int64_t trainedElements() const;

private:
    /// Weights that lie together, with what is trained of them or beside them.
    struct Part {
        Bytes weights;
        std::int64_t elements = 0;
        TrainedElements trained;

        void add(const Part& other);
    };
    struct LayerShare {
        Part dense;
        Part experts; ///< the routed ones
        LayerActivations activations;
        std::int64_t quantizedInputs = 0;
        std::int64_t largestMatrix = 0;
    };
    struct Stage {
        std::size_t first = 0;
        std::size_t last = 0; ///< one past
        bool begins = false;  ///< holds the embedding
        bool ends = false;    ///< holds the head
        Part dense;
        Part experts;
    };

    void addTensor(const Tensor& tensor);
    [[nodiscard]] Stage stageAt(int stage, int stages) const;
    [[nodiscard]] Bytes gradientBytes(std::int64_t elements) const;
    [[nodiscard]] Bytes largestGradients(const Stage& stage) const;
    /// What one rank keeps of a part that lies on so many ranks in copies.
    void addStates(RankMemory& rank, const Part& part, std::int64_t splits, std::int64_t copies) const;
    [[nodiscard]] Bytes buffers(const Stage& stage, const Placement& placement) const;
    [[nodiscard]] Bytes gathered(const Stage& stage) const;
    [[nodiscard]] Bytes dequantized() const;
    [[nodiscard]] Bytes keptBytes(const TokenBytes& bytes, const Placement& placement) const;
    [[nodiscard]] std::int64_t tokens() const;
    /// What waits for the backward pass; part of it may be offloaded.
    [[nodiscard]] Bytes waiting(RankMemory& rank, const Stage& stage, const Placement& placement,
                                int index) const;
    /// Fills activations with what is there at the worst moment beside the gradients.
    void addActivations(RankMemory& rank, const Stage& stage, const Placement& placement, int index) const;

    const QuantizedModel& model_;
    const TrainingSetup& setup_;
    TrainingRules rules_;
    bool trainsBase_;
    bool quantizedBase_;
    ParameterType parameterType_;
    std::vector<LayerShare> layers_;
    Part embedding_;
    Part head_;
};

} // namespace rigwright
