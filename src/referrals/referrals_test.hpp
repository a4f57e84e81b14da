#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "cases/actions.hpp"
#include "cases/store.hpp"
#include "records/store.hpp"
#include "referrals/case_actions.hpp"
#include "referrals/concern_actions.hpp"
#include "referrals/concern_store.hpp"
#include "referrals/discussion_actions.hpp"
#include "referrals/discussion_store.hpp"
#include "referrals/list_actions.hpp"
#include "referrals/list_pages.hpp"
#include "referrals/waiting_actions.hpp"
#include "referrals/waiting_routes.hpp"
#include "referrals/waiting_store.hpp"
#include "support/small_school.hpp"

namespace referrals {

using cases::DiscussionOutcome;
using cases::Stage;
using need_to_know::Relationship;

template <class To, class From>
To same(From const& id) {
    return *To::parse(id.text());
}

class Referrals : public testing::Test {
protected:
    PupilId sam() const { return same<PupilId>(school.sam.id); }
    AreaId friendships() const { return same<AreaId>(school.friendships); }
    Visit as(support::Person const& person) { return school.visit(db, person); }

    ConcernInput said(std::string seen = "Alone at every playtime", Source source = Source::staff) const {
        return {
            .source = source,
            .source_name = {},
            .seen = std::move(seen),
            .tried = "A seat beside a friend",
            .attachment_figure = true,
            .parents_spoken_to = ParentsSpokenTo::not_yet,
            .noticed_on = school.today - 1,
            .areas = {friendships()}};
    }
    DiscussionInput came_to(DiscussionOutcome outcome) const {
        return {
            .held_on = school.today,
            .present = "Rob Ellis",
            .outcome = outcome,
            .reason = "Talked it through",
            .instead = "A reading partner",
            .information_from = "Rob Ellis",
            .information_by_on = school.today + 7,
            .areas = {friendships()}};
    }

    ConcernId raised(PupilId const& pupil, Source source = Source::staff) {
        auto visit = as(school.support_staff);
        return *raise(visit, pupil, said("Alone at every playtime", source));
    }
    CaseId case_of(ConcernId const& concern) {
        return concern_store::find(db, school.school, concern)->the_case;
    }
    Concern reread(ConcernId const& concern) { return *concern_store::find(db, school.school, concern); }
    cases::Status status_of(CaseId const& the_case) {
        auto visit = as(school.senco);
        return opened_case(visit, the_case)->status;
    }
    cases::store::Case case_with(CaseId const& the_case) {
        return *cases::store::find(db, school.school, the_case, school.today);
    }

    CaseId referred(PupilId const& pupil) {
        auto const the_case = case_of(raised(pupil));
        auto visit = as(school.senco);
        EXPECT_TRUE(refer(visit, the_case, Relationship::senco, {}));
        return the_case;
    }
    CaseId prioritised(PupilId const& pupil, int need = 2) {
        auto const the_case = referred(pupil);
        auto visit = as(school.senco);
        EXPECT_TRUE(discuss(visit, case_with(the_case), came_to(DiscussionOutcome::go_on)));
        EXPECT_TRUE(prioritise(visit, the_case, {FormOfSupport::group, need, 1, false, "Needs company"}));
        return the_case;
    }
    CaseId waiting(PupilId const& pupil, int need = 2) {
        auto const the_case = prioritised(pupil, need);
        auto visit = as(school.senco);
        EXPECT_TRUE(put_on_list(visit, the_case, {school.today + 30, "A daily check-in"}));
        return the_case;
    }
    void give_a_place(CaseId const& the_case) {
        auto const programme = std::string(WaitingId::make(school.now).text());
        db.run(
            R"(INSERT INTO programme (school_id, id, name, form, deliverer_id, room_id, starts_on, starts_at_time,
                                      minutes, weeks, places, policy_version_id, made_by, made_at)
               VALUES ($1, $2, 'Group', 'group', $3, $4, $5, '10:00', 45, 6, 6, $6, $3, $7))",
            school.school,
            programme,
            school.nurture_assistant.staff,
            school.room,
            school.today,
            school.policy,
            school.now
        );
        db.run(
            R"(INSERT INTO place (school_id, id, programme_id, case_id, pupil_id, allocated_on, allocated_by,
                                  allocated_at)
               VALUES ($1, $2, $2, $3, $4, $5, $6, $7))",
            school.school,
            programme,
            the_case,
            sam(),
            school.today,
            school.senco.staff,
            school.now
        );
    }
    // The rows alone, without the log of how they came about.
    void add_case_on_paper(bool waits) {
        auto const child = school.add_child("Child", "Of many", school.class_4b);
        auto const the_case = CaseId::make(school.now);
        cases::store::add(db, school.school, the_case, same<PupilId>(child.id), school.now);
        for (auto const step : all_of<cases::Step>()) {
            if (step > (waits ? cases::Step::waiting_list : cases::Step::concern)) break;
            cases::StepTaken taken;
            taken.id = cases::StepId::make(school.now);
            taken.step = step;
            taken.taken_at = school.now;
            taken.taken_on = school.today;
            cases::store::add_step(db, school.school, the_case, taken);
        }
        Concern concern;
        concern.id = ConcernId::make(school.now);
        concern.the_case = the_case;
        concern.pupil = same<PupilId>(child.id);
        concern.said = said();
        concern.written_by = school.support_staff.staff;
        concern_store::add(db, school.school, concern);
        if (!waits) return;
        discussion_store::add(
            db,
            school.school,
            the_case,
            PrioritisationId::make(school.now),
            {FormOfSupport::group, 1, 1, false, "Needs company"},
            school.senco.staff,
            school.now
        );
        waiting_store::add(
            db,
            school.school,
            WaitingId::make(school.now),
            the_case,
            {school.today + 30, "A daily check-in"},
            school.today
        );
    }
    std::vector<CaseId> order() {
        std::vector<CaseId> cases;
        auto visit = as(school.senco);
        for (auto const& line : waiting_list(visit)) cases.push_back(line.waiting.the_case);
        return cases;
    }

    support::TestDatabase database;
    support::SmallSchool school{database};
    db::Connection& db = database.connection();
    db::Transaction transaction{db, db::Mode::write};
};

}  // namespace referrals
