// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text.h"

#include "ui/model_section.h"
#include "ui/window/speaking.h"
#include "ui/window/test_window.h"

using namespace rigwright;

namespace {

Range<TokensPerSecond> range(double low, double high)
{
    return {TokensPerSecond(low), TokensPerSecond((low + high) / 2), TokensPerSecond(high)};
}

} // namespace

BOOST_AUTO_TEST_SUITE(text)

BOOST_AUTO_TEST_CASE(money_is_grouped_and_whole_from_a_hundred_on)
{
    const Speaking english(QStringLiteral("en"));
    BOOST_TEST(moneyText(Money(193'449, Currency::usd())) == QStringLiteral("$1,934"));
    BOOST_TEST(moneyText(Money(1'249, Currency::usd())) == QStringLiteral("$12.49"));
    BOOST_TEST(exactMoneyText(Money(193'449, Currency::usd())) == QStringLiteral("$1,934.49"));
    BOOST_TEST(moneyText(Money(-50'000, Currency::usd())) == QStringLiteral("−$500"));
}

BOOST_AUTO_TEST_CASE(ranges_of_one_reading_are_one_figure)
{
    const Speaking english(QStringLiteral("en"));
    BOOST_TEST(rangeText(range(27.2, 36.4)) == QStringLiteral("27–36"));
    BOOST_TEST(rangeText(range(9.94, 20.1)) == QStringLiteral("9.9–20"));
    BOOST_TEST(rangeText(range(5.01, 5.04)) == QStringLiteral("5.0"));
}

BOOST_AUTO_TEST_CASE(memory_is_labelled_gib_and_capacities_are_plain)
{
    const Speaking english(QStringLiteral("en"));
    BOOST_TEST(memoryText(Bytes::gib(22.14)) == QStringLiteral("22.1 GiB"));
    BOOST_TEST(capacityText(24_GiB) == QStringLiteral("24 GiB"));
    BOOST_TEST(capacityText(Bytes::gib(23.6)) == QStringLiteral("23.6 GiB"));
    BOOST_TEST(diskText(Bytes::gb(2000)) == QStringLiteral("2 TB"));
    BOOST_TEST(diskText(Bytes::gb(960)) == QStringLiteral("960 GB"));
}

BOOST_AUTO_TEST_CASE(ages_are_counted_in_words_with_plurals)
{
    const Speaking english(QStringLiteral("en"));
    const Date today{2026, 11, 21};
    BOOST_TEST(ageText(Date{2026, 11, 21}, today) == QStringLiteral("of today"));
    BOOST_TEST(ageText(Date{2026, 11, 20}, today) == QStringLiteral("1 day old"));
    BOOST_TEST(ageText(Date{2026, 11, 1}, today) == QStringLiteral("20 days old"));
    // 21 July to 21 November: 123 days.
    BOOST_TEST(priceAgeText(Date{2026, 7, 21}, today) == QStringLiteral("prices 4 months old"));
    BOOST_TEST(ageText(Date{2023, 11, 1}, today) == QStringLiteral("3 years old"));
}

BOOST_AUTO_TEST_CASE(parameters_are_counted_as_each_language_counts)
{
    {
        const Speaking english(QStringLiteral("en"));
        BOOST_TEST(parametersText(32'763'876'352) == QStringLiteral("32.8 B parameters"));
        BOOST_TEST(parametersText(671'026'419'200) == QStringLiteral("671 B parameters"));
        BOOST_TEST(parametersText(134'515'008) == QStringLiteral("135 M parameters"));
    }
    const Speaking chinese(QStringLiteral("zh_CN"));
    BOOST_TEST(parametersText(32'763'876'352) == QStringLiteral("328 亿参数"));
    BOOST_TEST(parametersText(671'026'419'200) == QStringLiteral("6,710 亿参数"));
}

BOOST_AUTO_TEST_CASE(a_finding_is_translated_before_its_figures_go_in)
{
    const Finding finding{"layers-on-host",
                          Severity::Warning,
                          "{host} of {all} layers stay in RAM; the CPU computes them.",
                          {{"host", "12"}, {"all", "64"}}};
    const Speaking chinese(QStringLiteral("zh_CN"));
    BOOST_TEST(findingText(finding) == QStringLiteral("64 层中有 12 层放在内存，由 CPU 计算。"));
}

BOOST_AUTO_TEST_CASE(the_facts_of_a_model_fit_in_a_line)
{
    const Speaking english(QStringLiteral("en"));
    ModelFacts facts;
    facts.parameters = 32'763'876'352;
    facts.layers = 64;
    facts.heads = 40;
    facts.kvHeads = 8;
    BOOST_TEST(modelFactsText(facts) == QStringLiteral("32.8 B parameters · 64 layers · GQA 40/8"));
    facts.attention = AttentionKind::Mla;
    facts.experts = 256;
    facts.expertsPerToken = 8;
    BOOST_TEST(modelFactsText(facts) == QStringLiteral("32.8 B parameters · 64 layers · MLA · MoE 256 × 8"));
}

BOOST_AUTO_TEST_CASE(a_range_of_times_keeps_its_two_ends_apart)
{
    const auto text = [](double low, double high) {
        return secondsRangeText({Seconds(low), Seconds(low), Seconds(high)});
    };
    BOOST_TEST(text(0.4, 0.6) == QStringLiteral("0.4–0.6 s"));
    BOOST_TEST(text(0.074, 0.139) == QStringLiteral("74–139 ms"));
    BOOST_TEST(text(0.010, 0.012) == QStringLiteral("10–12 ms"));
    BOOST_TEST(text(2, 2) == QStringLiteral("2.0 s"));
    BOOST_TEST(text(12, 30) == QStringLiteral("12–30 s"));
}

BOOST_AUTO_TEST_SUITE_END()
