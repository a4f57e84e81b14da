#include "pupils/store.hpp"

#include "pupils/names.hpp"

namespace pupils::store {
namespace {

// Parts go in sixteen at a time: one statement for nearly every name. A part given twice stands once.
constexpr std::size_t parts_at_once = 16;

void add_parts(db::Connection& db, SchoolId school, PupilId const& pupil, Details const& details) {
    constexpr db::Sql sql = R"(
        INSERT INTO name_part (school_id, pupil_id, part)
        VALUES ($1, $2, $3), ($1, $2, $4), ($1, $2, $5), ($1, $2, $6), ($1, $2, $7), ($1, $2, $8),
               ($1, $2, $9), ($1, $2, $10), ($1, $2, $11), ($1, $2, $12), ($1, $2, $13), ($1, $2, $14),
               ($1, $2, $15), ($1, $2, $16), ($1, $2, $17), ($1, $2, $18)
        ON CONFLICT DO NOTHING)";

    auto parts = name_parts(details);
    if (parts.empty()) return;
    while (parts.size() % parts_at_once != 0) parts.push_back(parts.back());
    for (auto p = parts.begin(); p != parts.end(); p += parts_at_once)
        db.run(
            sql,
            school,
            pupil,
            p[0],
            p[1],
            p[2],
            p[3],
            p[4],
            p[5],
            p[6],
            p[7],
            p[8],
            p[9],
            p[10],
            p[11],
            p[12],
            p[13],
            p[14],
            p[15]
        );
}

void find_by_parts_of(db::Connection& db, SchoolId school, PupilId const& pupil, Details const& details) {
    constexpr db::Sql forget = "DELETE FROM name_part WHERE school_id = $1 AND pupil_id = $2";
    db.run(forget, school, pupil);
    add_parts(db, school, pupil, details);
}

}  // namespace

std::optional<Pupil> find(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT p.id, coalesce(nullif(p.preferred_forename, ''), p.legal_forename),
               coalesce(nullif(p.preferred_surname, ''), p.legal_surname), p.year_group, c.id, coalesce(c.name, '')
          FROM pupil p
          LEFT JOIN class_membership m ON m.school_id = p.school_id AND m.pupil_id = p.id AND m.ends_on IS NULL
          LEFT JOIN class c ON c.school_id = m.school_id AND c.id = m.class_id
         WHERE p.school_id = $1 AND p.id = $2)";
    return db.one<Pupil>(sql, school, pupil);
}

std::optional<KnownPupil> known(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT p.id, coalesce(p.upn, ''), coalesce(p.former_upn, ''), p.admission_number, p.legal_forename,
               p.legal_surname, p.preferred_forename, p.preferred_surname, p.born_on, p.sex, p.year_group,
               p.sen_provision, p.pupil_premium, p.ethnicity, p.joined_on, p.left_on, p.version, c.id,
               coalesce(c.name, ''), coalesce(c.school_year, 0)
          FROM pupil p
          LEFT JOIN class_membership m ON m.school_id = p.school_id AND m.pupil_id = p.id AND m.ends_on IS NULL
          LEFT JOIN class c ON c.school_id = m.school_id AND c.id = m.class_id
         WHERE p.school_id = $1 AND p.id = $2)";
    return db.one<KnownPupil>(sql, school, pupil);
}

std::vector<KnownPupil> all_known(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT p.id, coalesce(p.upn, ''), coalesce(p.former_upn, ''), p.admission_number, p.legal_forename,
               p.legal_surname, p.preferred_forename, p.preferred_surname, p.born_on, p.sex, p.year_group,
               p.sen_provision, p.pupil_premium, p.ethnicity, p.joined_on, p.left_on, p.version, c.id,
               coalesce(c.name, ''), coalesce(c.school_year, 0)
          FROM pupil p
          LEFT JOIN class_membership m ON m.school_id = p.school_id AND m.pupil_id = p.id AND m.ends_on IS NULL
          LEFT JOIN class c ON c.school_id = m.school_id AND c.id = m.class_id
         WHERE p.school_id = $1
         ORDER BY p.legal_surname, p.legal_forename, p.id)";
    return db.all<KnownPupil>(sql, school);
}

std::int64_t on_roll(db::Connection& db, SchoolId school, Date day) {
    constexpr db::Sql sql =
        "SELECT count(*) FROM pupil WHERE school_id = $1 AND (left_on IS NULL OR left_on > $2)";
    return db.the<std::int64_t>(sql, school, day);
}

void add(db::Connection& db, SchoolId school, PupilId const& pupil, Details const& details, Date joined_on) {
    constexpr db::Sql sql = R"(
        INSERT INTO pupil (school_id, id, upn, former_upn, admission_number, legal_forename, legal_surname,
                           preferred_forename, preferred_surname, born_on, sex, year_group, sen_provision,
                           pupil_premium, ethnicity, folded_name, joined_on)
        VALUES ($1, $2, nullif($3, ''), nullif($4, ''), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
                $17))";
    db.run(
        sql,
        school,
        pupil,
        details.upn,
        details.former_upn,
        details.admission_number,
        details.legal_forename,
        details.legal_surname,
        details.preferred_forename,
        details.preferred_surname,
        details.born_on,
        details.sex,
        details.year_group,
        details.sen_provision,
        details.pupil_premium,
        details.ethnicity,
        folded_name(details),
        joined_on
    );
    add_parts(db, school, pupil, details);
}

bool change(db::Connection& db, SchoolId school, PupilId const& pupil, Details const& details, int version) {
    constexpr db::Sql change_pupil = R"(
        UPDATE pupil
           SET upn = nullif($1, ''), former_upn = nullif($2, ''), admission_number = $3, legal_forename = $4,
               legal_surname = $5, preferred_forename = $6, preferred_surname = $7, born_on = $8, sex = $9,
               year_group = $10, sen_provision = $11, pupil_premium = $12, ethnicity = $13, folded_name = $14,
               version = version + 1
         WHERE school_id = $15 AND id = $16 AND version = $17)";
    auto const changed = db.run(
        change_pupil,
        details.upn,
        details.former_upn,
        details.admission_number,
        details.legal_forename,
        details.legal_surname,
        details.preferred_forename,
        details.preferred_surname,
        details.born_on,
        details.sex,
        details.year_group,
        details.sen_provision,
        details.pupil_premium,
        details.ethnicity,
        folded_name(details),
        school,
        pupil,
        version
    );
    if (changed == 0) return false;
    find_by_parts_of(db, school, pupil, details);
    return true;
}

void find_by_names_again(db::Connection& db, SchoolId school, PupilId const& pupil) {
    if (auto const kept = known(db, school, pupil)) find_by_parts_of(db, school, pupil, kept->details);
}

void set_left(db::Connection& db, SchoolId school, PupilId const& pupil, std::optional<Date> left_on) {
    constexpr db::Sql sql =
        "UPDATE pupil SET left_on = $1, version = version + 1 WHERE school_id = $2 AND id = $3";
    db.run(sql, left_on, school, pupil);
}

}  // namespace pupils::store
