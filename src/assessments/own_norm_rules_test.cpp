#include "assessments/own_norm_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "assessments/shipped.hpp"
#include "statistics/exact_share.hpp"

namespace assessments {
namespace {

InstrumentId const by = InstrumentId::make({1});
StaffId const ada = StaffId::make({1});
Date const monday = calendar::parse_iso("2026-09-07").value();

// One scale from 0 to 20, which is rated on entry by its whole form.
Instrument made_up() {
    return {
        .code = "made-up",
        .name = "A made-up schedule",
        .ages = {4, 11},
        .informants = {Informant::class_teacher, Informant::nurture_assistant},
        .forms = {{Occasion::entry}, {Occasion::exit}},
        .sections = {
            {.code = "all",
             .name = "All",
             .scales = {{.code = "trust", .label = "Trust", .range = Range{0, 20}}}}}};
}

LoadedInstrument loaded() {
    LoadedInstrument made;
    made.id = by;
    made.instrument = made_up();
    return made;
}

RatedOnEntry rated(int child, int score, Date on = monday) {
    RatedOnEntry one{.pupil = PupilId::make(Instant{child + 1}), .rated_at = Instant{1000}, .assessment = {}};
    one.assessment.id = AssessmentId::make(Instant{child + 1});
    one.assessment.the_case = CaseId::make(Instant{child + 1});
    one.assessment.instrument = by;
    one.assessment.informant = Informant::class_teacher;
    one.assessment.occasion = Occasion::entry;
    one.assessment.rater = ada;
    one.assessment.rated_on = on;
    one.assessment.scores = {{.scale = "trust", .score = score}};
    return one;
}

std::vector<RatedOnEntry> children(std::vector<int> const& scores) {
    std::vector<RatedOnEntry> all;
    for (auto const score : scores) all.push_back(rated(static_cast<int>(all.size()), score));
    return all;
}

// So many children with each score from 0 on.
std::vector<RatedOnEntry> spread(std::vector<int> const& how_many) {
    std::vector<int> scores;
    for (std::size_t score = 0; score < how_many.size(); ++score)
        scores.insert(scores.end(), static_cast<std::size_t>(how_many[score]), static_cast<int>(score));
    return children(scores);
}

int count_within(std::vector<RatedOnEntry> const& all, int least, int most) {
    return static_cast<int>(std::ranges::count_if(all, [&](RatedOnEntry const& one) {
        return Range{least, most}.holds(one.assessment.scores.front().score);
    }));
}

auto norms_of_teachers(std::vector<RatedOnEntry> const& all) {
    return own_norms(all, loaded(), Informant::class_teacher);
}

TEST(OwnNorms, are_made_from_fifty_children_on_and_hold_the_middle_half) {
    EXPECT_EQ(norms_of_teachers(spread({10, 10, 10, 10, 9})).error(), NoOwnNorms::too_few);
    auto const made = norms_of_teachers(spread({10, 10, 10, 10, 10}));
    ASSERT_TRUE(made);
    EXPECT_EQ(made->own.children, 50);
    EXPECT_EQ(made->norms.ages, (Range{4, 11}));
    ASSERT_EQ(made->norms.bands.size(), 1U);
    EXPECT_EQ(made->norms.bands.front().usual, (Range{1, 3})) << "ten of fifty lie beyond it at either end";
    EXPECT_FALSE(made->norms.bands.front().lowest_tenth) << "a tenth of fifty is hardly known";
    EXPECT_FALSE(made->norms.bands.front().precision) << "nobody was rated twice";
}

TEST(OwnNorms, tell_the_tenths_from_a_hundred_children_on) {
    auto const made = norms_of_teachers(spread({8, 12, 20, 20, 20, 11, 9}));
    ASSERT_TRUE(made);
    auto const& band = made->norms.bands.front();
    EXPECT_EQ(band.usual, (Range{2, 4}));
    EXPECT_EQ(band.lowest_tenth, 0);
    EXPECT_EQ(band.highest_tenth, 6);
    EXPECT_EQ(among(0, band), Among::lowest_tenth);
    EXPECT_EQ(among(1, band), Among::lowest_quarter);
    EXPECT_EQ(among(2, band), Among::middle);
    EXPECT_EQ(among(5, band), Among::highest_quarter);
    EXPECT_EQ(among(6, band), Among::highest_tenth);
}

// Of 13 equal scores at the lower end of 50 no quarter can be cut off, and a band of one child is none.
TEST(OwnNorms, cut_no_children_with_one_score_apart_and_leave_no_end_to_fewer_than_five) {
    auto const shared = norms_of_teachers(spread({13, 12, 12, 8, 5}));
    ASSERT_TRUE(shared);
    EXPECT_EQ(shared->norms.bands.front().usual, (Range{0, 3})) << "nobody is beyond the lower end";
    auto const single = norms_of_teachers(spread({1, 20, 20, 5, 4}));
    ASSERT_TRUE(single);
    EXPECT_EQ(single->norms.bands.front().usual, (Range{0, 2})) << "the one child at 0 is not told of";
    EXPECT_EQ(norms_of_teachers(spread({0, 0, 60})).error(), NoOwnNorms::all_alike);
    EXPECT_EQ(norms_of_teachers(spread({4, 46, 4})).error(), NoOwnNorms::all_alike);
}

TEST(OwnNorms, keep_a_quarter_at_most_and_five_or_nobody_beyond_either_end_whatever_the_scores) {
    std::mt19937 chance(20261130);
    for (int turn = 0; turn < 2000; ++turn) {
        auto const size = std::uniform_int_distribution(50, 160)(chance);
        auto const most = std::uniform_int_distribution(1, 20)(chance);
        std::vector<int> scores;
        for (int i = 0; i < size; ++i)
            scores.push_back(std::min(
                std::uniform_int_distribution(0, most)(chance), std::uniform_int_distribution(0, 20)(chance)
            ));
        auto const all = children(scores);
        for (auto const& band : bands_of(all, made_up())) {
            auto const below = count_within(all, 0, band.usual.least - 1);
            auto const above = count_within(all, band.usual.most + 1, 20);
            for (auto const beyond : {below, above}) {
                EXPECT_LE(beyond * 4, size);
                EXPECT_TRUE(beyond == 0 || beyond >= fewest_in_a_band);
            }
            if (band.lowest_tenth) {
                auto const lowest = count_within(all, 0, *band.lowest_tenth);
                EXPECT_LE(lowest * 10, size);
                EXPECT_GE(lowest, fewest_in_a_band);
                EXPECT_GE(size, fewest_for_tenths);
            }
            if (band.highest_tenth) {
                EXPECT_GE(count_within(all, *band.highest_tenth, 20), fewest_in_a_band);
            }
        }
        auto shuffled = all;
        std::ranges::shuffle(shuffled, chance);
        auto const again = bands_of(shuffled, made_up());
        ASSERT_EQ(again.size(), bands_of(all, made_up()).size());
        if (!again.empty()) {
            EXPECT_EQ(again.front().usual, bands_of(all, made_up()).front().usual);
        }
    }
}

TEST(OwnNorms, are_of_children_without_support_by_the_record_and_never_by_their_scores) {
    auto all = spread({10, 10, 10, 10, 10});
    all.push_back(rated(90, 20));
    all.back().had_support = true;
    EXPECT_EQ(norms_of_teachers(all)->own.children, 50);
    all.back().had_support = false;
    EXPECT_EQ(norms_of_teachers(all)->own.children, 51) << "a score far from all others is no reason";
}

TEST(OwnNorms, count_each_child_once_with_the_first_rating_that_tells_of_them) {
    auto all = spread({10, 10, 10, 10, 10});
    auto later = all.front();
    later.assessment.id = AssessmentId::make(Instant{200});
    later.assessment.rated_on = monday + 7;
    later.assessment.scores.front().score = 20;
    all.push_back(later);
    EXPECT_EQ(first_ratings(all, made_up(), Informant::class_teacher).size(), 50U);
    EXPECT_EQ(norms_of_teachers(all)->own.last_on, monday);
    all.front().assessment.taken_back_at = Instant{9};
    EXPECT_EQ(norms_of_teachers(all)->own.last_on, monday + 7) << "the first was a slip";
    all.back().assessment.beside = all.front().assessment.id;
    all.front().assessment.taken_back_at.reset();
    EXPECT_EQ(norms_of_teachers(all).error(), NoOwnNorms::too_few) << "two side by side, and none agreed to";
}

TEST(OwnNorms, never_pool_two_views) {
    auto all = spread({10, 10, 10, 10, 10});
    all.front().assessment.informant = Informant::nurture_assistant;
    EXPECT_EQ(norms_of_teachers(all).error(), NoOwnNorms::too_few);
    auto const so_far = own_so_far(all, loaded());
    ASSERT_EQ(so_far.size(), 2U);
    EXPECT_EQ(so_far.front().children, 49);
    EXPECT_EQ(so_far.back().children, 1);
}

// What two versions differ by is the children between them.
TEST(OwnNorms, are_made_anew_only_when_ten_more_children_were_rated) {
    auto all = spread({10, 10, 10, 10, 10});
    auto with_norms = loaded();
    with_norms.norms = {
        {.id = NormSetId::make({5}),
         .norms = {.code = "own-class_teacher-1"},
         .made_at = Instant{2000},
         .own = OwnChildren{.informant = Informant::class_teacher, .children = 50}}};
    auto const make = [&] { return own_norms(all, with_norms, Informant::class_teacher); };
    EXPECT_EQ(make().error(), NoOwnNorms::too_few_since);
    for (int child = 60; child < 69; ++child) {
        all.push_back(rated(child, 3));
        all.back().rated_at = Instant{3000};
    }
    EXPECT_EQ(make().error(), NoOwnNorms::too_few_since);
    all.push_back(rated(69, 3));
    all.back().rated_at = Instant{3000};
    ASSERT_TRUE(make());
    EXPECT_EQ(make()->own.children, 60);
    EXPECT_EQ(make()->norms.code, "own-class_teacher-2");
}

TEST(OwnNorms, are_for_instruments_without_norms_that_rate_all_children_for_the_same) {
    OwnSoFar const enough{.children = 60, .since = 60};
    EXPECT_EQ(objection_to_own_norms(shipped("withy-observation")->instrument, enough), std::nullopt);
    EXPECT_EQ(objection_to_own_norms(shipped("wellbeing")->instrument, enough), std::nullopt);
    EXPECT_EQ(objection_to_own_norms(shipped("sdq-teacher")->instrument, enough), NoOwnNorms::standardised);
    EXPECT_EQ(objection_to_own_norms(shipped("goals")->instrument, enough), NoOwnNorms::named_by_child);
    auto weekly_alone = made_up();
    weekly_alone.forms = {{Occasion::weekly}};
    EXPECT_EQ(objection_to_own_norms(weekly_alone, enough), NoOwnNorms::no_whole_entry);
}

// The figures that docs/statistics.md gives for the least numbers.
TEST(OwnNorms, ask_for_as_many_children_as_a_quarter_and_a_tenth_need_to_be_known_roughly) {
    auto const quarter = statistics::exact_share(fewest_for_quarters / 4, fewest_for_quarters);
    EXPECT_NEAR(quarter->low, 0.13, 0.005);
    EXPECT_NEAR(quarter->high, 0.38, 0.005);
    auto const tenth_of_few = statistics::exact_share(fewest_for_quarters / 10, fewest_for_quarters);
    EXPECT_GT(tenth_of_few->high, 0.2) << "it might be a fifth";
    auto const tenth = statistics::exact_share(fewest_for_tenths / 10, fewest_for_tenths);
    EXPECT_NEAR(tenth->low, 0.05, 0.005);
    EXPECT_NEAR(tenth->high, 0.18, 0.005);
}

TEST(OwnNorms, say_who_the_children_are_and_what_they_are_not) {
    OwnChildren const own{
        .informant = Informant::class_teacher, .children = 63, .first_on = monday, .last_on = monday + 30};
    EXPECT_EQ(
        who_they_are(own),
        "Not standardised: from 63 children of this school, each as the class teacher rated them on entry, "
        "before any support, from 7 September 2026 to 7 October 2026. They are children whom somebody was "
        "concerned about, so they do not say what is usual at their age."
    );
    LoadedNorms const made{
        .norms = {.code = "own-class_teacher-1", .ages = {4, 11}},
        .made_at = Instant{1'790'000'000'000},
        .own = own};
    EXPECT_EQ(name_of(made), "This school, autumn 2026, 63 children");
    EXPECT_EQ(held_against(made), "this school’s own children (autumn 2026, 63 of them)");
    EXPECT_EQ(held_against({.norms = {.code = "2017", .ages = {4, 11}}}), "the norms “2017”, ages 4 to 11");
}

}  // namespace
}  // namespace assessments
