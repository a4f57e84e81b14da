#include "data_requests/confided_store.hpp"

#include "child_keys/about.hpp"
#include "db/joined_sql.hpp"

namespace data_requests::confided_store {

namespace {

// What counts as confided: what was said in confidence, and at the end of a session what the child kept
// between the two. The gate of migration 0093 says the same.
constexpr db::Part what_was_confided = R"(
          FROM data_request r
          JOIN (SELECT e.school_id, e.id, e.session_id, e.place_id, e.confidence,
                       CASE WHEN e.voice_for = 'only_here' THEN coalesce(e.feeling, '') ELSE '' END AS face,
                       CASE WHEN e.voice_for = 'only_here' THEN e.own_words ELSE '' END AS own_words
                  FROM evaluation e) x
            ON x.school_id = r.school_id AND (x.confidence <> '' OR x.face <> '' OR x.own_words <> '')
               AND x.place_id IN (SELECT p.id FROM place p
                                   WHERE p.school_id = r.school_id
                                     AND p.case_id IN (SELECT n.id FROM nurture_case n
                                                        WHERE n.school_id = r.school_id AND n.pupil_id = r.pupil_id))
          JOIN session s ON s.school_id = x.school_id AND s.id = x.session_id
          JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id)";

constexpr db::Part where_the_child_asks = R"(
         WHERE r.school_id = $1 AND r.id = $2 AND r.about = 'child' AND r.asked_as = 'themselves')";

}  // namespace

std::vector<Confided> to_whom(db::Connection& db, SchoolId school, RequestId const& request) {
    return db.all<Confided>(
        db::Joined<
            R"(
        SELECT f.id, f.name,
               sum(CASE WHEN x.confidence <> '' THEN 1 ELSE 0 END + CASE WHEN x.face <> '' THEN 1 ELSE 0 END
                   + CASE WHEN x.own_words <> '' THEN 1 ELSE 0 END),
               c.given_on, coalesce(c.why_not, ''))",
            what_was_confided,
            R"(
          JOIN staff f ON f.school_id = s.school_id AND f.id = coalesce(s.deliverer_id, g.deliverer_id)
          LEFT JOIN confided_given c ON c.school_id = r.school_id AND c.request_id = r.id AND c.staff_id = f.id)",
            where_the_child_asks,
            R"(
         GROUP BY f.id, f.name, c.given_on, c.why_not
         ORDER BY f.name, f.id)">::sql,
        school,
        request
    );
}

std::vector<SaidInConfidence> said_to(
    db::Connection& db, SchoolId school, RequestId const& request, StaffId const& adult
) {
    return db.all<SaidInConfidence>(
        db::Joined<
            "SELECT coalesce(s.held_on, s.planned_on), x.confidence, x.face, x.own_words",
            what_was_confided,
            where_the_child_asks,
            R"(
           AND coalesce(s.deliverer_id, g.deliverer_id) = $3
         ORDER BY coalesce(s.held_on, s.planned_on), x.id)">::sql,
        school,
        request,
        adult
    );
}

void give(
    db::Connection& db, SchoolId school, RequestId const& request, StaffId const& by, Date on, Instant now
) {
    constexpr db::Sql sql = R"(
        INSERT INTO confided_given (school_id, request_id, staff_id, given_on, made_by, made_at)
        VALUES ($1, $2, $3, $4, $3, $5))";
    db.run(sql, school, request, by, on, now);
}

void give_up(
    db::Connection& db,
    SchoolId school,
    RequestId const& request,
    StaffId const& adult,
    std::string const& why,
    StaffId const& by,
    Instant now
) {
    constexpr db::Sql sql = R"(
        INSERT INTO confided_given (school_id, request_id, staff_id, why_not, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6))";
    auto const about = child_keys::about_request(db, school, request.text());
    db.run(sql, school, request, adult, about(why), by, now);
}

}  // namespace data_requests::confided_store
