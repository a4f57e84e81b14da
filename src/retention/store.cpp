#include "retention/store.hpp"

#include "child_keys/about.hpp"
#include "db/joined_sql.hpp"

namespace retention::store {
namespace {

constexpr db::Part name_of_pupil = R"(
    CASE p.preferred_forename WHEN '' THEN p.legal_forename ELSE p.preferred_forename END || ' ' ||
    CASE p.preferred_surname WHEN '' THEN p.legal_surname ELSE p.preferred_surname END)";

// K is SEN support, E a plan, N neither.
constexpr db::Part records_of_school = R"(
    SELECT p.id, )";
constexpr db::Part facts_of_records = R"(,
           p.born_on, CASE WHEN p.sen_provision IN ('', 'N') THEN 0 ELSE 1 END,
           (SELECT count(*) FROM nurture_case n WHERE n.school_id = p.school_id AND n.pupil_id = p.id),
           (SELECT count(*) FROM nurture_case n
             WHERE n.school_id = p.school_id AND n.pupil_id = p.id AND n.closed_at IS NULL),
           (SELECT count(*) FROM nurture_case n JOIN step s ON s.school_id = n.school_id AND s.case_id = n.id
             WHERE n.school_id = p.school_id AND n.pupil_id = p.id AND s.step = 'referral' AND s.undone_at IS NULL),
           (SELECT max(n.closed_at) FROM nurture_case n WHERE n.school_id = p.school_id AND n.pupil_id = p.id),
           (SELECT max(c.made_at) FROM nurture_case n JOIN check_in c ON c.school_id = n.school_id AND c.case_id = n.id
             WHERE n.school_id = p.school_id AND n.pupil_id = p.id),
           (SELECT count(*) FROM safeguarding_pointer x WHERE x.school_id = p.school_id AND x.pupil_id = p.id) +
           (SELECT count(*) FROM override o WHERE o.school_id = p.school_id AND o.pupil_id = p.id),
           (SELECT count(*) FROM retention_hold h
             WHERE h.school_id = p.school_id AND h.pupil_id = p.id AND h.ended_at IS NULL),
           (SELECT count(*) FROM data_request r
             WHERE r.school_id = p.school_id AND r.pupil_id = p.id AND r.given_at IS NULL
               AND r.withdrawn_at IS NULL),
           p.left_on
      FROM pupil p
     WHERE p.school_id = $1)";

constexpr db::Part all_holds = db::Joined<
    "SELECT h.id, h.pupil_id, ",
    name_of_pupil,
    R"(, h.reason, m.name, h.made_at, coalesce(e.name, ''), h.ended_at, h.ended_why
      FROM retention_hold h
      JOIN pupil p ON p.school_id = h.school_id AND p.id = h.pupil_id
      JOIN staff m ON m.school_id = h.school_id AND m.id = h.made_by
      LEFT JOIN staff e ON e.school_id = h.school_id AND e.id = h.ended_by
     WHERE h.school_id = $1)">::part;

constexpr db::Part all_erasures = db::Joined<
    "SELECT e.id, e.pupil_id, coalesce(",
    name_of_pupil,
    R"(, ''), e.pupil_digest, e.category, e.due_on, e.first_by, f.name, e.first_at, coalesce(s.name, ''), e.erased_at,
           e.counts
      FROM erasure e
      JOIN staff f ON f.school_id = e.school_id AND f.id = e.first_by
      LEFT JOIN staff s ON s.school_id = e.school_id AND s.id = e.second_by
      LEFT JOIN pupil p ON p.school_id = e.school_id AND p.id = e.pupil_id
     WHERE e.school_id = $1)">::part;

}  // namespace

std::vector<Period> periods(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT r.category, r.years, r.reason, f.name
          FROM retention_period r
          JOIN staff f ON f.school_id = r.school_id AND f.id = r.set_by
         WHERE r.school_id = $1
           AND NOT EXISTS (SELECT 1 FROM retention_period o
                            WHERE o.school_id = r.school_id AND o.category = r.category AND o.id > r.id))";
    return db.all<Period>(sql, school);
}

void set_period(
    db::Connection& db,
    SchoolId school,
    PeriodId const& id,
    Period const& period,
    StaffId const& by,
    Instant now
) {
    constexpr db::Sql sql = R"(
        INSERT INTO retention_period (school_id, id, category, years, reason, set_by, set_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))";
    db.run(sql, school, id, period.category, period.years, period.reason, by, now);
}

std::vector<Record> records(db::Connection& db, SchoolId school) {
    return db.all<Record>(
        db::Joined<
            records_of_school,
            name_of_pupil,
            facts_of_records,
            R"( AND (p.left_on IS NOT NULL
                     OR p.id IN (SELECT n.pupil_id FROM nurture_case n WHERE n.school_id = $1
                                 UNION SELECT x.pupil_id FROM safeguarding_pointer x WHERE x.school_id = $1
                                 UNION SELECT o.pupil_id FROM override o WHERE o.school_id = $1))
              ORDER BY p.folded_name, p.id)">::sql,
        school
    );
}

std::optional<Record> record(db::Connection& db, SchoolId school, PupilId const& pupil) {
    return db.one<Record>(
        db::Joined<records_of_school, name_of_pupil, facts_of_records, " AND p.id = $2">::sql, school, pupil
    );
}

std::vector<Hold> holds(db::Connection& db, SchoolId school) {
    db::WordsStayClosed const closed(db);
    return db.all<Hold>(
        db::Joined<all_holds, " AND h.ended_at IS NULL ORDER BY h.made_at, h.id">::sql, school
    );
}

std::vector<Hold> holds_of(db::Connection& db, SchoolId school, PupilId const& pupil) {
    return db.all<Hold>(
        db::Joined<all_holds, " AND h.pupil_id = $2 ORDER BY h.made_at DESC, h.id">::sql, school, pupil
    );
}

std::optional<Hold> hold(db::Connection& db, SchoolId school, HoldId const& id) {
    return db.one<Hold>(db::Joined<all_holds, " AND h.id = $2">::sql, school, id);
}

void add_hold(
    db::Connection& db,
    SchoolId school,
    HoldId const& id,
    PupilId const& pupil,
    std::string const& reason,
    StaffId const& by,
    Instant now
) {
    constexpr db::Sql sql = R"(
        INSERT INTO retention_hold (school_id, id, pupil_id, reason, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6))";
    auto const about = child_keys::about_child_on_roll(db, school, pupil.text());
    db.run(sql, school, id, pupil, about(reason), by, now);
}

void end_hold(
    db::Connection& db,
    SchoolId school,
    HoldId const& id,
    std::string const& why,
    StaffId const& by,
    Instant now
) {
    constexpr db::Sql sql = R"(
        UPDATE retention_hold SET ended_by = $1, ended_at = $2, ended_why = $3
         WHERE school_id = $4 AND id = $5 AND ended_at IS NULL)";
    auto const about = child_keys::about_hold(db, school, id.text());
    db.run(sql, by, now, about(why), school, id);
}

std::vector<Erasure> erasures(db::Connection& db, SchoolId school) {
    return db.all<Erasure>(db::Joined<all_erasures, " ORDER BY e.first_at DESC, e.id DESC">::sql, school);
}

std::vector<Erasure> to_sign(db::Connection& db, SchoolId school) {
    return db.all<Erasure>(
        db::Joined<
            all_erasures,
            " AND e.pupil_id IS NOT NULL AND e.erased_at IS NULL ORDER BY e.first_at, e.id">::sql,
        school
    );
}

std::optional<Erasure> erasure(db::Connection& db, SchoolId school, ErasureId const& id) {
    return db.one<Erasure>(db::Joined<all_erasures, " AND e.id = $2">::sql, school, id);
}

void sign_first(db::Connection& db, SchoolId school, Erasure const& erasure) {
    constexpr db::Sql sql = R"(
        INSERT INTO erasure (school_id, id, pupil_id, pupil_digest, category, due_on, first_by, first_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";
    db.run(
        sql,
        school,
        erasure.id,
        erasure.pupil,
        erasure.pupil_digest,
        erasure.category,
        erasure.due_on,
        erasure.first_by,
        erasure.first_at
    );
}

void take_back(db::Connection& db, SchoolId school, ErasureId const& id) {
    constexpr db::Sql sql = "DELETE FROM erasure WHERE school_id = $1 AND id = $2 AND erased_at IS NULL";
    db.run(sql, school, id);
}

void certify(db::Connection& db, SchoolId school, ErasureId const& id, StaffId const& by, Instant now) {
    constexpr db::Sql sql = R"(
        UPDATE erasure SET second_by = $1, erased_at = $2, pupil_id = NULL
         WHERE school_id = $3 AND id = $4 AND erased_at IS NULL)";
    db.run(sql, by, now, school, id);
}

void say_counts(db::Connection& db, SchoolId school, ErasureId const& id, std::string const& counts) {
    constexpr db::Sql sql = "UPDATE erasure SET counts = $1 WHERE school_id = $2 AND id = $3";
    db.run(sql, counts, school, id);
}

void take_back_all_of(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        DELETE FROM erasure WHERE school_id = $1 AND pupil_id = $2 AND erased_at IS NULL)";
    db.run(sql, school, pupil);
}

}  // namespace retention::store
