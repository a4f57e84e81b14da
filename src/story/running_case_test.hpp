#pragma once

#include <string>

#include "support/small_school.hpp"

namespace story {

// Sam's case of the small school, from concern to a running group of the Nurture Assistant, with three weekly
// sessions: one held and evaluated, today's, and the next. Written straight into the tables.
class RunningCase {
public:
    RunningCase(db::Connection& db, support::SmallSchool& school) : db_(db), school_(school) {
        text_case = id();
        db_.run(
            "INSERT INTO nurture_case (school_id, id, pupil_id, opened_at) VALUES ($1, $2, $3, $4)",
            school_.school,
            text_case,
            school_.sam.id,
            school_.now - 60 * (24 * hours)
        );
        concern_ = concern(text_case, school_.sam.id, school_.teacher_of_4b);
        for (auto const* step :
             {"concern", "referral", "discussion", "prioritisation", "letter", "consent", "allocation"})
            this->step(text_case, step, school_.today - 40);
        school_.answer({}, text_case, school_.sam.mother, "given", school_.today - 30);
        step(text_case, "start", school_.today - 14);
        programme = add_programme("Friendship group", school_.nurture_assistant);
        place = id();
        db_.run(
            R"(INSERT INTO place (school_id, id, programme_id, case_id, pupil_id, allocated_on, allocated_by,
                                  allocated_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
            school_.school,
            place,
            programme,
            text_case,
            school_.sam.id,
            school_.today - 21,
            school_.senco.staff,
            school_.now
        );
        first_session = session(1, school_.today - 7, true);
        todays_session = session(2, school_.today, false);
        session(3, school_.today + 7, false);
        evaluation(first_session, "Sam asked a friend to play", "ZEBRAFISH");
        target = id();
        db_.run(
            R"(INSERT INTO target (school_id, id, place_id, area_id, words, made_at)
               VALUES ($1, $2, $3, $4, 'I join in at break', $5))",
            school_.school,
            target,
            place,
            school_.friendships,
            school_.now
        );
    }

    std::string id() const { return std::string(Id<struct AnyTag>::make(school_.now).text()); }

    void step(std::string const& the_case, std::string const& step, Date on) {
        db_.run(
            R"(INSERT INTO step (school_id, id, case_id, step, taken_at, taken_on, taken_by)
               VALUES ($1, $2, $3, $4, $5, $6, $7))",
            school_.school,
            id(),
            the_case,
            step,
            calendar::start_of(on),
            on,
            school_.senco.staff
        );
    }

    // A step that was taken and undone: history that the case carries on.
    void undone_step(std::string const& step) {
        db_.run(
            R"(INSERT INTO step (school_id, id, case_id, step, taken_at, taken_on, taken_by, undone_at, undone_by,
                                 undone_reason)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $5, $7, 'Entered for the wrong Sam'))",
            school_.school,
            id(),
            text_case,
            step,
            school_.now,
            school_.today,
            school_.senco.staff
        );
    }

    std::string concern(
        std::string const& the_case, support::PupilId const& pupil, support::Person const& by
    ) {
        auto const made = id();
        db_.run(
            R"(INSERT INTO concern (school_id, id, case_id, pupil_id, source, seen, attachment_figure,
                                    parents_spoken_to, noticed_on, written_by, written_at)
               VALUES ($1, $2, $3, $4, 'staff', 'Stands alone at break', 1, 'yes', $5, $6, $7))",
            school_.school,
            made,
            the_case,
            pupil,
            school_.today - 40,
            by.staff,
            school_.now - 40 * (24 * hours)
        );
        return made;
    }

    std::string add_programme(std::string const& name, support::Person const& deliverer) {
        auto const made = id();
        db_.run(
            R"(INSERT INTO programme (school_id, id, name, form, deliverer_id, room_id, starts_on, starts_at_time,
                                      minutes, weeks, places, policy_version_id, started_on, made_by, made_at)
               VALUES ($1, $2, $3, 'group', $4, $5, $6, '10:30', 45, 6, 6, $7, $6, $8, $9))",
            school_.school,
            made,
            name,
            deliverer.staff,
            school_.room,
            school_.today - 14,
            school_.policy,
            school_.senco.staff,
            school_.now
        );
        return made;
    }

    std::string session(int number, Date on, bool held) {
        auto const made = id();
        db_.run(
            R"(INSERT INTO session (school_id, id, programme_id, number, planned_on, starts_at_time, room_id, outcome)
               VALUES ($1, $2, $3, $4, $5, '10:30', $6, 'planned'))",
            school_.school,
            made,
            programme,
            number,
            on,
            school_.room
        );
        if (held)
            db_.run(
                R"(UPDATE session SET outcome = 'delivered', held_on = $1, delivered_by = $2
                    WHERE school_id = $3 AND id = $4)",
                on,
                school_.nurture_assistant.staff,
                school_.school,
                made
            );
        return made;
    }

    void evaluation(std::string const& session, std::string const& noticed, std::string const& confidence) {
        db_.run(
            R"(INSERT INTO evaluation (school_id, id, session_id, place_id, pupil_id, attended, feeling, voice_for,
                                       noticed, confidence, written_by, written_at)
               VALUES ($1, $2, $3, $4, $5, 1, 'good', 'helpers', $6, $7, $8, $9))",
            school_.school,
            id(),
            session,
            place,
            school_.sam.id,
            noticed,
            confidence,
            school_.nurture_assistant.staff,
            school_.now
        );
    }

    // Ends Sam's place, and gives another in a programme of this name.
    std::string move_to(std::string const& programme_name, Date on) {
        db_.run(
            R"(UPDATE place SET ended_on = $1, end_reason = 'moved_programme'
                WHERE school_id = $2 AND case_id = $3 AND ended_on IS NULL)",
            on,
            school_.school,
            text_case
        );
        auto const made = id();
        db_.run(
            R"(INSERT INTO place (school_id, id, programme_id, case_id, pupil_id, allocated_on, allocated_by,
                                  allocated_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
            school_.school,
            made,
            add_programme(programme_name, school_.nurture_assistant),
            text_case,
            school_.sam.id,
            on,
            school_.senco.staff,
            school_.now + ++moves_ * minutes
        );
        return made;
    }

    // Ends Sam's place, and gives another in the same programme from the day on.
    void return_to_the_group(Date on) {
        db_.run(
            "UPDATE place SET ended_on = $1, end_reason = 'own_wish' WHERE school_id = $2 AND id = $3",
            on - 1,
            school_.school,
            place
        );
        place = id();
        db_.run(
            R"(INSERT INTO place (school_id, id, programme_id, case_id, pupil_id, allocated_on, allocated_by,
                                  allocated_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
            school_.school,
            place,
            programme,
            text_case,
            school_.sam.id,
            on,
            school_.senco.staff,
            school_.now + ++moves_ * minutes
        );
    }

    // A case of another child, as far as a concern.
    std::string another_case(support::Child const& child) {
        auto const made = id();
        db_.run(
            "INSERT INTO nurture_case (school_id, id, pupil_id, opened_at) VALUES ($1, $2, $3, $4)",
            school_.school,
            made,
            child.id,
            school_.now
        );
        step(made, "concern", school_.today - 20);
        concern(made, child.id, school_.teacher_of_4b);
        return made;
    }

    // A place in the running group for another child, whose mother agreed.
    void join(std::string const& the_case, support::Child const& child) {
        school_.answer({}, the_case, child.mother, "given", school_.today - 10);
        db_.run(
            R"(INSERT INTO place (school_id, id, programme_id, case_id, pupil_id, allocated_on, allocated_by,
                                  allocated_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
            school_.school,
            id(),
            programme,
            the_case,
            child.id,
            school_.today - 10,
            school_.senco.staff,
            school_.now
        );
    }

    std::string text_case;
    std::string programme;
    std::string place;
    std::string target;
    std::string first_session;
    std::string todays_session;

private:
    db::Connection& db_;
    support::SmallSchool& school_;
    std::string concern_;
    int moves_ = 0;
};

}  // namespace story
