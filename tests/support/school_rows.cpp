#include "support/school_rows.hpp"

namespace support {

using Rows = SchoolRows;

std::string Rows::next_id() { return std::string(Id<SchoolRows>::make(now()).text()); }

Rows::SchoolRows(db::Connection& db, int school) : db_(db), school_{school} {
    db.run("INSERT INTO school (id, name, made_at) VALUES ($1, 'Willow Bank', 0)", school_);
    db.enter(school_);
    administrator_ = staff("Office");
    room_ = next_id();
    policy_ = next_id();
    db.run("INSERT INTO room (school_id, id, name) VALUES ($1, $2, 'The Nest')", school_, room_);
    db.run(
        R"(INSERT INTO policy_version (school_id, id, number, in_force_from_on, group_most)
           VALUES ($1, $2, '1.3', '2020-01-01', 6))",
        school_,
        policy_
    );
}

std::string Rows::staff(std::string const& name) {
    auto const id = next_id();
    db_.run("INSERT INTO staff (school_id, id, name) VALUES ($1, $2, $3)", school_, id, name);
    return id;
}

std::string Rows::class_called(std::string const& name) {
    auto const id = next_id();
    db_.run(
        "INSERT INTO class (school_id, id, name, school_year) VALUES ($1, $2, $3, 2025)", school_, id, name
    );
    return id;
}

std::string Rows::pupil(std::string const& forename) {
    auto const id = next_id();
    db_.run(
        R"(INSERT INTO pupil (school_id, id, legal_forename, legal_surname, born_on, year_group, folded_name,
                              joined_on)
           VALUES ($1, $2, $3, 'Reed', '2017-03-04', '4', '', '2021-09-01'))",
        school_,
        id,
        forename
    );
    return id;
}

std::string Rows::contact_of(std::string const& pupil, std::string const& name) {
    auto const id = next_id();
    db_.run("INSERT INTO contact (school_id, id, name) VALUES ($1, $2, $3)", school_, id, name);
    db_.run(
        R"(INSERT INTO pupil_contact (school_id, pupil_id, contact_id, is_parent, responsibility, lives_with)
           VALUES ($1, $2, $3, 1, 1, 1))",
        school_,
        pupil,
        id
    );
    return id;
}

void Rows::in_class(
    std::string const& pupil, std::string const& class_id, Date from, std::optional<Date> to
) {
    db_.run(
        R"(INSERT INTO class_membership (school_id, id, pupil_id, class_id, starts_on, ends_on)
           VALUES ($1, $2, $3, $4, $5, $6))",
        school_,
        next_id(),
        pupil,
        class_id,
        from,
        to
    );
}

std::string Rows::case_of(std::string const& pupil) {
    auto const id = next_id();
    db_.run(
        "INSERT INTO nurture_case (school_id, id, pupil_id, opened_at) VALUES ($1, $2, $3, $4)",
        school_,
        id,
        pupil,
        next_moment()
    );
    return id;
}

void Rows::close(std::string const& the_case) {
    db_.run(
        R"(UPDATE place SET ended_on = allocated_on, end_reason = 'no_longer_needed'
            WHERE school_id = $1 AND case_id = $2 AND ended_on IS NULL)",
        school_,
        the_case
    );
    db_.run(
        "UPDATE nurture_case SET closed_at = $1, closed_why = 'no need now' WHERE school_id = $2 AND id = $3",
        next_moment(),
        school_,
        the_case
    );
}

std::string Rows::step(std::string const& the_case, std::string const& step, Date on) {
    auto const id = next_id();
    db_.run(
        R"(INSERT INTO step (school_id, id, case_id, step, taken_at, taken_on, taken_by)
           VALUES ($1, $2, $3, $4, $5, $6, $7))",
        school_,
        id,
        the_case,
        step,
        next_moment(),
        on,
        administrator_
    );
    return id;
}

std::string Rows::concern(std::string const& the_case, std::string const& pupil, std::string const& by) {
    auto const id = next_id();
    db_.run(
        R"(INSERT INTO concern (school_id, id, case_id, pupil_id, source, seen, attachment_figure,
                                parents_spoken_to, noticed_on, written_by, written_at)
           VALUES ($1, $2, $3, $4, 'staff', 'Sits alone at play', 0, 'not_yet', $5, $6, $7))",
        school_,
        id,
        the_case,
        pupil,
        today_,
        by,
        next_moment()
    );
    return id;
}

void Rows::answer(
    std::string const& the_case,
    std::optional<std::string> const& contact,
    std::string const& answer,
    Date on,
    std::optional<Date> expires_on,
    std::optional<std::string> const& although
) {
    db_.run(
        R"(INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route, answered_on,
                                       received_at, recorded_by, reason, expires_on, although)
           VALUES ($1, $2, 1 + (SELECT count(*) FROM consent_answer WHERE school_id = $1 AND case_id = $2), $3, $4,
                   $5, $6, $7, $8, 'a reason', $9, $10))",
        school_,
        the_case,
        contact,
        answer,
        contact ? "paper" : "decision",
        on,
        next_moment(),
        administrator_,
        expires_on,
        although
    );
}

void Rows::is_to_the_child(
    std::string const& pupil, std::string const& contact, bool responsible, std::string const& restriction
) {
    db_.run(
        R"(UPDATE pupil_contact SET responsibility = $1, restriction = $2
            WHERE school_id = $3 AND pupil_id = $4 AND contact_id = $5)",
        responsible,
        restriction,
        school_,
        pupil,
        contact
    );
}

std::string Rows::programme(std::string const& deliverer) {
    db_.run(
        R"(INSERT INTO training (school_id, id, staff_id, kind, name, held_on, expires_on)
           VALUES ($1, $2, $3, 'nurture', 'Nurture', '2020-01-01', '2030-01-01'))",
        school_,
        next_id(),
        deliverer
    );
    auto const id = next_id();
    db_.run(
        R"(INSERT INTO programme (school_id, id, name, form, deliverer_id, room_id, starts_on, starts_at_time,
                                  minutes, weeks, places, policy_version_id, made_by, made_at)
           VALUES ($1, $2, 'Friendship group', 'group', $3, $4, $5, '10:00', 40, 6, 6, $6, $7, $8))",
        school_,
        id,
        deliverer,
        room_,
        today_,
        policy_,
        administrator_,
        next_moment()
    );
    return id;
}

std::string Rows::place(
    std::string const& programme, std::string const& the_case, std::string const& pupil, Date allocated_on
) {
    auto const id = next_id();
    db_.run(
        R"(INSERT INTO place (school_id, id, programme_id, case_id, pupil_id, allocated_on, allocated_by,
                              allocated_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
        school_,
        id,
        programme,
        the_case,
        pupil,
        allocated_on,
        administrator_,
        next_moment()
    );
    return id;
}

void Rows::end_place(std::string const& place, std::string const& reason) {
    db_.run(
        "UPDATE place SET ended_on = $1, end_reason = $2 WHERE school_id = $3 AND id = $4",
        today_,
        reason,
        school_,
        place
    );
}

std::string Rows::session(
    std::string const& programme, int number, Date planned_on, std::optional<Date> held_on
) {
    if (held_on) start(programme, *held_on);
    auto const id = next_id();
    db_.run(
        R"(INSERT INTO session (school_id, id, programme_id, number, planned_on, starts_at_time, room_id, outcome,
                                held_on, delivered_by)
           SELECT $1, $2, g.id, $3, $4, '10:00', g.room_id, $5, $6,
                  CASE $5 WHEN 'delivered' THEN g.deliverer_id END
             FROM programme g WHERE g.school_id = $1 AND g.id = $7)",
        school_,
        id,
        number,
        planned_on,
        held_on ? "delivered" : "planned",
        held_on,
        programme
    );
    return id;
}

void Rows::start(std::string const& programme, Date on) {
    db_.run(
        R"(UPDATE programme SET started_on = $1
            WHERE school_id = $2 AND id = $3 AND (started_on IS NULL OR started_on > $1))",
        on,
        school_,
        programme
    );
}

void Rows::hold(std::string const& session, Date held_on) {
    start(
        db_.the<std::string>(
            "SELECT programme_id FROM session WHERE school_id = $1 AND id = $2", school_, session
        ),
        held_on
    );
    db_.run(
        R"(UPDATE session
              SET outcome = 'delivered', held_on = $1,
                  delivered_by = (SELECT g.deliverer_id FROM programme g
                                   WHERE g.school_id = session.school_id AND g.id = session.programme_id)
            WHERE school_id = $2 AND id = $3)",
        held_on,
        school_,
        session
    );
}

void Rows::evaluation(std::string const& session, std::string const& place, std::string const& pupil) {
    db_.run(
        R"(INSERT INTO evaluation (school_id, id, session_id, place_id, pupil_id, attended, written_by, written_at)
           VALUES ($1, $2, $3, $4, $5, 1, $6, $7))",
        school_,
        next_id(),
        session,
        place,
        pupil,
        administrator_,
        next_moment()
    );
}

}  // namespace support
