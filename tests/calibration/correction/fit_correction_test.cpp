// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration/correction/fit_correction.h"
#include "catalog/catalog_database.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

const calibration::CorrectionFit& fitted()
{
    static const calibration::CorrectionFit fit = calibration::fitCorrection(
        calibration::readMeasurements(readCatalog(findCatalog().value()).value(), RIGWRIGHT_MEASUREMENTS)
            .value());
    return fit;
}

} // namespace

BOOST_AUTO_TEST_SUITE(correction_fit)

// The constants of the estimate move a little whenever they are fitted anew; the spread follows with the target `calibrate`.
BOOST_AUTO_TEST_CASE(the_compiled_spread_is_the_one_that_the_measurements_give,
                     *boost::unit_test::tolerance(0.1))
{
    const CorrectedSpread& compiled = correctedSpread();
    BOOST_TEST(compiled.decodeShare == fitted().decode.share);
    BOOST_TEST(compiled.prefillShare == fitted().prefill.share);
    BOOST_TEST(compiled.decodeLow == fitted().decode.low);
    BOOST_TEST(compiled.decodeHigh == fitted().decode.high);
    BOOST_TEST(compiled.prefillLow == fitted().prefill.low);
    BOOST_TEST(compiled.prefillHigh == fitted().prefill.high);
}

BOOST_AUTO_TEST_CASE(a_measurement_of_other_models_does_no_harm)
{
    // The constants were fitted with these devices, which flatters the error without a correction; a user's device is new.
    BOOST_TEST(fitted().decode.after <= fitted().decode.before);
    BOOST_TEST(fitted().prefill.after <= fitted().prefill.before);
}

BOOST_AUTO_TEST_SUITE_END()
