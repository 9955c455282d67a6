// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/requirement.h"
#include "sizing/plan.h"
#include "speed/estimate.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace rigwright {

class ModelShelf;

/// One bar: a device, or several that hold the same, or the host.
struct MemoryBar {
    std::string name; ///< empty: the model alone, on nothing
    int devices = 1;  ///< each of so many
    bool isHost = false;
    MemoryComponents used;
    std::optional<Bytes> capacity;
};

struct ContextPoint {
    std::int64_t context = 0;
    MemoryComponents used;
};

/// Memory over context, or over the length of a training example, with everything else as it is, laid out as for the
/// length asked for.
struct ContextCurve {
    std::vector<ContextPoint> points;
    std::optional<Bytes> capacity;
    std::int64_t context = 0;            ///< asked for
    std::optional<std::int64_t> largest; ///< that fits; empty also where there is nothing to fit on
};

/// The smallest memory of one card, and how many such cards, that hold everything.
struct CardClass {
    Bytes memory;
    int count = 1;
};

struct PrecisionRow {
    WeightFormat format = WeightFormat::Fp16;
    Bytes need;                                  ///< on devices; in RAM where there are none
    std::optional<Range<TokensPerSecond>> speed; ///< empty: does not fit on this hardware, or unknown
    std::optional<CardClass> card;               ///< empty: more than eight of the largest
    bool fits = false;                           ///< on this hardware, with RAM where the engine uses it
    bool fitsOnDevices = false;                  ///< on this hardware without RAM
    bool isCurrent = false;
};

/// Where the memory goes on given hardware; without hardware, what the model needs by itself.
struct MemoryStudy {
    bool onHardware = false;
    bool fits = false;
    bool isTraining = false;
    std::vector<MemoryBar> bars;
    ContextCurve curve;

    MemoryComponents sum; ///< on devices and host
    Bytes scales;         ///< of the weights
    Bytes mtp;    ///< what the checkpoint carries beside the text model: layers for multi-token prediction
    Bytes towers; ///< and encoders
    HostDemand host;
    Bytes reservedBuffers;               ///< compute and output buffers as allocated
    std::optional<Bytes> touchedBuffers; ///< what work writes of them
    Placement placement;
    std::optional<Bytes> pool;              ///< for keys and values, on the device with the smallest
    std::optional<std::int64_t> poolTokens; ///< that it holds for one copy of the model
    std::optional<double> poolRequests;     ///< of this context, as the engine prints it
};

/// A way to lay the model out, and what came of it.
struct PlacementRow {
    Placement placement;
    Bytes fullest; ///< on the device that holds the most
    Bytes host;
    bool fits = false;
    bool isCurrent = false;
    std::optional<Finding> reason; ///< why it does not work, or what to know
};

struct PlacementStudy {
    std::vector<PlacementRow> rows;            ///< the planner's choice first, then what works
    std::optional<std::int64_t> mostSequences; ///< of the workload's context at once; empty: none fits
};

/// Nothing when the model can't be weighed in this precision.
[[nodiscard]] std::optional<MemoryStudy> studyMemory(ModelShelf& shelf, const Requirement& requirement,
                                                     const Hardware* hardware);

/// Every way to lay the model out on the hardware, and how many requests fit as it is laid out now. Takes some hundred times
/// as long as the study.
[[nodiscard]] PlacementStudy studyPlacements(ModelShelf& shelf, const Requirement& requirement,
                                             const Hardware& hardware);

/// Every format that the engine loads, on the same hardware, from the smallest; fewer when it is stopped. Takes some fifty
/// times as long as the study.
[[nodiscard]] std::vector<PrecisionRow>
studyPrecisions(ModelShelf& shelf, const Requirement& requirement, const Hardware* hardware,
                const std::stop_token& stop = {}, const CalibrationTable& constants = fittedCalibration());

} // namespace rigwright
