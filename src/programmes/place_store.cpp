#include "child_keys/about.hpp"
#include "db/joined_sql.hpp"
#include "programmes/store.hpp"

// Children in programmes, with the class they are in today, and what they hope for.
namespace programmes::store {
namespace {

constexpr db::Part a_place = R"(
        SELECT p.id, p.programme_id, p.case_id, p.allocated_on, p.ended_on, p.end_reason, u.id,
               CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END,
               CASE u.preferred_surname WHEN '' THEN u.legal_surname ELSE u.preferred_surname END,
               u.year_group, c.id, coalesce(c.name, '')
          FROM place p
          JOIN pupil u ON u.school_id = p.school_id AND u.id = p.pupil_id
          LEFT JOIN class_membership m ON m.school_id = u.school_id AND m.pupil_id = u.id AND m.starts_on <= $1
                                      AND (m.ends_on IS NULL OR m.ends_on >= $1)
          LEFT JOIN class c ON c.school_id = m.school_id AND c.id = m.class_id)";

constexpr db::Part a_target = R"(
        SELECT t.id, t.place_id, t.area_id, a.name, t.words, b.rating, b.rated_at, n.rating)";
constexpr db::Part of_places = R"(
          FROM place p
          JOIN target t ON t.school_id = p.school_id AND t.place_id = p.id AND t.ended_on IS NULL
          JOIN target_area a ON a.school_id = t.school_id AND a.id = t.area_id
          LEFT JOIN target_measure b ON b.school_id = t.school_id AND b.target_id = t.id AND b.occasion = 'before'
          LEFT JOIN target_measure n ON n.school_id = t.school_id AND n.target_id = t.id AND n.occasion = 'after')";

}  // namespace

std::vector<Place> places(db::Connection& db, SchoolId school, ProgrammeId const& programme, Date today) {
    using Statement = db::Joined<a_place, R"(
         WHERE p.school_id = $2 AND p.programme_id = $3
         ORDER BY CASE WHEN p.ended_on IS NULL THEN 0 ELSE 1 END,
                  CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END, p.id)">;
    return db.all<Place>(Statement::sql, today, school, programme);
}

std::vector<Place> open_places(db::Connection& db, SchoolId school, Date today) {
    using Statement = db::Joined<a_place, R"(
         WHERE p.school_id = $2 AND p.ended_on IS NULL
         ORDER BY p.programme_id, p.id)">;
    return db.all<Place>(Statement::sql, today, school);
}

std::optional<Place> place(db::Connection& db, SchoolId school, PlaceId const& place, Date today) {
    using Statement = db::Joined<a_place, R"(
         WHERE p.school_id = $2 AND p.id = $3)">;
    return db.one<Place>(Statement::sql, today, school, place);
}

std::optional<Place> latest_place_of(
    db::Connection& db, SchoolId school, CaseId const& the_case, Date today
) {
    constexpr db::Sql sql = R"(
        SELECT id FROM place
         WHERE school_id = $1 AND case_id = $2
         ORDER BY CASE WHEN ended_on IS NULL THEN 0 ELSE 1 END, allocated_at DESC, id DESC
         LIMIT 1)";
    auto const latest = db.one<PlaceId>(sql, school, the_case);
    return latest ? place(db, school, *latest, today) : std::nullopt;
}

bool has_an_open_place(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT id FROM place WHERE school_id = $1 AND pupil_id = $2 AND ended_on IS NULL)";
    return db.one<PlaceId>(sql, school, pupil).has_value();
}

void add_place(
    db::Connection& db, SchoolId school, Place const& place, StaffId const& allocated_by, Instant allocated_at
) {
    constexpr db::Sql sql = R"(
        INSERT INTO place (school_id, id, programme_id, case_id, pupil_id, allocated_on, allocated_by, allocated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";
    db.run(
        sql,
        school,
        place.id,
        place.programme,
        place.the_case,
        place.pupil.id,
        place.allocated_on,
        allocated_by,
        allocated_at
    );
}

void end_place(db::Connection& db, SchoolId school, PlaceId const& place, Date on, cases::EndReason reason) {
    constexpr db::Sql sql = R"(
        UPDATE place SET ended_on = $1, end_reason = $2 WHERE school_id = $3 AND id = $4 AND ended_on IS NULL)";
    db.run(sql, on, reason, school, place);
}

std::vector<Target> targets(db::Connection& db, SchoolId school, PlaceId const& place) {
    using Statement = db::Joined<a_target, of_places, R"(
         WHERE p.school_id = $1 AND p.id = $2
         ORDER BY t.made_at, t.id)">;
    return db.all<Target>(Statement::sql, school, place);
}

std::vector<Target> targets_of(db::Connection& db, SchoolId school, CaseId const& the_case) {
    using Statement = db::Joined<a_target, of_places, R"(
         WHERE p.school_id = $1 AND p.case_id = $2
         ORDER BY t.made_at, t.id)">;
    return db.all<Target>(Statement::sql, school, the_case);
}

std::vector<Target> targets_in(db::Connection& db, SchoolId school, ProgrammeId const& programme) {
    using Statement = db::Joined<a_target, of_places, R"(
         WHERE p.school_id = $1 AND p.programme_id = $2
         ORDER BY t.place_id, t.made_at, t.id)">;
    db::WordsStayClosed const closed(db);
    return db.all<Target>(Statement::sql, school, programme);
}

void add_target(db::Connection& db, SchoolId school, Target const& target, Instant made_at) {
    constexpr db::Sql sql = R"(
        INSERT INTO target (school_id, id, place_id, area_id, words, made_at) VALUES ($1, $2, $3, $4, $5, $6))";
    auto const about = child_keys::about_place(db, school, target.place.text());
    db.run(sql, school, target.id, target.place, target.area, about(target.words), made_at);
}

void word_target(db::Connection& db, SchoolId school, TargetId const& target, std::string const& words) {
    constexpr db::Sql sql = "UPDATE target SET words = $1 WHERE school_id = $2 AND id = $3";
    auto const about = child_keys::about_target(db, school, target.text());
    db.run(sql, about(words), school, target);
}

bool is_target_of(db::Connection& db, SchoolId school, PlaceId const& place, TargetId const& target) {
    constexpr db::Sql sql = "SELECT count(*) FROM target WHERE school_id = $1 AND place_id = $2 AND id = $3";
    return db.the<std::int64_t>(sql, school, place, target) > 0;
}

void end_target(db::Connection& db, SchoolId school, TargetId const& target, Date on) {
    constexpr db::Sql sql = R"(
        UPDATE target SET ended_on = $1 WHERE school_id = $2 AND id = $3 AND ended_on IS NULL)";
    db.run(sql, on, school, target);
}

void add_measure(
    db::Connection& db,
    SchoolId school,
    TargetId const& target,
    Occasion occasion,
    int rating,
    StaffId const& by,
    Instant at
) {
    constexpr db::Sql sql = R"(
        INSERT INTO target_measure (school_id, target_id, occasion, rating, rated_by, rated_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (school_id, target_id, occasion) DO NOTHING)";
    db.run(sql, school, target, occasion, rating, by, at);
}

}  // namespace programmes::store
