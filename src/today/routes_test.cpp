#include "today/day_test.hpp"

namespace today {
namespace {

TEST_F(Today, opens_with_the_day) { EXPECT_TRUE(holds(page_for(school_.support_staff), "Tuesday 12 May")); }

TEST_F(Today, is_pleasant_where_nothing_waits) {
    EXPECT_TRUE(holds(page_for(school_.safeguarding_lead), "Nothing waits for you today. Enjoy the day."));
}

TEST_F(Today, never_says_what_was_confided) {
    for (auto const* person :
         {&school_.senco,
          &school_.teacher_of_4b,
          &school_.headteacher,
          &school_.safeguarding_lead,
          &school_.nurture_assistant,
          &school_.second_nurture_assistant})
        EXPECT_FALSE(holds(page_for(*person), "ZEBRAFISH")) << person->name;
}

TEST_F(Today, asks_as_much_of_the_database_for_a_thousand_rows_as_for_ten) {
    std::vector<support::Person const*> const people{
        &school_.nurture_assistant,
        &school_.teacher_of_4b,
        &school_.senco,
        &school_.headteacher,
        &school_.support_staff,
        &school_.administrator};
    std::vector<std::int64_t> few;
    ask("And now?");
    db().run("UPDATE concern SET source = 'parent' WHERE school_id = $1", school_.school);
    for (auto const* person : people) few.push_back(statements_for(*person));
    for (int number = 4; number <= 1000; ++number) {
        auto const session = running_.session(number, school_.today - number % 7, number % 3 == 0);
        if (number % 6 == 0) running_.evaluation(session, "Well", "ZEBRAFISH");
        ask("And now?");
    }
    for (int more = 0; more < 300; ++more)
        running_.another_case(school_.add_child("Kim", "Reed", school_.class_4b));
    for (std::size_t i = 0; i < people.size(); ++i)
        EXPECT_EQ(statements_for(*people[i]), few[i]) << people[i]->name;
    EXPECT_LE(few[0], 15) << "one each for what they opened, for children of their own, for children who ask "
                             "for what they confided, for a second way "
                             "that is demanded, and for the school's days, on one of which an answer is due";
}

}  // namespace
}  // namespace today
