// What the SENCo's Today says of programmes that run.
#include "today/day_test.hpp"

namespace today {
namespace {

// M1, M2: no measure from before is lost without a word.
TEST_F(Today, of_the_senco_has_a_measure_that_was_not_given_before_a_programme_began_until_it_is_given) {
    auto const late = "Sam&#39;s class teacher, to give the measure before the programme";
    auto const today = school_.today;
    school_.today = today - 14;
    EXPECT_FALSE(holds(page_for(school_.senco), late)) << "it is the first day";
    school_.today = today - 11;
    auto const body = page_for(school_.senco);
    EXPECT_TRUE(holds(body, late));
    EXPECT_TRUE(holds(body, "3 days overdue"));
    EXPECT_TRUE(holds(body, "/cases/" + running_.text_case + "/questions?remind=measure"));
    EXPECT_FALSE(holds(page_for(school_.headteacher), late));

    school_.today = today;
    auto const statements = statements_for(school_.senco);
    db().run(
        R"(INSERT INTO target_measure (school_id, target_id, occasion, rating, rated_by, rated_at)
           VALUES ($1, $2, 'before', 4, $3, $4))",
        school_.school,
        running_.target,
        school_.teacher_of_4b.staff,
        school_.now
    );
    EXPECT_FALSE(holds(page_for(school_.senco), late));
    EXPECT_EQ(statements_for(school_.senco), statements);
}

TEST_F(Today, of_the_senco_has_no_such_measure_of_a_place_that_has_ended) {
    auto const late = "class teacher, to give the measure before the programme";
    EXPECT_TRUE(holds(page_for(school_.senco), late));
    end_place("completed", school_.today);
    EXPECT_FALSE(holds(page_for(school_.senco), late)) << "nothing is left to be given";
}

}  // namespace
}  // namespace today
