#include "moving/link_store.hpp"

namespace moving::link_store {

std::optional<Link> find(db::Connection& db, std::string const& token_hash) {
    constexpr db::Sql sql = R"(
        SELECT l.token_hash, l.school_id, s.name, s.telephone, l.case_id, l.pack_id, l.code_hash, l.proof_key,
               l.made_at, l.expires_at
          FROM moving_link l
          JOIN school s ON s.id = l.school_id
         WHERE l.token_hash = $1)";
    auto link = db.one<Link>(sql, token_hash);
    if (link) db.enter(link->school);
    return link;
}

void add(db::Connection& db, Link const& link) {
    constexpr db::Sql sql = R"(
        INSERT INTO moving_link (token_hash, school_id, case_id, pack_id, code_hash, proof_key, made_at,
                                 expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";
    db.run(
        sql,
        link.token_hash,
        link.school,
        link.the_case,
        link.pack,
        link.code_hash,
        link.proof_key,
        link.made_at,
        link.expires_at
    );
}

bool end(db::Connection& db, SchoolId school, PackId const& pack, Instant now) {
    constexpr db::Sql sql = R"(
        UPDATE moving_link SET closed_at = $1
         WHERE school_id = $2 AND pack_id = $3 AND closed_at IS NULL
           AND EXISTS (SELECT 1 FROM moving_pack p
                        WHERE p.school_id = moving_link.school_id AND p.id = moving_link.pack_id
                          AND p.received_at IS NOT NULL))";
    return db.run(sql, now, school, pack) == 1;
}

int count_wrong_try(db::Connection& db, Link const& link, Instant now) {
    constexpr db::Sql count = R"(
        UPDATE moving_link
           SET closed_at = CASE WHEN wrong_tries + 1 >= $1 THEN CAST($2 AS BIGINT) END,
               wrong_tries = wrong_tries + 1
         WHERE token_hash = $3 AND closed_at IS NULL)";
    constexpr db::Sql counted = "SELECT wrong_tries FROM moving_link WHERE token_hash = $1";
    db.run(count, most_wrong_tries, now, link.token_hash);
    return db.the<int>(counted, link.token_hash);
}

}  // namespace moving::link_store
