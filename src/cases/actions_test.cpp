#include "cases/actions.hpp"

#include <gtest/gtest.h>

#include "cases/store.hpp"
#include "records/store.hpp"
#include "support/school_rows.hpp"
#include "support/test_database.hpp"

namespace cases {
namespace {

class CaseActions : public testing::Test {
protected:
    db::Connection& db() { return database_.connection(); }
    std::vector<StepTaken> steps() { return store::steps(db(), visit_.school, case_); }
    std::string case_text() const { return std::string(case_.text()); }

    void take_up_to(Step last) {
        for (auto const step : all_of<Step>()) {
            if (step > last || step == Step::waiting_list) continue;
            EXPECT_TRUE(take(visit_, case_, step)) << word(step);
        }
    }

    support::TestDatabase database_;
    db::Transaction transaction_{db(), db::Mode::write};
    support::SchoolRows rows_{db()};
    std::string senco_ = rows_.staff("Ms Senco");
    Visit visit_{
        .db = db(),
        .now = rows_.now(),
        .today = rows_.today(),
        .school = rows_.school(),
        .school_name = "Willow Bank",
        .who = {.staff = *StaffId::parse(senco_), .account = {}, .name = "Ms Senco", .roles = {}},
        .frame = {}};
    std::string pupil_ = rows_.pupil("Sam");
    CaseId case_ = open_for(visit_, *PupilId::parse(pupil_));
};

TEST_F(CaseActions, a_pupil_has_one_open_case_at_a_time) {
    EXPECT_EQ(open_for(visit_, *PupilId::parse(pupil_)), case_);
    close(visit_, case_, "no need now");
    EXPECT_NE(open_for(visit_, *PupilId::parse(pupil_)), case_);
}

TEST_F(CaseActions, a_case_that_is_opened_again_says_why) {
    take_up_to(Step::referral);
    close(visit_, case_, "no need now");
    ASSERT_TRUE(reopen(visit_, case_, "Closed too soon"));
    EXPECT_TRUE(store::is_open(db(), visit_.school, case_));
    EXPECT_EQ(records::store::of_case(db(), visit_.school, case_text()).back().why, "Closed too soon");
}

TEST_F(CaseActions, steps_are_taken_in_order_by_whoever_visits_and_recorded) {
    ASSERT_TRUE(take(visit_, case_, Step::concern));
    EXPECT_EQ(take(visit_, case_, Step::discussion).error(), Refusal::earlier_step_missing);

    ASSERT_EQ(steps().size(), 1U);
    EXPECT_EQ(steps()[0].taken_by_name, "Ms Senco");
    EXPECT_EQ(steps()[0].taken_on, rows_.today());
    auto const log = records::store::of_case(db(), visit_.school, case_text());
    ASSERT_EQ(log.size(), 2U);
    EXPECT_EQ(log[1].subject, "step");
}

TEST_F(CaseActions, an_undone_step_stays_in_the_history_with_its_reason) {
    take_up_to(Step::referral);
    EXPECT_EQ(undo(visit_, case_, Step::concern, "x").error(), Refusal::later_step_stands);
    EXPECT_EQ(undo(visit_, case_, Step::referral, " ").error(), Refusal::reason_missing);
    ASSERT_TRUE(undo(visit_, case_, Step::referral, "The wrong Sam"));

    ASSERT_EQ(steps().size(), 2U);
    EXPECT_FALSE(steps()[1].stands());
    EXPECT_EQ(steps()[1].undone_reason, "The wrong Sam");
    EXPECT_EQ(steps()[1].undone_by_name, "Ms Senco");
    EXPECT_TRUE(take(visit_, case_, Step::referral));
    EXPECT_EQ(steps().size(), 3U);
}

TEST_F(CaseActions, a_closed_case_takes_no_more_steps) {
    close(visit_, case_, "no need now");
    EXPECT_EQ(take(visit_, case_, Step::concern).error(), Refusal::closed);
    EXPECT_EQ(undo(visit_, case_, Step::concern, "x").error(), Refusal::closing_stands);
    auto const entries = records::store::of_case(db(), visit_.school, case_text()).size();
    close(visit_, case_, "again");
    EXPECT_EQ(records::store::of_case(db(), visit_.school, case_text()).size(), entries);
}

}  // namespace
}  // namespace cases
