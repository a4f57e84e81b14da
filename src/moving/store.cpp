#include "moving/store.hpp"

#include "child_keys/about.hpp"

namespace moving::store {

std::vector<Pack> of_case(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT p.id, p.case_id, p.next_school, p.senco_name, p.senco_address, p.moves_on, p.why, m.name,
               p.made_at, p.pack, p.with_views, p.with_confided, coalesce(s.name, ''), p.sent_at, p.opened_at,
               p.received_at, p.received_by, p.taken_back_at, coalesce(d.name, ''), p.discarded_at,
               p.discarded_why, l.expires_at, l.closed_at
          FROM moving_pack p
          JOIN staff m ON m.school_id = p.school_id AND m.id = p.made_by
          LEFT JOIN staff s ON s.school_id = p.school_id AND s.id = p.sent_by
          LEFT JOIN staff d ON d.school_id = p.school_id AND d.id = p.discarded_by
          LEFT JOIN moving_link l ON l.school_id = p.school_id AND l.pack_id = p.id
         WHERE p.school_id = $1 AND p.case_id = $2
         ORDER BY p.made_at DESC, p.id DESC)";
    return db.all<Pack>(sql, school, the_case);
}

// Of one case there are a few.
std::optional<Pack> find(db::Connection& db, SchoolId school, CaseId const& the_case, PackId const& pack) {
    for (auto& one : of_case(db, school, the_case))
        if (one.id == pack) return std::move(one);
    return std::nullopt;
}

void prepare(
    db::Connection& db,
    SchoolId school,
    PackId const& pack,
    CaseId const& the_case,
    NextSchool const& to,
    StaffId const& by,
    Instant now
) {
    constexpr db::Sql sql = R"(
        INSERT INTO moving_pack (school_id, id, case_id, next_school, senco_name, senco_address, moves_on, why,
                                 made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))";
    auto const about = child_keys::about_case(db, school, the_case.text());
    db.run(
        sql,
        school,
        pack,
        the_case,
        to.name,
        to.senco_name,
        to.senco_address,
        to.moves_on,
        about(to.why),
        by,
        now
    );
}

bool send(
    db::Connection& db,
    SchoolId school,
    Pack const& pack,
    Frozen const& frozen,
    StaffId const& by,
    Instant now
) {
    constexpr db::Sql sql = R"(
        UPDATE moving_pack
           SET pack = $1, with_views = CAST($2 AS INTEGER), with_confided = CAST($3 AS INTEGER), sent_by = $4,
               sent_at = $5
         WHERE school_id = $6 AND id = $7 AND sent_at IS NULL AND discarded_at IS NULL)";
    auto const about = child_keys::about_case(db, school, pack.the_case.text());
    return db.run(
               sql,
               about(frozen.json),
               frozen.with_views ? 1 : 0,
               frozen.with_confided ? 1 : 0,
               by,
               now,
               school,
               pack.id
           ) == 1;
}

bool discard(
    db::Connection& db,
    SchoolId school,
    Pack const& pack,
    std::string const& why,
    StaffId const& by,
    Instant now
) {
    constexpr db::Sql sql = R"(
        UPDATE moving_pack SET discarded_at = $1, discarded_by = $2, discarded_why = $3
         WHERE school_id = $4 AND id = $5 AND sent_at IS NULL AND discarded_at IS NULL)";
    auto const about = child_keys::about_case(db, school, pack.the_case.text());
    return db.run(sql, now, by, about(why), school, pack.id) == 1;
}

bool note_opened(db::Connection& db, SchoolId school, PackId const& pack, Instant now) {
    constexpr db::Sql sql = R"(
        UPDATE moving_pack SET opened_at = $1
         WHERE school_id = $2 AND id = $3 AND sent_at IS NOT NULL AND opened_at IS NULL)";
    return db.run(sql, now, school, pack) == 1;
}

bool note_received(
    db::Connection& db, SchoolId school, PackId const& pack, std::string const& by, Instant now
) {
    constexpr db::Sql sql = R"(
        UPDATE moving_pack SET received_at = $1, received_by = $2
         WHERE school_id = $3 AND id = $4 AND opened_at IS NOT NULL AND received_at IS NULL
           AND taken_back_at IS NULL)";
    return db.run(sql, now, by, school, pack) == 1;
}

bool take_back(db::Connection& db, SchoolId school, PackId const& pack, StaffId const& by, Instant now) {
    constexpr db::Sql sql = R"(
        UPDATE moving_pack SET taken_back_at = $1, taken_back_by = $2
         WHERE school_id = $3 AND id = $4 AND sent_at IS NOT NULL AND received_at IS NULL
           AND taken_back_at IS NULL)";
    return db.run(sql, now, by, school, pack) == 1;
}

std::vector<OnItsWay> on_their_way(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT p.id, p.case_id, p.next_school, p.with_views, p.with_confided, p.sent_at, p.opened_at, l.expires_at,
               l.closed_at, coalesce(w.views, 0), coalesce(w.confided, 0), coalesce(w.understands, 0), u.id,
               CASE WHEN u.preferred_forename <> '' THEN u.preferred_forename ELSE u.legal_forename END
          FROM moving_pack p
          JOIN nurture_case n ON n.school_id = p.school_id AND n.id = p.case_id
          JOIN pupil u ON u.school_id = n.school_id AND u.id = n.pupil_id
          JOIN moving_link l ON l.school_id = p.school_id AND l.pack_id = p.id
          LEFT JOIN next_school_word w ON w.school_id = p.school_id AND w.id = (
                   SELECT v.id FROM next_school_word v
                    WHERE v.school_id = p.school_id AND v.case_id = p.case_id
                    ORDER BY v.made_at DESC, v.id DESC LIMIT 1)
         WHERE p.school_id = $1 AND p.sent_at IS NOT NULL AND p.received_at IS NULL AND p.taken_back_at IS NULL
         ORDER BY p.sent_at, p.id)";
    return db.all<OnItsWay>(sql, school);
}

}  // namespace moving::store
