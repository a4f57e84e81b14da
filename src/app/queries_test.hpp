#pragma once

#include <gtest/gtest.h>

#include <string>

#include "app/application.hpp"
#include "app/rated_rows_test.hpp"
#include "db/planner_statistics.hpp"
#include "exchange/actions.hpp"
#include "exchange/kept_sheet.hpp"
#include "story/running_case_test.hpp"

// A school that grows by one of everything that a page shows several of.
namespace app {

struct PageOf {
    std::string name;
    support::Person person;
    std::string path;
};

class Queries : public testing::Test {
protected:
    // So many children more of one class, each with a case, waiting or just noticed; and so much more of one
    // case.
    void grow_to(int rows) {
        for (; rows_ < rows; ++rows_) {
            auto const child =
                school_.add_child("Ashley", "Marlow" + std::to_string(rows_), school_.class_4b);
            auto const the_case = running_.another_case(child);
            if (rows_ % 2 == 0) wait(the_case);
            bool const joins_sam = rows_ >= 10 && rows_ < 15;
            if (joins_sam) running_.join(the_case, child);
            running_.session(rows_ + 4, school_.today - 2 - rows_ % 12, rows_ % 2 == 0);
            running_.concern(running_.text_case, school_.sam.id, school_.teacher_of_4b);
            running_.undone_step("impact_review");
            ask();
            add_a_programme(the_case, child, rows_ % 2 == 1 && !joins_sam);
            tell_a_contact();
            add_to_sams_case();
            add_to_the_school();
            add_to_what_is_chosen_from();
            add_an_import();
            measure(child);
            if (rows_ == 0) rated_.rate(running_.text_case, 1);
            rated_.rate(the_case, 1 + rows_ % 5);
            if (rows_ % 100 == 50) db::learn_statistics(db());
        }
    }

    // By one measure, on this day; five of many stand lower than the others.
    void measure(support::Child const& child) {
        if (rows_ == 0) {
            db().run(
                R"(INSERT INTO measure (school_id, id, kind, name, least, most, step, concern_when, scale, rated_by,
                                        taken_each, from_on)
                   VALUES ($1, $2, 'progress', 'Progress', 100, 500, 100, 'low', 'single_rating',
                           'class_teacher', 'term', '2025-09-01'))",
                school_.school,
                school_.class_4b
            );
            db().run(
                R"(INSERT INTO class_taking (school_id, id, class_id, taken_on, begun_by, begun_at)
                   VALUES ($1, $2, $2, $3, $4, $5))",
                school_.school,
                school_.class_4b,
                school_.today,
                school_.teacher_of_4b.staff,
                school_.now
            );
        }
        db().run(
            R"(INSERT INTO class_score (school_id, id, taking_id, measure_id, pupil_id, score, entered_by, entered_at)
               VALUES ($1, $2, $3, $3, $2, $4, $5, $6))",
            school_.school,
            child.id,
            school_.class_4b,
            rows_ >= 20 && rows_ < 25 ? 100 : 300,
            school_.teacher_of_4b.staff,
            school_.now
        );
    }

    struct Shown {
        std::int64_t statements = -1;
        std::size_t letters = 0;
    };
    Shown shown(PageOf const& page) {
        auto arrived = received(routes_, school_.get(page.person, page.path));
        if (!arrived) return {};
        auto const before = db().statements_run();
        auto const response = answer(db(), {}, *arrived, school_.now);
        EXPECT_EQ(response.status, 200) << page.path;
        return {db().statements_run() - before, response.body.size()};
    }

    // With every step up to consent, so that programmes are offered.
    std::string ready_case() {
        auto const the_case = running_.another_case(school_.grace);
        for (auto const* step : {"referral", "discussion", "prioritisation", "letter", "consent"})
            running_.step(the_case, step, school_.today - 10);
        school_.answer({}, the_case, school_.grace.mother, "given", school_.today - 9);
        return the_case;
    }

    // Of so many pupils, as far as its review.
    std::string import_of(int rows) {
        auto visit = school_.visit(db(), school_.administrator);
        std::string pupils = "Forename,Surname,Date of birth,Class\n";
        for (int row = 0; row < rows; ++row) pupils += "Nora,New" + std::to_string(row) + ",23/02/2017,4B\n";
        exchange::Files const files{{"pupils.csv", pupils}};
        auto const sheet = exchange::read_files(files, exchange::Kind::pupils);
        auto const id = exchange::actions::start(
            visit, exchange::Kind::pupils, {"pupils.csv"}, *sheet, exchange::as_bytes(*sheet)
        );
        auto opened = exchange::actions::open(visit, id);
        exchange::actions::choose_columns(visit, *opened, opened->columns, std::nullopt, {});
        return "/school/imports/" + std::string(id.text());
    }

    db::Connection& db() { return database_.connection(); }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Transaction transaction_{db(), db::Mode::write};
    Visit entered_ = school_.visit(db(), school_.senco);
    story::RunningCase running_{db(), school_};
    RatedRows rated_{entered_, school_.teacher_of_4b};
    RouteTable routes_{all_routes()};

private:
    void wait(std::string const& the_case) {
        for (auto const* step : {"referral", "discussion", "prioritisation"})
            running_.step(the_case, step, school_.today - 10);
        db().run(
            R"(INSERT INTO waiting (school_id, id, case_id, since_on, review_by_on, meanwhile, position)
               VALUES ($1, $2, $3, $4, $5, 'A quiet start to the day', $6))",
            school_.school,
            running_.id(),
            the_case,
            school_.today - 10,
            school_.today + 30,
            rows_ + 1
        );
    }

    // With a session to come; completed for this child, or with every place free.
    void add_a_programme(std::string const& the_case, support::Child const& child, bool completed) {
        auto const sams = running_.programme;
        running_.programme =
            running_.add_programme("Friends " + std::to_string(rows_), school_.nurture_assistant);
        running_.session(1, school_.today + 7, false);
        if (completed) {
            running_.join(the_case, child);
            db().run(
                R"(UPDATE place SET ended_on = $1, end_reason = 'completed'
                    WHERE school_id = $2 AND case_id = $3)",
                school_.today - 1,
                school_.school,
                the_case
            );
        }
        running_.programme = sams;
    }

    void ask() {
        db().run(
            R"(INSERT INTO question (school_id, id, case_id, pupil_id, asked_by, asked_at, words)
               VALUES ($1, $2, $3, $4, $5, $6, 'How Sam is at break'))",
            school_.school,
            running_.id(),
            running_.text_case,
            school_.sam.id,
            school_.nurture_assistant.staff,
            school_.now - 48 * hours
        );
    }

    // One contact more of Sam, a message to them, and a wish that a child had.
    void tell_a_contact() {
        auto const contact = running_.id();
        db().run(
            "INSERT INTO contact (school_id, id, name) VALUES ($1, $2, 'An aunt')", school_.school, contact
        );
        db().run(
            R"(INSERT INTO pupil_contact (school_id, pupil_id, contact_id, is_parent, responsibility, lives_with)
               VALUES ($1, $2, $3, 0, 0, 0))",
            school_.school,
            school_.sam.id,
            contact
        );
        db().run(
            R"(INSERT INTO parent_message (school_id, id, case_id, pupil_id, contact_id, written_by, written_at,
                                           words, state)
               VALUES ($1, $2, $3, $4, $5, $6, $7, 'A good week', 'waiting'))",
            school_.school,
            running_.id(),
            running_.text_case,
            school_.sam.id,
            contact,
            school_.nurture_assistant.staff,
            school_.now
        );
        db().run(
            R"(INSERT INTO check_in (school_id, id, case_id, pupil_id, asked_by, asked_on, held_on, line, made_by,
                                     made_at)
               VALUES ($1, $2, $3, $4, 'child', $5, $5, 'Came to say hello', $6, $7))",
            school_.school,
            running_.id(),
            running_.text_case,
            school_.sam.id,
            school_.today - 1,
            school_.nurture_assistant.staff,
            school_.now
        );
    }

    // One more of each thing that a case, its place and its programme have several of.
    void add_to_sams_case() {
        auto const on_the_day = [&](db::Sql sql) {
            db().run(
                sql,
                school_.school,
                running_.id(),
                running_.text_case,
                school_.today - 1,
                school_.senco.staff,
                school_.now
            );
        };
        on_the_day(
            R"(INSERT INTO discussion (school_id, id, case_id, held_on, made_by, made_at, present, outcome, reason)
               VALUES ($1, $2, $3, $4, $5, $6, 'Both', 'more_information', 'It is not clear yet'))"
        );
        on_the_day(
            R"(INSERT INTO liaison (school_id, id, case_id, held_on, written_by, written_at, with_whom, line)
               VALUES ($1, $2, $3, $4, $5, $6, 'The class teacher', 'A calm morning'))"
        );
        db().run(
            R"(INSERT INTO programme_change (school_id, id, programme_id, from_on, deliverer_before, deliverer_id,
                                             room_before, room_id, when_before, when_after, reason, made_by,
                                             made_at)
               VALUES ($1, $2, $3, $4, $5, $5, $6, $6, '', 'Tuesdays at 10:30', 'The hall is free', $7, $8))",
            school_.school,
            running_.id(),
            running_.programme,
            school_.today - 1,
            school_.nurture_assistant.staff,
            school_.room,
            school_.senco.staff,
            school_.now
        );
        db().run(
            R"(INSERT INTO target (school_id, id, place_id, area_id, words, made_at)
               VALUES ($1, $2, $3, $4, 'I ask for help', $5))",
            school_.school,
            running_.id(),
            running_.place,
            school_.friendships,
            school_.now
        );
        db().run(
            R"(INSERT INTO safeguarding_pointer (school_id, id, pupil_id, case_id, put_at, reference, noted_by,
                                                 noted_at)
               VALUES ($1, $2, $3, $4, $5, 'CP-1', $6, $5))",
            school_.school,
            running_.id(),
            school_.sam.id,
            running_.text_case,
            school_.now,
            school_.nurture_assistant.staff
        );
        write_to_sams_mother();
    }

    // Another letter, and another yes to it.
    void write_to_sams_mother() {
        auto const letter = running_.id();
        db().run(
            R"(INSERT INTO letter (school_id, id, case_id, contact_id, way, title, words, made_by, made_at)
               VALUES ($1, $2, $3, $4, 'e-mail', 'A letter', 'Dear parent', $5, $6))",
            school_.school,
            letter,
            running_.text_case,
            school_.sam.mother,
            school_.senco.staff,
            school_.now
        );
        db().run(
            R"(INSERT INTO consent_request (school_id, id, case_id, contact_id, letter_id, asked_at, asked_by)
               VALUES ($1, $2, $3, $4, $5, $6, $7))",
            school_.school,
            running_.id(),
            running_.text_case,
            school_.sam.mother,
            letter,
            school_.now,
            school_.senco.staff
        );
        db().run(
            R"(INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route, answered_on,
                                           received_at)
               SELECT $1, $2, max(number) + 1, $3, 'given', 'link', $4, $5 FROM consent_answer
                WHERE school_id = $1 AND case_id = $2)",
            school_.school,
            running_.text_case,
            school_.sam.mother,
            school_.today,
            school_.now
        );
    }

    // What lists and forms offer: people, classes, rooms, target areas; and the roles that a person had.
    void add_to_what_is_chosen_from() {
        auto const name = "Another " + std::to_string(rows_);
        db().run(
            "INSERT INTO staff (school_id, id, name) VALUES ($1, $2, $3)", school_.school, running_.id(), name
        );
        auto const the_class = running_.id();
        db().run(
            R"(INSERT INTO class (school_id, id, name, school_year)
               SELECT school_id, $1, $2, school_year FROM class WHERE school_id = $3 AND id = $4)",
            the_class,
            name,
            school_.school,
            school_.class_4b
        );
        db().run(
            "INSERT INTO room (school_id, id, name) VALUES ($1, $2, $3)", school_.school, running_.id(), name
        );
        db().run(
            "INSERT INTO target_area (school_id, id, name) VALUES ($1, $2, $3)",
            school_.school,
            running_.id(),
            name
        );
        db().run(
            R"(INSERT INTO role_held (school_id, id, staff_id, role, class_id, starts_on, ends_on)
               VALUES ($1, $2, $3, 'class_teacher', $4, $5, $5))",
            school_.school,
            running_.id(),
            school_.nurture_assistant.staff,
            the_class,
            school_.today - 2000
        );
    }

    void add_an_import() {
        db().run(
            R"(INSERT INTO import (school_id, id, kind, file_name, state, started_by, started_at)
               VALUES ($1, $2, 'pupils', 'pupils.csv', 'left', $3, $4))",
            school_.school,
            running_.id(),
            school_.administrator.staff,
            school_.now
        );
    }

    void add_to_the_school() {
        auto const past = school_.today - 2000 - rows_;
        auto const add = [&](db::Sql sql) { db().run(sql, school_.school, running_.id(), past); };
        add("INSERT INTO term (school_id, id, name, starts_on, ends_on) VALUES ($1, $2, 'Spring', $3, $3)");
        add("INSERT INTO closure (school_id, id, name, starts_on, ends_on) VALUES ($1, $2, 'Snow', $3, $3)");
        add("INSERT INTO room (school_id, id, name, closed_on) VALUES ($1, $2, 'The Loft', $3)");
        add("INSERT INTO policy_version (school_id, id, number, in_force_from_on) VALUES ($1, $2, '0.1', $3)"
        );
        db().run(
            R"(INSERT INTO training (school_id, id, staff_id, kind, name, held_on, expires_on)
               VALUES ($1, $2, $3, 'safeguarding', 'Procedure', $4, $4))",
            school_.school,
            running_.id(),
            school_.nurture_assistant.staff,
            past
        );
        db().run(
            R"(INSERT INTO strategy (school_id, id, area_id, title, words, schools_own)
               VALUES ($1, $2, $3, 'A buddy', 'Two ask a third', 1))",
            school_.school,
            running_.id(),
            school_.friendships
        );
    }

    int rows_ = 0;
};

}  // namespace app
