#include "comparison/rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "comparison/score_rules.hpp"
#include "comparison/sentences.hpp"

namespace comparison {
namespace {

using measures::ConcernWhen;
using measures::Kind;
using measures::Scale;

Measure measure(Kind kind, Scale scale, int least = 1, int most = 5) {
    return {
        .id = MeasureId::make(Instant{}),
        .definition = {
            .kind = kind,
            .name = "How it goes",
            .least = least * 100,
            .most = most * 100,
            .step = 100,
            .concern_when = ConcernWhen::low,
            .scale = scale}};
}

std::vector<std::optional<int>> scores(std::initializer_list<int> points) {
    std::vector<std::optional<int>> all;
    for (int const point : points) all.emplace_back(point * 100);
    return all;
}

InClass in_class(std::vector<InClass::OfMeasure> measures) {
    return {
        .class_id = ClassId::make(Instant{}),
        .class_name = "4B",
        .taken_on = {},
        .measures = std::move(measures)};
}

InClass::OfMeasure rated(int own, std::vector<std::optional<int>> others, Kind kind = Kind::behaviour) {
    return {.measure = measure(kind, Scale::single_rating), .own = own * 100, .others = std::move(others)};
}

InClass::OfMeasure summed(int own, std::vector<std::optional<int>> others, Kind kind = Kind::achievement) {
    return {
        .measure = measure(kind, Scale::several_items, 0, 200),
        .own = own * 100,
        .others = std::move(others)};
}

bool has(Comparison const& comparison, Caution caution) {
    return std::ranges::find(comparison.cautions, caution) != comparison.cautions.end();
}

bool says(Comparison const& comparison, std::string_view words) {
    return std::ranges::any_of(what_it_does_not_say(comparison, "Sam"), [&](std::string const& one) {
        return one.find(words) != std::string::npos;
    });
}

// Of the same ratings again and again, as many as a class of this size has beside the child.
std::vector<std::optional<int>> ratings(std::size_t count) {
    std::vector<std::optional<int>> all;
    for (std::size_t i = 0; i < count; ++i) all.emplace_back(i % 5 == 0 ? 300 : i % 2 == 0 ? 400 : 500);
    return all;
}

// Classes of twenty ordinary pupils on one measure, the same ones each time.
std::vector<OtherClass> other_classes(std::size_t count, int most = 5) {
    std::mt19937_64 random(11);  // NOLINT(cert-msc51-cpp): the same classes each time
    std::vector<OtherClass> all(count);
    for (auto& one : all)
        for (int i = 0; i < 20; ++i)
            one.pupils.push_back({.scores = {100 * std::uniform_int_distribution<>(most / 2, most)(random)}});
    return all;
}

TEST(Comparison, of_a_named_pupil_rests_on_other_classes_where_there_are_enough) {
    auto const enough = other_classes(5), few = other_classes(4);
    auto const own = in_class({rated(1, ratings(19))});
    auto const found = compared(own, enough);
    EXPECT_EQ(found.basis, Basis::other_classes);
    EXPECT_EQ(found.reference_pupils, 100);
    EXPECT_EQ(found.reference_classes, 5);
    EXPECT_EQ(found.unusual, Unusual::very_unusual);
    EXPECT_NE(compared(own, few).basis, Basis::other_classes);
}

TEST(Comparison, beside_other_classes_says_what_share_of_pupils_may_be_as_far) {
    auto const found = compared(in_class({rated(1, ratings(19))}), other_classes(5));
    EXPECT_EQ(found.as_far, 0);
    ASSERT_TRUE(found.share);
    EXPECT_EQ(found.share->low, 0);
    EXPECT_NEAR(found.share->high, 1 - std::pow(0.025, 0.01), 1e-9);
    auto const said = share_in_words(found, "Sam");
    EXPECT_TRUE(said.starts_with(
        "None of 100 ordinary pupils of other classes is as far; with Sam counted in, 1 of 101."
    )) << said;
    EXPECT_NE(said.find("anything from 0 to 3.6 in 100"), std::string::npos);
}

TEST(Comparison, says_of_nobody_above_the_class_that_they_are_below_it) {
    std::vector<std::optional<int>> equal(19, 400);
    auto classes = other_classes(5);
    for (auto& other : classes)
        for (std::size_t i = 0; i < other.pupils.size(); ++i)
            other.pupils[i].scores = {i == 0 ? std::optional(200) : i < 4 ? std::optional(500) : 400};
    auto const found = compared(in_class({rated(5, equal)}), classes);
    ASSERT_EQ(found.basis, Basis::other_classes);
    EXPECT_LE(found.index, 0);
    EXPECT_EQ(first_sentence(found, "Sam").find("below"), std::string::npos);
}

TEST(Comparison, names_the_measure_that_makes_the_index_where_one_alone_does) {
    auto const beside_two = [](int behaviour, int progress) {
        std::mt19937_64 random(11);  // NOLINT(cert-msc51-cpp): the same classes each time
        std::uniform_int_distribution<> ratings_given(2, 5);
        std::vector<OtherClass> classes(8);
        for (auto& one : classes)
            for (int i = 0; i < 20; ++i)
                one.pupils.push_back({.scores = {100 * ratings_given(random), 100 * ratings_given(random)}});
        return compared(
            in_class({rated(behaviour, ratings(25)), rated(progress, ratings(25), Kind::progress)}), classes
        );
    };
    auto const alone = beside_two(2, 5);
    EXPECT_EQ(alone.furthest_in, std::vector<std::size_t>{0});
    EXPECT_NE(first_sentence(alone, "Mo").find("as Mo is below this one in behaviour."), std::string::npos);
    EXPECT_TRUE(what_is_counted(alone, "Mo").ends_with("whichever is further: for Mo that is in behaviour."));
    auto const together = beside_two(2, 2);
    EXPECT_TRUE(together.furthest_in.empty());
    EXPECT_NE(first_sentence(together, "Mo").find("as Mo is below this one."), std::string::npos);
    EXPECT_TRUE(what_is_counted(together, "Mo").ends_with("for Mo that is all together."));
    auto const above = beside_two(5, 5);
    EXPECT_TRUE(above.furthest_in.empty()) << "there is nothing to explain of a child who does not stand out";
    EXPECT_EQ(what_is_counted(above, "Mo"), "");
}

TEST(ComparisonInWords, counts_one_by_one_what_is_rarer_than_one_in_a_hundred_and_says_who_is_counted_in) {
    EXPECT_EQ(counted_pupils(1.0 / 231, 230), "None of 230 ordinary pupils of other classes is");
    EXPECT_EQ(counted_pupils(2.0 / 231, 230), "1 of 230 ordinary pupils of other classes is");
    EXPECT_EQ(counted_pupils(4.0 / 209, 208), "Of 100 ordinary pupils, about 2 are");
    Comparison found{.class_id = ClassId::make(Instant{}), .class_name = "4B", .taken_on = {}};
    found.as_far = 3;
    found.reference_pupils = 208;
    found.share = statistics::ShareInterval{.low = 0.003, .high = 0.042};
    EXPECT_TRUE(
        share_in_words(found, "Aarav")
            .starts_with(
                "3 of 208 ordinary pupils of other classes are as far; with Aarav counted in, 4 of 209."
            )
    );
}

TEST(ComparisonInWords, warns_beside_the_sentence_of_many_who_are_missing_and_of_a_term_that_is_over) {
    auto others = ratings(12);
    others.resize(17);
    auto found = compared(in_class({rated(1, others)}), other_classes(9));
    found.cautions.push_back(Caution::earlier_term);
    auto const said = warnings(found, "Sam");
    ASSERT_EQ(said.size(), 2U);
    EXPECT_EQ(said[0], "The class was measured in a term that is over.");
    EXPECT_TRUE(said[1].starts_with("More than a fifth of the class has no score."));
}

TEST(Comparison, warns_by_the_classmates_of_what_is_tested_and_names_what_is_not) {
    auto const few = summed(60, scores({88, 95, 102, 97, 110, 104}));
    auto others = ratings(12);
    auto tested = few;
    tested.others.resize(12);
    auto const found = compared(in_class({tested, rated(1, others)}), {});
    EXPECT_EQ(found.basis, Basis::classmates);
    EXPECT_TRUE(has(found, Caution::small_class));
    EXPECT_TRUE(says(found, "Not tested, and no part of the finding: behaviour."));
}

TEST(Comparison, leaves_out_of_other_classes_who_was_referred_whatever_they_scored) {
    auto classes = other_classes(6);
    for (int i = 0; i < 20; ++i) classes[0].pupils[static_cast<std::size_t>(i)].left_out = true;
    classes[1].pupils[0].left_out = true;
    auto const found = compared(in_class({rated(1, ratings(19))}), classes);
    EXPECT_NE(found.basis, Basis::other_classes);
    classes[1].pupils[0].left_out = false;
    EXPECT_EQ(compared(in_class({rated(1, ratings(19))}), classes).reference_pupils, 100);
}

TEST(Comparison, takes_no_class_for_one_of_which_a_few_stragglers_alone_were_measured) {
    auto classes = other_classes(5);
    for (std::size_t i = 0; i < 9; ++i)
        classes.push_back({.pupils = {classes[0].pupils.begin(), classes[0].pupils.begin() + 4}});
    auto const own = in_class({rated(1, ratings(19))});
    EXPECT_EQ(compared(own, classes).reference_classes, 5);
    classes.erase(classes.begin());
    EXPECT_NE(compared(own, classes).basis, Basis::other_classes);
}

TEST(Comparison, of_a_child_whom_nobody_named_claims_nothing) {
    auto const found =
        without_a_claim(compared(in_class({summed(60, scores({88, 95, 102, 97, 110, 104}))}), {}));
    EXPECT_EQ(found.unusual, std::nullopt);
    EXPECT_EQ(found.basis, Basis::none);
    EXPECT_FALSE(found.measures[0].figures);
    EXPECT_TRUE(has(found, Caution::nobody_named));
    auto const beside_others = without_a_claim(compared(in_class({rated(1, ratings(19))}), other_classes(5)));
    EXPECT_EQ(share_in_words(beside_others, "Sam"), "") << "which would say how unusual it is";
    EXPECT_EQ(
        method_in_words(beside_others), "Nothing is worked out before somebody is worried about the child."
    );
}

TEST(Comparison, without_other_classes_rests_on_the_classmates_spread_where_the_scale_bears_one) {
    auto const others = scores({88, 95, 102, 97, 110, 104, 91, 99, 108, 93});
    EXPECT_EQ(compared(in_class({summed(60, others)}), {}).unusual, Unusual::very_unusual);
    EXPECT_EQ(compared(in_class({summed(96, others)}), {}).unusual, Unusual::within_the_usual);
    auto piled_up = summed(60, others);
    piled_up.measure.definition.scale = Scale::piled_up;
    auto const not_told = compared(in_class({piled_up}), {});
    EXPECT_EQ(not_told.unusual, std::nullopt);
    EXPECT_TRUE(has(not_told, Caution::piled_up));
    EXPECT_TRUE(says(not_told, "On a scale on which most children have a score near the same end"));
    EXPECT_FALSE(says(not_told, "single rating")) << "of a sum of five";
}

TEST(Comparison, of_single_ratings_claims_by_rank_from_twenty_pupils_on_and_else_nothing) {
    for (std::size_t others = 5; others < 31; ++others) {
        auto const found = compared(in_class({rated(1, ratings(others))}), {});
        bool const claims = others + 1 >= 20;
        EXPECT_EQ(found.basis, claims ? Basis::rank : Basis::none) << others;
        EXPECT_EQ(found.unusual.has_value(), claims) << others;
        EXPECT_EQ(has(found, Caution::under_twenty), !claims) << others;
        EXPECT_EQ(says(found, "A single rating has too few steps"), !claims) << others;
    }
    EXPECT_EQ(compared(in_class({rated(3, ratings(25))}), {}).unusual, Unusual::within_the_usual);
}

TEST(Comparison, adds_up_ratings_that_give_concern_at_different_ends) {
    auto behaviour = rated(5, ratings(21));
    behaviour.measure.definition.concern_when = ConcernWhen::high;
    behaviour.others = scores({1, 2, 1, 2, 3, 1, 2, 1, 2, 1, 1, 2, 1, 3, 1, 2, 1, 1, 2, 1, 2});
    auto const progress = rated(2, ratings(21), Kind::progress);
    auto const found = compared(in_class({progress, behaviour}), {});
    EXPECT_EQ(found.as_low_over_all, 0);
    EXPECT_EQ(found.unusual, Unusual::unusual);
    EXPECT_EQ(found.measures[1].as_far_out, 0);
}

TEST(Comparison, claims_nothing_in_a_class_of_one_four_or_five) {
    for (std::size_t const pupils : {1, 4, 5}) {
        for (auto const& classes : {std::vector<OtherClass>{}, other_classes(9)}) {
            auto const found = compared(in_class({rated(1, ratings(pupils - 1))}), classes);
            EXPECT_EQ(found.unusual, std::nullopt) << pupils;
            EXPECT_TRUE(has(found, pupils == 1 ? Caution::alone : Caution::few_to_compare)) << pupils;
        }
        auto const test = compared(in_class({summed(0, scores({90, 99, 105, 110}))}), {});
        EXPECT_EQ(test.unusual, std::nullopt);
    }
}

TEST(Comparison, warns_in_a_class_of_eight_and_not_in_one_of_thirty_two) {
    auto const classes = other_classes(9);
    auto const eight = compared(in_class({rated(1, ratings(7))}), classes);
    auto const thirty_two = compared(in_class({rated(1, ratings(31))}), classes);
    EXPECT_TRUE(has(eight, Caution::small_class));
    EXPECT_TRUE(eight.unusual.has_value());
    EXPECT_TRUE(thirty_two.cautions.empty());
}

TEST(Comparison, makes_no_star_of_anybody_where_all_are_equal) {
    std::vector<std::optional<int>> const equal(24, 300);
    auto const test = compared(in_class({summed(3, equal)}), {});
    EXPECT_TRUE(has(test, Caution::equal_classmates));
    EXPECT_NE(test.basis, Basis::classmates);
    auto const small = compared(in_class({summed(3, std::vector<std::optional<int>>(15, 300))}), {});
    EXPECT_EQ(small.basis, Basis::none);
    EXPECT_TRUE(says(small, "all classmates have the same score"));
    EXPECT_FALSE(says(small, "single rating")) << "of a sum from 0 to 200";
    auto const same = compared(in_class({rated(3, equal)}), other_classes(9));
    EXPECT_EQ(same.unusual, Unusual::within_the_usual);
}

TEST(Comparison, claims_nothing_of_a_measure_that_more_than_half_the_class_lacks) {
    auto others = scores({88, 95, 102, 97, 110, 104, 91, 99});
    others.resize(17);
    auto const half = compared(in_class({summed(40, others)}), {});
    EXPECT_EQ(half.unusual, std::nullopt);
    EXPECT_TRUE(has(half, Caution::half_missing));
    others.resize(11);
    auto const fifth = compared(in_class({summed(40, others)}), {});
    EXPECT_TRUE(has(fifth, Caution::some_missing));
    EXPECT_EQ(fifth.unusual, Unusual::very_unusual);
}

TEST(Comparison, goes_by_the_two_measures_that_there_are_and_says_where_the_child_lacks_one) {
    auto lacking = summed(0, scores({3, 4, 5, 6, 7, 8, 9}), Kind::progress);
    lacking.own.reset();
    auto const found = compared(in_class({summed(60, scores({88, 95, 102, 97, 110, 104, 91})), lacking}), {});
    EXPECT_EQ(found.basis, Basis::classmates);
    EXPECT_TRUE(has(found, Caution::own_missing));
    EXPECT_FALSE(found.measures[1].figures);
}

TEST(Comparison, says_that_a_scale_has_changed_since) {
    auto taken = summed(60, scores({88, 95, 102, 97, 110, 104, 91}));
    taken.measure.until_on = Date{};
    EXPECT_TRUE(has(compared(in_class({taken}), {}), Caution::scale_replaced));
}

TEST(ComparisonInWords, begins_with_one_sentence) {
    auto const others = compared(in_class({rated(1, ratings(19))}), other_classes(5));
    EXPECT_EQ(
        first_sentence(others, "Sam"),
        "None of 100 ordinary pupils of other classes is as far below their own class as Sam is below this "
        "one "
        "in behaviour."
    );
    auto const rank = compared(in_class({rated(1, ratings(25))}), {});
    EXPECT_EQ(
        first_sentence(rank, "Sam"),
        "Over all measures together, none of 25 classmates is rated as low as Sam."
    );
    EXPECT_EQ(what_it_means(rank), "That is unusual.");
    auto const nothing = compared(in_class({rated(1, ratings(9))}), {});
    EXPECT_EQ(
        first_sentence(nothing, "Sam"),
        "These figures can’t show whether Sam differs significantly from the class."
    );
    EXPECT_EQ(what_it_means(nothing), "");
}

TEST(ComparisonInWords, does_not_call_a_child_below_a_class_who_is_not) {
    auto const above = compared(in_class({rated(5, ratings(19))}), other_classes(5));
    EXPECT_EQ(first_sentence(above, "Sam"), "Sam does not stand out from this class on the side of concern.");
    auto difficulties = rated(5, ratings(19));
    difficulties.measure.definition.concern_when = ConcernWhen::high;
    difficulties.others = std::vector<std::optional<int>>(19, 200);
    EXPECT_NE(
        first_sentence(compared(in_class({difficulties}), other_classes(5)), "Sam")
            .find("as far from their own class, on the side of concern, as Sam is from this one in behaviour."
            ),
        std::string::npos
    );
}

TEST(ComparisonInWords, tells_no_score_of_fewer_than_five_classmates) {
    auto const few = compared(in_class({rated(2, scores({1, 3, 4, 5}))}), {});
    EXPECT_EQ(
        beside_classmates(few.measures[0], "Sam"),
        "Too few classmates have a score to show them without telling whose they are."
    );
}

TEST(ComparisonInWords, counts_in_a_rank_those_who_were_rated_in_each_measure) {
    auto progress = rated(1, ratings(25), Kind::progress);
    for (std::size_t i = 0; i < 4; ++i) progress.others[i].reset();
    auto const found = compared(in_class({rated(1, ratings(25)), progress}), {});
    EXPECT_EQ(
        first_sentence(found, "Sam"),
        "Over all measures together, none of 21 classmates is rated as low as Sam."
    );
}

TEST(ComparisonInWords, gives_the_figure_with_its_interval) {
    auto const found =
        compared(in_class({summed(82, scores({88, 95, 102, 97, 110, 104, 91, 99, 108, 93}))}), {});
    EXPECT_EQ(
        first_sentence(found, "Sam"),
        "Sam’s achievement score is lower than that of about 97 in 100 pupils like these classmates (it "
        "could be "
        "anything from 86 to more than 99.9)."
    );
    EXPECT_EQ(
        with_interval(found.measures[0]),
        "2.3 standard deviations below the classmates’ mean (95 % interval 1.1 to 3.5)."
    );
    EXPECT_EQ(beside_classmates(found.measures[0], "Sam"), "None of 10 classmates has 82 or lower.");
}

TEST(ComparisonInWords, says_on_which_days_what_counts_was_taken) {
    auto const day = [](int number) { return *calendar::date(2026, 11, number); };
    auto const pupil = PupilId::make(Instant{1}), other = PupilId::make(Instant{2});
    auto const of = measure(Kind::behaviour, Scale::single_rating).id;
    auto const class_id = ClassId::make(Instant{});
    std::vector<ScoreOf> const taken{
        {class_id, of, pupil, 300, day(2)},
        {class_id, of, other, 300, day(17)},
        {class_id, of, pupil, 200, day(30)}};
    EXPECT_EQ(days_of(taken), (std::vector{day(17), day(30)}));
    EXPECT_EQ(measured_in_words({day(17)}, day(30)), "measured on " + calendar::in_words(day(17)));
    EXPECT_EQ(measured_in_words({}, day(30)), "measured on " + calendar::in_words(day(30)));
    EXPECT_TRUE(
        measured_in_words({day(2), day(3), day(17), day(30)}, day(30)).starts_with("measured on 4 days from ")
    );
}

TEST(SameTimeOfYear, is_the_term_of_the_day_and_the_same_days_of_two_years_before) {
    auto const day = [](int y, int m, int d) { return *calendar::date(y, m, d); };
    std::vector<schools::Term> const terms{{.starts_on = day(2026, 9, 1), .ends_on = day(2026, 12, 18)}};
    auto const periods = same_time_of_year(terms, day(2026, 10, 5));
    ASSERT_EQ(periods.size(), 3);
    EXPECT_EQ(periods[0].ends_on, day(2026, 12, 18));
    EXPECT_EQ(periods[1].starts_on, day(2025, 9, 2));
    EXPECT_EQ(periods[2].starts_on, day(2024, 9, 3));
    EXPECT_EQ(same_time_of_year({}, day(2026, 8, 20))[0].starts_on, day(2026, 7, 9));
}

TEST(SameStage, keeps_to_the_key_stage) {
    EXPECT_EQ(same_stage("4"), (std::vector<std::string>{"3", "4", "5", "6"}));
    EXPECT_EQ(same_stage("R"), (std::vector<std::string>{"N", "R"}));
    EXPECT_EQ(same_stage("3/4"), std::vector<std::string>{"3/4"});
    EXPECT_TRUE(same_stage("").empty());
}

}  // namespace
}  // namespace comparison
