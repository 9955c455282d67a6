// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace rigwright {

/// What the code of a model type builds although no key of its config.json says so.
struct ModelFamily {
    std::string_view names; ///< model types, separated by spaces; the first names the family
    const char* normKind = "rms";
    int norms = 2; ///< of a layer
    const char* qkNorm = "none";
    /// Where no key says whether there are biases.
    bool qkvBias = false;
    bool outputBias = false;
    bool feedForwardBias = false;
    bool biasCoversOutput = true; ///< the key for attention biases means the output projection too
    bool gated = true;
    bool tied = false; ///< where no key says it
    bool headBias = false;
    bool embeddingNorm = false;
    bool fusedQkv = false;
    bool routerCorrection = false;
    bool sharedExpertGate = false;
    bool attentionGate = false;
    int slidingPeriod =
        0; ///< where no list says it: each such layer sees the whole context; 0: none or all slide
    bool slides = true; ///< false: a window in the file is not used
};

/// The family of a model type or, failing that, of a class such as "DeepseekV3ForCausalLM"; null: not known.
[[nodiscard]] const ModelFamily* findFamily(std::string_view modelType, std::string_view architecture);
/// What a type that nobody knows is read as: a decoder of Llama's kind.
[[nodiscard]] const ModelFamily& llamaFamily();
/// The first of a family's names.
[[nodiscard]] std::string familyName(const ModelFamily& family);

} // namespace rigwright
