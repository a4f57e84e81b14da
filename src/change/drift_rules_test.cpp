#include "change/drift_rules.hpp"

#include <gtest/gtest.h>

#include "change/measured_sentences.hpp"

namespace change {
namespace {

using measures::Measure;
using measures::MeasureId;

class DriftOfTheClass : public testing::Test {
protected:
    Date autumn = calendar::parse_iso("2025-11-12").value();
    Date spring = calendar::parse_iso("2026-02-11").value();
    Date summer = calendar::parse_iso("2026-06-10").value();
    PupilId sam = PupilId::make(Instant{1});
    Measure behaviour{
        .id = MeasureId::make(Instant{2}),
        .definition = {.name = "Behaviour", .concern_when = measures::ConcernWhen::low}};
    std::vector<PupilId> classmates;
    std::vector<ClassScore> scores;

    DriftOfTheClass() {
        for (int i = 0; i < fewest_others; ++i) classmates.push_back(PupilId::make(Instant{10 + i}));
    }
    void score(Date on, PupilId const& pupil, int points, Measure const* measure = nullptr) {
        scores.push_back(
            {.measure = measure == nullptr ? behaviour.id : measure->id,
             .taken_on = on,
             .pupil = pupil,
             .score = points * 100}
        );
    }
    void class_is_measured(Date on, int own, int each) {
        score(on, sam, own);
        for (auto const& one : classmates) score(on, one, each);
    }
    std::vector<ClassDrift> drift(Date began_on) const {
        return drift(Support{.began_on = began_on, .ended_on = {}});
    }
    std::vector<ClassDrift> drift(Support const& support) const {
        return class_drift(scores, std::vector{behaviour}, sam, support);
    }
};

TEST_F(DriftOfTheClass, goes_from_the_last_taking_before_support_to_the_last_of_all) {
    class_is_measured(autumn, 8, 12);
    class_is_measured(spring, 9, 14);
    class_is_measured(summer, 13, 17);
    auto const all = drift(spring + 7);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().first_on, spring);
    EXPECT_EQ(all.front().last_on, summer);
    EXPECT_DOUBLE_EQ(all.front().class_change, 3);
    EXPECT_EQ(
        in_words(all.front(), "Sam"),
        "Behaviour, 11 February 2026 to 10 June 2026: Sam went from 9 to 13 (+4). The 5 classmates measured "
        "on "
        "both days moved by +3 on average. A low score gives concern."
    );
}

TEST_F(DriftOfTheClass, is_shown_of_five_classmates_with_both_scores_and_of_no_fewer) {
    class_is_measured(autumn, 8, 12);
    class_is_measured(summer, 13, 17);
    EXPECT_EQ(drift(spring).size(), 1U);
    scores.pop_back();
    EXPECT_TRUE(drift(spring).empty());
}

TEST_F(DriftOfTheClass, is_not_shown_from_a_taking_after_support_began) {
    class_is_measured(spring, 8, 12);
    class_is_measured(summer, 13, 17);
    EXPECT_TRUE(drift(spring - 1).empty());
    EXPECT_EQ(drift(spring).size(), 1U) << "on the day itself";
    EXPECT_TRUE(drift(Support{}).empty()) << "no support yet";
}

TEST_F(DriftOfTheClass, goes_no_further_than_a_term_after_the_end) {
    class_is_measured(autumn, 8, 12);
    class_is_measured(spring, 9, 14);
    class_is_measured(summer, 13, 17);
    auto const all = drift(Support{.began_on = autumn + 7, .ended_on = autumn + 60});
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().last_on, spring);
    scores.clear();
    class_is_measured(autumn, 8, 12);
    class_is_measured(summer, 13, 17);
    EXPECT_TRUE(drift(Support{.began_on = autumn + 7, .ended_on = autumn + 60}).empty());
}

TEST_F(DriftOfTheClass, needs_two_takings_in_the_same_measure) {
    class_is_measured(autumn, 8, 12);
    EXPECT_TRUE(drift(spring).empty());
    Measure const replaced{.id = MeasureId::make(Instant{3}), .definition = {.name = "Behaviour"}};
    score(summer, sam, 13, &replaced);
    for (auto const& one : classmates) score(summer, one, 17, &replaced);
    EXPECT_TRUE(drift(spring).empty());
}

}  // namespace
}  // namespace change
