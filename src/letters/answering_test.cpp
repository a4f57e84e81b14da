#include "letters/case_test.hpp"

namespace letters {

using AnswersRecorded = SamsCase;
using consent::Answer;
using consent::Standing;

TEST_F(AnswersRecorded, waits_for_the_letter) {
    auto const refused = answer(mother, Answer::given);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "answer");
}

TEST_F(AnswersRecorded, the_first_agreement_takes_the_step_of_consent) {
    send_to({mother, father});
    EXPECT_FALSE(stands(cases::Step::consent));
    EXPECT_EQ(answer(mother, Answer::given), Standing::given);
    EXPECT_TRUE(stands(cases::Step::consent));
}

TEST_F(AnswersRecorded, a_refusal_takes_no_step) {
    send_to({mother});
    EXPECT_EQ(answer(mother, Answer::refused), Standing::refused);
    EXPECT_FALSE(stands(cases::Step::consent));
}

// C3: telephone with a witness.
TEST_F(AnswersRecorded, on_the_telephone_needs_a_witness) {
    send_to({mother});
    auto const refused = answer(mother, Answer::given, consent::Route::telephone);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "witness");
}

TEST_F(AnswersRecorded, is_not_taken_from_somebody_without_responsibility) {
    send_to({mother});
    as(small.senco, [&](Visit& visit) {
        return visit.db.run(
            "UPDATE pupil_contact SET responsibility = 0 WHERE school_id = $1 AND contact_id = $2",
            visit.school,
            father
        );
    });
    auto const refused = answer(father, Answer::given);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "contact");
}

// C3: two parents who disagree hold the start until the SENCo or headteacher decides with a reason.
TEST_F(AnswersRecorded, where_parents_differ_a_decision_settles_it) {
    send_to({mother, father});
    EXPECT_EQ(answer(mother, Answer::refused), Standing::refused);
    EXPECT_EQ(answer(father, Answer::given), Standing::in_dispute);
    EXPECT_FALSE(stands(cases::Step::consent));

    auto const without_reason =
        as(small.headteacher, [&](Visit& visit) { return decide(visit, the_case, true, ""); });
    EXPECT_EQ(without_reason.error().field, "reason");
    auto const decided =
        as(small.headteacher, [&](Visit& visit) { return decide(visit, the_case, true, "Sam asks for it"); });
    EXPECT_EQ(decided, Standing::given);
    EXPECT_TRUE(stands(cases::Step::consent));
    EXPECT_EQ(seen().history.front().recorded_by, small.headteacher.name);
}

TEST_F(AnswersRecorded, nothing_is_decided_where_nobody_differs) {
    send_to({mother, father});
    EXPECT_EQ(answer(mother, Answer::given), Standing::given);
    auto const refused = as(small.senco, [&](Visit& visit) { return decide(visit, the_case, false, "r"); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "decision");
}

}  // namespace letters
