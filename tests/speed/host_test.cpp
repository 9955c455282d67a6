// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/host.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

/// A Ryzen 9 7950X with two DDR5-5200 modules, by its data sheet.
Host desktop()
{
    Host host;
    host.cores = 16;
    host.baseGigahertz = 4.5;
    host.avx512 = true;
    host.bandwidth = memoryBandwidth(2, 5200);
    return host;
}

HostRates ratesOf(const Host& host, WeightFormat format = WeightFormat::Q4_K_M, bool experts = false)
{
    return hostRates(host, {format, experts, Bytes::mib(140)});
}

} // namespace

BOOST_AUTO_TEST_SUITE(host_rates)

BOOST_AUTO_TEST_CASE(a_host_never_beats_its_memory)
{
    for (const int cores : {0, 1, 8, 192}) {
        Host host = desktop();
        host.cores = cores;
        BOOST_TEST(ratesOf(host).bandwidth.value() < host.bandwidth->value());
    }
}

BOOST_AUTO_TEST_CASE(few_cores_leave_bandwidth_unused)
{
    Host host = desktop();
    host.bandwidth = memoryBandwidth(12, 6400);
    const double many = ratesOf(host).bandwidth.value();
    host.cores = 2;
    BOOST_TEST(ratesOf(host).bandwidth.value() < many / 3);
}

/// Seconds for one token of 32 layers that read so much each.
double tokenTime(const Host& host, Bytes perLayer)
{
    const HostRates rates = hostRates(host, {WeightFormat::Q4_K_M, false, perLayer});
    return ((perLayer / rates.bandwidth + rates.perLayer) * 32).value();
}

BOOST_AUTO_TEST_CASE(faster_memory_is_never_slower)
{
    for (const int cores : {0, 16, 192}) {
        for (const double mib : {2.0, 20.0, 140.0, 1000.0}) {
            double last = 1e9;
            for (const double gigabytes : {10.0, 50.0, 90.0, 205.0, 461.0, 614.0, 1229.0}) {
                Host host = desktop();
                host.cores = cores;
                host.bandwidth = BytesPerSecond::gb(gigabytes);
                const double time = tokenTime(host, Bytes::mib(mib));
                BOOST_TEST(time <= last * (1 + 1e-9));
                last = time;
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(more_channels_read_faster)
{
    double last = 0;
    for (const int speed : {2666, 3200, 4800, 5600, 6400}) {
        Host host = desktop();
        host.bandwidth = memoryBandwidth(2, speed);
        const double rate = ratesOf(host).bandwidth.value();
        BOOST_TEST(rate > last);
        last = rate;
    }
}

// llama.cpp, Llama 3.1 70B in F16 on two EPYC 9175F: 2.40 tokens/s as pages fall, 4.31 with each socket's beside it.
BOOST_AUTO_TEST_CASE(two_sockets_gain_from_placed_pages)
{
    Host host = desktop();
    host.sockets = 2;
    const double anywhere = ratesOf(host).bandwidth.value();
    host.pagesPlaced = true;
    const double gain = ratesOf(host).bandwidth.value() / anywhere;
    BOOST_TEST(gain > 1.3);
    BOOST_TEST(gain < 1.9);
}

// 16 cores at 4.5 + 1.2 GHz with 96 8-bit operations a cycle: 8.755 TOPS; without AVX-512 64 of them: 5.837.
BOOST_AUTO_TEST_CASE(matrices_multiply_by_cores_clock_and_vectors)
{
    Host host = desktop();
    BOOST_TEST(hostMatrixPeak(host, WeightFormat::Q4_K_M)->inTera() == 8.7552,
               boost::test_tools::tolerance(1e-9));
    host.avx512 = false;
    BOOST_TEST(hostMatrixPeak(host, WeightFormat::Q4_K_M)->inTera() == 5.8368,
               boost::test_tools::tolerance(1e-9));
    host.cores = 0;
    BOOST_TEST(!hostMatrixPeak(host, WeightFormat::Q4_K_M).has_value());
    BOOST_TEST(ratesOf(host).matrix.has_value()); // guessed from the bandwidth
    host.bandwidth.reset();
    BOOST_TEST(!ratesOf(host).matrix.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
