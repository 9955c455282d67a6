// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign_fixture.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;

namespace {

const std::filesystem::path kSamples = std::filesystem::path(RIGWRIGHT_TEST_DATA) / "imports" / "models.dev";

const ApiOffer& offerOf(const ImportPreview& preview, const std::string& id)
{
    const auto found = std::ranges::find(preview.changes.apiOffers, id, &ApiOffer::id);
    BOOST_REQUIRE_MESSAGE(found != preview.changes.apiOffers.end(), id);
    return *found;
}

ImportPreview ofFile(std::string_view content)
{
    return previewOf("acme__model-1.toml", content, smallView());
}

} // namespace

BOOST_AUTO_TEST_SUITE(import_models_dev)

// providers/deepinfra/models/openai/gpt-oss-20b.toml: 0.03 in, 0.14 out, a context of 131,072 tokens.
BOOST_AUTO_TEST_CASE(a_file_of_the_tree_is_an_offer)
{
    const ImportPreview preview = foreignPreview(kSamples / "providers", smallView());
    BOOST_TEST(preview.rows == 4);
    BOOST_TEST(preview.changes.apiOffers.size() == 4U);
    BOOST_TEST(problemsOf(preview) == "");
    const ApiOffer& offer = offerOf(preview, "deepinfra-openai-gpt-oss-20b");
    BOOST_TEST(offer.provider == "deepinfra");
    BOOST_TEST(offer.providerModel == "openai/gpt-oss-20b");
    BOOST_TEST(offer.modelName == "GPT OSS 20B");
    BOOST_TEST(offer.model.text() == "gpt-oss-20b");
    BOOST_TEST(offer.family == "gpt-oss");
    BOOST_TEST(!offer.aggregator);
    BOOST_TEST(offer.input.decimal() == "0.03");
    BOOST_TEST(offer.output.decimal() == "0.14");
    BOOST_TEST(!offer.cachedInput.has_value());
    BOOST_TEST(offer.context.value() == 131'072);
    BOOST_TEST(offer.maxOutput.value() == 16'384);
    BOOST_TEST(offer.source == "models.dev providers/deepinfra/models/openai/gpt-oss-20b.toml");
    BOOST_TEST(offer.date.iso() == "2026-10-01");
    BOOST_TEST(preview.notes.back() == "The files say no day for the prices: they count as of 2026-10-01.");
}

// The file has no name; models/deepseek/deepseek-v4-flash.toml beside the providers has. Its own limit counts before the base's.
BOOST_AUTO_TEST_CASE(what_a_file_leaves_out_its_base_says)
{
    const ImportPreview preview = foreignPreview(kSamples / "providers", smallView());
    const ApiOffer& offer = offerOf(preview, "deepinfra-deepseek-ai-deepseek-v4-flash");
    BOOST_TEST(offer.modelName == "DeepSeek V4 Flash");
    BOOST_TEST(offer.model.text() == "deepseek-v4-flash");
    BOOST_TEST(offer.input.decimal() == "0.10");
    BOOST_TEST(offer.cachedInput->decimal() == "0.02");
    BOOST_TEST(offer.context.value() == 1'048'576);
}

// 0.0028 USD a million cached tokens: 2,800 millionths.
BOOST_AUTO_TEST_CASE(small_prices_are_exact)
{
    const ImportPreview preview = foreignPreview(kSamples / "providers", smallView());
    const ApiOffer& offer = offerOf(preview, "deepseek-deepseek-reasoner");
    BOOST_TEST(offer.cachedInput->micros() == 2'800);
    BOOST_TEST(offer.context.value() == 1'000'000);
    BOOST_TEST(offer.model.empty());
    BOOST_TEST(offer.family == "deepseek-thinking");
}

// Fireworks calls it glm-5p1 and, as its name, "GLM 5.1": the catalog's id without its signs.
BOOST_AUTO_TEST_CASE(a_model_is_known_by_its_whole_name)
{
    const ImportPreview preview = foreignPreview(kSamples / "providers", smallView());
    BOOST_TEST(offerOf(preview, "fireworks-ai-accounts-fireworks-models-glm-5p1").model.text() == "glm-5.1");
}

BOOST_AUTO_TEST_CASE(a_name_with_the_slashes_flattened_says_provider_and_model)
{
    const ImportPreview preview =
        foreignPreview(kSamples / "deepinfra__openai--gpt-oss-120b.toml", smallView());
    BOOST_TEST(offerOf(preview, "deepinfra-openai-gpt-oss-120b").providerModel == "openai/gpt-oss-120b");
    BOOST_TEST(offerOf(preview, "deepinfra-openai-gpt-oss-120b").output.decimal() == "0.19");
}

BOOST_AUTO_TEST_CASE(a_file_without_a_name_is_called_by_its_model)
{
    BOOST_TEST(
        ofFile("base_model = 'x/y'\n[cost]\ninput = 1\noutput = 2\n").changes.apiOffers.front().modelName ==
        "model-1");
}

BOOST_AUTO_TEST_CASE(aggregators_are_marked)
{
    const ImportPreview preview =
        previewOf("openrouter__a--b.toml", "[cost]\ninput = 1\noutput = 2\n", smallView());
    BOOST_TEST(offerOf(preview, "openrouter-a-b").aggregator);
}

BOOST_AUTO_TEST_CASE(a_model_without_a_price_is_passed_over)
{
    const auto noteOf = [](std::string_view content) {
        const ImportPreview preview = ofFile(content);
        BOOST_TEST(preview.passedOver == 1);
        BOOST_TEST(preview.changes.empty());
        BOOST_TEST(problemsOf(preview) == "");
        return preview.notes.front();
    };
    const std::string none = "1 models have no price, or none for input or output: passed over";
    BOOST_TEST(noteOf("name = 'a'\n") == none);
    BOOST_TEST(noteOf("[cost]\ninput = 1\n") == none);
    BOOST_TEST(noteOf("[cost]\ninput = 0\noutput = 0.0\n") ==
               "1 models cost nothing, for a time or within limits: passed over");
}

BOOST_AUTO_TEST_CASE(prices_by_length_are_told)
{
    const ImportPreview preview =
        ofFile("[cost]\ninput = 1\noutput = 2\n[cost.context_over_200k]\ninput = 2\noutput = 4\n");
    BOOST_TEST(preview.changes.apiOffers.front().input.decimal() == "1.00");
    BOOST_TEST(preview.notes.front() ==
               "1 models cost more for long prompts or at some hours: only the plain price is read");
}

BOOST_AUTO_TEST_CASE(a_bad_figure_is_told_by_its_name)
{
    const auto problemOf = [](std::string_view content) { return problemsOf(ofFile(content)); };
    const std::string file = "acme__model-1.toml:";
    BOOST_TEST(problemOf("[cost]\ninput = '1'\noutput = 2\n") == file + "cost.input: expected a number");
    BOOST_TEST(problemOf("[cost]\ninput = 1\noutput = -2\n") ==
               file + "cost.output: expected US dollars a million tokens, from 0.000001 to 100000");
    BOOST_TEST(problemOf("[cost]\ninput = 1e300\noutput = 2\n") ==
               file + "cost.input: expected US dollars a million tokens, from 0.000001 to 100000");
    BOOST_TEST(problemOf("[cost]\ninput = 1\noutput = 2\n[limit]\ncontext = 'much'\n") ==
               file + "limit.context: expected tokens from 1 to 1000000000");
}

BOOST_AUTO_TEST_CASE(what_is_no_toml_is_one_clear_problem)
{
    const auto problemOf = [](std::string_view content) { return problemsOf(ofFile(content)); };
    const std::string file = "acme__model-1.toml: not ";
    BOOST_TEST(problemOf("[cost\n").starts_with(file + "valid TOML: "));
    BOOST_TEST(problemOf("a = 1\na = 2\n").starts_with(file + "valid TOML: "));
    BOOST_TEST(problemOf("a = 99999999999999999999\n").starts_with(file + "valid TOML: "));
    BOOST_TEST(problemOf("a = " + std::string(100'000, '[')) ==
               file + "taken as TOML: opens more than 500 lists and tables");
    BOOST_TEST(problemOf("a = \"\xff\"\n").starts_with("acme__model-1.toml: "));
}

BOOST_AUTO_TEST_CASE(a_file_whose_path_says_no_provider_is_a_problem)
{
    const ImportPreview preview = previewOf("model.toml", "[cost]\ninput = 1\noutput = 2\n", smallView());
    BOOST_TEST(problemsOf(preview) ==
               "model.toml: expected a file providers/<provider>/models/<model>.toml, or "
               "<provider>__<model>.toml: the "
               "path says whose price it is");
}

BOOST_AUTO_TEST_CASE(the_same_prices_twice_change_nothing_the_second_time)
{
    const CatalogView before = smallView();
    const ImportPreview first = foreignPreview(kSamples / "providers", before);
    const ImportPreview second = foreignPreview(kSamples / "providers", withOffers(before, first.changes));
    BOOST_TEST(second.changes.empty());
    BOOST_TEST(second.unchanged == 4);
}

BOOST_AUTO_TEST_CASE(the_user_can_stop_it)
{
    const Expected<ImportPreview> stopped =
        importOf(kSamples / "providers", smallView(), [](std::int64_t, std::int64_t) { return false; });
    BOOST_TEST_REQUIRE(!stopped.has_value());
    BOOST_TEST(stopped.error().message == "the import was stopped; nothing has changed");
}

BOOST_AUTO_TEST_SUITE_END()
