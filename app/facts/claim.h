// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// What a guide gives a figure for.
enum class ClaimQuantity {
    Decode,         ///< output tokens/s of one user
    FirstToken,     ///< seconds to the first token
    Requests,       ///< requests/s, within a latency where one is given
    Sequences,      ///< requests that are held at once
    Memory,         ///< of all accelerators together, to run or to train
    HostMemory,     ///< RAM of a machine that runs the model on its CPU
    Devices,        ///< accelerators
    Weights,        ///< bytes of the weights alone
    MemorySaving,   ///< % that the weights shrink by, from `otherWeights` to `weights`
    TrainingSaving, ///< % of a full fine-tune's memory that adapters save
    TrainingShare,  ///< % of a full fine-tune's memory that adapters take
    SpeedRatio,     ///< decode speed with `weights` over that with `otherWeights`
    BatchingRatio,  ///< throughput with many requests over that with one
    SplitRatio,     ///< decode speed on all accelerators over that on the fewest that hold the model
    RamRule,        ///< `multiple` times the bytes of the weights
    Bandwidth,      ///< GB/s of memory channels
    BoardBandwidth, ///< GB/s of one socket of a board with its modules in place
    DriveRead,      ///< GB/s of the fastest drive of a PCIe generation
    Mfu,            ///< % of the peak rate that a training run reaches
    Price,          ///< of parts
    HourlyPrice,    ///< of a cloud instance
    Sum,            ///< of the guide's own lines
    Open,           ///< nothing follows from what the guide says
};

/// How the figure is meant.
enum class ClaimMeaning {
    Value,   ///< it is so much
    Minimum, ///< so much is needed
    Enough,  ///< so much suffices
    Most,    ///< not more than so much
};

enum class ClaimUnit {
    TokensPerSecond,
    Seconds,
    RequestsPerSecond,
    Requests,
    Gigabytes,
    Gibibytes,
    GigabytesPerSecond,
    Devices,
    Percent,
    Times,
    Usd,
    Cny,
    UsdPerHour,
};

/// The name in tables and JSON: "tokens/s", "GB", "GPUs".
[[nodiscard]] const char* claimUnitName(ClaimUnit unit);
/// The name in tables and JSON: "value", "minimum", "enough", "most".
[[nodiscard]] const char* claimMeaningName(ClaimMeaning meaning);
/// The name in tables and JSON: "decode", "first-token".
[[nodiscard]] const char* claimQuantityName(ClaimQuantity quantity);

/// Parts of one kind and how many.
struct PartCount {
    PartId part;
    int count = 1;
};

/// Something that a published measurement says of a claim's scenario, in the claim's unit.
struct ClaimMeasurement {
    double low = 0;
    double high = 0;
    /// The same model, precision, hardware and load; false: a near one, which is shown and does not decide.
    bool same = false;
    std::string source;
};

/// A figure of a practitioners' guide, and the scenario that it is for. What is empty the guide does not say and the
/// quantity does not need.
struct Claim {
    std::string id;       ///< "G2.7b.fp16.vram"
    std::string scenario; ///< "G2.7b.fp16"
    std::string text;     ///< in English
    std::string textChinese;
    ClaimQuantity quantity = ClaimQuantity::Open;
    ClaimMeaning meaning = ClaimMeaning::Value;
    std::optional<double> low; ///< in `unit`
    std::optional<double> high;
    ClaimUnit unit = ClaimUnit::TokensPerSecond;

    ModelId model;
    std::optional<double> parameters; ///< of a model that is known by its size alone
    std::string weights;              ///< name of a weight format
    std::string otherWeights;         ///< to compare with, or the other end of what "7B" may mean
    std::string engine;
    std::string workload;
    std::optional<int> fewestRequests; ///< at once
    std::optional<int> mostRequests;
    std::optional<std::int64_t> promptTokens;
    std::optional<std::int64_t> outputTokens;
    std::optional<std::int64_t> context;
    std::optional<double> latencySeconds; ///< that a whole answer may take
    std::vector<PartCount> accelerators;
    PartId cpu;
    int sockets = 1;
    std::optional<int> channels;
    std::optional<int> megatransfers;
    std::optional<int> modules;
    PartId board;
    std::optional<double> multiple;
    std::optional<double> samplesPerSecond;
    std::vector<std::pair<double, int>> terms; ///< the guide's lines: amount and quantity
    std::vector<PartCount> parts;
    std::string instance;              ///< of a cloud, as the provider names it
    std::optional<double> guideNeeds;  ///< what the same guide asks for elsewhere, in `unit`
    std::vector<std::string> unstated; ///< what the guide leaves open and the scenario assumes

    std::optional<ClaimMeasurement> measurement;
    std::string remark; ///< what else a reader should know; the reason of an open claim
    std::string remarkChinese;

    /// "G2"
    [[nodiscard]] std::string guide() const { return scenario.substr(0, scenario.find('.')); }
};

} // namespace rigwright
