#include "measures/rules.hpp"

#include <gtest/gtest.h>

#include "measures/ready.hpp"

namespace measures {
namespace {

Date day(std::string_view iso) { return calendar::parse_iso(iso).value(); }

Definition one_to_five() { return definition_of(Ready::working_at); }

Measure standing(std::string_view from) {
    return {.id = {}, .definition = one_to_five(), .from_on = day(from)};
}

TEST(Scale, holds_its_ends_and_every_step_between_them) {
    Definition const halves{.kind = Kind::progress, .name = "Halves", .least = -100, .most = 100, .step = 50};
    std::vector<int> on_it;
    for (int score = -300; score <= 300; ++score)
        if (is_on_scale(halves, score)) on_it.push_back(score);
    EXPECT_EQ(on_it, (std::vector{-100, -50, 0, 50, 100}));
    EXPECT_EQ(scores_on(halves), 5);
}

// Every small scale: as many scores lie on it as it says.
TEST(Scale, has_as_many_scores_as_lie_on_it) {
    for (int least = -4; least <= 4; ++least)
        for (int step = 1; step <= 4; ++step)
            for (int steps = 1; steps <= 6; ++steps) {
                Definition const one{
                    .kind = Kind::progress,
                    .name = "One",
                    .least = least,
                    .most = least + step * steps,
                    .step = step};
                int found = 0;
                for (int score = -50; score <= 50; ++score) found += is_on_scale(one, score) ? 1 : 0;
                ASSERT_EQ(found, scores_on(one)) << least << " " << step << " " << steps;
            }
}

TEST(Scale, is_entered_by_one_key_where_every_score_is_one_figure) {
    auto const takes = [](int least, int most, int step) {
        return takes_one_key({.kind = {}, .name = {}, .least = least, .most = most, .step = step});
    };
    EXPECT_TRUE(takes(100, 500, 100));
    EXPECT_TRUE(takes(0, 900, 100));
    EXPECT_FALSE(takes(0, 1'000, 100)) << "10 has two";
    EXPECT_FALSE(takes(-100, 100, 100));
    EXPECT_FALSE(takes(100, 500, 50));
    EXPECT_FALSE(takes(50, 450, 100));
}

TEST(Scale, is_another_one_where_anything_changes_that_a_score_hangs_on) {
    auto const changed = [](auto const& by) {
        auto other = one_to_five();
        by(other);
        return is_another_scale(one_to_five(), other);
    };
    EXPECT_FALSE(changed([](Definition&) {}));
    EXPECT_FALSE(changed([](Definition& one) { one.name = "Another name"; }));
    EXPECT_FALSE(changed([](Definition& one) { one.taken_each = TakenEach::year; }));
    EXPECT_TRUE(changed([](Definition& one) { one.kind = Kind::behaviour; }));
    EXPECT_TRUE(changed([](Definition& one) { one.least = 0; }));
    EXPECT_TRUE(changed([](Definition& one) { one.most = 700; }));
    EXPECT_TRUE(changed([](Definition& one) { one.step = 50; }));
    EXPECT_TRUE(changed([](Definition& one) { one.concern_when = ConcernWhen::high; }));
    EXPECT_TRUE(changed([](Definition& one) { one.scale = Scale::piled_up; }));
    EXPECT_TRUE(changed([](Definition& one) { one.rated_by = RatedBy::support_staff; }));
}

TEST(Measure, that_gives_way_stands_to_the_day_before_or_to_its_last_score) {
    auto const today = day("2026-05-12");
    EXPECT_EQ(last_day_of(standing("2025-09-01"), std::nullopt, today), day("2026-05-11"));
    EXPECT_EQ(last_day_of(standing("2025-09-01"), day("2026-04-20"), today), day("2026-05-11"));
    EXPECT_EQ(last_day_of(standing("2025-09-01"), today, today), today);
    EXPECT_EQ(last_day_of(standing("2026-05-12"), std::nullopt, today), today) << "it stood for that day";
}

TEST(Measure, that_is_the_first_of_its_kind_stands_from_the_first_day_of_the_school_year) {
    EXPECT_EQ(first_day_after({}, day("2026-05-12")), day("2025-09-01"));
    EXPECT_EQ(first_day_after({}, day("2026-09-01")), day("2026-09-01"));
    EXPECT_EQ(first_day_after({}, day("2026-08-31")), day("2025-09-01"));
}

TEST(Measure, stands_from_the_day_after_the_last_of_its_kind) {
    auto first = standing("2025-09-01");
    first.until_on = day("2025-12-19");
    auto second = standing("2025-12-20");
    second.until_on = day("2026-05-12");
    EXPECT_EQ(first_day_after(std::vector{second, first}, day("2026-05-12")), day("2026-05-13"));
    EXPECT_EQ(first_day_after(std::vector{first}, day("2026-05-12")), day("2025-12-20"))
        << "no day is left out";
}

TEST(ReadyMeasures, have_scales_that_hold_together) {
    for (auto const ready : all_of<Ready>()) {
        auto const one = definition_of(ready);
        EXPECT_FALSE(one.name.empty());
        EXPECT_LT(one.least, one.most);
        EXPECT_EQ((one.most - one.least) % one.step, 0) << one.name;
        EXPECT_FALSE(explained(ready).empty());
        EXPECT_EQ(ready_one(one), ready) << one.name;
        EXPECT_EQ(one.scale == Scale::single_rating, scores_on(one) <= 11) << one.name;
    }
}

TEST(ReadyMeasures, are_known_by_what_they_mean_and_not_by_name_alone) {
    auto other = definition_of(Ready::working_at);
    other.most = 700;
    EXPECT_EQ(ready_one(other), std::nullopt);
    other = definition_of(Ready::working_at);
    other.taken_each = TakenEach::year;
    EXPECT_EQ(ready_one(other), Ready::working_at);
}

TEST(ReadyMeasures, are_there_for_each_kind) {
    for (auto const kind : all_of<Kind>())
        EXPECT_TRUE(std::ranges::any_of(all_of<Ready>(), [&](Ready one) {
            return definition_of(one).kind == kind;
        })) << word(kind);
}

}  // namespace
}  // namespace measures
