#include "sessions/store.hpp"

#include "child_keys/about.hpp"

namespace sessions::store {

std::optional<Session> find(db::Connection& db, SchoolId school, SessionId const& session) {
    constexpr db::Sql sql = R"(
        SELECT s.id, s.programme_id, s.number, s.planned_on, s.starts_at_time, s.room_id, r.name, s.plan,
               s.plan_reviewed_on, s.plan_review, s.plan_changed, s.outcome, s.held_on, s.delivered_by, s.stand_in_id,
               s.why_not, s.rearranged, s.version, s.deliverer_id
          FROM session s
          JOIN room r ON r.school_id = s.school_id AND r.id = s.room_id
         WHERE s.school_id = $1 AND s.id = $2)";
    return db.one<Session>(sql, school, session);
}

bool change_plan(db::Connection& db, SchoolId school, Session const& before, std::string const& plan) {
    constexpr db::Sql sql = R"(
        UPDATE session
           SET plan = $1, version = version + 1,
               plan_changed = CASE WHEN plan_reviewed_on IS NULL THEN 0 ELSE 1 END
         WHERE school_id = $2 AND id = $3 AND version = $4)";
    auto const about = child_keys::about_programme(db, school, before.programme.text());
    return db.run(sql, about(plan), school, before.id, before.version) == 1;
}

bool deliver(db::Connection& db, SchoolId school, Session const& before, Date held_on, StaffId const& by) {
    constexpr db::Sql sql = R"(
        UPDATE session SET outcome = 'delivered', held_on = $1, delivered_by = $2, version = version + 1
         WHERE school_id = $3 AND id = $4 AND outcome = 'planned')";
    return db.run(sql, held_on, by, school, before.id) == 1;
}

bool undo_delivery(db::Connection& db, SchoolId school, Session const& before) {
    constexpr db::Sql sql = R"(
        UPDATE session SET outcome = 'planned', held_on = NULL, delivered_by = NULL, version = version + 1
         WHERE school_id = $1 AND id = $2 AND outcome = 'delivered' AND version = $3)";
    return db.run(sql, school, before.id, before.version) == 1;
}

bool has_settled_child(db::Connection& db, SchoolId school, Session const& session) {
    if (!session.held_on) return false;
    constexpr db::Sql sql = R"(
        SELECT count(*)
          FROM stay y
          JOIN place p ON p.school_id = y.school_id AND p.id = y.place_id
          JOIN nurture_case n ON n.school_id = p.school_id AND n.id = p.case_id
          LEFT JOIN impact_review i ON i.school_id = p.school_id AND i.place_id = p.id AND i.undone_at IS NULL
         WHERE y.school_id = $1 AND y.programme_id = $2 AND (n.closed_at IS NOT NULL OR i.place_id IS NOT NULL)
           AND (y.from_on <= $3
                    AND (y.ended_on IS NULL OR y.ended_on > $3 OR y.ended_on = $3 AND y.last_day_counts = 1)
                OR EXISTS (SELECT 1 FROM register_line l
                            WHERE l.school_id = y.school_id AND l.session_id = $4 AND l.place_id = y.place_id)))";
    return db.the<std::int64_t>(sql, school, session.programme, *session.held_on, session.id) > 0;
}

bool not_hold(
    db::Connection& db, SchoolId school, Session const& before, programmes::WhyNot why, bool rearranged
) {
    constexpr db::Sql sql = R"(
        UPDATE session SET outcome = 'not_held', why_not = $1, rearranged = $2, version = version + 1
         WHERE school_id = $3 AND id = $4 AND outcome = 'planned')";
    return db.run(sql, why, rearranged ? 1 : 0, school, before.id) == 1;
}

bool undo_not_holding(db::Connection& db, SchoolId school, Session const& before) {
    constexpr db::Sql sql = R"(
        UPDATE session SET outcome = 'planned', why_not = NULL, rearranged = 0, version = version + 1
         WHERE school_id = $1 AND id = $2 AND outcome = 'not_held' AND version = $3)";
    return db.run(sql, school, before.id, before.version) == 1;
}

bool remove(db::Connection& db, SchoolId school, Session const& planned) {
    constexpr db::Sql sql = R"(
        DELETE FROM session WHERE school_id = $1 AND id = $2 AND outcome = 'planned' AND version = $3)";
    return db.run(sql, school, planned.id, planned.version) == 1;
}

bool name_stand_in(
    db::Connection& db, SchoolId school, Session const& before, std::optional<StaffId> const& stand_in
) {
    constexpr db::Sql sql = R"(
        UPDATE session SET stand_in_id = $1, version = version + 1
         WHERE school_id = $2 AND id = $3 AND version = $4)";
    return db.run(sql, stand_in, school, before.id, before.version) == 1;
}

bool review_plan(
    db::Connection& db,
    SchoolId school,
    Session const& before,
    std::string const& note,
    Date on,
    StaffId const& by
) {
    constexpr db::Sql sql = R"(
        UPDATE session
           SET plan_review = $1, plan_reviewed_on = $2, plan_reviewed_by = $3, plan_changed = 0,
               version = version + 1
         WHERE school_id = $4 AND id = $5 AND version = $6)";
    auto const about = child_keys::about_programme(db, school, before.programme.text());
    return db.run(sql, about(note), on, by, school, before.id, before.version) == 1;
}

std::vector<Line> mine(db::Connection& db, SchoolId school, StaffId const& staff, Date from, Date to) {
    constexpr db::Sql sql = R"(
        SELECT s.id, g.id, g.name, s.number, s.planned_on, s.starts_at_time, g.minutes, r.name, s.outcome,
               CASE WHEN s.plan = '' THEN 0 ELSE 1 END, CASE WHEN coalesce(s.deliverer_id, g.deliverer_id) = $1 THEN 0 ELSE 1 END,
               CASE WHEN s.held_on IS NULL THEN
                   (SELECT count(*) FROM stay y
                     WHERE y.school_id = s.school_id AND y.programme_id = g.id AND y.from_on <= s.planned_on
                       AND (y.ended_on IS NULL OR y.ended_on > s.planned_on
                            OR y.ended_on = s.planned_on AND y.last_day_counts = 1))
               ELSE (SELECT count(*) FROM register_to_write w
                      WHERE w.school_id = s.school_id AND w.session_id = s.id) END,
               (SELECT count(*) FROM register_to_write w
                 WHERE w.school_id = s.school_id AND w.session_id = s.id AND w.written = 1), NULL
          FROM session s
          JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
          JOIN room r ON r.school_id = s.school_id AND r.id = s.room_id
         WHERE s.school_id = $2 AND s.planned_on BETWEEN $3 AND $4
           AND (coalesce(s.deliverer_id, g.deliverer_id) = $1 OR s.stand_in_id = $1)
         ORDER BY s.planned_on, s.starts_at_time, s.id)";
    return db.all<Line>(sql, staff, school, from, to);
}

std::vector<Line> to_write_up(db::Connection& db, SchoolId school, StaffId const& staff, Date today) {
    // Two ways to it, each by the few rows that are left: SQLite's CROSS JOIN says in this order.
    constexpr db::Sql sql = R"(
        WITH left_to_write (school_id, session_id) AS (
            SELECT s.school_id, s.id
              FROM programme g
              CROSS JOIN session s
             WHERE g.school_id = $1 AND g.started_on IS NOT NULL AND g.completed_on IS NULL
               AND s.school_id = g.school_id AND s.programme_id = g.id
               AND s.outcome = 'planned' AND s.planned_on < $2
               AND EXISTS (SELECT 1 FROM place p
                            WHERE p.school_id = s.school_id AND p.programme_id = g.id AND p.ended_on IS NULL)
            UNION
            SELECT w.school_id, w.session_id
              FROM register_to_write w
              JOIN nurture_case n ON n.school_id = w.school_id AND n.id = w.case_id AND n.closed_at IS NULL
             WHERE w.school_id = $1 AND w.written = 0)
        SELECT s.id, g.id, g.name, s.number, s.planned_on, s.starts_at_time, g.minutes, r.name, s.outcome,
               CASE WHEN s.plan = '' THEN 0 ELSE 1 END, CASE WHEN coalesce(s.deliverer_id, g.deliverer_id) = $3 THEN 0 ELSE 1 END,
               CASE WHEN s.held_on IS NULL THEN
                   (SELECT count(*) FROM stay y
                     WHERE y.school_id = s.school_id AND y.programme_id = g.id AND y.from_on <= s.planned_on
                       AND (y.ended_on IS NULL OR y.ended_on > s.planned_on
                            OR y.ended_on = s.planned_on AND y.last_day_counts = 1))
               ELSE (SELECT count(*) FROM register_to_write w
                      WHERE w.school_id = s.school_id AND w.session_id = s.id) END AS children,
               (SELECT count(*) FROM register_to_write w
                 WHERE w.school_id = s.school_id AND w.session_id = s.id AND w.written = 1) AS evaluated,
               (SELECT min(w.place_id) FROM register_to_write w
                 WHERE w.school_id = s.school_id AND w.session_id = s.id AND w.written = 0)
          FROM left_to_write f
          CROSS JOIN session s
          JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
          JOIN room r ON r.school_id = s.school_id AND r.id = s.room_id
         WHERE s.school_id = f.school_id AND s.id = f.session_id
           AND coalesce((SELECT h.id
                           FROM staff h
                          WHERE h.school_id = s.school_id AND h.id = coalesce(s.delivered_by, s.stand_in_id)
                            AND (h.left_on IS NULL OR h.left_on > $2)
                            AND EXISTS (SELECT 1 FROM role_held r
                                         WHERE r.school_id = h.school_id AND r.staff_id = h.id
                                           AND r.role = 'nurture_assistant' AND r.starts_on <= $2
                                           AND (r.ends_on IS NULL OR r.ends_on >= $2))), s.deliverer_id, g.deliverer_id) = $3
         ORDER BY s.planned_on, s.starts_at_time, s.id)";
    return db.all<Line>(sql, school, today, staff);
}

}  // namespace sessions::store
