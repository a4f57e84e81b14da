#include "sign_in/app_store.hpp"

#include <array>

#include "db/erasing.hpp"

namespace sign_in::store {

std::optional<AuthenticatorApp> app(db::Connection& db, AccountId const& account) {
    constexpr db::Sql sql = R"(
        SELECT sealed_secret, confirmed_at, last_step FROM authenticator_app WHERE account_id = $1)";
    return db.one<AuthenticatorApp>(sql, account);
}

void begin_app(db::Connection& db, AccountId const& account, std::string const& sealed_secret, Instant now) {
    constexpr db::Sql leave = "DELETE FROM authenticator_app WHERE account_id = $1 AND confirmed_at IS NULL";
    constexpr db::Sql begin = R"(
        INSERT INTO authenticator_app (account_id, sealed_secret, made_at)
        VALUES ($1, $2, $3))";
    db.run(leave, account);
    db.run(begin, account, sealed_secret, now);
}

void confirm_app(db::Connection& db, AccountId const& account, std::int64_t step, Instant now) {
    constexpr db::Sql sql = R"(
        UPDATE authenticator_app SET confirmed_at = $1, last_step = $2 WHERE account_id = $3)";
    db.run(sql, now, step, account);
}

void use_step(db::Connection& db, AccountId const& account, std::int64_t step) {
    constexpr db::Sql sql = "UPDATE authenticator_app SET last_step = $1 WHERE account_id = $2";
    db.run(sql, step, account);
}

void remove_app(db::Connection& db, AccountId const& account) {
    constexpr db::Sql remove = "DELETE FROM authenticator_app WHERE account_id = $1";
    constexpr db::Sql remove_codes = "DELETE FROM recovery_code WHERE account_id = $1";
    db.run(remove, account);
    db.run(remove_codes, account);
    end_awaiting(db, account);
}

std::vector<SealedApp> sealed_apps(db::Connection& db) {
    return db.all<SealedApp>("SELECT account_id, sealed_secret FROM authenticator_app ORDER BY account_id");
}

void seal_again(db::Connection& db, std::vector<SealedApp> const& apps) {
    constexpr db::Sql sql = "UPDATE authenticator_app SET sealed_secret = $1 WHERE account_id = $2";
    constexpr std::array<std::string_view, 1> tables{"authenticator_app"};
    db::Erasing const past_the_gates(db, tables);
    for (auto const& app : apps) db.run(sql, app.sealed_secret, app.account);
}

void keep_recovery_codes(
    db::Connection& db, AccountId const& account, std::vector<std::string> const& hashes, Instant now
) {
    constexpr db::Sql remove = "DELETE FROM recovery_code WHERE account_id = $1";
    constexpr db::Sql keep = R"(
        INSERT INTO recovery_code (account_id, code_hash, made_at)
        VALUES ($1, $2, $3))";
    db.run(remove, account);
    for (auto const& hash : hashes) db.run(keep, account, hash, now);
}

bool use_recovery_code(db::Connection& db, AccountId const& account, std::string const& hash, Instant now) {
    constexpr db::Sql sql = R"(
        UPDATE recovery_code SET used_at = $1 WHERE account_id = $2 AND code_hash = $3 AND used_at IS NULL)";
    return db.run(sql, now, account, hash) == 1;
}

std::int64_t recovery_codes_left(db::Connection& db, AccountId const& account) {
    constexpr db::Sql sql = "SELECT count(*) FROM recovery_code WHERE account_id = $1 AND used_at IS NULL";
    return db.the<std::int64_t>(sql, account);
}

void await_code(db::Connection& db, std::string const& token_hash, AccountId const& account, Instant now) {
    constexpr db::Sql sql = R"(
        INSERT INTO awaited_code (token_hash, account_id, made_at)
        VALUES ($1, $2, $3))";
    db.run(sql, token_hash, account, now);
}

std::optional<AccountId> who_is_awaited(db::Connection& db, std::string const& token_hash, Instant since) {
    constexpr db::Sql sql = "SELECT account_id FROM awaited_code WHERE token_hash = $1 AND made_at > $2";
    return db.one<AccountId>(sql, token_hash, since);
}

void end_awaiting(db::Connection& db, AccountId const& account) {
    constexpr db::Sql sql = "DELETE FROM awaited_code WHERE account_id = $1";
    db.run(sql, account);
}

void forget_awaited_before(db::Connection& db, Instant before) {
    constexpr db::Sql sql = "DELETE FROM awaited_code WHERE made_at < $1";
    db.run(sql, before);
}

}  // namespace sign_in::store
