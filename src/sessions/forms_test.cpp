#include "sessions/forms.hpp"

#include <gtest/gtest.h>

namespace sessions {
namespace {

programmes::Target target(std::int64_t at, std::string const& words) {
    programmes::Target target;
    target.id = TargetId::make({at});
    target.words = words;
    return target;
}

std::vector const targets{target(1, "I can join in"), target(2, "I can say stop")};

TEST(EvaluationForm, asks_for_a_number_or_that_it_was_not_seen) {
    Fields fields;
    fields.add("attended", "yes");
    fields.add(rating_field(targets[0].id), "7");
    auto const without = forms::evaluation(fields, targets);
    ASSERT_FALSE(without);
    ASSERT_EQ(without.error().size(), 1U);
    EXPECT_EQ(
        without.error().front().message,
        "Choose a number from 0 to 10 for “I can say stop”, or that it was not seen today"
    );
    fields.add(rating_field(targets[1].id), "not_seen");
    auto const entered = forms::evaluation(fields, targets);
    ASSERT_TRUE(entered);
    EXPECT_EQ(entered->ratings, (std::vector<Rating>{{targets[0].id, 7}, {targets[1].id, std::nullopt}}));
}

// A card that is opened again to be corrected.
TEST(EvaluationForm, is_filled_in_with_what_was_chosen) {
    Evaluation evaluation;
    evaluation.ratings = {{targets[0].id, 0}, {targets[1].id, std::nullopt}};
    auto const entered = forms::evaluation(forms::typed(evaluation), targets);
    ASSERT_TRUE(entered);
    EXPECT_EQ(entered->ratings, evaluation.ratings);
}

}  // namespace
}  // namespace sessions
