#include "letters/link_store.hpp"

namespace letters::link_store {

std::optional<Link> find(db::Connection& db, std::string const& token_hash) {
    constexpr db::Sql sql = R"(
        SELECT l.token_hash, l.school_id, s.name, s.telephone, l.case_id, l.contact_id, '', l.made_at,
               l.expires_at, l.revoked_at, l.wrong_tries, l.proof_key, l.although
          FROM consent_link l
          JOIN school s ON s.id = l.school_id
         WHERE l.token_hash = $1)";
    constexpr db::Sql name = "SELECT name FROM contact WHERE school_id = $1 AND id = $2";
    auto link = db.one<Link>(sql, token_hash);
    if (!link) return std::nullopt;
    db.enter(link->school);
    link->contact_name = db.one<std::string>(name, link->school, link->contact).value_or("");
    return link;
}

std::vector<Link> links_of(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT l.token_hash, l.school_id, s.name, s.telephone, l.case_id, l.contact_id, c.name, l.made_at,
               l.expires_at, l.revoked_at, l.wrong_tries, l.proof_key, l.although
          FROM consent_link l
          JOIN school s ON s.id = l.school_id
          JOIN contact c ON c.school_id = l.school_id AND c.id = l.contact_id
         WHERE l.school_id = $1 AND l.case_id = $2
         ORDER BY l.made_at DESC, l.token_hash)";
    return db.all<Link>(sql, school, the_case);
}

void add(db::Connection& db, Link const& link) {
    constexpr db::Sql sql = R"(
        INSERT INTO consent_link (token_hash, school_id, case_id, contact_id, made_at, expires_at, proof_key,
                                  although)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";
    db.run(
        sql,
        link.token_hash,
        link.school,
        link.case_id,
        link.contact,
        link.made_at,
        link.expires_at,
        link.proof_key,
        link.although
    );
}

int revoke(
    db::Connection& db, SchoolId school, CaseId const& the_case, ContactId const& contact, Instant now
) {
    constexpr db::Sql sql = R"(
        UPDATE consent_link SET revoked_at = $1
         WHERE school_id = $2 AND case_id = $3 AND contact_id = $4 AND revoked_at IS NULL AND expires_at > $1)";
    return static_cast<int>(db.run(sql, now, school, the_case, contact));
}

std::vector<ContactId> whose_links_open(
    db::Connection& db, SchoolId school, CaseId const& the_case, Instant now
) {
    constexpr db::Sql sql = R"(
        SELECT DISTINCT contact_id
          FROM consent_link
         WHERE school_id = $1 AND case_id = $2 AND revoked_at IS NULL AND expires_at > $3
         ORDER BY contact_id)";
    return db.all<ContactId>(sql, school, the_case, now);
}

void revoke_mailed_elsewhere(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    ContactId const& contact,
    std::string const& address,
    Instant now
) {
    constexpr db::Sql sql = R"(
        UPDATE consent_link SET revoked_at = $1
         WHERE school_id = $2 AND case_id = $3 AND contact_id = $4 AND revoked_at IS NULL
           AND EXISTS (SELECT 1 FROM letter l
                         JOIN outbox o ON o.school_id = l.school_id AND o.letter_id = l.id
                        WHERE l.school_id = consent_link.school_id AND l.case_id = consent_link.case_id
                          AND l.contact_id = consent_link.contact_id AND l.made_at = consent_link.made_at
                          AND o.address <> $5))";
    db.run(sql, now, school, the_case, contact, address);
}

int count_wrong_try(db::Connection& db, Link const& link) {
    constexpr db::Sql count = R"(
        UPDATE consent_link SET wrong_tries = wrong_tries + 1
         WHERE school_id = $1 AND case_id = $2 AND contact_id = $3 AND revoked_at IS NULL)";
    constexpr db::Sql counted =
        "SELECT wrong_tries FROM consent_link WHERE school_id = $1 AND token_hash = $2";
    db.run(count, link.school, link.case_id, link.contact);
    return db.the<int>(counted, link.school, link.token_hash);
}

void forget_wrong_tries(db::Connection& db, Link const& link) {
    constexpr db::Sql sql = R"(
        UPDATE consent_link SET wrong_tries = 0
         WHERE school_id = $1 AND case_id = $2 AND contact_id = $3 AND revoked_at IS NULL)";
    db.run(sql, link.school, link.case_id, link.contact);
}

void extend(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    ContactId const& contact,
    Instant now,
    Instant expires_at
) {
    constexpr db::Sql sql = R"(
        UPDATE consent_link SET expires_at = $1
         WHERE school_id = $2 AND case_id = $3 AND contact_id = $4 AND revoked_at IS NULL AND expires_at < $1
           AND (expires_at > $5
             OR NOT EXISTS (SELECT 1 FROM consent_link n
                             WHERE n.school_id = consent_link.school_id AND n.case_id = consent_link.case_id
                               AND n.contact_id = consent_link.contact_id
                               AND n.made_at > consent_link.made_at)))";
    db.run(sql, expires_at, school, the_case, contact, now);
}

}  // namespace letters::link_store
