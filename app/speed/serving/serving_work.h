// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quantized_model.h"
#include "sizing/plan.h"
#include "speed/serving/precision.h"

#include <vector>

namespace rigwright {

/// What a step asks of each device that works on one copy of a model, with all its pipeline stages one after the other.
class ServingWork {
public:
    /// All devices are alike, or as slow as `accelerator`. An error says which figure is missing.
    [[nodiscard]] static Expected<ServingWork> of(const QuantizedModel& model, const Workload& workload,
                                                  const Placement& placement, const Accelerator& accelerator);

    MatrixFormat dense;
    MatrixFormat experts;
    FlopsPerSecond attentionRate; ///< 16-bit units
    double layers = 0;
    double expertLayers = 0;
    double indexerLayers = 0;
    double hidden = 0;
    double denseBytes = 0;  ///< attention, norms, dense and shared feed-forward, output
    double expertBytes = 0; ///< all routed experts
    double denseFlops = 0;  ///< of one token
    double expertFlops = 0; ///< of one token

    /// Routed experts that so many tokens touch, as a share of all.
    [[nodiscard]] double touchedExperts(double tokens) const;
    /// Bytes that a token reads of a sequence's cache, with so many tokens in it.
    [[nodiscard]] double cacheBytes(double tokens) const;
    /// Scores and values of a prompt's tokens, each of which sees those before it.
    [[nodiscard]] double attentionFlops(double tokens) const;

private:
    /// Layers that look back alike.
    struct View {
        double reach = 0; ///< tokens that one sees at most
        double bytes = 0; ///< of the cache, a token seen
        double flops = 0; ///< a pair of tokens
    };

    void addAttention(const Architecture& architecture, const Workload& workload, const Attention& attention,
                      int ranks);
    void addView(const View& view);

    std::vector<View> views_;
    double fixedBytes_ = 0; ///< of one sequence: states of recurrent layers
    int experts_ = 0;
    int expertsPerToken_ = 0;
};

} // namespace rigwright
