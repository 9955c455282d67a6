// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components.h"

#include <QCoreApplication>

namespace rigwright {

namespace {
struct Components {
    Q_DECLARE_TR_FUNCTIONS(rigwright::Components)
};
} // namespace

std::vector<MemoryPart> memoryParts(const MemoryComponents& components, const Theme& theme)
{
    return {
        {Components::tr("Weights"), theme.weights, components.weights},
        {Components::tr("Gradients"), theme.gradients, components.gradients},
        {Components::tr("Optimizer"), theme.optimizer, components.optimizer},
        {Components::tr("Activations"), theme.activations, components.activations},
        {Components::tr("KV cache"), theme.kvCache, components.kvCache},
        {Components::tr("Compute buffer"), theme.compute, components.computeBuffer + components.outputBuffer},
        {Components::tr("Engine and driver"), theme.engine, components.engineOverhead},
        {Components::tr("Recurrent state"), theme.other, components.recurrentState},
    };
}

} // namespace rigwright
