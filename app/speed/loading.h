// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/parts.h"
#include "speed/estimate.h"

#include <optional>

namespace rigwright {

/// What the time until a model answers is spent on most.
enum class LoadingBound { Storage, Copy, Link, EngineStart };

/// The name in JSON: "storage", "copy", "link", "engine-start".
[[nodiscard]] const char* loadingBoundName(LoadingBound bound);

/// Where the time goes, by the middle of the estimate. Files are read, copied and sent to accelerators at once, so that the
/// slowest of the three counts; the engine starts beside them.
struct LoadingTime {
    std::optional<Seconds>
        read;      ///< of the files from the drive; empty: in the page cache, or the rate is unknown
    Seconds copy;  ///< by one process, page by page, and into layouts of its own
    Seconds link;  ///< over PCIe
    Seconds start; ///< libraries, memory pool, compilation, graphs

    [[nodiscard]] Seconds total() const;
    [[nodiscard]] LoadingBound bound() const;
};

/// Time from starting an engine to its first answer.
struct LoadingEstimate {
    std::optional<Range<Seconds>> cold; ///< from the drive; empty: its rate is unknown
    Range<Seconds> warm;                ///< with the files in the page cache from an earlier start
    std::optional<LoadingTime> coldTime;
    LoadingTime warmTime;
    bool fitsPageCache = true; ///< false: RAM is smaller than the files, so that every start is a cold one
};

/// How long a placed model takes to load. The plan fits.
[[nodiscard]] LoadingEstimate estimateLoading(const QuantizedModel& model, const Workload& workload,
                                              const Hardware& hardware, const MemoryPlan& plan);

/// A drive's sequential read rate; where its maker's figure is unknown, what most drives of its interface and generation
/// reach: SATA 0.55 GB/s, NVMe 3.5 GB/s with PCIe 3, 7 with 4, 12 with 5. Empty: an unknown interface.
[[nodiscard]] std::optional<BytesPerSecond> storageRead(const Drive& drive);

} // namespace rigwright
