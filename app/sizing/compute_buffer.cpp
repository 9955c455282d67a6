// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/compute_buffer.h"

#include "sizing/engines/llama_cpp_graph.h"

namespace rigwright {

Bytes llamaCppComputeBuffer(const Architecture& architecture, const Workload& workload, bool withOutput)
{
    const LlamaCppBuffers buffers = llamaCppBuffers(architecture, llamaCppContext(workload));
    return withOutput ? buffers.withOutput : buffers.withoutOutput;
}

} // namespace rigwright
