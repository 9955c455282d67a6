// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/requirement.h"
#include "sizing/plan.h"
#include "speed/estimate.h"

#include <optional>
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

/// Memory over context with everything else as it is, laid out as for the context asked for.
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
    std::vector<MemoryBar> bars;
    ContextCurve curve;
};

/// Nothing when the model can't be weighed in this precision.
[[nodiscard]] std::optional<MemoryStudy> studyMemory(ModelShelf& shelf, const Requirement& requirement,
                                                     const Hardware* hardware);

/// Every format that the engine loads, on the same hardware, from the smallest. Takes some twenty times as long as the study.
[[nodiscard]] std::vector<PrecisionRow> studyPrecisions(ModelShelf& shelf, const Requirement& requirement,
                                                        const Hardware* hardware);

} // namespace rigwright
