// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/safetensors_model.h"
#include "use_model.h"

#include <cstddef>
#include <cstdint>
#include <string>

using namespace rigwright;

/// A safetensors header, with its length put in front so that the fuzzer need not find it, and a size of file that it claims
/// by its own last offset.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    /// A file as long as anybody may ask, of which the header alone is there.
    class HoleySource final : public ByteSource {
    public:
        HoleySource(std::string bytes, std::uint64_t size)
            : bytes_(std::move(bytes))
            , size_(size)
        { }
        [[nodiscard]] std::uint64_t size() const override { return size_; }
        [[nodiscard]] bool read(std::uint64_t offset, std::span<char> into) override
        {
            for (std::size_t i = 0; i < into.size(); ++i) {
                into[i] = offset + i < bytes_.size() ? bytes_[offset + i] : '\0';
            }
            return offset <= size_ && into.size() <= size_ - offset;
        }

    private:
        std::string bytes_;
        std::uint64_t size_;
    };

    const std::uint64_t length = size;
    std::string bytes(reinterpret_cast<const char*>(&length), sizeof(length));
    bytes.append(reinterpret_cast<const char*>(data), size);
    std::uint64_t dataBytes = 0;
    HoleySource whole(bytes, bytes.size() + (1ULL << 50U));
    const auto sum = [&](const SafetensorsEntry& entry) {
        dataBytes += entry.bytes;
        return true;
    };
    static_cast<void>(readSafetensorsHeader(whole, sum)); // sums up, then finds the file too long
    HoleySource fitting(bytes, bytes.size() + dataBytes);
    SafetensorsTensors tensors;
    if (const auto part = tensors.addFile(fitting, 4); !part) {
        fuzz::use(tl::unexpected(part.error()));
        return 0;
    }
    auto model = modelOfTensors(tensors, tensors.table(), "fuzz");
    if (model) {
        model->format = WeightFormat::Bf16;
        model->facts.storedWeights = std::make_shared<StoredWeights>(tensors.table().take("bf16"));
    }
    fuzz::use(model);
    return 0;
}
