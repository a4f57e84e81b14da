#include "readings/refused_store.hpp"

namespace readings::refused_store {

std::optional<Meant> meant_by(db::Connection& db, SchoolId school, std::string_view id) {
    constexpr db::Sql sql = R"(
        SELECT id, CAST(NULL AS TEXT) FROM pupil WHERE school_id = $1 AND id = $2
         UNION ALL
        SELECT pupil_id, id FROM nurture_case WHERE school_id = $1 AND id = $2
         UNION ALL
        SELECT pupil_id, case_id FROM concern WHERE school_id = $1 AND id = $2
         UNION ALL
        SELECT pupil_id, case_id FROM place WHERE school_id = $1 AND id = $2
         UNION ALL
        SELECT pupil_id, case_id FROM question WHERE school_id = $1 AND id = $2
         UNION ALL
        SELECT pupil_id, case_id FROM parent_message WHERE school_id = $1 AND id = $2
         UNION ALL
        SELECT n.pupil_id, n.id
          FROM letter l
          JOIN nurture_case n ON n.school_id = l.school_id AND n.id = l.case_id
         WHERE l.school_id = $1 AND l.id = $2
         UNION ALL
        SELECT pupil_id, CAST(NULL AS TEXT) FROM override WHERE school_id = $1 AND id = $2
         UNION ALL
        SELECT pupil_id, CAST(NULL AS TEXT) FROM data_request
         WHERE school_id = $1 AND id = $2 AND pupil_id IS NOT NULL
         UNION ALL
        SELECT pupil_id, CAST(NULL AS TEXT) FROM erasure
         WHERE school_id = $1 AND id = $2 AND pupil_id IS NOT NULL
         UNION ALL
        SELECT pupil_id, CAST(NULL AS TEXT) FROM retention_hold WHERE school_id = $1 AND id = $2
         UNION ALL
        SELECT stays_id, CAST(NULL AS TEXT) FROM merging WHERE school_id = $1 AND id = $2)";
    return db.one<Meant>(sql, school, id);
}

std::vector<Meant> of_programme_or_session(db::Connection& db, SchoolId school, std::string_view id) {
    constexpr db::Sql sql = R"(
        SELECT pupil_id, case_id FROM place WHERE school_id = $1 AND programme_id = $2
         UNION
        SELECT p.pupil_id, p.case_id
          FROM session s
          JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id
         WHERE s.school_id = $1 AND s.id = $2)";
    return db.all<Meant>(sql, school, id);
}

bool has_part(db::Connection& db, SchoolId school, std::string_view id, visits::StaffId const& staff) {
    constexpr db::Sql sql = R"(
        SELECT s.id
          FROM session s
          JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
         WHERE s.school_id = $1 AND s.id = $2
           AND (g.deliverer_id = $3 OR s.deliverer_id = $3 OR s.stand_in_id = $3)
         UNION ALL
        SELECT id FROM concern WHERE school_id = $1 AND id = $2 AND written_by = $3)";
    return db.one<std::string>(sql, school, id, staff).has_value();
}

std::int64_t count_since(db::Connection& db, SchoolId school, Instant since) {
    constexpr db::Sql sql =
        "SELECT count(*) FROM reading WHERE school_id = $1 AND at > $2 AND refused IS NOT NULL";
    return db.the<std::int64_t>(sql, school, since);
}

std::vector<Entry> since(
    db::Connection& db, SchoolId school, Instant since, std::int64_t most, std::int64_t after
) {
    constexpr db::Sql sql = R"(
        SELECT number, at, by_staff_id, by_name, pupil_id, case_id, zone, reason, page, hash, contacts, list_id,
               refused
          FROM reading
         WHERE school_id = $1 AND at > $2 AND refused IS NOT NULL
         ORDER BY at DESC, number DESC
         LIMIT $3 OFFSET $4)";
    return db.all<Entry>(sql, school, since, most, after);
}

std::vector<pupils::Pupil> children_since(db::Connection& db, SchoolId school, Instant since, Date today) {
    constexpr db::Sql sql = R"(
        SELECT p.id, CASE p.preferred_forename WHEN '' THEN p.legal_forename ELSE p.preferred_forename END,
               CASE p.preferred_surname WHEN '' THEN p.legal_surname ELSE p.preferred_surname END,
               p.year_group, c.id, coalesce(c.name, '')
          FROM pupil p
          LEFT JOIN class_membership m ON m.school_id = p.school_id AND m.pupil_id = p.id
                                      AND m.starts_on <= $1 AND (m.ends_on IS NULL OR m.ends_on >= $1)
          LEFT JOIN class c ON c.school_id = m.school_id AND c.id = m.class_id
         WHERE p.school_id = $2
           AND p.id IN (SELECT r.pupil_id FROM reading r
                         WHERE r.school_id = $2 AND r.at > $3 AND r.refused IS NOT NULL)
         ORDER BY p.id, m.starts_on DESC)";
    return db.all<pupils::Pupil>(sql, today, school, since);
}

}  // namespace readings::refused_store
