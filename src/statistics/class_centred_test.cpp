#include "statistics/class_centred.hpp"

#include <gtest/gtest.h>

#include <random>

namespace statistics {
namespace {

std::vector<Direction> const both_low{Direction::low, Direction::low};

// A class's scores on two measures.
struct Taken {
    std::vector<double> scores;
    ClassScores as_class(std::vector<bool> supported = {}) const {
        return {.scores = scores, .pupils = scores.size() / 2, .supported = std::move(supported)};
    }
};

// Classes of ten ordinary pupils each, made by a generator that draws the same ones each time.
std::vector<Taken> ordinary_classes(std::size_t count) {
    std::mt19937_64 random(7);  // NOLINT(cert-msc51-cpp): the same classes each time
    std::vector<Taken> classes(count);
    for (auto& one : classes)
        for (int i = 0; i < 20; ++i) one.scores.push_back(std::uniform_int_distribution<>(20, 40)(random));
    return classes;
}

std::vector<ClassScores> all_of(std::vector<Taken> const& classes) {
    std::vector<ClassScores> all;
    for (auto const& one : classes) all.push_back(one.as_class());
    return all;
}

struct ClassCentred : testing::Test {
    std::vector<Taken> others = ordinary_classes(12);
    Reference reference = *Reference::of(all_of(others), both_low);

    double p_of(Taken const& taken, std::size_t pupil) const {
        auto const standings = *reference.standings(taken.as_class());
        return standings[pupil]->p;
    }
};

TEST_F(ClassCentred, counts_the_pupils_who_are_as_far_below_their_own_class) {
    Taken const taken{{1, 30, 30, 31, 32, 33, 29, 28, 30, 30, 2, 30, 30, 31, 32, 33, 29, 28, 30, 30}};
    auto const standings = *reference.standings(taken.as_class());
    EXPECT_DOUBLE_EQ(standings[0]->p, 1.0 / 121);
    for (std::size_t i = 1; i < standings.size(); ++i) EXPECT_GT(standings[i]->p, 0.1);
}

TEST_F(ClassCentred, says_nothing_of_a_pupil_without_every_measure_but_lets_them_count_for_others) {
    Taken whole{{10, 30, 32, 34, 30, 30, 32, 34}}, partly = whole;
    partly.scores[3 + 4] = missing;
    auto const standings = *reference.standings(partly.as_class());
    EXPECT_FALSE(standings[3]);
    EXPECT_TRUE(standings[0]);
    EXPECT_LT(p_of(partly, 0), 0.05);
}

TEST_F(ClassCentred, says_what_makes_each_index) {
    Taken const taken{{20, 30, 30, 31, 32, 33, 29, missing, 30, 30, 40, 30, 30, 31, 32, 33, 29, 28, 30, 30}};
    auto const standings = *reference.standings(taken.as_class());
    auto const parts = *reference.parts(taken.as_class());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        ASSERT_EQ(parts[i].has_value(), standings[i].has_value());
        if (!parts[i]) continue;
        auto const& [each, together] = *parts[i];
        EXPECT_NEAR(std::max({each[0], each[1], together}), standings[i]->index, 1e-12);
    }
    EXPECT_GT(parts[0]->each[0], parts[0]->together);
    EXPECT_LT(parts[0]->each[1], 0);
    EXPECT_FALSE(parts[7]);
}

TEST_F(ClassCentred, says_nothing_where_nobody_else_was_measured) {
    Taken const alone{{1, 1}};
    EXPECT_FALSE((*reference.standings(alone.as_class()))[0]);
    Taken const only_one_measured{{1, missing, missing, 1, missing, missing}};
    EXPECT_FALSE((*reference.standings(only_one_measured.as_class()))[0]);
}

TEST_F(ClassCentred, finds_nobody_in_a_class_where_all_are_equal) {
    Taken const equal{std::vector<double>(20, 25)};
    auto const found = screen(reference, equal.as_class());
    EXPECT_TRUE(found->flagged.empty());
    for (auto const& standing : found->standings) EXPECT_GT(standing->p, 0.3);
}

TEST_F(ClassCentred, leaves_supported_pupils_out_of_the_reference_and_in_their_class) {
    auto classes = all_of(others);
    classes[0].supported = std::vector<bool>(10);
    classes[0].supported[4] = true;
    auto const without = Reference::of(classes, both_low);
    EXPECT_EQ(reference.pupils(), 120);
    EXPECT_EQ(without->pupils(), 119);
    EXPECT_EQ(without->classes(), 12);
}

TEST_F(ClassCentred, turns_measures_where_a_high_score_gives_concern) {
    Taken const taken{{39, 30, 30, 31, 32, 30, 30, 30, 31, 32}};
    auto mirrored = others;
    for (auto& one : mirrored)
        for (auto& score : one.scores) score = -score;
    Taken negative = taken;
    for (auto& score : negative.scores) score = -score;
    std::vector<Direction> const both_high{Direction::high, Direction::high};
    auto const turned = Reference::of(all_of(mirrored), both_high);
    auto const expected = *reference.standings(taken.as_class());
    auto const found = *turned->standings(negative.as_class());
    for (std::size_t i = 0; i < found.size(); ++i) EXPECT_DOUBLE_EQ(found[i]->index, expected[i]->index);
}

TEST_F(ClassCentred, refuses_what_cannot_be_a_reference_or_a_class) {
    constexpr double endless = std::numeric_limits<double>::infinity();
    Taken const infinite{{1, endless, 3, 4}}, equal{{3, 3, 4, 4}}, odd{{1, 2, 3, 4}};
    EXPECT_EQ(Reference::of({}, both_low).error(), Refusal::too_few_controls);
    EXPECT_EQ(Reference::of({}, {}).error(), Refusal::different_lengths);
    EXPECT_EQ(Reference::of(std::vector{infinite.as_class()}, both_low).error(), Refusal::not_finite);
    EXPECT_EQ(Reference::of(std::vector{equal.as_class()}, both_low).error(), Refusal::zero_variance);
    EXPECT_EQ(reference.standings(infinite.as_class()).error(), Refusal::not_finite);
    EXPECT_EQ(reference.standings({.scores = odd.scores, .pupils = 3}).error(), Refusal::different_lengths);
    EXPECT_EQ(screen(reference, odd.as_class(), 0).error(), Refusal::p_out_of_range);
}

TEST_F(ClassCentred, says_the_same_share_as_counting_one_by_one) {
    std::vector<std::optional<ClassStanding>> all;
    for (auto const& one : others) {
        auto const standings = *reference.standings(one.as_class());
        all.insert(all.end(), standings.begin(), standings.end());
    }
    for (double index = -3; index < 4; index += 0.01) {
        auto const at_or_beyond = [&] {
            std::size_t count = 0;
            for (auto const& standing : all) count += standing->index >= index - 1e-9;
            return count;
        }();
        EXPECT_DOUBLE_EQ(reference.share_at(index), static_cast<double>(1 + at_or_beyond) / 121) << index;
    }
}

// Classes in which several are far below, some have the same scores, and some lack one.
TEST_F(ClassCentred, screens_many_classes_as_it_screens_one) {
    std::mt19937_64 random(11);  // NOLINT(cert-msc51-cpp): the same classes each time
    std::size_t flagged = 0;
    for (double const share : {0.01, 0.10, 0.5, 0.999}) {
        ManyScreens screens(reference, share);
        for (int round = 0; round < 200; ++round) {
            auto const pupils = std::uniform_int_distribution<std::size_t>(0, 40)(random);
            std::vector<double> scores;
            for (std::size_t i = 0; i < 2 * pupils; ++i) {
                auto const kind = std::uniform_int_distribution<>(0, 19)(random);
                auto const ordinary = std::uniform_int_distribution<>(28, 32)(random);
                scores.push_back(kind == 0 ? missing : kind < 3 ? 10 : ordinary);
            }
            ClassScores const the_class{.scores = scores, .pupils = pupils};
            auto const together = *screens.flagged(the_class);
            EXPECT_EQ(
                std::vector(together.begin(), together.end()), screen(reference, the_class, share)->flagged
            );
            flagged += together.size();
        }
    }
    EXPECT_GT(flagged, 500U);
}

TEST_F(ClassCentred, refuses_in_many_screens_what_one_refuses) {
    std::vector<double> const scores{1, 2, std::numeric_limits<double>::infinity(), 4};
    ClassScores const infinite{.scores = scores, .pupils = 2}, too_short{.scores = scores, .pupils = 3};
    EXPECT_EQ(ManyScreens(reference).flagged(infinite).error(), Refusal::not_finite);
    EXPECT_EQ(ManyScreens(reference).flagged(too_short).error(), Refusal::different_lengths);
    EXPECT_EQ(ManyScreens(reference, 1).flagged(others[0].as_class()).error(), Refusal::p_out_of_range);
}

}  // namespace
}  // namespace statistics
