#include "sign_in/openid_store.hpp"

namespace sign_in::store {

std::vector<OpenIdTie> ties(db::Connection& db, AccountId const& account) {
    constexpr db::Sql sql = R"(
        SELECT id, account_id, provider, issuer, subject, realm, name, made_at, used_at
          FROM openid_tie
         WHERE account_id = $1
         ORDER BY provider)";
    return db.all<OpenIdTie>(sql, account);
}

std::optional<OpenIdTie> tie_of(db::Connection& db, std::string const& issuer, std::string const& subject) {
    constexpr db::Sql sql = R"(
        SELECT id, account_id, provider, issuer, subject, realm, name, made_at, used_at
          FROM openid_tie
         WHERE issuer = $1 AND subject = $2)";
    return db.one<OpenIdTie>(sql, issuer, subject);
}

void add(db::Connection& db, OpenIdTie const& tie) {
    constexpr db::Sql sql = R"(
        INSERT INTO openid_tie (id, account_id, provider, issuer, subject, realm, name, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";
    db.run(sql, tie.id, tie.account, tie.provider, tie.issuer, tie.subject, tie.realm, tie.name, tie.made_at);
}

void note_use(db::Connection& db, OpenIdTieId const& tie, Instant now) {
    constexpr db::Sql sql = "UPDATE openid_tie SET used_at = $1 WHERE id = $2";
    db.run(sql, now, tie);
}

void remove_tie(db::Connection& db, OpenIdTieId const& tie) {
    constexpr db::Sql sql = "DELETE FROM openid_tie WHERE id = $1";
    db.run(sql, tie);
}

void remove_ties(db::Connection& db, AccountId const& account) {
    constexpr db::Sql sql = "DELETE FROM openid_tie WHERE account_id = $1";
    db.run(sql, account);
}

void end_vouched(db::Connection& db, OpenIdTie const& tie, std::string const& this_token_hash, Instant now) {
    constexpr db::Sql sql = R"(
        UPDATE sign_in SET ended_at = $1
         WHERE account_id = $2 AND vouched_by = $3 AND token_hash <> $4 AND ended_at IS NULL)";
    db.run(sql, now, tie.account, vouched_by(tie.provider, tie.realm), this_token_hash);
}

bool has_returned(db::Connection& db, std::string const& state_hash) {
    constexpr db::Sql sql = "SELECT count(*) FROM openid_return WHERE state_hash = $1";
    return db.the<std::int64_t>(sql, state_hash) > 0;
}

bool note_return(db::Connection& db, std::string const& state_hash, Instant now) {
    constexpr db::Sql sql = R"(
        INSERT INTO openid_return (state_hash, returned_at) VALUES ($1, $2)
        ON CONFLICT (state_hash) DO NOTHING)";
    return db.run(sql, state_hash, now) == 1;
}

void forget_returns_before(db::Connection& db, Instant before) {
    constexpr db::Sql sql = "DELETE FROM openid_return WHERE returned_at < $1";
    db.run(sql, before);
}

}  // namespace sign_in::store
