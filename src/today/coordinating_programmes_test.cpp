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

TEST_F(Today, of_the_senco_has_no_such_measure_of_a_child_until_support_has_started_for_them) {
    auto const late = "Amira&#39;s class teacher, to give the measure before the programme";
    auto const the_case = running_.another_case(school_.amira);
    running_.join(the_case, school_.amira);
    db().run(
        R"(INSERT INTO target (school_id, id, place_id, area_id, words, made_at)
           SELECT school_id, $1, id, $2, 'I join in', $3 FROM place WHERE school_id = $4 AND case_id = $5)",
        running_.id(),
        school_.friendships,
        school_.now,
        school_.school,
        the_case
    );
    EXPECT_FALSE(holds(page_for(school_.senco), late));
    running_.step(the_case, "start", school_.today - 7);
    EXPECT_TRUE(holds(page_for(school_.senco), late));
}

// G1, Y1: by the version that the group started by.
TEST_F(Today, of_the_senco_says_that_a_group_that_runs_has_become_small_until_it_is_said_why) {
    running_.programme = running_.add_programme("Kite group", school_.nurture_assistant);
    running_.session(1, school_.today + 3, false);
    std::vector<std::string> places;
    for (auto const& child :
         {school_.grace, school_.amira, school_.tom, school_.add_child("Kim", "Reed", school_.class_4b)}) {
        running_.join(running_.another_case(child), child);
        places.push_back(db().the<std::string>(
            "SELECT id FROM place WHERE school_id = $1 AND pupil_id = $2 AND ended_on IS NULL",
            school_.school,
            child.id
        ));
    }
    auto const small = "Kite group has 3 children now: say why, or give more a place";
    EXPECT_FALSE(holds(page_for(school_.senco), small)) << "four are enough";
    auto const statements = statements_for(school_.senco);
    db().run(
        R"(UPDATE place SET ended_on = $1, end_reason = 'no_longer_needed'
            WHERE school_id = $2 AND id = $3)",
        school_.today,
        school_.school,
        places.back()
    );
    auto const body = page_for(school_.senco);
    EXPECT_TRUE(holds(body, small));
    EXPECT_TRUE(holds(body, "/programmes/" + running_.programme));
    EXPECT_EQ(statements_for(school_.senco), statements);
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), small));

    auto const said_of = [&](int children) {
        db().run(
            R"(UPDATE programme SET few_children_reason = 'Friends', few_children = $1
                WHERE school_id = $2 AND id = $3)",
            children,
            school_.school,
            running_.programme
        );
        return !holds(page_for(school_.senco), small);
    };
    EXPECT_FALSE(said_of(4)) << "that was said of four";
    EXPECT_TRUE(said_of(3));
}

}  // namespace
}  // namespace today
