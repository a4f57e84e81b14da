#include "comparison/screen_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "comparison/screen_sentences.hpp"

namespace comparison {
namespace {

Measure rated(measures::Kind kind = measures::Kind::behaviour) {
    return {
        .id = MeasureId::make(Instant{}),
        .definition = {
            .kind = kind,
            .name = "Ten ratings added up",
            .least = 0,
            .most = 10000,
            .step = 100,
            .concern_when = measures::ConcernWhen::low,
            .scale = measures::Scale::several_items}};
}

WholeClass class_of(std::vector<std::vector<std::optional<int>>> scores, std::size_t measures = 1) {
    WholeClass of{
        .class_id = ClassId::make(Instant{}),
        .class_name = "4B",
        .taken_on = {},
        .measures = {},
        .pupils = {},
        .scores = std::move(scores)};
    for (std::size_t i = 0; i < measures; ++i) of.measures.push_back(rated(all_of<measures::Kind>()[i]));
    for (std::size_t i = 0; i < of.scores.size(); ++i) of.pupils.push_back(PupilId::make(Instant{}));
    return of;
}

// Pupils from 40 to 60 points, so that nobody is far from the others.
std::vector<std::vector<std::optional<int>>> ordinary(int count, std::mt19937_64& random) {
    std::uniform_int_distribution<> points(40, 60);
    std::vector<std::vector<std::optional<int>>> all;
    for (int i = 0; i < count; ++i) all.push_back({points(random) * 100});
    return all;
}

std::vector<OtherClass> other_classes(int count, int pupils = 30) {
    std::mt19937_64 random(7);  // NOLINT(cert-msc51-cpp): the same classes each time
    std::vector<OtherClass> all;
    for (int i = 0; i < count; ++i) {
        auto& one = all.emplace_back();
        for (auto& scores : ordinary(pupils, random)) one.pupils.push_back({.scores = std::move(scores)});
    }
    return all;
}

WholeClass with_one_far_below(int count = 28) {
    std::mt19937_64 random(3);  // NOLINT(cert-msc51-cpp): the same class each time
    auto scores = ordinary(count, random);
    scores[4] = {500};
    return class_of(std::move(scores));
}

std::vector<std::size_t> places_of(std::vector<First> const& first) {
    std::vector<std::size_t> places;
    for (auto const& one : first) places.push_back(one.place);
    return places;
}

TEST(Screen, says_who_stands_out_beside_three_hundred_pupils_of_ten_other_classes) {
    auto const enough = screened(with_one_far_below(), other_classes(10));
    EXPECT_EQ(enough.says, Says::who_stands_out);
    ASSERT_EQ(enough.out.size(), 1U);
    EXPECT_EQ(enough.out[0].place, 4U);
    EXPECT_TRUE(enough.first.empty());
    EXPECT_EQ(enough.reference_pupils, 300);
    EXPECT_EQ(first_sentence(enough, 1), "1 of 28 pupils stands out from this class.");
}

TEST(Screen, claims_nothing_beside_fewer_classes_or_fewer_pupils) {
    for (auto const& few : {other_classes(9, 40), other_classes(10, 29)}) {
        auto const found = screened(with_one_far_below(), few);
        EXPECT_EQ(found.says, Says::whom_first);
        EXPECT_EQ(found.why, Short::few_other_classes);
        EXPECT_TRUE(found.out.empty());
        EXPECT_EQ(found.first.front().place, 4U);
        for (auto const& one : found.first) EXPECT_LT(one.place, found.of.pupils.size());
        EXPECT_EQ(method_in_words(found).find("stand out"), std::string::npos);
    }
}

TEST(Screen, claims_nothing_of_a_class_so_large_that_nobody_of_it_could_stand_out) {
    auto const found = screened(with_one_far_below(32), other_classes(10));
    EXPECT_EQ(found.why, Short::few_for_a_class_of_this_size);
    EXPECT_TRUE(found.out.empty());
    EXPECT_EQ(screened(with_one_far_below(32), other_classes(11)).says, Says::who_stands_out);
}

TEST(Screen, stars_nobody_of_an_ordinary_class) {
    std::mt19937_64 random(5);  // NOLINT(cert-msc51-cpp): the same class each time
    auto const found = screened(class_of(ordinary(28, random)), other_classes(12));
    EXPECT_EQ(found.says, Says::who_stands_out);
    EXPECT_TRUE(found.out.empty());
    EXPECT_EQ(first_sentence(found, 0), "Nobody stands out from this class by these figures.");
}

TEST(Screen, stars_nobody_whatever_the_reference_where_all_scores_are_equal) {
    auto const equal = class_of(std::vector(20, std::vector<std::optional<int>>{5000}));
    EXPECT_TRUE(screened(equal, other_classes(12)).out.empty());
    auto const alone = screened(equal, {});
    EXPECT_EQ(alone.says, Says::nothing);
    EXPECT_EQ(alone.why, Short::all_alike);
}

TEST(Screen, has_no_finding_for_classes_too_small_or_hardly_measured) {
    std::mt19937_64 random(9);  // NOLINT(cert-msc51-cpp): the same classes each time
    for (int const pupils : {1, 4}) {
        auto const found = screened(class_of(ordinary(pupils, random)), other_classes(12));
        EXPECT_EQ(found.says, Says::nothing);
        EXPECT_EQ(found.why, Short::few_pupils);
    }
    auto hardly = ordinary(30, random);
    for (std::size_t i = 0; i < 16; ++i) hardly[i] = {std::nullopt};
    auto const found = screened(class_of(std::move(hardly)), other_classes(12));
    EXPECT_EQ(found.says, Says::nothing);
    EXPECT_EQ(found.why, Short::no_measure);
    EXPECT_EQ(screened(class_of({}, 0), other_classes(12)).why, Short::no_measure);
}

TEST(Screen, leaves_out_who_lacks_a_score_and_says_so) {
    auto of = with_one_far_below();
    of.scores[0] = {std::nullopt};
    of.scores[1] = {std::nullopt};
    auto const found = screened(of, other_classes(10));
    EXPECT_EQ(found.screened, 26);
    EXPECT_NE(what_it_does_not_say(found).front().find("2 pupils lack a score"), std::string::npos);
}

TEST(Screen, names_a_fifth_of_a_class_first_and_never_more_than_five) {
    for (std::size_t const count : {5U, 8U, 15U, 32U}) {
        std::vector<std::vector<std::optional<int>>> scores;
        for (std::size_t i = 0; i < count; ++i) scores.push_back({static_cast<int>(100 * i)});
        auto const found = screened(class_of(scores), {});
        EXPECT_EQ(found.first.size(), std::min<std::size_t>(5, count / 5));
        for (std::size_t i = 0; i < found.first.size(); ++i) EXPECT_EQ(found.first[i].place, i);
    }
}

TEST(Screen, names_all_who_share_a_place_or_none_of_them) {
    std::vector<std::vector<std::optional<int>>> scores(20, {5000});
    scores[0] = {1000};
    scores[1] = {2000};
    scores[2] = scores[3] = scores[4] = {3000};
    auto const found = screened(class_of(scores), {});
    EXPECT_EQ(places_of(found.first), (std::vector<std::size_t>{0, 1}));
}

TEST(Screen, puts_first_who_is_low_over_all_measures_whatever_their_scales) {
    std::vector<std::vector<std::optional<int>>> scores;
    for (int i = 0; i < 10; ++i) scores.push_back({5000 + 100 * i, 300 - 10 * i});
    scores[6] = {5050, 205};
    auto const found = screened(class_of(scores, 2), {});
    ASSERT_FALSE(found.first.empty());
    EXPECT_EQ(found.first.front().place, 6U);
    EXPECT_TRUE(found.first.front().furthest_in.empty());
}

// Whoever a comparison calls far stands before whom it calls near, whichever measure makes it.
TEST(Screen, puts_first_who_is_far_in_one_measure_by_the_index_of_a_single_comparison) {
    std::mt19937_64 random(13);  // NOLINT(cert-msc51-cpp): the same classes each time
    std::uniform_int_distribution<> points(40, 60);
    std::vector<OtherClass> others(6);
    for (auto& one : others)
        for (int i = 0; i < 20; ++i)
            one.pupils.push_back({.scores = {points(random) * 100, points(random) * 100}});
    std::vector<std::vector<std::optional<int>>> scores;
    for (int i = 0; i < 26; ++i) scores.push_back({points(random) * 100, points(random) * 100});
    scores[3] = {2000, 6000};
    for (auto const& reference : {others, std::vector<OtherClass>{}}) {
        auto const found = screened(class_of(scores, 2), reference);
        EXPECT_EQ(found.by_spreads_of_others, !reference.empty());
        ASSERT_FALSE(found.first.empty());
        EXPECT_EQ(found.first[0].place, 3U);
        EXPECT_EQ(found.first[0].furthest_in, std::vector<std::size_t>{0});
    }
}

TEST(Screen, says_how_many_it_leaves_out_who_are_as_far_in_one_measure) {
    std::vector<std::vector<std::optional<int>>> scores;
    for (int i = 0; i < 30; ++i) scores.push_back({5000, 5000 + 10 * i});
    for (std::size_t i = 0; i < 7; ++i) scores[20 + i] = {1000, 6000 + 100 * static_cast<int>(i)};
    auto const found = screened(class_of(scores, 2), {});
    EXPECT_EQ(places_of(found.first), (std::vector<std::size_t>{20, 21, 22, 23, 24}));
    EXPECT_EQ(found.as_far_as_the_last, 2);
    EXPECT_TRUE(what_it_does_not_say(found).front().starts_with(
        "2 more pupils are as far from the class in one measure"
    ));
}

TEST(Screen, speaks_of_one_pupil_as_of_one) {
    auto const found = screened(with_one_far_below(), {});
    EXPECT_TRUE(first_sentence(found, 1).starts_with("Talk about this pupil first:"));
    EXPECT_TRUE(first_sentence(found, 2).starts_with("Talk about these pupils first:"));
}

TEST(Screen, tells_of_no_child_of_the_visitors_by_a_gap_or_a_count) {
    std::vector<std::vector<std::optional<int>>> scores;
    for (int i = 0; i < 26; ++i) scores.push_back({100 * i});
    scores[20] = {std::nullopt};
    auto of = class_of(scores);
    of.own = {of.pupils[0], of.pupils[20]};
    auto const found = screened(of, {});
    EXPECT_EQ(places_of(found.first), (std::vector<std::size_t>{1, 2, 3, 4}));
    EXPECT_EQ(what_it_does_not_say(found).size(), 1U);
    auto far = with_one_far_below();
    far.own = {far.pupils[4]};
    auto const alone = screened(far, other_classes(10));
    EXPECT_TRUE(alone.out.empty());
    EXPECT_EQ(first_sentence(alone, 0), "Nobody else stands out from this class by these figures.");
    far.own = {far.pupils[0]};
    EXPECT_EQ(
        first_sentence(screened(far, other_classes(10)), 1), "1 of 27 pupils stands out from this class."
    );
}

TEST(Screen, of_several_classes_says_in_how_many_somebody_stands_out_by_chance) {
    EXPECT_EQ(by_chance_in_words(0), "");
    EXPECT_NE(by_chance_in_words(12).find("of these 12 classes, in about 1."), std::string::npos);
}

}  // namespace
}  // namespace comparison
