// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/substitution.h"

#include "bom/quotes/quote_fixture.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;
using namespace rigwright::test;

namespace {

std::string found(const char* words, const char* partNumber = "")
{
    const SubstituteSearch search = findSubstitute(quoteCatalog(), words, partNumber);
    if (search.part) {
        return search.part->text();
    }
    return std::to_string(search.candidates.size());
}

} // namespace

BOOST_AUTO_TEST_SUITE(quote_substitutes)

BOOST_AUTO_TEST_CASE(a_part_is_found_by_id_part_number_or_name)
{
    BOOST_TEST(found("big-card") == "big-card");
    BOOST_TEST(found("Big-Card") == "big-card");
    BOOST_TEST(found("bc 24") == "big-card");
    BOOST_TEST(found("Big Card") == "big-card");
    BOOST_TEST(found("ACME, Big Card") == "big-card");
    BOOST_TEST(found("the bigger one", "BC-24") == "big-card");
    BOOST_TEST(found("twin") == "2");
    BOOST_TEST(found("Twin 2") == "0");
    BOOST_TEST(found("Big Card XL") == "0");
    BOOST_TEST(found("?") == "0");
}

BOOST_AUTO_TEST_CASE(a_part_number_among_words_counts_where_it_is_long_enough_to_be_one)
{
    Catalog catalog = quoteCatalog();
    catalog.accelerators[1].info.partNumber = "AX-5000/24";
    catalog.accelerators[2].info.partNumber = "4090";
    const auto search = [&](const char* words) { return findSubstitute(catalog, words, "").part; };
    BOOST_TEST((search("Acme AX-5000/24 (bulk)") == PartId("big-card")));
    BOOST_TEST(!search("Acme AX-5000/240"));
    BOOST_TEST(!search("RTX 4090 something"));
}

BOOST_AUTO_TEST_CASE(a_substitute_is_kept_in_the_suppliers_words)
{
    const QuoteImport known = answerOf({{"unit_price", "700"}, {"substitute", "Acme Big Card"}});
    BOOST_TEST(known.notes.empty());
    BOOST_TEST((known.quote.lines.at(0).substitute == PartId("big-card")));
    BOOST_TEST(known.quote.lines.at(0).offered == "Acme Big Card");
    const QuoteImport unknown = answerOf({{"unit_price", "700"}, {"substitute", "Other Maker X1"}});
    BOOST_TEST((noteIds(unknown) == std::vector<std::string>{"quote-substitute-unknown"}));
    BOOST_TEST(!unknown.quote.lines.at(0).substitute);
    BOOST_TEST(unknown.quote.lines.at(0).offered == "Other Maker X1");
    const QuoteImport unclear = answerOf({{"unit_price", "700"}, {"substitute", "Twin"}});
    BOOST_TEST(unclear.notes.at(0).finding.message().find("twin-1, twin-2") != std::string::npos);
    const QuoteImport same = answerOf({{"unit_price", "700"}, {"substitute", "PN-A"}});
    BOOST_TEST(same.notes.empty());
    BOOST_TEST(same.quote.lines.at(0).offered == "");
}

BOOST_AUTO_TEST_CASE(a_part_number_of_another_part_is_asked_about)
{
    const QuoteImport other = answerOf({{"unit_price", "700"}, {"offered_part_number", "BC-24"}});
    BOOST_TEST((noteIds(other) == std::vector<std::string>{"quote-other-part"}));
    BOOST_TEST(other.quote.lines.empty());
    const QuoteImport variant = answerOf({{"unit_price", "700"}, {"offered_part_number", "PN-A-BULK"}});
    BOOST_TEST((noteIds(variant) == std::vector<std::string>{"quote-part-number"}));
    BOOST_TEST(variant.quote.lines.at(0).partNumber == "PN-A-BULK");
}

BOOST_AUTO_TEST_SUITE_END()
