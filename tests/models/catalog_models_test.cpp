// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"
#include "models/quantized_model.h"
#include "models/tensors.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

Catalog shippedCatalog()
{
    return findCatalog().and_then([](const auto& path) { return readCatalog(path); }).value();
}

} // namespace

BOOST_AUTO_TEST_SUITE(catalog_models)

BOOST_AUTO_TEST_CASE(every_model_has_the_parameters_that_its_row_states)
{
    const Catalog catalog = shippedCatalog();
    for (const ModelFacts& facts : catalog.models) {
        const auto architecture = describe(facts);
        BOOST_REQUIRE_MESSAGE(architecture.has_value(), facts.id.text());
        const std::int64_t counted = parameterCount(tensorInventory(*architecture));
        BOOST_TEST(counted == facts.parameters,
                   facts.id.text() << ": " << counted << " of " << facts.parameters);
        if (facts.publishedParameters && facts.verified) {
            // A few publishers round their counts.
            const auto published = static_cast<double>(*facts.publishedParameters);
            BOOST_TEST(static_cast<double>(counted) == published, boost::test_tools::tolerance(2e-4));
        }
    }
}

BOOST_AUTO_TEST_CASE(every_model_can_be_weighed_in_every_format)
{
    const Catalog catalog = shippedCatalog();
    for (const ModelFacts& facts : catalog.models) {
        for (const WeightFormat format : allWeightFormats()) {
            const auto model = quantize(facts, format);
            BOOST_REQUIRE_MESSAGE(model.has_value(), facts.id.text());
            const double bitsPerWeight =
                8 * static_cast<double>(model->total().value()) / static_cast<double>(model->parameters);
            BOOST_TEST(bitsPerWeight > 1.1, facts.id.text() << ' ' << weightFormatName(format));
            BOOST_TEST(bitsPerWeight < 32.1, facts.id.text() << ' ' << weightFormatName(format));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
