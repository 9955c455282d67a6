// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/build_file.h"

#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <fstream>

using namespace rigwright;

namespace {

template <class Part>
Part named(const char* id)
{
    Part part;
    part.info.id = PartId(id);
    return part;
}

Catalog catalog()
{
    Catalog catalog;
    catalog.accelerators = {named<Accelerator>("rtx-3090"), named<Accelerator>("rtx-4090")};
    catalog.cpus = {named<Cpu>("ryzen-5-7600")};
    catalog.memory = {named<MemoryKit>("ddr5-6000-2x32")};
    return catalog;
}

std::string errorOf(std::string_view json)
{
    const Expected<Build> build = parseBuild(catalog(), json);
    return build ? "no error" : build.error().message;
}

std::filesystem::path written(const TemporaryFolder& folder, const std::string& text)
{
    const std::filesystem::path path = folder.path() / "build.json";
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

} // namespace

BOOST_AUTO_TEST_SUITE(build_file)

BOOST_AUTO_TEST_CASE(part_and_quantity_are_enough)
{
    const Build build =
        parseBuild(
            catalog(),
            R"({"parts": [{"part": "rtx-3090", "quantity": 2}, {"part": "ryzen-5-7600", "quantity": 1}]})")
            .value();
    BOOST_TEST(build.lines.size() == 2U);
    BOOST_TEST((build.lines[0] == BuildLine{PartCategory::Accelerator, PartId("rtx-3090"), 2}));
    BOOST_TEST((build.lines[1] == BuildLine{PartCategory::Cpu, PartId("ryzen-5-7600"), 1}));
}

BOOST_AUTO_TEST_CASE(a_power_cap_is_read_and_a_strange_one_refused)
{
    const std::string parts = R"("parts": [{"part": "rtx-3090", "quantity": 1}])";
    BOOST_TEST((parseBuild(catalog(), "{" + parts + R"(, "power_cap_watts": 280})")->powerCap == 280_W));
    BOOST_TEST(!parseBuild(catalog(), "{" + parts + R"(, "power_cap_watts": null})")->powerCap.has_value());
    BOOST_TEST(!parseBuild(catalog(), "{" + parts + "}")->powerCap.has_value());
    for (const char* strange : {"0", "-5", "1e9", "\"280\"", "true", "[280]"}) {
        const std::string error = errorOf("{" + parts + ", \"power_cap_watts\": " + strange + "}");
        BOOST_TEST(error.starts_with("power_cap_watts: expected watts above 0, at most 100,000, got"), error);
    }
}

BOOST_AUTO_TEST_CASE(an_element_of_an_answer_is_read_and_the_catalog_knows_its_categories)
{
    const Build build = parseBuild(catalog(),
                                   "\xEF\xBB\xBF"
                                   R"({
        "id": "b-1", "price": {"amount": "3149.00", "currency": "USD"}, "fits": true, "findings": [],
        "parts": [{"category": "cpu", "part": "RTX-4090", "quantity": 1.0, "unit_price": {}, "source": "é"}]})")
                            .value();
    BOOST_TEST((build.lines == std::vector{BuildLine{PartCategory::Accelerator, PartId("rtx-4090"), 1}}));
}

BOOST_AUTO_TEST_CASE(a_part_of_two_lines_is_one_line)
{
    const Build build = parseBuild(catalog(), R"({"parts": [{"part": "rtx-3090", "quantity": 1},
        {"part": "rtx-4090", "quantity": 1}, {"part": "rtx-3090", "quantity": 3}]})")
                            .value();
    BOOST_TEST((build.lines ==
                std::vector{BuildLine{PartCategory::Accelerator, PartId("rtx-3090"), 4},
                            BuildLine{PartCategory::Accelerator, PartId("rtx-4090"), 1}}));
    BOOST_TEST(
        errorOf(
            R"({"parts": [{"part": "rtx-3090", "quantity": 999}, {"part": "rtx-3090", "quantity": 2}]})") ==
        "parts[1].quantity: more than 1000 of 'rtx-3090' together with an earlier line");
}

BOOST_AUTO_TEST_CASE(a_quantity_that_is_no_count_is_refused_by_its_key)
{
    const std::pair<const char*, const char*> rows[] = {
        {"-1", "-1"},        {"0", "0"},
        {"1001", "1001"},    {"2.5", "2.5"},
        {"1e300", "1e+300"}, {"\"2\"", "\"2\""},
        {"null", "null"},    {"true", "true"},
        {"[1]", "[1]"},      {"18446744073709551615", "18446744073709551615"},
    };
    for (const auto& [given, shown] : rows) {
        const std::string json =
            R"({"parts": [{"part": "rtx-3090", "quantity": 1}, {"part": "rtx-4090", "quantity": )" +
            std::string(given) + "}]}";
        BOOST_TEST(errorOf(json) ==
                   "parts[1].quantity: expected a whole number from 1 to 1000, got " + std::string(shown));
    }
    BOOST_TEST(errorOf(R"({"parts": [{"part": "rtx-3090"}]})") ==
               "parts[0].quantity: expected a whole number from 1 to 1000, got nothing");
}

BOOST_AUTO_TEST_CASE(an_unknown_part_gets_the_nearest_names)
{
    const std::string message = errorOf(R"({"parts": [{"part": "rtx-409", "quantity": 1}]})");
    BOOST_TEST(message.starts_with("parts[0].part: unknown part 'rtx-409': did you mean rtx-4090"), message);
    BOOST_TEST(
        errorOf("{\"parts\": [{\"part\": \"\\u001b[2Jx\\n\", \"quantity\": 1}]}").find_first_of("\x1b\n") ==
        std::string::npos);
}

BOOST_AUTO_TEST_CASE(wrong_types_are_refused_by_their_key)
{
    BOOST_TEST(errorOf("[]") == "expected an object with parts, got []");
    BOOST_TEST(errorOf("null") == "expected an object with parts, got null");
    BOOST_TEST(errorOf("{}") == "parts: expected a list with at least one part, got nothing");
    BOOST_TEST(errorOf(R"({"parts": []})") == "parts: expected a list with at least one part, got []");
    BOOST_TEST(errorOf(R"({"parts": {"a": 1}})") ==
               R"(parts: expected a list with at least one part, got {"a":1})");
    BOOST_TEST(errorOf(R"({"parts": [7]})") == "parts[0]: expected an object with part and quantity, got 7");
    BOOST_TEST(errorOf(R"({"parts": [{"part": 7, "quantity": 1}]})") ==
               "parts[0].part: expected the id of a part, got 7");
    BOOST_TEST(errorOf(R"({"parts": [{"quantity": 1}]})") ==
               "parts[0].part: expected the id of a part, got nothing");
    BOOST_TEST(errorOf(R"({"schema": "rigwright.builds/1", "builds": []})") ==
               "parts: missing; this is a list of builds: save one element of its builds");
}

BOOST_AUTO_TEST_CASE(a_long_value_is_shown_short)
{
    const std::string message = errorOf("\"" + std::string(100'000, 'x') + "\"");
    BOOST_TEST(message == "expected an object with parts, got \"" + std::string(39, 'x') + "…");
}

BOOST_AUTO_TEST_CASE(every_truncation_is_an_error_and_never_an_exception)
{
    const std::string whole = R"({"parts": [{"part": "rtx-3090", "quantity": 2, "note": "\"\\u00e9"}]})";
    BOOST_TEST(parseBuild(catalog(), whole).has_value());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        BOOST_TEST(!parseBuild(catalog(), whole.substr(0, length)).has_value(), "cut at " << length);
    }
}

BOOST_AUTO_TEST_CASE(what_is_not_json_is_located)
{
    BOOST_TEST(errorOf("{\"parts\":\n [{]}") == "not valid JSON at line 2, column 4");
    BOOST_TEST(errorOf("") == "not valid JSON at line 1, column 1");
    BOOST_TEST(errorOf("{\"parts\": 1e999}") == "not valid JSON: a number is out of range");
    BOOST_TEST(errorOf("{\"parts\": \"\xff\"}").starts_with("not valid JSON at line 1"));
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_refused_before_it_is_parsed)
{
    BOOST_TEST(errorOf(std::string(1'000'000, '[')) ==
               "nested more than 64 levels deep at line 1, column 65");
    // Brackets inside a text nest nothing.
    BOOST_TEST(parseBuild(catalog(),
                          R"({"note": "\")" + std::string(1000, '[') +
                              R"(", "parts": [{"part": "rtx-3090", "quantity": 1}]})")
                   .has_value());
}

BOOST_AUTO_TEST_CASE(too_many_lines_are_refused)
{
    std::string json = R"({"parts": [)";
    for (int i = 0; i < 1001; ++i) {
        json += std::string(i == 0 ? "" : ",") + R"({"part": "rtx-3090", "quantity": 1})";
    }
    BOOST_TEST(errorOf(json + "]}") == "parts: expected at most 1,000 lines, got 1,001");
}

BOOST_AUTO_TEST_CASE(an_error_in_a_file_begins_with_its_path)
{
    const TemporaryFolder folder;
    const auto path = written(folder, R"({"parts": [{"part": "rtx-3090", "quantity": -1}]})");
    BOOST_TEST(readBuildFile(catalog(), path).error().message ==
               path.string() + ": parts[0].quantity: expected a whole number from 1 to 1000, got -1");
    BOOST_TEST(readBuildFile(catalog(), folder.path()).error().message ==
               folder.path().string() + ": is a directory: expected a build file");
    const auto missing = folder.path() / "none.json";
    BOOST_TEST(readBuildFile(catalog(), missing).error().message ==
               missing.string() + ": can't be read: No such file or directory");
}

BOOST_AUTO_TEST_CASE(a_file_larger_than_16_mib_is_refused)
{
    const TemporaryFolder folder;
    const std::string json = R"({"parts": [{"part": "rtx-3090", "quantity": 1}]})";
    const std::size_t limit = std::size_t{16} << 20;
    BOOST_TEST(
        readBuildFile(catalog(), written(folder, json + std::string(limit - json.size(), ' '))).has_value());
    const auto path = written(folder, json + std::string(limit - json.size() + 1, ' '));
    BOOST_TEST(readBuildFile(catalog(), path).error().message ==
               path.string() + ": larger than 16 MiB: not a build file");
    // An endless file is read no further either.
    BOOST_TEST(readBuildFile(catalog(), "/dev/zero").error().message ==
               "/dev/zero: larger than 16 MiB: not a build file");
}

BOOST_AUTO_TEST_SUITE_END()
