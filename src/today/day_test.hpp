#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "consent/consent.hpp"
#include "story/running_case_test.hpp"
#include "support/answered.hpp"
#include "today/routes.hpp"

namespace today {

inline bool holds(std::string const& body, std::string_view words) {
    return body.find(words) != std::string::npos;
}

class Today : public testing::Test {
protected:
    db::Connection& db() { return database_.connection(); }

    std::string page_for(support::Person const& person) {
        auto visit = school_.visit(db(), person);
        return support::answered(routes().front(), visit, school_.get(person, "/")).body;
    }
    std::string page_with_mail_for(support::Person const& person) {
        auto visit = school_.visit(db(), person);
        visit.sends_mail = true;
        return support::answered(routes().front(), visit, school_.get(person, "/")).body;
    }
    std::int64_t statements_for(support::Person const& person) {
        auto visit = school_.visit(db(), person);
        auto const request = school_.get(person, "/");
        auto const before = db().statements_run();
        support::answered(routes().front(), visit, request);
        return db().statements_run() - before;
    }

    void ask(std::string const& words, std::int64_t days_ago = 2) {
        db().run(
            R"(INSERT INTO question (school_id, id, case_id, pupil_id, asked_by, asked_at, words)
               VALUES ($1, $2, $3, $4, $5, $6, $7))",
            school_.school,
            running_.id(),
            running_.text_case,
            school_.sam.id,
            school_.nurture_assistant.staff,
            school_.now - days_ago * 24 * hours,
            words
        );
    }

    void falls_out(std::string const& session, bool put_off = false) {
        db().run(
            R"(UPDATE session SET outcome = 'not_held', why_not = 'pupil_absent', rearranged = $1
                WHERE school_id = $2 AND id = $3)",
            put_off,
            school_.school,
            session
        );
    }

    void write_to_mother(std::string const& words, std::int64_t days_ago = 0) {
        db().run(
            "UPDATE contact SET address = 'mum@home.example' WHERE school_id = $1 AND id = $2",
            school_.school,
            school_.sam.mother
        );
        db().run(
            R"(INSERT INTO parent_message (school_id, id, case_id, pupil_id, contact_id, written_by, written_at,
                                           words, state)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting'))",
            school_.school,
            running_.id(),
            running_.text_case,
            school_.sam.id,
            school_.sam.mother,
            school_.nurture_assistant.staff,
            school_.now - days_ago * 24 * hours,
            words
        );
    }

    // The second Nurture Assistant takes over; what was planned before stays with the first.
    void hand_over_from(Date from_on) {
        db().run(
            R"(INSERT INTO programme_change (school_id, id, programme_id, from_on, deliverer_before, deliverer_id,
                                             room_before, room_id, when_before, when_after, reason, made_by,
                                             made_at)
               SELECT g.school_id, g.id, g.id, $1, g.deliverer_id, $2, g.room_id, g.room_id, '', '', 'Takes over',
                      $3, $4
                 FROM programme g WHERE g.school_id = $5 AND g.id = $6)",
            from_on,
            school_.second_nurture_assistant.staff,
            school_.senco.staff,
            school_.now,
            school_.school,
            running_.programme
        );
        db().run(
            "UPDATE programme SET deliverer_id = $1 WHERE school_id = $2 AND id = $3",
            school_.second_nurture_assistant.staff,
            school_.school,
            running_.programme
        );
        db().run(
            R"(UPDATE session SET deliverer_id = $1
                WHERE school_id = $2 AND programme_id = $3 AND outcome = 'planned' AND planned_on < $4)",
            school_.nurture_assistant.staff,
            school_.school,
            running_.programme,
            from_on
        );
    }

    // The mother, who has agreed before.
    void agree_until(Date last, std::optional<consent::Form> form = std::nullopt) {
        db().run(
            R"(INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route, answered_on,
                                           received_at, expires_on, form)
               VALUES ($1, $2, (SELECT max(number) + 1 FROM consent_answer WHERE school_id = $1 AND case_id = $2),
                       $3, 'given', 'link', $4, $5, $6, $7))",
            school_.school,
            running_.text_case,
            school_.sam.mother,
            school_.today - 1,
            school_.now,
            last,
            form
        );
    }

    // A case of this child's, in which the mother was written to.
    void ask_mother_of(support::Child const& child) {
        auto const the_case = running_.another_case(child);
        for (auto const* step : {"referral", "discussion", "prioritisation", "letter"})
            running_.step(the_case, step, school_.today - 9);
        ask(the_case, child.mother);
    }

    // Nine days ago, by a letter.
    void ask(std::string const& the_case, support::ContactId const& parent) {
        auto const letter = running_.id();
        db().run(
            R"(INSERT INTO letter (school_id, id, case_id, contact_id, way, title, words, made_by, made_at)
               VALUES ($1, $2, $3, $4, 'e-mail', 'A letter', 'Dear parent', $5, $6))",
            school_.school,
            letter,
            the_case,
            parent,
            school_.senco.staff,
            calendar::start_of(school_.today - 9)
        );
        db().run(
            R"(INSERT INTO consent_request (school_id, id, case_id, contact_id, letter_id, asked_at, asked_by)
               VALUES ($1, $2, $3, $4, $5, $6, $7))",
            school_.school,
            running_.id(),
            the_case,
            parent,
            letter,
            calendar::start_of(school_.today - 9),
            school_.senco.staff
        );
    }

    std::string group_to_start_today(std::string const& name) {
        auto const made = running_.id();
        db().run(
            R"(INSERT INTO programme (school_id, id, name, form, deliverer_id, room_id, starts_on, starts_at_time,
                                      minutes, weeks, places, policy_version_id, made_by, made_at)
               VALUES ($1, $2, $3, 'group', $4, $5, $6, '13:30', 45, 6, 6, $7, $8, $9))",
            school_.school,
            made,
            name,
            school_.nurture_assistant.staff,
            school_.room,
            school_.today,
            school_.policy,
            school_.senco.staff,
            school_.now - 3 * (24 * hours)
        );
        return made;
    }

    void end_place(std::string const& reason, Date on) {
        db().run(
            "UPDATE place SET ended_on = $1, end_reason = $2 WHERE school_id = $3 AND id = $4",
            on,
            reason,
            school_.school,
            running_.place
        );
    }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Transaction transaction_{db(), db::Mode::write};
    Visit entered_ = school_.visit(db(), school_.senco);
    story::RunningCase running_{db(), school_};
};

}  // namespace today
