// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/measurements/store.h"

#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <sstream>
#include <thread>

using namespace rigwright;

namespace {

DeviceCorrection correctionOf(const std::string& device, double decode, int count = 1)
{
    DeviceCorrection correction;
    correction.device = PartId(device);
    correction.count = count;
    correction.decode = decode;
    correction.runs = 2;
    correction.source = "bench \"1\".json";
    correction.date = {2026, 3, 1};
    return correction;
}

struct Fixture {
    TemporaryFolder folder;
    MeasurementStore store{folder.path() / "settings" / "measurements.json"};

    void write(const std::string& text) const
    {
        std::filesystem::create_directories(store.file().parent_path());
        std::ofstream(store.file(), std::ios::binary) << text;
    }
    [[nodiscard]] std::string text() const
    {
        std::ostringstream all;
        all << std::ifstream(store.file(), std::ios::binary).rdbuf();
        return all.str();
    }
    [[nodiscard]] std::string errorOf(const std::string& written) const
    {
        write(written);
        const auto kept = store.read();
        return kept ? "no error" : kept.error().message.substr(store.file().string().size() + 2);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(measurement_store, Fixture)

BOOST_AUTO_TEST_CASE(there_is_nothing_at_first)
{
    BOOST_TEST(store.read().value().empty());
    BOOST_TEST(!std::filesystem::exists(store.file()));
}

BOOST_AUTO_TEST_CASE(what_is_kept_is_read_again)
{
    DeviceCorrection full = correctionOf("rtx-3090", 1.0534612203641767);
    full.prefill = 0.25;
    full.engine = Engine::Vllm;
    full.count = 2;
    full.models = {ModelId("llama-3.1-8b"), ModelId("qwen3-8b")};
    BOOST_TEST(store.keep({full, correctionOf("epyc-9654", 0.9)}).has_value());
    BOOST_TEST((store.read().value() == std::vector{full, correctionOf("epyc-9654", 0.9)}));
}

BOOST_AUTO_TEST_CASE(a_new_measurement_takes_the_place_of_the_old_one)
{
    BOOST_TEST(store.keep({correctionOf("a", 1.1), correctionOf("a", 1.2, 2)}).has_value());
    BOOST_TEST(store.keep({correctionOf("a", 1.3)}).has_value());
    BOOST_TEST((store.read().value() == std::vector{correctionOf("a", 1.2, 2), correctionOf("a", 1.3)}));
}

BOOST_AUTO_TEST_CASE(what_is_removed_is_gone)
{
    BOOST_TEST(store.keep({correctionOf("a", 1.1), correctionOf("b", 1.2)}).has_value());
    const auto isA = [](const DeviceCorrection& correction) { return correction.device == PartId("a"); };
    BOOST_TEST(store.remove(isA).value() == 1);
    BOOST_TEST(store.remove(isA).value() == 0);
    BOOST_TEST((store.read().value() == std::vector{correctionOf("b", 1.2)}));
}

BOOST_AUTO_TEST_CASE(damage_is_told_and_never_written_over)
{
    const std::string cut = R"({"schema": "rigwright.measurements/1", "corrections": [)";
    BOOST_TEST(errorOf(cut).starts_with("not valid JSON at line 1"));
    const auto kept = store.keep({correctionOf("a", 1.1)});
    BOOST_REQUIRE(!kept);
    BOOST_TEST(kept.error().message.ends_with("; move the file away to start anew"));
    BOOST_TEST(text() == cut);
    BOOST_TEST(!store.remove([](const DeviceCorrection&) { return true; }).has_value());
    BOOST_TEST(text() == cut);
}

BOOST_AUTO_TEST_CASE(a_newer_file_is_left_to_the_newer_program)
{
    BOOST_TEST(errorOf(R"({"schema": "rigwright.measurements/2", "corrections": {}})") ==
               "written by a newer version of the program (rigwright.measurements/2)");
    BOOST_TEST(!store.keep({correctionOf("a", 1.1)}).has_value());
    BOOST_TEST(text().find("measurements/2") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(wrong_fields_are_named)
{
    const std::string start = R"({"schema": "rigwright.measurements/1", "corrections": [)";
    const std::string fields =
        R"("device": "a", "engine": "llama.cpp", "count": 1, "runs": 1, "source": "f", "date": "2026-01-01")";
    BOOST_TEST(errorOf(start + "{" + fields + "}]}") == "no error");
    BOOST_TEST(errorOf("[]") == "schema: expected 'rigwright.measurements/1', got nothing");
    BOOST_TEST(errorOf(R"({"schema": 1})") == "schema: expected 'rigwright.measurements/1', got 1");
    BOOST_TEST(errorOf(R"({"schema": "rigwright.measurements/1"})") ==
               "corrections: expected a list, got nothing");
    BOOST_TEST(errorOf(start + "7]}") == "corrections[0]: expected an object, got 7");
    BOOST_TEST(errorOf(start + "{}]}") == "corrections[0].device: expected a text, got nothing");
    BOOST_TEST(errorOf(start + "{" + fields + R"(, "decode": -1}]})") ==
               "corrections[0].decode: expected a factor above 0, got -1");
    BOOST_TEST(errorOf("") != "no error");
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_written_is_told)
{
    write("x");
    const MeasurementStore below(store.file() / "below" / "measurements.json");
    BOOST_TEST(!below.keep({correctionOf("a", 1.1)}).has_value());
    BOOST_TEST(text() == "x");
}

BOOST_AUTO_TEST_CASE(writers_at_once_lose_nothing)
{
    constexpr int kWriters = 8;
    constexpr int kEach = 10;
    {
        std::vector<std::jthread> writers;
        for (int writer = 0; writer < kWriters; ++writer) {
            writers.emplace_back([this, writer] {
                for (int i = 0; i < kEach; ++i) {
                    const std::string device = std::to_string(writer) + "-" + std::to_string(i);
                    if (!store.keep({correctionOf(device, 1.1)})) {
                        return;
                    }
                }
            });
        }
    }
    BOOST_TEST(store.read().value().size() == kWriters * kEach);
}

BOOST_AUTO_TEST_SUITE_END()
