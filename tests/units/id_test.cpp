// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/id.h"

#include <boost/test/unit_test.hpp>

#include <concepts>
#include <type_traits>
#include <unordered_set>

using namespace rigwright;

namespace {

template <class A, class B>
concept Comparable = requires(A a, B b)
{
    a == b;
};

} // namespace

BOOST_AUTO_TEST_SUITE(id)

BOOST_AUTO_TEST_CASE(ids_compare_by_their_text)
{
    BOOST_TEST((PartId("rtx-4090") == PartId("rtx-4090")));
    BOOST_TEST((PartId("rtx-3090") < PartId("rtx-4090")));
    BOOST_TEST(PartId("rtx-4090").text() == "rtx-4090");
    BOOST_TEST(PartId().empty());
    BOOST_TEST(!PartId("rtx-4090").empty());
}

BOOST_AUTO_TEST_CASE(an_id_is_a_key_of_a_hashed_set)
{
    const std::unordered_set<PartId> owned{PartId("rtx-4090"), PartId("rtx-4090"), PartId("rtx-3090")};
    BOOST_TEST(owned.size() == 2U);
    BOOST_TEST(owned.contains(PartId("rtx-3090")));
}

BOOST_AUTO_TEST_CASE(a_model_is_never_taken_for_a_part)
{
    BOOST_TEST((Comparable<PartId, PartId>));
    BOOST_TEST((!Comparable<PartId, ModelId>));
    BOOST_TEST((!std::convertible_to<ModelId, PartId>));
    BOOST_TEST((!std::convertible_to<std::string, PartId>));
    BOOST_TEST((!std::is_assignable_v<PartId&, ModelId>));
}

BOOST_AUTO_TEST_SUITE_END()
