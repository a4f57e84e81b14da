#include "openings/store.hpp"

#include "child_keys/about.hpp"
#include "db/joined_sql.hpp"

namespace openings::store {
namespace {

constexpr db::Part what_is_told = R"(
    SELECT o.id, o.pupil_id, CASE p.preferred_forename WHEN '' THEN p.legal_forename ELSE p.preferred_forename END
                             || ' ' ||
                             CASE p.preferred_surname WHEN '' THEN p.legal_surname ELSE p.preferred_surname END,
           o.staff_id, f.name, o.reason, o.recipient, o.child_told, o.about_the_child, o.parent_told,
           o.about_the_parent, o.opened_at, o.until_at)";

constexpr db::Part with_names = R"(
      JOIN pupil p ON p.school_id = o.school_id AND p.id = o.pupil_id
      JOIN staff f ON f.school_id = o.school_id AND f.id = o.staff_id)";

constexpr db::Part overrides =
    db::Joined<what_is_told, " FROM override o", with_names, " WHERE o.school_id = $1">::part;

constexpr db::Part not_of_their_own = R"(
       AND NOT EXISTS (SELECT 1 FROM pupil_contact k
                         JOIN contact_at_work w ON w.school_id = k.school_id AND w.contact_id = k.contact_id
                        WHERE k.school_id = o.school_id AND k.pupil_id = o.pupil_id AND w.staff_id = $2))";

}  // namespace

void add(db::Connection& db, SchoolId school, Opening const& opening) {
    constexpr db::Sql sql = R"(
        INSERT INTO opening (school_id, id, pupil_id, staff_id, reason, opened_at, until_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))";
    auto const about = child_keys::about_child(db, school, opening.pupil.text());
    db.run(
        sql,
        school,
        opening.id,
        opening.pupil,
        opening.staff,
        about(opening.reason),
        opening.opened_at,
        opening.until_at
    );
}

void add(db::Connection& db, SchoolId school, Override const& made) {
    constexpr db::Sql sql = R"(
        INSERT INTO override (school_id, id, pupil_id, staff_id, reason, recipient, child_told, about_the_child,
                              parent_told, about_the_parent, opened_at, until_at)
        VALUES ($1, $2, $3, $4, $5, $6, CAST($7 AS INTEGER), $8, CAST($9 AS INTEGER), $10, $11, $12))";
    auto const about =
        child_keys::about_child(db, school, made.pupil.text(), child_keys::safeguarding_record);
    db.run(
        sql,
        school,
        made.id,
        made.pupil,
        made.staff,
        about(made.reason),
        about(made.recipient),
        made.child_told ? 1 : 0,
        about(made.about_the_child),
        made.parent_told ? 1 : 0,
        about(made.about_the_parent),
        made.opened_at,
        made.until_at
    );
}

std::vector<Answerable> answerable(db::Connection& db, SchoolId school, Date today) {
    constexpr db::Sql sql = R"(
        SELECT DISTINCT f.id, f.address, r.role
          FROM role_held r
          JOIN staff f ON f.school_id = r.school_id AND f.id = r.staff_id
         WHERE r.school_id = $1 AND r.role IN ('safeguarding_lead', 'headteacher', 'senco') AND r.starts_on <= $2
           AND (r.ends_on IS NULL OR r.ends_on >= $2) AND (f.left_on IS NULL OR f.left_on > $2)
         ORDER BY f.id)";
    return db.all<Answerable>(sql, school, today);
}

void tell(db::Connection& db, SchoolId school, OverrideId const& id, StaffId const& staff) {
    constexpr db::Sql sql =
        "INSERT INTO override_told (school_id, override_id, staff_id) VALUES ($1, $2, $3)";
    db.run(sql, school, id, staff);
}

bool read(db::Connection& db, SchoolId school, OverrideId const& id, StaffId const& staff, Instant now) {
    constexpr db::Sql sql = R"(
        UPDATE override_told SET read_at = $1
         WHERE school_id = $2 AND override_id = $3 AND staff_id = $4 AND read_at IS NULL)";
    return db.run(sql, now, school, id, staff) == 1;
}

std::optional<Override> find(db::Connection& db, SchoolId school, OverrideId const& id) {
    return db.one<Override>(db::Joined<overrides, " AND o.id = $2">::sql, school, id);
}

std::vector<Override> of_pupil(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr auto sql =
        db::Joined<overrides, " AND o.pupil_id = $2 ORDER BY o.opened_at DESC, o.id DESC">::sql;
    return db.all<Override>(sql, school, pupil);
}

std::vector<OverrideNoted> noted(
    db::Connection& db, SchoolId school, PupilId const& pupil, StaffId const& reader
) {
    constexpr db::Sql sql = R"(
        SELECT o.id, f.name, o.opened_at,
               CASE WHEN o.staff_id = $1
                      OR EXISTS (SELECT 1 FROM override_told t
                                  WHERE t.school_id = o.school_id AND t.override_id = o.id AND t.staff_id = $1)
                    THEN 1 ELSE 0 END
          FROM override o
          JOIN staff f ON f.school_id = o.school_id AND f.id = o.staff_id
         WHERE o.school_id = $2 AND o.pupil_id = $3
         ORDER BY o.opened_at DESC, o.id DESC)";
    return db.all<OverrideNoted>(sql, reader, school, pupil);
}

std::int64_t count_of_others(db::Connection& db, SchoolId school, StaffId const& reader) {
    constexpr auto sql =
        db::Joined<"SELECT count(*) FROM override o WHERE o.school_id = $1", not_of_their_own>::sql;
    return db.the<std::int64_t>(sql, school, reader);
}

std::vector<Override> of_others(
    db::Connection& db, SchoolId school, StaffId const& reader, std::int64_t most, std::int64_t after
) {
    constexpr auto sql = db::
        Joined<overrides, not_of_their_own, " ORDER BY o.opened_at DESC, o.id DESC LIMIT $3 OFFSET $4">::sql;
    db::WordsStayClosed const closed(db);
    return db.all<Override>(sql, school, reader, most, after);
}

std::vector<Override> to_read(db::Connection& db, SchoolId school, StaffId const& staff) {
    constexpr auto sql = db::Joined<
        what_is_told,
        R"(
      FROM override_told t
      JOIN override o ON o.school_id = t.school_id AND o.id = t.override_id)",
        with_names,
        R"(
     WHERE t.school_id = $1 AND t.staff_id = $2 AND t.read_at IS NULL
     ORDER BY o.opened_at, o.id)">::sql;
    db::WordsStayClosed const closed(db);
    return db.all<Override>(sql, school, staff);
}

bool was_told(db::Connection& db, SchoolId school, OverrideId const& id, StaffId const& staff) {
    constexpr db::Sql sql = R"(
        SELECT 1 FROM override_told WHERE school_id = $1 AND override_id = $2 AND staff_id = $3)";
    return db.one<std::int64_t>(sql, school, id, staff).has_value();
}

}  // namespace openings::store
