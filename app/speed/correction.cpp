// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/correction.h"

#include "speed/estimate.h"

namespace rigwright {

namespace {

// What stays open on a device that was measured: other models, contexts and versions than those of the runs.
constexpr double kCorrectedLow = 0.88;
constexpr double kCorrectedHigh = 1.12;

template <class Rate>
void moveRate(Range<Rate>& range, double factor)
{
    range.mid = range.mid * factor;
    range.low = range.mid * kCorrectedLow;
    range.high = range.mid * kCorrectedHigh;
}

void moveTime(Range<Seconds>& range, double factor)
{
    range.mid = range.mid / factor;
    range.low = range.mid / kCorrectedHigh;
    range.high = range.mid / kCorrectedLow;
}

} // namespace

void correct(SpeedEstimate& estimate, const DeviceCorrection& correction)
{
    estimate.corrected = true;
    if (correction.decode) {
        moveRate(estimate.decode, *correction.decode);
        moveRate(estimate.total, *correction.decode);
        moveTime(estimate.timePerOutputToken, *correction.decode);
    }
    if (correction.prefill) {
        moveRate(estimate.prefill, *correction.prefill);
        moveTime(estimate.timeToFirstToken, *correction.prefill);
    }
}

} // namespace rigwright
