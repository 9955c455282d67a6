// SPDX-License-Identifier: GPL-3.0-or-later
#include "use_model.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// A config.json, and after a zero byte the hf_quant_config.json beside it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t zero = text.find('\0');
    const std::string_view quantization = zero == std::string_view::npos ? "" : text.substr(zero + 1);
    rigwright::fuzz::use(rigwright::importConfigJson(text.substr(0, zero), quantization));
    return 0;
}
