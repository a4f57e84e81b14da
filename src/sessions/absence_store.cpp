#include "sessions/store.hpp"

// Who did not come to a session that was not held because nobody came.
namespace sessions::store {

void add_absence(
    db::Connection& db,
    SchoolId school,
    SessionId const& session,
    Absence const& absence,
    StaffId const& by,
    Instant at
) {
    constexpr db::Sql sql = R"(
        INSERT INTO absence (school_id, session_id, place_id, why_absent, noted_by, noted_at)
        VALUES ($1, $2, $3, $4, $5, $6))";
    db.run(sql, school, session, absence.place, absence.why, by, at);
}

std::vector<Absence> absences(db::Connection& db, SchoolId school, SessionId const& session) {
    constexpr db::Sql sql = R"(
        SELECT place_id, why_absent FROM absence WHERE school_id = $1 AND session_id = $2)";
    return db.all<Absence>(sql, school, session);
}

void forget_absences(db::Connection& db, SchoolId school, SessionId const& session) {
    constexpr db::Sql sql = "DELETE FROM absence WHERE school_id = $1 AND session_id = $2";
    db.run(sql, school, session);
}

}  // namespace sessions::store
