// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/claim.h"

namespace rigwright {

const char* claimUnitName(ClaimUnit unit)
{
    switch (unit) {
    case ClaimUnit::TokensPerSecond: return "tokens/s";
    case ClaimUnit::Seconds: return "s";
    case ClaimUnit::RequestsPerSecond: return "requests/s";
    case ClaimUnit::Requests: return "requests";
    case ClaimUnit::Gigabytes: return "GB";
    case ClaimUnit::Gibibytes: return "GiB";
    case ClaimUnit::GigabytesPerSecond: return "GB/s";
    case ClaimUnit::Devices: return "GPUs";
    case ClaimUnit::Percent: return "%";
    case ClaimUnit::Times: return "times";
    case ClaimUnit::Usd: return "USD";
    case ClaimUnit::Cny: return "CNY";
    case ClaimUnit::UsdPerHour: return "USD/h";
    }
    return "";
}

const char* claimQuantityName(ClaimQuantity quantity)
{
    switch (quantity) {
    case ClaimQuantity::Decode: return "decode";
    case ClaimQuantity::FirstToken: return "first-token";
    case ClaimQuantity::Requests: return "requests";
    case ClaimQuantity::Sequences: return "sequences";
    case ClaimQuantity::Memory: return "memory";
    case ClaimQuantity::HostMemory: return "host-memory";
    case ClaimQuantity::Devices: return "devices";
    case ClaimQuantity::Weights: return "weights";
    case ClaimQuantity::MemorySaving: return "memory-saving";
    case ClaimQuantity::TrainingSaving: return "training-saving";
    case ClaimQuantity::TrainingShare: return "training-share";
    case ClaimQuantity::SpeedRatio: return "speed-ratio";
    case ClaimQuantity::BatchingRatio: return "batching-ratio";
    case ClaimQuantity::SplitRatio: return "split-ratio";
    case ClaimQuantity::RamRule: return "ram-rule";
    case ClaimQuantity::Bandwidth: return "bandwidth";
    case ClaimQuantity::BoardBandwidth: return "board-bandwidth";
    case ClaimQuantity::DriveRead: return "drive-read";
    case ClaimQuantity::Mfu: return "mfu";
    case ClaimQuantity::Price: return "price";
    case ClaimQuantity::HourlyPrice: return "hourly-price";
    case ClaimQuantity::Sum: return "sum";
    case ClaimQuantity::Open: return "open";
    }
    return "";
}

const char* claimMeaningName(ClaimMeaning meaning)
{
    switch (meaning) {
    case ClaimMeaning::Value: return "value";
    case ClaimMeaning::Minimum: return "minimum";
    case ClaimMeaning::Enough: return "enough";
    case ClaimMeaning::Most: return "most";
    }
    return "";
}

} // namespace rigwright
