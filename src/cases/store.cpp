#include "cases/store.hpp"

#include "cases/facts_store.hpp"
#include "child_keys/about.hpp"

namespace cases::store {
std::vector<StepTaken> steps(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT s.id, s.step, s.taken_at, s.taken_on, s.taken_by, coalesce(f.name, ''), s.reason,
               s.undone_at, coalesce(u.name, ''), coalesce(s.undone_reason, '')
          FROM step s
          LEFT JOIN staff f ON f.school_id = s.school_id AND f.id = s.taken_by
          LEFT JOIN staff u ON u.school_id = s.school_id AND u.id = s.undone_by
         WHERE s.school_id = $1 AND s.case_id = $2
         ORDER BY s.taken_at, s.id)";
    return db.all<StepTaken>(sql, school, the_case);
}

std::optional<Case> find(db::Connection& db, SchoolId school, CaseId const& the_case, Date today) {
    auto found = with_facts(db, school, the_case, today);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<CaseId> latest_closed_of(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT id FROM nurture_case
         WHERE school_id = $1 AND pupil_id = $2 AND closed_at IS NOT NULL
         ORDER BY closed_at DESC, id DESC
         LIMIT 1)";
    return db.one<CaseId>(sql, school, pupil);
}

std::vector<Case> open(db::Connection& db, SchoolId school, Date today) {
    return with_facts(db, school, AllOpen{}, today);
}

std::vector<Case> open_raised_by(db::Connection& db, SchoolId school, StaffId const& staff, Date today) {
    return with_facts(db, school, OpenRaisedBy{staff}, today);
}

std::optional<CaseId> open_case_of(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT id FROM nurture_case WHERE school_id = $1 AND pupil_id = $2 AND closed_at IS NULL)";
    return db.one<CaseId>(sql, school, pupil);
}

bool is_open(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT id FROM nurture_case WHERE school_id = $1 AND id = $2 AND closed_at IS NULL)";
    return db.one<CaseId>(sql, school, the_case).has_value();
}

std::optional<std::string> open_place(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT id FROM place WHERE school_id = $1 AND case_id = $2 AND ended_on IS NULL)";
    return db.one<std::string>(sql, school, the_case);
}

void add(
    db::Connection& db, SchoolId school, CaseId const& the_case, PupilId const& pupil, Instant opened_at
) {
    constexpr db::Sql sql = R"(
        INSERT INTO nurture_case (school_id, id, pupil_id, opened_at) VALUES ($1, $2, $3, $4))";
    db.run(sql, school, the_case, pupil, opened_at);
}

void close(
    db::Connection& db, SchoolId school, CaseId const& the_case, Instant closed_at, std::string const& why
) {
    constexpr db::Sql sql = R"(
        UPDATE nurture_case SET closed_at = $1, closed_why = $2
         WHERE school_id = $3 AND id = $4 AND closed_at IS NULL)";
    auto const about = child_keys::about_case(db, school, the_case.text());
    db.run(sql, closed_at, about(why), school, the_case);
}

void add_step(db::Connection& db, SchoolId school, CaseId const& the_case, StepTaken const& taken) {
    constexpr db::Sql sql = R"(
        INSERT INTO step (school_id, id, case_id, step, taken_at, taken_on, taken_by, reason)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";
    auto const about = child_keys::about_case(db, school, the_case.text());
    db.run(
        sql,
        school,
        taken.id,
        the_case,
        taken.step,
        taken.taken_at,
        taken.taken_on,
        taken.taken_by,
        about(taken.reason)
    );
}

}  // namespace cases::store
