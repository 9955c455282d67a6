// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/gguf_model.h"
#include "use_model.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace rigwright;

/// A GGUF header, read and turned into a model.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    MemorySource source(std::string_view(reinterpret_cast<const char*>(data), size));
    const auto header = readGgufHeader(source);
    if (!header) {
        fuzz::use(tl::unexpected(header.error()));
        return 0;
    }
    TensorTable table;
    if (addTensors(*header, table)) {
        fuzz::use(modelOfGguf(*header, std::move(table), "fuzz"));
    }
    return 0;
}
