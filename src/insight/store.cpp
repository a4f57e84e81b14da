#include "insight/store.hpp"

namespace insight::store {

std::vector<OnRoll> on_roll(db::Connection& db, SchoolId school, Date from, Date until, int school_year) {
    constexpr db::Sql sql = R"(
        SELECT p.id, p.sex, p.sen_provision, p.pupil_premium, p.ethnicity,
               coalesce((SELECT c.year_group
                           FROM class_membership m
                           JOIN class c ON c.school_id = m.school_id AND c.id = m.class_id
                          WHERE m.school_id = p.school_id AND m.pupil_id = p.id AND c.school_year = $1
                          ORDER BY m.starts_on DESC, m.id DESC
                          LIMIT 1), '')
          FROM pupil p
         WHERE p.school_id = $2 AND p.joined_on <= $3 AND (p.left_on IS NULL OR p.left_on >= $4)
         ORDER BY p.id)";
    return db.all<OnRoll>(sql, school_year, school, until, from);
}

std::vector<Referral> referrals(db::Connection& db, SchoolId school, Date until) {
    constexpr db::Sql sql = R"(
        SELECT n.pupil_id, n.id, s.taken_on
          FROM step s
          JOIN nurture_case n ON n.school_id = s.school_id AND n.id = s.case_id
         WHERE s.school_id = $1 AND s.step = 'referral' AND s.undone_at IS NULL AND s.taken_on <= $2
         ORDER BY s.taken_on, s.id)";
    return db.all<Referral>(sql, school, until);
}

std::vector<Begun> begun(db::Connection& db, SchoolId school, Date from, Date until) {
    constexpr db::Sql sql = R"(
        SELECT l.id, l.programme_id, l.pupil_id, l.case_id, g.form,
               CASE WHEN l.allocated_on > g.started_on THEN l.allocated_on ELSE g.started_on END
          FROM programme g
          JOIN place l ON l.school_id = g.school_id AND l.programme_id = g.id
         WHERE g.school_id = $1 AND g.started_on BETWEEN $2 AND $3
           AND (l.end_reason IS NULL OR l.end_reason <> 'allocation_undone')
           AND (l.ended_on IS NULL OR l.ended_on >= g.started_on)
           AND NOT EXISTS (SELECT 1 FROM removed_programme d
                            WHERE d.school_id = g.school_id AND d.programme_id = g.id)
         ORDER BY g.started_on, l.id)";
    return db.all<Begun>(sql, school, from, until);
}

std::vector<Measured> targets_measured(db::Connection& db, SchoolId school, Date from, Date until) {
    constexpr db::Sql sql = R"(
        SELECT t.place_id, b.rating, a.rating, b.rated_at, a.rated_at
          FROM programme g
          JOIN place l ON l.school_id = g.school_id AND l.programme_id = g.id
          JOIN target t ON t.school_id = l.school_id AND t.place_id = l.id
          JOIN target_measure b ON b.school_id = t.school_id AND b.target_id = t.id AND b.occasion = 'before'
          JOIN target_measure a ON a.school_id = t.school_id AND a.target_id = t.id AND a.occasion = 'after'
         WHERE g.school_id = $1 AND g.started_on BETWEEN $2 AND $3
         ORDER BY t.id)";
    return db.all<Measured>(sql, school, from, until);
}

std::vector<AreaOf> areas_worked_on(db::Connection& db, SchoolId school, Date from, Date until) {
    constexpr db::Sql sql = R"(
        SELECT DISTINCT t.place_id, a.name
          FROM programme g
          JOIN place l ON l.school_id = g.school_id AND l.programme_id = g.id
          JOIN target t ON t.school_id = l.school_id AND t.place_id = l.id
          JOIN target_area a ON a.school_id = t.school_id AND a.id = t.area_id
         WHERE g.school_id = $1 AND g.started_on BETWEEN $2 AND $3
         ORDER BY t.place_id, a.name)";
    return db.all<AreaOf>(sql, school, from, until);
}

Open open(db::Connection& db, SchoolId school, Date from, Date until, Date today) {
    constexpr db::Sql sql = R"(
        SELECT (SELECT count(DISTINCT l.pupil_id)
                  FROM programme g
                  JOIN place l ON l.school_id = g.school_id AND l.programme_id = g.id
                 WHERE g.school_id = $1 AND g.started_on BETWEEN $2 AND $3 AND l.ended_on IS NULL),
               (SELECT count(*)
                  FROM programme g
                  JOIN place l ON l.school_id = g.school_id AND l.programme_id = g.id
                 WHERE g.school_id = $1 AND g.started_on BETWEEN $2 AND $3 AND l.end_reason = 'completed'
                   AND NOT EXISTS (SELECT 1 FROM impact_review r
                                    WHERE r.school_id = l.school_id AND r.place_id = l.id AND r.undone_at IS NULL)),
               (SELECT count(*)
                  FROM programme g
                  JOIN session s ON s.school_id = g.school_id AND s.programme_id = g.id
                 WHERE g.school_id = $1 AND g.started_on BETWEEN $2 AND $3 AND s.outcome = 'planned'
                   AND s.planned_on <= $4))";
    return db.one<Open>(sql, school, from, until, today).value();
}

std::optional<Date> first_referral(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT taken_on FROM step
         WHERE school_id = $1 AND step = 'referral' AND undone_at IS NULL
         ORDER BY taken_on LIMIT 1)";
    return db.one<Date>(sql, school);
}

std::optional<assessments::InstrumentId> instrument(
    db::Connection& db, SchoolId school, std::string const& code, int version
) {
    constexpr db::Sql sql = "SELECT id FROM instrument WHERE school_id = $1 AND code = $2 AND version = $3";
    return db.one<assessments::InstrumentId>(sql, school, code, version);
}

}  // namespace insight::store
