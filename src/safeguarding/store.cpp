#include "safeguarding/store.hpp"

namespace safeguarding::store {

std::vector<Pointer> of_pupil(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT p.id, p.put_at, p.reference, f.name, p.noted_at
          FROM safeguarding_pointer p
          JOIN staff f ON f.school_id = p.school_id AND f.id = p.noted_by
         WHERE p.school_id = $1 AND p.pupil_id = $2
         ORDER BY p.put_at DESC, p.id DESC)";
    return db.all<Pointer>(sql, school, pupil);
}

std::optional<CaseId> open_case_of(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT id FROM nurture_case WHERE school_id = $1 AND pupil_id = $2 AND closed_at IS NULL)";
    return db.one<CaseId>(sql, school, pupil);
}

void add(
    db::Connection& db,
    SchoolId school,
    PupilId const& pupil,
    std::optional<CaseId> const& the_case,
    Pointer const& pointer,
    StaffId const& noted_by
) {
    constexpr db::Sql sql = R"(
        INSERT INTO safeguarding_pointer (school_id, id, pupil_id, case_id, put_at, reference, noted_by, noted_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";
    db.run(
        sql,
        school,
        pointer.id,
        pupil,
        the_case,
        pointer.put_at,
        pointer.reference,
        noted_by,
        pointer.noted_at
    );
}

std::string cpoms_address(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = "SELECT cpoms_address FROM school WHERE id = $1";
    return db.one<std::string>(sql, school).value_or("");
}

}  // namespace safeguarding::store
