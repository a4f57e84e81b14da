#include "safeguarding/handover_store.hpp"

namespace safeguarding::store {

HandsOver hands_over(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = "SELECT hands_over FROM cpoms_connection WHERE school_id = $1";
    return db.one<HandsOver>(sql, school).value_or(HandsOver::nothing);
}

void set(db::Connection& db, SchoolId school, HandsOver hands_over) {
    constexpr db::Sql sql = R"(
        INSERT INTO cpoms_connection (school_id, hands_over) VALUES ($1, $2)
            ON CONFLICT (school_id) DO UPDATE SET hands_over = excluded.hands_over)";
    db.run(sql, school, hands_over);
}

void queue(db::Connection& db, SchoolId school, PointerId const& pointer, Instant now) {
    constexpr db::Sql sql = R"(
        INSERT INTO handover (school_id, pointer_id, state, tries_since, next_try_at, made_at)
        VALUES ($1, $2, 'waiting', $3, $3, $3))";
    db.run(sql, school, pointer, now);
}

std::vector<Handover> handovers_of(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT h.pointer_id, p.put_at, h.state, h.tries, h.next_try_at, h.handed_over_at, ''
          FROM safeguarding_pointer p
          JOIN handover h ON h.school_id = p.school_id AND h.pointer_id = p.id
         WHERE p.school_id = $1 AND p.pupil_id = $2)";
    return db.all<Handover>(sql, school, pupil);
}

std::vector<Handover> handovers(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT h.pointer_id, p.put_at, h.state, h.tries, h.next_try_at, h.handed_over_at, coalesce(t.fault, '')
          FROM handover h
          JOIN safeguarding_pointer p ON p.school_id = h.school_id AND p.id = h.pointer_id
          LEFT JOIN handover_try t ON t.school_id = h.school_id AND t.pointer_id = h.pointer_id AND t.number = h.tries
         WHERE h.school_id = $1
         ORDER BY CASE h.state WHEN 'given_up' THEN 0 WHEN 'waiting' THEN 1 ELSE 2 END, h.made_at DESC, h.pointer_id
         LIMIT 50)";
    return db.all<Handover>(sql, school);
}

std::vector<SchoolId> schools(db::Connection& db) {
    constexpr db::Sql sql = "SELECT id FROM school ORDER BY id";
    return db.all<SchoolId>(sql);
}

std::optional<Due> due(db::Connection& db, SchoolId school, Instant now) {
    constexpr db::Sql sql = R"(
        SELECT h.pointer_id, p.put_at, p.reference, f.name,
               CASE c.hands_over WHEN 'with_upn' THEN coalesce(u.upn, '') ELSE u.admission_number END,
               c.hands_over, h.tries, h.tries_since
          FROM handover h
          JOIN cpoms_connection c ON c.school_id = h.school_id AND c.hands_over <> 'nothing'
          JOIN safeguarding_pointer p ON p.school_id = h.school_id AND p.id = h.pointer_id
          JOIN pupil u ON u.school_id = p.school_id AND u.id = p.pupil_id
          JOIN staff f ON f.school_id = p.school_id AND f.id = p.noted_by
         WHERE h.school_id = $1 AND h.state = 'waiting' AND h.next_try_at <= $2
         ORDER BY h.next_try_at, h.pointer_id
         LIMIT 1)";
    return db.one<Due>(sql, school, now);
}

bool claim(db::Connection& db, SchoolId school, PointerId const& pointer, Instant now, Instant until) {
    constexpr db::Sql sql = R"(
        UPDATE handover SET next_try_at = $1
         WHERE school_id = $2 AND pointer_id = $3 AND state = 'waiting' AND next_try_at <= $4)";
    return db.run(sql, until, school, pointer, now) == 1;
}

void note_try(
    db::Connection& db,
    SchoolId school,
    PointerId const& pointer,
    int number,
    Instant now,
    std::string const& fault
) {
    constexpr db::Sql sql = R"(
        INSERT INTO handover_try (school_id, pointer_id, number, tried_at, fault) VALUES ($1, $2, $3, $4, $5))";
    db.run(sql, school, pointer, number, now, fault);
}

bool mark(
    db::Connection& db,
    SchoolId school,
    PointerId const& pointer,
    int tries_before,
    HandoverState state,
    Instant now,
    std::optional<Instant> next_try_at
) {
    constexpr db::Sql sql = R"(
        UPDATE handover
           SET state = $1, tries = tries + 1, next_try_at = coalesce($2, next_try_at), handed_over_at = $3
         WHERE school_id = $4 AND pointer_id = $5 AND state = 'waiting' AND tries = $6)";
    auto const handed_over_at = state == HandoverState::handed_over ? std::optional(now) : std::nullopt;
    return db.run(sql, state, next_try_at, handed_over_at, school, pointer, tries_before) == 1;
}

bool ask_again(db::Connection& db, SchoolId school, PointerId const& pointer, Instant now) {
    constexpr db::Sql sql = R"(
        UPDATE handover SET state = 'waiting', tries_since = $1, next_try_at = $1
         WHERE school_id = $2 AND pointer_id = $3 AND state <> 'handed_over')";
    return db.run(sql, now, school, pointer) == 1;
}

}  // namespace safeguarding::store
