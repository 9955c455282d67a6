// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"
#include "models/gguf_sizes.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>

using namespace rigwright;
using namespace rigwright::accuracy;

namespace {

std::vector<GgufSize> publishedSizes()
{
    return findCatalog()
        .and_then([](const auto& path) { return readCatalog(path); })
        .and_then([](const Catalog& catalog) {
            return readGgufSizes(catalog, RIGWRIGHT_TEST_DATA "/gguf_sizes.csv");
        })
        .value();
}

} // namespace

BOOST_AUTO_TEST_SUITE(gguf_sizes)

BOOST_AUTO_TEST_CASE(stock_files_have_the_size_that_the_rules_give)
{
    const std::vector<GgufSize> sizes = publishedSizes();
    for (const GgufSize& size : sizes) {
        BOOST_TEST_MESSAGE(size.model << ' ' << weightFormatName(size.format) << ": " << size.published << ' '
                                      << size.unit << ", computed " << size.computed << ", error "
                                      << 100 * size.error() << " %" << (size.stock ? "" : " (not stock)"));
    }
    BOOST_TEST_MESSAGE("median " << 100 * errorQuantile(sizes, 0.5) << " %, 90th percentile "
                                 << 100 * errorQuantile(sizes, 0.9) << " %, largest "
                                 << 100 * errorQuantile(sizes, 1) << " % of "
                                 << std::ranges::count_if(sizes, &GgufSize::stock) << " files");
    BOOST_TEST(errorQuantile(sizes, 0.5) <= 0.0005);
    BOOST_TEST(errorQuantile(sizes, 0.9) <= 0.003);
}

BOOST_AUTO_TEST_SUITE_END()
