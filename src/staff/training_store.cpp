#include "staff/store.hpp"

namespace staff::store {

std::vector<Training> trainings(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT id, staff_id, kind, name, held_on, expires_on
          FROM training
         WHERE school_id = $1
         ORDER BY held_on DESC, id)";
    return db.all<Training>(sql, school);
}

std::vector<Training> trainings_of(db::Connection& db, SchoolId school, StaffId const& staff) {
    constexpr db::Sql sql = R"(
        SELECT id, staff_id, kind, name, held_on, expires_on
          FROM training
         WHERE school_id = $1 AND staff_id = $2
         ORDER BY held_on DESC, id)";
    return db.all<Training>(sql, school, staff);
}

void add(db::Connection& db, SchoolId school, Training const& training) {
    constexpr db::Sql sql = R"(
        INSERT INTO training (school_id, id, staff_id, kind, name, held_on, expires_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7))";
    db.run(
        sql,
        school,
        training.id,
        training.staff,
        training.kind,
        training.name,
        training.held_on,
        training.expires_on
    );
}

void change(db::Connection& db, SchoolId school, Training const& training) {
    constexpr db::Sql sql = R"(
        UPDATE training SET name = $1, held_on = $2, expires_on = $3 WHERE school_id = $4 AND id = $5)";
    db.run(sql, training.name, training.held_on, training.expires_on, school, training.id);
}

void remove(db::Connection& db, SchoolId school, TrainingId const& training) {
    constexpr db::Sql sql = "DELETE FROM training WHERE school_id = $1 AND id = $2";
    db.run(sql, school, training);
}

void add_correction(
    db::Connection& db,
    SchoolId school,
    TrainingId const& id,
    Training const& before,
    std::optional<TrainingCorrection> const& after,
    int sessions_untrained,
    std::string const& reason,
    StaffId const& by,
    Instant at
) {
    constexpr db::Sql sql = R"(
        INSERT INTO training_correction (school_id, id, training_id, staff_id, kind, name_before, held_before,
                                         expires_before, name, held_on, expires_on, sessions_untrained, reason,
                                         made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))";
    db.run(
        sql,
        school,
        id,
        before.id,
        before.staff,
        before.kind,
        before.name,
        before.held_on,
        before.expires_on,
        after ? after->name : std::string(),
        after ? std::optional(after->held_on) : std::nullopt,
        after ? std::optional(after->expires_on) : std::nullopt,
        sessions_untrained,
        reason,
        by,
        at
    );
}

std::vector<Corrected> corrections_of(db::Connection& db, SchoolId school, StaffId const& staff) {
    constexpr db::Sql sql = R"(
        SELECT c.name_before, c.held_before, c.expires_before, c.name, c.held_on, c.expires_on,
               c.sessions_untrained, c.reason, f.name, c.made_at
          FROM training_correction c
          JOIN staff f ON f.school_id = c.school_id AND f.id = c.made_by
         WHERE c.school_id = $1 AND c.staff_id = $2
         ORDER BY c.made_at, c.id)";
    return db.all<Corrected>(sql, school, staff);
}

std::vector<HeldSession> held_by(db::Connection& db, SchoolId school, StaffId const& staff) {
    constexpr db::Sql sql = R"(
        SELECT s.held_on, g.name, s.number
          FROM session s
          JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
         WHERE s.school_id = $1 AND s.delivered_by = $2 AND s.outcome = 'delivered'
         ORDER BY s.held_on, s.id)";
    return db.all<HeldSession>(sql, school, staff);
}

std::vector<Named> trained_nurture_assistants(db::Connection& db, SchoolId school, Date day) {
    constexpr db::Sql sql = R"(
        SELECT f.id, f.name
          FROM staff f
         WHERE f.school_id = $1 AND (f.left_on IS NULL OR f.left_on > $2)
           AND EXISTS (SELECT 1 FROM role_held r
                        WHERE r.school_id = f.school_id AND r.staff_id = f.id AND r.role = 'nurture_assistant'
                          AND r.starts_on <= $2 AND (r.ends_on IS NULL OR r.ends_on >= $2))
           AND EXISTS (SELECT 1 FROM training t
                        WHERE t.school_id = f.school_id AND t.staff_id = f.id AND t.kind = 'nurture'
                          AND t.held_on <= $2 AND t.expires_on >= $2)
         ORDER BY f.name, f.id)";
    return db.all<Named>(sql, school, day);
}

std::vector<Untrained> untrained_nurture_assistants(db::Connection& db, SchoolId school, Date day) {
    constexpr db::Sql sql = R"(
        SELECT f.id, f.name,
               (SELECT max(t.expires_on) FROM training t
                 WHERE t.school_id = f.school_id AND t.staff_id = f.id AND t.kind = 'nurture' AND t.held_on <= $1)
          FROM staff f
         WHERE f.school_id = $2 AND (f.left_on IS NULL OR f.left_on > $1)
           AND EXISTS (SELECT 1 FROM role_held r
                        WHERE r.school_id = f.school_id AND r.staff_id = f.id AND r.role = 'nurture_assistant'
                          AND r.starts_on <= $1 AND (r.ends_on IS NULL OR r.ends_on >= $1))
           AND NOT EXISTS (SELECT 1 FROM training t
                            WHERE t.school_id = f.school_id AND t.staff_id = f.id AND t.kind = 'nurture'
                              AND t.held_on <= $1 AND t.expires_on >= $1)
         ORDER BY f.name, f.id)";
    return db.all<Untrained>(sql, day, school);
}

}  // namespace staff::store
