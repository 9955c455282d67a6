// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/safetensors_header.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace rigwright;

/// An index; what it lets through must not lead out of its folder.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    MemorySource source(std::string_view(reinterpret_cast<const char*>(data), size));
    const auto index = readSafetensorsIndex(source);
    if (!index) {
        return 0;
    }
    for (const auto& [file, part] : index->parts) {
        if (file.find_first_of("/\\:") != std::string::npos || file == ".." || part.tensors < 1) {
            std::abort();
        }
    }
    return 0;
}
