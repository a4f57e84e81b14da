#include "change/waiting_store.hpp"

#include <gtest/gtest.h>

#include "assessments/actions.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/shipped.hpp"
#include "change/measured_actions.hpp"
#include "story/running_case_test.hpp"

namespace change {
namespace {

using assessments::Informant;
using assessments::Occasion;

// Five children of Sam's class were referred 25 days ago and rated twice since, each a point higher. Nobody
// of them has a place.
class ChildrenWhoWaited : public testing::Test {
protected:
    ChildrenWhoWaited() {
        senco_.db.enter(school_.school);
        EXPECT_TRUE(
            assessments::load(senco_, std::string(assessments::shipped("withy-observation")->document), {})
        );
        for (auto const* name : {"Ada", "Ben", "Cleo", "Dev", "Ewa"}) {
            children_.push_back(school_.add_child(name, "Waits", school_.class_4b));
            cases_.push_back(running_.another_case(children_.back()));
        }
        rates(running_.text_case, school_.today, 2);
    }

    void refer_and_rate(std::string const& the_case) {
        running_.step(the_case, "referral", school_.today - 25);
        rate_twice(the_case);
    }
    void rate_twice(std::string const& the_case) {
        rates(the_case, school_.today - 14, 1);
        rates(the_case, school_.today, 2);
    }
    void refer_and_rate_all() {
        for (auto const& the_case : cases_) refer_and_rate(the_case);
    }

    assessments::AssessmentId rates(
        std::string const& the_case, Date on, int each, std::optional<assessments::AssessmentId> beside = {}
    ) {
        auto visit = school_.visit(db(), beside ? school_.headteacher : school_.teacher_of_4b);
        auto const loaded = *assessments::store::newest(visit.db, visit.school, "withy-observation");
        assessments::Rating rating{
            .informant = Informant::class_teacher,
            .occasion = Occasion::weekly,
            .rated_on = on,
            .beside = beside};
        for (auto const item : form_for(loaded.instrument, Occasion::weekly)->items)
            rating.ratings.push_back({item, each});
        auto const rated = assessments::rate(visit, *CaseId::parse(the_case), loaded, rating);
        EXPECT_TRUE(rated);
        return *rated;
    }

    ChangeOfCase seen_by(support::Person const& person) {
        auto visit = school_.visit(db(), person);
        return actions::change_of(visit, *CaseId::parse(running_.text_case), same<PupilId>(school_.sam.id));
    }
    // How many children the SENCo is told of.
    int told_to_senco() {
        auto const change = seen_by(school_.senco);
        EXPECT_TRUE(change.waited);
        return change.waited->empty() ? 0 : change.waited->front().scales.front().children;
    }
    template <class To, class From>
    static To same(From const& id) {
        return *To::parse(id.text());
    }

    db::Connection& db() { return database_.connection(); }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Transaction transaction_{db(), db::Mode::write};
    Visit senco_ = school_.visit(db(), school_.senco);
    story::RunningCase running_{db(), school_};
    std::vector<support::Child> children_;
    std::vector<std::string> cases_;
};

TEST_F(ChildrenWhoWaited, are_told_to_who_coordinates_and_to_nobody_else) {
    refer_and_rate_all();
    EXPECT_EQ(told_to_senco(), 5);
    EXPECT_FALSE(seen_by(school_.teacher_of_4b).waited);
    EXPECT_FALSE(seen_by(school_.nurture_assistant).waited);
    EXPECT_FALSE(seen_by(school_.headteacher).waited);
}

TEST_F(ChildrenWhoWaited, do_not_include_a_child_of_the_visitors_own) {
    refer_and_rate_all();
    db().run(
        R"(INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3))",
        school_.school,
        children_.front().mother,
        school_.senco.staff
    );
    EXPECT_EQ(told_to_senco(), 0) << "four are too few";
}

TEST_F(ChildrenWhoWaited, were_referred_before_they_were_rated) {
    refer_and_rate_all();
    EXPECT_EQ(told_to_senco(), 5);
    auto const sixth = school_.add_child("Finn", "Concern", school_.class_4b);
    rate_twice(running_.another_case(sixth));
    EXPECT_EQ(told_to_senco(), 5) << "a mere concern";
    auto const seventh = school_.add_child("Gita", "Late", school_.class_4b);
    auto const late = running_.another_case(seventh);
    running_.step(late, "referral", school_.today - 2);
    rate_twice(late);
    EXPECT_EQ(told_to_senco(), 5) << "the first rating is from before the referral";
}

TEST_F(ChildrenWhoWaited, do_not_include_who_was_closed_or_declined_or_whose_parents_refused) {
    refer_and_rate_all();
    school_.answer({}, cases_.front(), children_.front().mother, "refused", school_.today);
    EXPECT_EQ(told_to_senco(), 0) << "refused";
    school_.answer({}, cases_.front(), children_.front().mother, "given", school_.today);
    EXPECT_EQ(told_to_senco(), 5);
    db().run(
        R"(INSERT INTO discussion (school_id, id, case_id, held_on, outcome, reason, made_by, made_at)
           VALUES ($1, $2, $3, $4, 'no_need_now', 'Settled', $5, $6))",
        school_.school,
        running_.id(),
        cases_.at(1),
        school_.today,
        school_.senco.staff,
        school_.now
    );
    EXPECT_EQ(told_to_senco(), 0) << "declined";
}

TEST_F(ChildrenWhoWaited, do_not_include_who_was_closed_without_support) {
    refer_and_rate_all();
    db().run(
        "UPDATE nurture_case SET closed_at = $1, closed_why = 'Moves away' WHERE school_id = $2 AND id = $3",
        school_.now,
        school_.school,
        cases_.front()
    );
    EXPECT_EQ(told_to_senco(), 0);
}

TEST_F(ChildrenWhoWaited, count_by_the_rating_that_two_adults_agreed_on) {
    for (std::size_t at = 1; at < cases_.size(); ++at) refer_and_rate(cases_.at(at));
    auto const& the_case = cases_.front();
    running_.step(the_case, "referral", school_.today - 25);
    rates(the_case, school_.today - 14, 1);
    auto const first = rates(the_case, school_.today, 2);
    auto const second = rates(the_case, school_.today, 4, first);
    auto mean = [&] { return seen_by(school_.senco).waited->front().scales.front().mean_change; };
    EXPECT_EQ(told_to_senco(), 0) << "of two side by side neither counts, and four are too few";
    db().run(
        "UPDATE assessment SET agreed_by = $1, agreed_at = $2 WHERE school_id = $3 AND id = $4",
        school_.senco.staff,
        school_.now,
        school_.school,
        second
    );
    EXPECT_DOUBLE_EQ(mean(), 1.4);
}

TEST_F(ChildrenWhoWaited, are_held_against_the_same_norms_alone) {
    refer_and_rate_all();
    auto visit = school_.visit(db(), school_.senco);
    auto const loaded = *assessments::store::newest(visit.db, visit.school, "withy-observation");
    auto scores = [&](std::optional<assessments::NormSetId> const& norms) {
        return store::scores_while_waiting(visit.db, visit.school, loaded.id, Informant::class_teacher, norms)
            .size();
    };
    EXPECT_GT(scores({}), 0U);
    EXPECT_EQ(scores(assessments::NormSetId::make(school_.now)), 0U);
}

}  // namespace
}  // namespace change
