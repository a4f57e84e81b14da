#include "programmes/change_store.hpp"

namespace programmes::store {
namespace {

// With the first day where that is what changes.
std::string when_of(Programme const& one, Programme const& other) {
    if (one.starts_on == other.starts_on) return when_in_words(one);
    return when_in_words(one) + ", first on " + calendar::in_words(one.starts_on);
}

}  // namespace

void add_change(
    db::Connection& db,
    SchoolId school,
    ChangeId const& id,
    Programme const& before,
    Programme const& after,
    NewDelivery const& input,
    StaffId const& by,
    Instant at
) {
    constexpr db::Sql sql = R"(
        INSERT INTO programme_change (school_id, id, programme_id, from_on, deliverer_before, deliverer_id,
                                      room_before, room_id, when_before, when_after, reason, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))";
    db.run(
        sql,
        school,
        id,
        before.id,
        input.from_on,
        before.deliverer,
        after.deliverer,
        before.room,
        after.room,
        when_of(before, after),
        when_of(after, before),
        input.reason,
        by,
        at
    );
}

std::vector<DeliveryChange> changes_of(db::Connection& db, SchoolId school, ProgrammeId const& programme) {
    constexpr db::Sql sql = R"(
        SELECT c.from_on, b.name, a.name, rb.name, ra.name, c.when_before, c.when_after, c.reason, m.name
          FROM programme_change c
          JOIN staff b ON b.school_id = c.school_id AND b.id = c.deliverer_before
          JOIN staff a ON a.school_id = c.school_id AND a.id = c.deliverer_id
          JOIN room rb ON rb.school_id = c.school_id AND rb.id = c.room_before
          JOIN room ra ON ra.school_id = c.school_id AND ra.id = c.room_id
          JOIN staff m ON m.school_id = c.school_id AND m.id = c.made_by
         WHERE c.school_id = $1 AND c.programme_id = $2
         ORDER BY c.made_at, c.id)";
    return db.all<DeliveryChange>(sql, school, programme);
}

bool change_delivery(db::Connection& db, SchoolId school, Programme const& programme) {
    constexpr db::Sql sql = R"(
        UPDATE programme
           SET deliverer_id = $1, room_id = $2, weekday = $3, starts_at_time = $4, starts_on = $5,
               version = version + 1
         WHERE school_id = $6 AND id = $7 AND version = $8)";
    return db.run(
               sql,
               programme.deliverer,
               programme.room,
               programme.changed_weekday,
               programme.starts_at_time,
               programme.starts_on,
               school,
               programme.id,
               programme.version
           ) == 1;
}

void keep_with(
    db::Connection& db, SchoolId school, ProgrammeId const& programme, StaffId const& deliverer, Date before
) {
    constexpr db::Sql sql = R"(
        UPDATE session SET deliverer_id = $1
         WHERE school_id = $2 AND programme_id = $3 AND deliverer_id IS NULL
           AND (outcome <> 'planned' OR planned_on < $4))";
    db.run(sql, deliverer, school, programme, before);
}

void move(db::Connection& db, SchoolId school, Session const& session) {
    constexpr db::Sql sql = R"(
        UPDATE session
           SET planned_on = $1, room_id = $2, starts_at_time = $3, deliverer_id = $4, stand_in_id = $5,
               version = version + 1
         WHERE school_id = $6 AND id = $7 AND outcome = 'planned')";
    db.run(
        sql,
        session.planned_on,
        session.room,
        session.starts_at_time,
        session.deliverer,
        session.stand_in,
        school,
        session.id
    );
}

void renumber(
    db::Connection& db, SchoolId school, ProgrammeId const& programme, std::map<int, int> const& numbers
) {
    // A number stands once: each is set aside below nought until all are.
    constexpr db::Sql aside = R"(
        UPDATE session SET number = $1 WHERE school_id = $2 AND programme_id = $3 AND number = $4)";
    constexpr db::Sql back = R"(
        UPDATE session SET number = -number WHERE school_id = $1 AND programme_id = $2 AND number < 0)";
    for (auto const& [from, to] : numbers) db.run(aside, -to, school, programme, from);
    db.run(back, school, programme);
}

bool delivers_here(db::Connection& db, SchoolId school, StaffId const& person, Date day) {
    constexpr db::Sql sql = R"(
        SELECT count(*)
          FROM staff f
          JOIN role_held h ON h.school_id = f.school_id AND h.staff_id = f.id AND h.role = 'nurture_assistant'
                          AND h.starts_on <= $1 AND (h.ends_on IS NULL OR h.ends_on >= $1)
         WHERE f.school_id = $2 AND f.id = $3 AND (f.left_on IS NULL OR f.left_on > $1))";
    return db.the<std::int64_t>(sql, day, school, person) > 0;
}

std::vector<WithoutDeliverer> without_deliverer(db::Connection& db, SchoolId school, Date today) {
    constexpr db::Sql sql = R"(
        SELECT g.id AS programme_id, g.name, f.name, CASE WHEN f.left_on <= $1 THEN 1 ELSE 0 END, 0,
               g.starts_on AS starts_on
          FROM programme g
          JOIN staff f ON f.school_id = g.school_id AND f.id = g.deliverer_id
         WHERE g.school_id = $2 AND g.completed_on IS NULL
           AND (f.left_on <= $1
                OR NOT EXISTS (SELECT 1 FROM role_held h
                                WHERE h.school_id = f.school_id AND h.staff_id = f.id
                                  AND h.role = 'nurture_assistant' AND h.starts_on <= $1
                                  AND (h.ends_on IS NULL OR h.ends_on >= $1)))
        UNION
        SELECT g.id, g.name, f.name, CASE WHEN f.left_on <= $1 THEN 1 ELSE 0 END, 1, g.starts_on
          FROM register_to_write w
          JOIN session s ON s.school_id = w.school_id AND s.id = w.session_id AND s.deliverer_id IS NOT NULL
          JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id AND g.completed_on IS NULL
          JOIN nurture_case n ON n.school_id = w.school_id AND n.id = w.case_id AND n.closed_at IS NULL
          JOIN staff f ON f.school_id = s.school_id AND f.id = s.delivered_by
         WHERE w.school_id = $2 AND w.written = 0
           AND NOT EXISTS (SELECT 1 FROM staff p
                             JOIN role_held h ON h.school_id = p.school_id AND h.staff_id = p.id
                                             AND h.role = 'nurture_assistant' AND h.starts_on <= $1
                                             AND (h.ends_on IS NULL OR h.ends_on >= $1)
                            WHERE p.school_id = s.school_id
                              AND p.id IN (s.delivered_by, s.deliverer_id)
                              AND (p.left_on IS NULL OR p.left_on > $1))
         ORDER BY starts_on, programme_id)";
    return db.all<WithoutDeliverer>(sql, today, school);
}

}  // namespace programmes::store
