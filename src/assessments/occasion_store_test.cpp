#include "assessments/occasion_store.hpp"

#include <gtest/gtest.h>

#include "story/running_case_test.hpp"

namespace assessments {
namespace {

// Sam's programme had its first session a week ago; today's and the next are to come.
class StageOfSupport : public testing::Test {
protected:
    Stage stage(std::string const& of_case) {
        return store::stage_of(database_.connection(), school_.school, *CaseId::parse(of_case));
    }
    void end_places(char const* reason) {
        database_.connection().run(
            "UPDATE place SET ended_on = $1, end_reason = $2 WHERE school_id = $3 AND case_id = $4",
            school_.today,
            std::string(reason),
            school_.school,
            running_.text_case
        );
    }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Transaction transaction_{database_.connection(), db::Mode::write};
    Visit senco_ = entered();
    story::RunningCase running_{database_.connection(), school_};

private:
    Visit entered() {
        database_.connection().enter(school_.school);
        return school_.visit(database_.connection(), school_.senco);
    }
};

TEST_F(StageOfSupport, is_running_from_the_first_session_until_none_is_to_come) {
    EXPECT_EQ(stage(running_.text_case), Stage::running);
    end_places("completed");
    EXPECT_EQ(stage(running_.text_case), Stage::over);
}

TEST_F(StageOfSupport, has_not_begun_where_no_session_was_held_or_the_allocation_was_undone) {
    EXPECT_EQ(stage(running_.another_case(school_.amira)), Stage::before);
    end_places("allocation_undone");
    EXPECT_EQ(stage(running_.text_case), Stage::before);
}

}  // namespace
}  // namespace assessments
