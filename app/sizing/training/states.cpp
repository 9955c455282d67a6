// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/training/states.h"

namespace rigwright {

namespace {

constexpr std::int64_t kFp32 = 4;
constexpr std::int64_t kBits16 = 2;

} // namespace

void TrainedElements::add(const Tensor& tensor)
{
    if (tensor.isVector) {
        vectors += tensor.elements();
        return;
    }
    (tensor.layer < 0 ? otherMatrices : layerMatrices) += tensor.elements();
    rowsAndColumns += (tensor.rows + tensor.columns) * tensor.experts;
}

TrainedElements& TrainedElements::operator+=(const TrainedElements& other)
{
    layerMatrices += other.layerMatrices;
    otherMatrices += other.otherMatrices;
    vectors += other.vectors;
    rowsAndColumns += other.rowsAndColumns;
    return *this;
}

Bytes optimizerBytes(Optimizer optimizer, const TrainedElements& trained, ParameterType type)
{
    const std::int64_t all = trained.all();
    const std::int64_t parameter = type == ParameterType::Fp32 ? kFp32 : kBits16;
    const std::int64_t master = type == ParameterType::Fp32 ? 0 : kFp32 * all;
    constexpr std::int64_t kBlock = 256;
    switch (optimizer) {
    case Optimizer::AdamW: return Bytes(master + 2 * kFp32 * all);
    case Optimizer::AdamWBf16: return Bytes(2 * kBits16 * all);
    case Optimizer::AdamW8Bit:
    case Optimizer::PagedAdamW8Bit: return Bytes(2 * (all + kFp32 * ((all + kBlock - 1) / kBlock)));
    case Optimizer::PagedAdamW: return Bytes(2 * kFp32 * all);
    case Optimizer::Adafactor: return Bytes(kFp32 * (trained.rowsAndColumns + trained.vectors));
    case Optimizer::Muon:
        return Bytes(master + kFp32 * trained.layerMatrices +
                     2 * kFp32 * (trained.otherMatrices + trained.vectors));
    case Optimizer::SgdMomentum: return Bytes(parameter * all);
    case Optimizer::Sgd: return {};
    }
    return {};
}

bool isPaged(Optimizer optimizer)
{
    return optimizer == Optimizer::PagedAdamW || optimizer == Optimizer::PagedAdamW8Bit;
}

} // namespace rigwright
