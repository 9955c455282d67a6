// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_models.h"
#include "speed/loading.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

Hardware withCard(double storageGigabytes)
{
    Accelerator card;
    card.info.name = "card";
    card.memory = 24_GiB;
    card.bandwidth = BytesPerSecond::gb(1000);
    card.fp16 = FlopsPerSecond::tera(100);
    card.pcieGeneration = 4;
    card.pcieLanes = 16;
    Hardware hardware;
    hardware.accelerators.push_back({card, 1, {}, {}});
    hardware.host.memory = 64_GiB;
    if (storageGigabytes > 0) {
        hardware.storageRead = BytesPerSecond::gb(storageGigabytes);
    }
    return hardware;
}

LoadingEstimate loadingOf(const Hardware& hardware, Engine engine = Engine::LlamaCpp)
{
    Workload workload;
    workload.engine = engine;
    workload.weights = engine == Engine::LlamaCpp ? WeightFormat::Q4_K_M : WeightFormat::Fp16;
    const QuantizedModel model = quantize(known::llama31_8b(), workload.weights).value();
    return estimateLoading(model, workload, hardware, planMemory(model, workload, hardware));
}

} // namespace

BOOST_AUTO_TEST_SUITE(loading)

// Llama 3.1 8B in Q4_K_M is a file of 4.92 GB; a SATA drive of 0.55 GB/s reads it in at least 8.9 s.
BOOST_AUTO_TEST_CASE(a_slow_drive_binds)
{
    const LoadingEstimate estimate = loadingOf(withCard(0.55));
    BOOST_REQUIRE(estimate.cold.has_value());
    BOOST_TEST(estimate.cold->low.value() > 8.9);
    BOOST_TEST(loadingBoundName(estimate.coldTime->bound()) == "storage");
    BOOST_TEST(estimate.warm.mid.value() < estimate.cold->mid.value());
}

BOOST_AUTO_TEST_CASE(a_faster_drive_is_never_slower)
{
    double last = 1e9;
    for (const double gigabytes : {0.2, 0.55, 3.5, 7.0, 14.0}) {
        const LoadingEstimate estimate = loadingOf(withCard(gigabytes));
        BOOST_TEST(estimate.cold->mid.value() <= last);
        BOOST_TEST(estimate.cold->low.value() <= estimate.cold->mid.value());
        BOOST_TEST(estimate.cold->mid.value() <= estimate.cold->high.value());
        last = estimate.cold->mid.value();
    }
}

BOOST_AUTO_TEST_CASE(an_unknown_drive_leaves_the_cold_start_open)
{
    const LoadingEstimate estimate = loadingOf(withCard(0));
    BOOST_TEST(!estimate.cold.has_value());
    BOOST_TEST(estimate.warm.mid.value() > 0);
}

// vLLM's own log of an 8 B model in 16 bits: engine start alone 91 s with graphs compiled anew, 34 s from its cache.
BOOST_AUTO_TEST_CASE(a_server_mostly_compiles)
{
    const LoadingEstimate estimate = loadingOf(withCard(7), Engine::Vllm);
    BOOST_TEST(loadingBoundName(estimate.coldTime->bound()) == "engine-start");
    BOOST_TEST(estimate.cold->low.value() < 91);
    BOOST_TEST(estimate.cold->high.value() > 91);
}

BOOST_AUTO_TEST_CASE(files_larger_than_ram_do_not_stay_in_the_page_cache)
{
    Hardware hardware = withCard(7);
    BOOST_TEST(loadingOf(hardware).fitsPageCache);
    hardware.host.memory = 4_GiB;
    BOOST_TEST(!loadingOf(hardware).fitsPageCache);
}

BOOST_AUTO_TEST_CASE(a_drive_reads_as_its_maker_or_its_interface_says)
{
    Drive drive;
    BOOST_TEST(!storageRead(drive).has_value());
    drive.driveInterface = "SATA";
    BOOST_TEST(storageRead(drive)->inGb() == 0.55);
    drive.driveInterface = "NVMe";
    drive.pcieGeneration = 5;
    BOOST_TEST(storageRead(drive)->inGb() == 12.0);
    drive.sequentialRead = BytesPerSecond::gb(14.5);
    BOOST_TEST(storageRead(drive)->inGb() == 14.5);
}

BOOST_AUTO_TEST_SUITE_END()
