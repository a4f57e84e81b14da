// What the SENCo's Today says of parents.
#include "referrals/list_actions.hpp"
#include "today/day_test.hpp"

namespace today {
namespace {

// H1: by the day that the list of referrals goes by.
TEST_F(Today, of_the_senco_says_that_a_parents_answer_is_overdue_from_the_day_that_referrals_say) {
    ask_mother_of(school_.amira);
    auto const listed = [&] {
        auto visit = school_.visit(db(), school_.senco);
        return referrals::referral_list(visit).front().status.due_on;
    };
    EXPECT_EQ(listed(), school_.today + 6) << "a Sunday becomes the Monday after";
    EXPECT_TRUE(holds(page_for(school_.senco), "Waiting for 9 days"));
    school_.today = school_.today + 6;
    EXPECT_TRUE(holds(page_for(school_.senco), "Waiting for 15 days")) << "its last day";
    school_.today = school_.today + 1;
    EXPECT_TRUE(holds(page_for(school_.senco), "1 day overdue"));
}

// C1, C7: consent asks nobody whom a court order keeps away or who holds no responsibility any more.
TEST_F(Today, of_the_senco_offers_to_remind_nobody_whom_consent_does_not_ask_any_more) {
    ask_mother_of(school_.amira);
    auto const remind = "to answer the letter about Amira";
    auto const another = "Ask another parent or carer of Amira";
    EXPECT_TRUE(holds(page_for(school_.senco), remind));
    EXPECT_FALSE(holds(page_for(school_.senco), another));
    auto const statements = statements_for(school_.senco);
    db().run(
        "UPDATE pupil_contact SET restriction = 'No contact' WHERE school_id = $1 AND contact_id = $2",
        school_.school,
        school_.amira.mother
    );
    auto const body = page_for(school_.senco);
    EXPECT_FALSE(holds(body, remind));
    EXPECT_TRUE(holds(body, another)) << "the case waits for somebody";
    EXPECT_EQ(statements_for(school_.senco), statements);
    db().run(
        R"(UPDATE pupil_contact SET restriction = '', responsibility = 0
            WHERE school_id = $1 AND contact_id = $2)",
        school_.school,
        school_.amira.mother
    );
    EXPECT_FALSE(holds(page_for(school_.senco), remind));
}

// A yes is ending, and the only one who was asked again has no say any more: sessions would stop unannounced.
TEST_F(Today, of_the_senco_asks_for_another_parent_also_while_a_yes_still_holds) {
    agree_until(school_.today + 10);
    ask(running_.text_case, school_.sam.father);
    auto const another = "Ask another parent or carer of Sam";
    EXPECT_FALSE(holds(page_for(school_.senco), another));
    db().run(
        R"(UPDATE pupil_contact SET restriction = '', responsibility = 0
            WHERE school_id = $1 AND contact_id = $2)",
        school_.school,
        school_.sam.father
    );
    EXPECT_TRUE(holds(page_for(school_.senco), another));
}

}  // namespace
}  // namespace today
