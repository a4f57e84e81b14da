#include "measures/occasion_rules.hpp"

#include <gtest/gtest.h>

#include "measures/due_rules.hpp"
#include "measures/ready.hpp"

namespace measures {
namespace {

Date day(std::string_view iso) { return calendar::parse_iso(iso).value(); }

schools::OpenDays a_summer() {
    return {
        .terms =
            {{{}, "Spring", day("2026-01-05"), day("2026-03-27")},
             {{}, "Summer", day("2026-04-13"), day("2026-07-22")}},
        .closures = {
            {{}, "Training day", day("2026-04-20"), day("2026-04-20")},
            {{}, "Half term", day("2026-05-25"), day("2026-05-29")}}};
}

std::string name_on(TakenEach each, std::string_view iso) {
    auto const found = occasion_of(each, a_summer(), day(iso));
    return found ? found->name : "";
}

TEST(Occasion, is_a_term_where_it_is_taken_each_term) {
    EXPECT_EQ(
        occasion_of(TakenEach::term, a_summer(), day("2026-05-12")),
        (Occasion{"Summer", day("2026-04-13"), day("2026-07-22")})
    );
    EXPECT_EQ(name_on(TakenEach::term, "2026-03-27"), "Spring");
}

TEST(Occasion, names_who_lacks_a_score_of_it) {
    Measure const progress{
        .id = MeasureId::make(Instant{1}), .definition = definition_of(Ready::progress_since)};
    auto const ada = PupilId::make(Instant{1}), bo = PupilId::make(Instant{2}),
               cai = PupilId::make(Instant{3});
    std::vector<LastScored> const last{
        {ada, {{progress.id, day("2026-05-05")}}}, {bo, {{progress.id, day("2026-03-20")}}}, {cai, {}}};
    auto const lack = [&](std::string_view iso) {
        return who_lack_one(std::array{progress}, a_summer(), last, day(iso));
    };
    EXPECT_EQ(lack("2026-05-12"), (std::vector{bo, cai}));
    EXPECT_TRUE(lack("2026-08-01").empty());
}

TEST(Occasion, is_none_in_the_holidays) {
    for (auto const each : all_of<TakenEach>()) {
        EXPECT_EQ(name_on(each, "2026-04-12"), "");
        EXPECT_EQ(name_on(each, "2026-08-01"), "");
    }
}

TEST(Occasion, halves_a_term_at_its_half_term_and_at_no_training_day) {
    EXPECT_EQ(
        occasion_of(TakenEach::half_term, a_summer(), day("2026-05-12")),
        (Occasion{"Summer, first half", day("2026-04-13"), day("2026-05-29")})
    );
    EXPECT_EQ(
        occasion_of(TakenEach::half_term, a_summer(), day("2026-06-01")),
        (Occasion{"Summer, second half", day("2026-05-30"), day("2026-07-22")})
    );
}

TEST(Occasion, halves_a_term_without_a_half_term_in_its_middle) {
    EXPECT_EQ(
        occasion_of(TakenEach::half_term, a_summer(), day("2026-02-14")),
        (Occasion{"Spring, first half", day("2026-01-05"), day("2026-02-14")})
    );
    EXPECT_EQ(name_on(TakenEach::half_term, "2026-02-15"), "Spring, second half");
}

TEST(Occasion, is_the_school_year_where_it_is_taken_each_year) {
    EXPECT_EQ(
        occasion_of(TakenEach::year, a_summer(), day("2026-05-12")),
        (Occasion{"2025 to 2026", day("2025-09-01"), day("2026-08-31")})
    );
}

// Each day of a term lies in one half of it, and the halves make up the term.
TEST(Occasion, leaves_no_day_of_a_term_out) {
    for (auto const& term : a_summer().terms)
        for (auto on = term.starts_on; on <= term.ends_on; on = on + 1) {
            auto const half = occasion_of(TakenEach::half_term, a_summer(), on);
            ASSERT_TRUE(half);
            EXPECT_LE(half->first, on);
            EXPECT_GE(half->last, on);
            EXPECT_TRUE(half->first == term.starts_on || half->last == term.ends_on);
        }
}

struct Class {
    Measure progress{.id = MeasureId::make(Instant{1}), .definition = definition_of(Ready::progress_since)};
    Measure behaviour{
        .id = MeasureId::make(Instant{1}), .definition = definition_of(Ready::behaviour_for_learning)};
    std::vector<LastScored> pupils;

    void add(std::string_view progress_on, std::string_view behaviour_on) {
        LastScored one{.pupil = PupilId::make(Instant{1})};
        if (!progress_on.empty()) one.by_measure.emplace(progress.id, day(progress_on));
        if (!behaviour_on.empty()) one.by_measure.emplace(behaviour.id, day(behaviour_on));
        pupils.push_back(one);
    }
    std::optional<Outstanding> on(std::string_view iso) const {
        return outstanding(std::vector{progress, behaviour}, a_summer(), pupils, day(iso));
    }
};

TEST(WhatIsOutstanding, is_said_until_every_pupil_has_a_score_in_every_measure) {
    Class of;
    of.add("2026-05-01", "2026-05-01");
    of.add("2026-05-01", "");
    ASSERT_TRUE(of.on("2026-05-12"));
    EXPECT_EQ(of.on("2026-05-12")->occasion.name, "Summer");
    EXPECT_EQ(of.on("2026-05-12")->pupils, 2);
    EXPECT_EQ(of.on("2026-05-12")->complete, 1);
    of.pupils.pop_back();
    EXPECT_FALSE(of.on("2026-05-12"));
}

TEST(WhatIsOutstanding, is_all_again_in_the_next_term) {
    Class of;
    of.add("2026-03-20", "2026-03-20");
    EXPECT_FALSE(of.on("2026-03-27"));
    ASSERT_TRUE(of.on("2026-04-13"));
    EXPECT_EQ(of.on("2026-04-13")->complete, 0);
}

TEST(WhatIsOutstanding, is_nothing_in_the_holidays_and_of_nobody) {
    Class of;
    EXPECT_FALSE(of.on("2026-05-12"));
    of.add("", "");
    EXPECT_TRUE(of.on("2026-05-12"));
    EXPECT_FALSE(of.on("2026-04-10"));
    EXPECT_FALSE(outstanding({}, a_summer(), of.pupils, day("2026-05-12")));
}

TEST(WhatIsOutstanding, is_of_the_occasion_that_is_over_first) {
    Class of;
    of.progress.definition.taken_each = TakenEach::half_term;
    of.add("2026-04-20", "2026-04-20");
    EXPECT_FALSE(of.on("2026-05-12"));
    ASSERT_TRUE(of.on("2026-06-01")) << "the measure of each half term is due again, that of the term is not";
    EXPECT_EQ(of.on("2026-06-01")->occasion.name, "Summer, second half");
}

}  // namespace
}  // namespace measures
