// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/catalog.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

Catalog smallCatalog()
{
    Catalog catalog;
    for (const char* id : {"rtx-3090", "rtx-4090", "h100-sxm"}) {
        Accelerator card;
        card.info.id = PartId(id);
        catalog.accelerators.push_back(card);
    }
    Cpu cpu;
    cpu.info.id = PartId("epyc-9354");
    catalog.cpus.push_back(cpu);
    Cooler cooler;
    cooler.info.id = PartId("nh-d15");
    catalog.coolers.push_back(cooler);
    CompleteSystem system;
    system.info.id = PartId("dgx-spark");
    catalog.systems.push_back(system);
    ModelFacts model;
    model.id = ModelId("llama-3.3-70b-instruct");
    model.huggingFaceId = "meta-llama/Llama-3.3-70B-Instruct";
    catalog.models.push_back(model);
    model.id = ModelId("qwen3-32b");
    model.huggingFaceId.clear();
    catalog.models.push_back(model);
    return catalog;
}

} // namespace

BOOST_AUTO_TEST_SUITE(catalog)

BOOST_AUTO_TEST_CASE(a_part_is_found_with_its_category)
{
    const Catalog catalog = smallCatalog();
    const PartReference cooler = findAnyPart(catalog, PartId("nh-d15"));
    BOOST_REQUIRE(cooler.info != nullptr);
    BOOST_TEST((cooler.category == PartCategory::Cooler));
    BOOST_TEST(cooler.info == &catalog.coolers[0].info);
    BOOST_TEST((findAnyPart(catalog, PartId("dgx-spark")).category == PartCategory::System));
    BOOST_TEST(findAnyPart(catalog, PartId("nh-d16")).info == nullptr);
    BOOST_TEST(findAnyPart(catalog, PartId()).info == nullptr);
}

BOOST_AUTO_TEST_CASE(parts_are_counted_over_all_tables)
{
    // 3 accelerators + 1 CPU + 1 cooler + 1 system; models are no parts.
    BOOST_TEST(smallCatalog().partCount() == 6U);
    BOOST_TEST(Catalog().partCount() == 0U);
}

BOOST_AUTO_TEST_CASE(a_model_is_found_by_its_id_or_its_hugging_face_name)
{
    const Catalog catalog = smallCatalog();
    for (const char* name : {"llama-3.3-70b-instruct", "LLAMA-3.3-70B-Instruct",
                             "meta-llama/Llama-3.3-70B-Instruct", "meta-llama/llama-3.3-70b-instruct"}) {
        const auto found = findModel(catalog, name);
        BOOST_REQUIRE_MESSAGE(found.has_value(), name);
        BOOST_TEST((*found)->id.text() == "llama-3.3-70b-instruct");
    }
}

BOOST_AUTO_TEST_CASE(an_empty_name_is_not_the_model_without_a_hugging_face_name)
{
    BOOST_TEST(!findModel(smallCatalog(), "").has_value());
}

BOOST_AUTO_TEST_CASE(a_mistyped_model_is_an_error_that_names_the_closest)
{
    const auto found = findModel(smallCatalog(), "qwen3-23b");
    BOOST_REQUIRE(!found.has_value());
    BOOST_TEST(found.error().message ==
               "unknown model 'qwen3-23b': did you mean qwen3-32b or "
               "llama-3.3-70b-instruct?");
}

BOOST_AUTO_TEST_CASE(accelerators_and_cpus_are_found_in_their_own_tables)
{
    const Catalog catalog = smallCatalog();
    BOOST_TEST(findAccelerator(catalog, "RTX-4090").value() == &catalog.accelerators[1]);
    BOOST_TEST(findCpu(catalog, "epyc-9354").value() == &catalog.cpus[0]);
    BOOST_TEST(!findAccelerator(catalog, "epyc-9354").has_value());
    BOOST_TEST(findCpu(catalog, "rtx-4090").error().message ==
               "unknown cpu 'rtx-4090': did you mean epyc-9354?");
    BOOST_TEST(findAccelerator(Catalog(), "rtx-4090").error().message == "unknown accelerator 'rtx-4090'");
}

BOOST_AUTO_TEST_CASE(categories_have_the_names_of_the_command_line)
{
    BOOST_TEST(categoryName(PartCategory::Accelerator) == std::string("accelerator"));
    BOOST_TEST(categoryName(PartCategory::PowerSupply) == std::string("psu"));
    BOOST_TEST(categoryName(PartCategory::NetworkCard) == std::string("nic"));
    BOOST_TEST(categoryName(PartCategory::System) == std::string("system"));
}

BOOST_AUTO_TEST_SUITE_END()
