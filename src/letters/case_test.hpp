#pragma once

#include <gtest/gtest.h>

#include "cases/actions.hpp"
#include "cases/store.hpp"
#include "consent/store.hpp"
#include "letters/actions.hpp"
#include "letters/answer_actions.hpp"
#include "letters/link_store.hpp"
#include "letters/parent_actions.hpp"
#include "letters/store.hpp"
#include "letters/today_store.hpp"
#include "support/small_school.hpp"

namespace letters {

// Sam's case, prioritised, so that the letters are due.
struct SamsCase : testing::Test {
    support::TestDatabase database;
    support::SmallSchool small{database};
    db::Connection& db = database.connection();
    CaseId the_case = prioritised(small.sam.id);
    ContactId mother = id_of(small.sam.mother);
    ContactId father = id_of(small.sam.father);

    static ContactId id_of(support::ContactId const& id) { return *ContactId::parse(id.text()); }

    // What the function does as this person, committed.
    template <class Act>
    auto as(support::Person const& person, Act act) {
        db::Transaction transaction(db, db::Mode::write);
        auto visit = small.visit(db, person);
        visit.public_address = "https://withy.example";
        visit.sends_mail = true;
        auto result = act(visit);
        transaction.commit();
        return result;
    }

    // The same as somebody who is not signed in.
    template <class Act>
    auto as_nobody(Act act) {
        db::Transaction transaction(db, db::Mode::write);
        auto visit = small.visit_of_nobody(db);
        auto result = act(visit);
        transaction.commit();
        return result;
    }

    CaseId prioritised(support::PupilId const& pupil) {
        return as(small.senco, [&](Visit& visit) {
            auto const made = cases::open_for(visit, *PupilId::parse(pupil.text()));
            for (auto const step :
                 {cases::Step::concern,
                  cases::Step::referral,
                  cases::Step::discussion,
                  cases::Step::prioritisation})
                EXPECT_TRUE(cases::take(visit, made, step));
            visit.db.run(
                R"(INSERT INTO prioritisation (school_id, id, case_id, form, need, impact_on_learning,
                                               earlier_support, reason, made_by, made_at)
                   VALUES ($1, $2, $3, 'group', 2, 2, 0, 'r', $4, $5))",
                visit.school,
                Id<struct PrioritisationTag>::make(visit.now),
                made,
                visit.staff(),
                visit.now
            );
            return made;
        });
    }

    // The letters to these people, sent; gives each one's token, taken from the letter itself.
    std::vector<std::string> send_to(std::vector<ContactId> const& people) {
        return as(small.senco, [&](Visit& visit) {
            auto const about = correspondence(visit, the_case);
            auto const made = unpacked(packed(drafts(visit, *about, people)));
            EXPECT_TRUE(send(visit, *about, made, {}));
            std::vector<std::string> tokens;
            for (auto const& person : people)
                for (auto const& draft : made)
                    if (draft.contact == person) tokens.push_back(token_in(draft.link));
            return tokens;
        });
    }

    static std::string token_in(std::string const& words) {
        std::string const before = "https://withy.example/consent/";
        auto const at = words.find(before);
        return at == std::string::npos ? "" : words.substr(at + before.size(), 43);
    }

    Expected<consent::Standing, FieldError> answer(
        ContactId const& who, consent::Answer answer, consent::Route route = consent::Route::paper
    ) {
        return as(small.senco, [&](Visit& visit) {
            return record_answer(
                visit,
                the_case,
                {.contact = who, .answer = answer, .route = route, .answered_on = small.today}
            );
        });
    }

    // On paper, with the day that stands on it.
    Expected<consent::Standing, FieldError> answered_on(
        Date day, ContactId const& who, consent::Answer answer
    ) {
        return as(small.senco, [&](Visit& visit) {
            return record_answer(
                visit,
                the_case,
                {.contact = who, .answer = answer, .route = consent::Route::paper, .answered_on = day}
            );
        });
    }

    Overview seen() {
        return as(small.senco, [&](Visit& visit) { return *overview(visit, the_case); });
    }

    bool stands(cases::Step step) {
        return as(small.senco, [&](Visit& visit) {
            return cases::standing(cases::store::steps(visit.db, visit.school, the_case), step) != nullptr;
        });
    }

    std::vector<std::string> outbox_addresses() {
        return as(small.senco, [&](Visit& visit) {
            return visit.db.all<std::string>(
                "SELECT address FROM outbox WHERE school_id = $1 ORDER BY address", visit.school
            );
        });
    }

    // A place for Sam with the Nurture Assistant, as though it had been given and started.
    std::string give_place() {
        return as(small.senco, [&](Visit& visit) {
            auto const programme = std::string(Id<struct ProgrammeTag>::make(visit.now).text());
            auto const place = std::string(Id<struct PlaceTag>::make(visit.now).text());
            visit.db.run(
                R"(INSERT INTO programme (school_id, id, name, form, deliverer_id, room_id, starts_on, starts_at_time,
                                          minutes, weeks, places, policy_version_id, made_by, made_at)
                   VALUES ($1, $2, 'Group', 'group', $3, $4, $5, '10:00', 45, 6, 6, $6, $7, $8))",
                visit.school,
                programme,
                small.nurture_assistant.staff,
                small.room,
                small.today,
                small.policy,
                visit.staff(),
                visit.now
            );
            visit.db.run(
                R"(INSERT INTO place (school_id, id, programme_id, case_id, pupil_id, allocated_on, allocated_by,
                                      allocated_at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
                visit.school,
                place,
                programme,
                the_case,
                small.sam.id,
                small.today,
                visit.staff(),
                visit.now
            );
            return place;
        });
    }
};

}  // namespace letters
