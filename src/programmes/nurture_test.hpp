#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "cases/actions.hpp"
#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "programmes/actions.hpp"
#include "programmes/returning_actions.hpp"
#include "programmes/store.hpp"
#include "support/small_school.hpp"

namespace programmes {

template <class To, class From>
To same(From const& id) {
    return *To::parse(id.text());
}

// The small school with the way to a running programme, a step at a time. Everyone acts in a transaction of
// their own; `day` is the school's Tuesday until a test moves it.
class NurtureTest : public testing::Test {
protected:
    support::TestDatabase database;
    support::SmallSchool school{database};
    Date day = school.today;

    template <class Act>
    auto as(support::Person const& person, Act const& act) {
        return as(database.connection(), person, act);
    }
    template <class Act>
    auto as(db::Connection& db, support::Person const& person, Act const& act) {
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        auto visit = visit_on_day(db, person);
        auto result = act(visit);
        transaction.commit();
        return result;
    }
    // The database's gate that refuses the statement, past every rule; empty where none does.
    template <class... Values>
    std::string refused(db::Sql const& sql, Values const&... values) {
        try {
            as(school.senco, [&](Visit& visit) { return visit.db.run(sql, values..., visit.school); });
            return {};
        } catch (db::Refused const& refusal) {
            return refusal.gate;
        }
    }
    Visit visit_on_day(db::Connection& db, support::Person const& person) const {
        auto visit = school.visit(db, person);
        visit.now = visit.now + (day - school.today) * (24 * hours);
        visit.today = day;
        return visit;
    }

    // A case of the child with every step up to consent, which the mother gave.
    CaseId ready(support::Child const& child) {
        auto const id = as(school.senco, [&](Visit& visit) {
            auto const the_case = cases::open_for(visit, same<PupilId>(child.id));
            for (auto const step :
                 {cases::Step::concern,
                  cases::Step::referral,
                  cases::Step::discussion,
                  cases::Step::prioritisation,
                  cases::Step::letter,
                  cases::Step::consent})
                EXPECT_TRUE(cases::take(visit, the_case, step));
            return the_case;
        });
        answer(child, id, "given");
        return id;
    }
    void answer(support::Child const& child, CaseId const& the_case, std::string_view answer) {
        says(child.mother, the_case, answer, day);
    }
    void says(support::ContactId const& contact, CaseId const& the_case, std::string_view answer, Date on) {
        db::Transaction transaction(database.connection(), db::Mode::write);
        database.connection().enter(school.school);
        school.answer({}, the_case.text(), contact, answer, on);
        transaction.commit();
    }
    // Dad's no of the day before, of which the school hears late.
    void refused_the_day_before(CaseId const& the_case) {
        says(school.sam.father, the_case, "refused", day - 1);
    }

    // The mother's yes to a form of support, until its last day where there is one.
    void agrees_to(
        support::Child const& child,
        CaseId const& the_case,
        std::optional<Form> form,
        std::optional<Date> until = std::nullopt
    ) {
        db::Transaction transaction(database.connection(), db::Mode::write);
        database.connection().enter(school.school);
        database.connection().run(
            R"(INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route, answered_on,
                                           received_at, form, expires_on)
               SELECT $1, $2, max(number) + 1, $3, 'given', 'link', $4, $5, $6, $7 FROM consent_answer
                WHERE school_id = $1 AND case_id = $2)",
            school.school,
            the_case,
            child.mother,
            day,
            school.now,
            form,
            until
        );
        transaction.commit();
    }

    // The mother's yes to this form of support, and her no to the other.
    void agrees_to_this_alone(support::Child const& child, CaseId const& the_case, Form form) {
        agrees_to(child, the_case, form);
        db::Transaction transaction(database.connection(), db::Mode::write);
        database.connection().enter(school.school);
        database.connection().run(
            R"(INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route, answered_on,
                                           received_at, form)
               SELECT $1, $2, max(number) + 1, $3, 'refused', 'link', $4, $5, $6 FROM consent_answer
                WHERE school_id = $1 AND case_id = $2)",
            school.school,
            the_case,
            child.mother,
            day,
            school.now,
            form == Form::group ? Form::one_to_one : Form::group
        );
        transaction.commit();
    }

    // A child who joins 4B.
    support::Child join(std::string const& forename) {
        db::Transaction transaction(database.connection(), db::Mode::write);
        database.connection().enter(school.school);
        auto const child = school.add_child(forename, "Newcomer", school.class_4b);
        transaction.commit();
        return child;
    }

    NewProgramme input(int places = 4) const {
        NewProgramme input;
        input.name = "Friendship group";
        input.form = places == 1 ? Form::one_to_one : Form::group;
        input.deliverer = school.nurture_assistant.staff;
        input.room = same<schools::RoomId>(school.room);
        input.starts_on = school.today;
        input.starts_at_time = "09:30";
        input.weeks = 6;
        input.places = places;
        if (places < 4) input.reason = "Only these two need it now";
        return input;
    }
    ProgrammeId make_programme(int places = 4) {
        auto const made = as(school.senco, [&](Visit& visit) { return make(visit, input(places)); });
        EXPECT_TRUE(made);
        return made.value_or(ProgrammeId{});
    }
    // One that may start with however few children.
    void may_start_with_few(ProgrammeId const& programme) {
        EXPECT_TRUE(as(school.senco, [&](Visit& visit) {
            auto const before = *store::find(visit.db, visit.school, programme);
            return explain_few_children(visit, before, 1, "They know each other well");
        }));
    }
    ProgrammeId make_small_programme(int places = 4) {
        auto const programme = make_programme(places);
        may_start_with_few(programme);
        return programme;
    }
    PlaceId place_of(ProgrammeId const& programme, CaseId const& the_case) {
        auto const place = as(school.senco, [&](Visit& visit) {
            return allocate(visit, programme, the_case, "Where few weeks are left: joins a friend");
        });
        EXPECT_TRUE(place);
        return place.value_or(PlaceId{});
    }
    Place found(PlaceId const& place) { return *store::place(read(), school.school, place, day); }
    void give_target(PlaceId const& place, std::string const& words = "I can join in at playtime") {
        as(school.nurture_assistant, [&](Visit& visit) {
            return add_target(visit, found(place), same<AreaId>(school.friendships), words);
        });
    }
    // A programme that runs, with this child in it.
    ProgrammeId running_with(support::Child const& child) {
        auto const programme = make_small_programme();
        give_target(place_of(programme, ready(child)));
        EXPECT_TRUE(as(school.nurture_assistant, [&](Visit& visit) { return start(visit, programme); }));
        return programme;
    }
    // The session as it was planned, which moves the day on.
    void hold(Session const& session) {
        db::Transaction transaction(database.connection(), db::Mode::write);
        database.connection().enter(school.school);
        day = std::max(day, session.planned_on);
        database.connection().run(
            R"(UPDATE session SET outcome = 'delivered', held_on = $1, delivered_by = $2
                WHERE school_id = $3 AND id = $4 AND outcome = 'planned')",
            day,
            school.nurture_assistant.staff,
            school.school,
            session.id
        );
        transaction.commit();
    }
    Expected<void, cases::Refusal> undo_completion(CaseId const& the_case) {
        return as(school.senco, [&](Visit& visit) {
            return programmes::undo_completion(visit, the_case, "Pressed too early");
        });
    }
    // Completed for this child, and measured by their class teacher.
    void is_measured(Place const& place) {
        as(school.teacher_of_4b, [&](Visit& visit) {
            store::end_place(visit.db, visit.school, place.id, visit.today, cases::EndReason::completed);
            return visit.db.run(
                R"(INSERT INTO impact_review (school_id, id, case_id, place_id, reviewer_id, reviewed_on,
                                              reviewed_at, words, outcome)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, 'Joins in', 'partly'))",
                visit.school,
                visit.new_id<SessionId>(),
                place.the_case,
                place.id,
                visit.staff(),
                visit.today,
                visit.now
            );
        });
    }
    std::vector<Session> sessions_of(ProgrammeId const& programme) {
        return store::sessions(read(), school.school, programme);
    }
    Place only_place_in(ProgrammeId const& programme) {
        return store::places(read(), school.school, programme, day).front();
    }
    cases::Stage stage_of(CaseId const& the_case) {
        return cases::status_of(cases::store::find(read(), school.school, the_case, day)->facts, day).stage;
    }

    // A connection that sees what is committed now.
    db::Connection& read() {
        auto& reader = database.reader();
        reader.rollback();
        reader.begin(db::Mode::read);
        reader.enter(school.school);
        return reader;
    }
};

}  // namespace programmes
