#include "data_requests/store.hpp"

#include "base/secret.hpp"
#include "child_keys/about.hpp"
#include "db/joined_sql.hpp"

namespace data_requests::store {
namespace {

// A request with the names of whom it is about and of who did what.
constexpr db::Part requests = R"(
    SELECT r.id, r.about, r.pupil_id, r.contact_id, r.staff_id, r.kind, r.asked_by, r.asked_as, r.received_on,
           r.identity_check,
           CASE r.about
               WHEN 'parent' THEN c.name
               WHEN 'staff' THEN w.name
               ELSE CASE p.preferred_forename WHEN '' THEN p.legal_forename ELSE p.preferred_forename END || ' ' ||
                    CASE p.preferred_surname WHEN '' THEN p.legal_surname ELSE p.preferred_surname END
           END,
           m.name, r.prepared_by, coalesce(b.name, ''), r.prepared_at, coalesce(r.prepared_digest, ''),
           coalesce(s.name, ''), r.signed_at, r.sent_back_why, r.given_on, r.given_way, coalesce(g.name, ''),
           x.told_on, coalesce(x.why, ''), coalesce(e.name, ''),
           r.withdrawn_at, coalesce(d.name, ''), r.withdrawn_why, r.line_key,
           coalesce(r.stored_digest, ''),
           CASE r.about
               WHEN 'parent' THEN
                    CASE p.preferred_forename WHEN '' THEN p.legal_forename ELSE p.preferred_forename END || ' ' ||
                    CASE p.preferred_surname WHEN '' THEN p.legal_surname ELSE p.preferred_surname END
               ELSE ''
           END
      FROM data_request r
      JOIN staff m ON m.school_id = r.school_id AND m.id = r.made_by
      LEFT JOIN pupil p ON p.school_id = r.school_id AND p.id = r.pupil_id
      LEFT JOIN contact c ON c.school_id = r.school_id AND c.id = r.contact_id
      LEFT JOIN staff w ON w.school_id = r.school_id AND w.id = r.staff_id
      LEFT JOIN staff b ON b.school_id = r.school_id AND b.id = r.prepared_by
      LEFT JOIN staff s ON s.school_id = r.school_id AND s.id = r.signed_by
      LEFT JOIN staff g ON g.school_id = r.school_id AND g.id = r.given_by
      LEFT JOIN staff d ON d.school_id = r.school_id AND d.id = r.withdrawn_by
      LEFT JOIN data_request_extension x ON x.school_id = r.school_id AND x.request_id = r.id
      LEFT JOIN staff e ON e.school_id = x.school_id AND e.id = x.made_by
     WHERE r.school_id = $1)";

std::string_view whom(Asked const& asked) {
    return asked.pupil ? asked.pupil->text() : asked.staff.value().text();
}

struct LineKey {
    RequestId request;
    std::string whom;
    std::string as_it_stands;
    auto columns() { return std::tuple_cat(std::tie(request, whom), std::tuple{db::AsStored{as_it_stands}}); }
};

}  // namespace

void add(
    db::Connection& db,
    SchoolId school,
    RequestId const& id,
    Asked const& asked,
    StaffId const& by,
    Instant now
) {
    constexpr db::Sql sql = R"(
        INSERT INTO data_request (school_id, id, about, pupil_id, contact_id, staff_id, kind, asked_by, asked_as,
                                  received_on, identity_check, line_key, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))";
    auto const about = child_keys::about_child_on_roll(db, school, whom(asked));
    db.run(
        sql,
        school,
        id,
        asked.about,
        asked.pupil,
        asked.contact,
        asked.staff,
        asked.kind,
        asked.asked_by,
        asked.asked_as,
        asked.received_on,
        about(asked.identity_check),
        about(secret::new_token()),
        by,
        now
    );
}

void seal_line_keys(db::Connection& db, SchoolId school) {
    constexpr db::Sql in_hand = R"(
        SELECT id, coalesce(pupil_id, staff_id), line_key FROM data_request
         WHERE school_id = $1 AND given_at IS NULL AND line_key <> '')";
    constexpr db::Sql seal = "UPDATE data_request SET line_key = $1 WHERE school_id = $2 AND id = $3";
    for (auto const& key : db.all<LineKey>(in_hand, school)) {
        if (db::is_sealed(key.as_it_stands)) continue;
        auto const about = child_keys::about_child_on_roll(db, school, key.whom);
        db.run(seal, about(key.as_it_stands), school, key.request);
    }
}

std::optional<Request> find(db::Connection& db, SchoolId school, RequestId const& id) {
    return db.one<Request>(db::Joined<requests, " AND r.id = $2">::sql, school, id);
}

std::vector<Request> all(db::Connection& db, SchoolId school) {
    db::WordsStayClosed const closed(db);
    return db.all<Request>(db::Joined<requests, " ORDER BY r.received_on DESC, r.id DESC">::sql, school);
}

std::vector<Request> open(db::Connection& db, SchoolId school) {
    db::WordsStayClosed const closed(db);
    return db.all<Request>(
        db::Joined<
            requests,
            " AND r.given_at IS NULL AND r.withdrawn_at IS NULL ORDER BY r.received_on, r.id">::sql,
        school
    );
}

std::vector<Request> of_pupil(db::Connection& db, SchoolId school, PupilId const& pupil) {
    return db.all<Request>(
        db::Joined<requests, " AND r.pupil_id = $2 ORDER BY r.received_on DESC, r.id DESC">::sql,
        school,
        pupil
    );
}

void extend(
    db::Connection& db,
    SchoolId school,
    RequestId const& request,
    std::string const& why,
    Date told_on,
    StaffId const& by,
    Instant now
) {
    constexpr db::Sql sql = R"(
        INSERT INTO data_request_extension (school_id, request_id, why, told_on, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6))";
    auto const about = child_keys::about_request(db, school, request.text());
    db.run(sql, school, request, about(why), told_on, by, now);
}

std::vector<KeptBack> kept_back(db::Connection& db, SchoolId school, RequestId const& request) {
    constexpr db::Sql sql = R"(
        SELECT l.line, l.names, l.decision, l.reason, l.words, l.hidden, f.name
          FROM data_request_line l
          JOIN staff f ON f.school_id = l.school_id AND f.id = l.decided_by
         WHERE l.school_id = $1 AND l.request_id = $2
         ORDER BY l.decided_at, l.line)";
    return db.all<KeptBack>(sql, school, request);
}

void keep_back(
    db::Connection& db,
    SchoolId school,
    RequestId const& request,
    KeptBack const& line,
    StaffId const& by,
    Instant now
) {
    constexpr db::Sql sql = R"(
        INSERT INTO data_request_line (school_id, request_id, line, names, decision, reason, words, hidden, decided_by,
                                       decided_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (school_id, request_id, line)
        DO UPDATE SET decision = excluded.decision, reason = excluded.reason, words = excluded.words,
                      hidden = excluded.hidden, decided_by = excluded.decided_by, decided_at = excluded.decided_at)";
    auto const about = child_keys::about_request(db, school, request.text());
    db.run(
        sql,
        school,
        request,
        line.line,
        about(line.names),
        line.decision,
        line.reason,
        about(line.words),
        line.hidden,
        by,
        now
    );
}

void give(db::Connection& db, SchoolId school, RequestId const& request, std::string const& line) {
    constexpr db::Sql sql = R"(
        DELETE FROM data_request_line WHERE school_id = $1 AND request_id = $2 AND line = $3)";
    db.run(sql, school, request, line);
}

std::string lines_read(db::Connection& db, SchoolId school, RequestId const& request) {
    constexpr db::Sql sql =
        "SELECT coalesce(lines_read, '') FROM data_request WHERE school_id = $1 AND id = $2";
    return db.the<std::string>(sql, school, request);
}

void prepare(
    db::Connection& db,
    SchoolId school,
    RequestId const& request,
    AsPrepared const& as,
    StaffId const& by,
    Instant now
) {
    constexpr db::Sql sql = R"(
        UPDATE data_request
           SET prepared_by = $1, prepared_at = $2, prepared_digest = $3, lines_read = $4, stored_digest = $5,
               sent_back_why = ''
         WHERE school_id = $6 AND id = $7 AND prepared_at IS NULL)";
    db.run(sql, by, now, as.digest, as.lines_read, as.stored_digest, school, request);
}

void send_back(db::Connection& db, SchoolId school, RequestId const& request, std::string const& why) {
    constexpr db::Sql sql = R"(
        UPDATE data_request
           SET prepared_by = NULL, prepared_at = NULL, prepared_digest = NULL, signed_by = NULL, signed_at = NULL,
               sent_back_why = $1
         WHERE school_id = $2 AND id = $3 AND given_at IS NULL)";
    auto const about = child_keys::about_request(db, school, request.text());
    db.run(sql, about(why), school, request);
}

void sign(db::Connection& db, SchoolId school, RequestId const& request, StaffId const& by, Instant now) {
    constexpr db::Sql sql = R"(
        UPDATE data_request SET signed_by = $1, signed_at = $2
         WHERE school_id = $3 AND id = $4 AND prepared_at IS NOT NULL AND signed_at IS NULL)";
    db.run(sql, by, now, school, request);
}

void withdraw(
    db::Connection& db,
    SchoolId school,
    RequestId const& request,
    std::string const& why,
    StaffId const& by,
    Instant now
) {
    constexpr db::Sql sql = R"(
        UPDATE data_request SET withdrawn_at = $1, withdrawn_by = $2, withdrawn_why = $3, lines_read = NULL,
               stored_digest = NULL, line_key = ''
         WHERE school_id = $4 AND id = $5 AND given_at IS NULL AND withdrawn_at IS NULL)";
    auto const about = child_keys::about_request(db, school, request.text());
    db.run(sql, now, by, about(why), school, request);
}

void give_out(
    db::Connection& db,
    SchoolId school,
    RequestId const& request,
    Date on,
    Way way,
    StaffId const& by,
    Instant now
) {
    constexpr db::Sql sql = R"(
        UPDATE data_request SET given_on = $1, given_way = $2, given_by = $3, given_at = $4, lines_read = NULL,
               stored_digest = NULL, line_key = ''
         WHERE school_id = $5 AND id = $6 AND signed_at IS NOT NULL)";
    db.run(sql, on, way, by, now, school, request);
}

}  // namespace data_requests::store
