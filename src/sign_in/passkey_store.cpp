#include "sign_in/passkey_store.hpp"

#include "base/base64url.hpp"

namespace sign_in::store {
namespace {

struct PasskeyRow {
    PasskeyId id;
    AccountId account;
    std::string public_key;
    std::int64_t algorithm = 0;
    std::int64_t uses = 0;
    std::int64_t may_be_copied = 0;
    auto columns() { return std::tie(id, account, public_key, algorithm, uses, may_be_copied); }
};

}  // namespace

std::vector<OwnPasskey> passkeys(db::Connection& db, AccountId const& account) {
    constexpr db::Sql sql = R"(
        SELECT id, name, made_at, used_at FROM passkey WHERE account_id = $1 ORDER BY made_at, id)";
    return db.all<OwnPasskey>(sql, account);
}

std::optional<KeptPasskey> passkey(db::Connection& db, std::string const& credential) {
    constexpr db::Sql sql = R"(
        SELECT id, account_id, public_key, algorithm, uses, may_be_copied
          FROM passkey
         WHERE credential_id = $1)";
    auto const row = db.one<PasskeyRow>(sql, base::base64url(credential));
    if (!row) return std::nullopt;
    return KeptPasskey{
        .id = row->id,
        .account = row->account,
        .passkey = {
            .id = credential,
            .public_key = base::from_base64url(row->public_key).value_or(""),
            .algorithm = row->algorithm,
            .uses = row->uses,
            .may_be_copied = row->may_be_copied == 1}};
}

std::vector<std::string> credentials_of(db::Connection& db, AccountId const& account) {
    constexpr db::Sql sql = "SELECT credential_id FROM passkey WHERE account_id = $1 ORDER BY made_at, id";
    return db.all<std::string>(sql, account);
}

void add(db::Connection& db, KeptPasskey const& passkey, std::string const& name, Instant now) {
    constexpr db::Sql sql = R"(
        INSERT INTO passkey (id, account_id, credential_id, public_key, algorithm, uses, may_be_copied, name, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))";
    db.run(
        sql,
        passkey.id,
        passkey.account,
        base::base64url(passkey.passkey.id),
        base::base64url(passkey.passkey.public_key),
        passkey.passkey.algorithm,
        passkey.passkey.uses,
        std::int64_t{passkey.passkey.may_be_copied},
        name,
        now
    );
}

void note_use(db::Connection& db, PasskeyId const& id, std::int64_t uses, Instant now) {
    constexpr db::Sql sql = "UPDATE passkey SET uses = $1, used_at = $2 WHERE id = $3";
    db.run(sql, uses, now, id);
}

bool remove_passkey(db::Connection& db, AccountId const& account, PasskeyId const& id) {
    constexpr db::Sql sql = "DELETE FROM passkey WHERE account_id = $1 AND id = $2";
    return db.run(sql, account, id) == 1;
}

void remove_passkeys(db::Connection& db, AccountId const& account) {
    constexpr db::Sql sql = "DELETE FROM passkey WHERE account_id = $1";
    db.run(sql, account);
}

void add(db::Connection& db, Challenge const& challenge, Instant now) {
    constexpr db::Sql sql = R"(
        INSERT INTO passkey_challenge (challenge_hash, purpose, account_id, made_at)
        VALUES ($1, $2, $3, $4))";
    db.run(sql, challenge.hash, challenge.purpose, challenge.account, now);
}

bool use(db::Connection& db, Challenge const& challenge, Instant since) {
    constexpr db::Sql sql = R"(
        DELETE FROM passkey_challenge
         WHERE challenge_hash = $1 AND purpose = $2 AND coalesce(account_id, '') = $3 AND made_at > $4)";
    auto const whose = challenge.account ? std::string(challenge.account->text()) : std::string();
    return db.run(sql, challenge.hash, challenge.purpose, whose, since) == 1;
}

void forget_challenges_before(db::Connection& db, Instant before) {
    constexpr db::Sql sql = "DELETE FROM passkey_challenge WHERE made_at < $1";
    db.run(sql, before);
}

}  // namespace sign_in::store
