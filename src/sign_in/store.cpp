#include "sign_in/store.hpp"

namespace sign_in::store {
namespace {

// The person's name stands in every row; a row without a role is a person who holds none today.
struct RoleRow {
    std::string name;
    std::optional<visits::Role> role;
    std::optional<visits::ClassId> class_id;
    std::optional<std::string> class_name;
    std::optional<Date> demanded_from;
    std::int64_t apps = 0;
    std::int64_t passkeys = 0;
    auto columns() { return std::tie(name, role, class_id, class_name, demanded_from, apps, passkeys); }
};

}  // namespace

std::optional<Presence> presence(db::Connection& db, std::string const& token_hash) {
    constexpr db::Sql sql = R"(
        SELECT i.account_id, i.school_id, s.name, i.staff_id, i.started_at, i.seen_at, i.locked_at,
               i.proven_at, CASE WHEN s.kind = 'county_team' THEN 1 ELSE 0 END
          FROM sign_in i
          JOIN school s ON s.id = i.school_id
          JOIN account a ON a.id = i.account_id
         WHERE i.token_hash = $1 AND i.ended_at IS NULL AND a.closed_at IS NULL)";
    return db.one<Presence>(sql, token_hash);
}

std::optional<Comer> person(db::Connection& db, Presence const& presence, Date today) {
    constexpr db::Sql sql = R"(
        SELECT f.name, r.role, r.class_id, c.name, d.starts_on,
               (SELECT count(*) FROM authenticator_app a
                 WHERE a.account_id = f.account_id AND a.confirmed_at IS NOT NULL),
               (SELECT count(*) FROM passkey p WHERE p.account_id = f.account_id)
          FROM staff f
          LEFT JOIN role_held r ON r.school_id = f.school_id AND r.staff_id = f.id
                               AND r.starts_on <= $1 AND (r.ends_on IS NULL OR r.ends_on >= $1)
          LEFT JOIN class c ON c.school_id = r.school_id AND c.id = r.class_id
          LEFT JOIN second_way_demand d ON d.school_id = r.school_id AND d.role = r.role
         WHERE f.school_id = $2 AND f.id = $3 AND (f.left_on IS NULL OR f.left_on > $1)
         ORDER BY r.role, c.name)";

    auto const rows = db.all<RoleRow>(sql, today, presence.school, presence.staff);
    if (rows.empty()) return std::nullopt;
    auto const& first = rows.front();
    Comer comer{
        .who =
            {.staff = presence.staff,
             .account = presence.account,
             .name = first.name,
             .roles = {},
             .for_the_county = presence.for_the_county},
        .roles = {},
        .ways = {.app = first.apps > 0, .passkeys = static_cast<std::size_t>(first.passkeys)}};
    for (auto const& row : rows)
        if (row.role)
            comer.roles.push_back({{*row.role, row.class_id, row.class_name.value_or("")}, row.demanded_from}
            );
    return comer;
}

void note_seen(db::Connection& db, std::string const& token_hash, Instant now) {
    constexpr db::Sql sql = R"(
        UPDATE sign_in SET seen_at = $1,
               proven_at = CASE WHEN seen_at <= $2 AND proven_at <= $2 THEN 0 ELSE proven_at END
         WHERE token_hash = $3 AND seen_at < $1 AND seen_at > $4 AND started_at > $5
           AND ended_at IS NULL AND locked_at IS NULL)";
    db.run(sql, now, now - pause_ends_a_proof, token_hash, now - idle_limit, now - absolute_limit);
}

void lock(db::Connection& db, std::string const& token_hash, Instant now) {
    constexpr db::Sql sql = "UPDATE sign_in SET locked_at = $1 WHERE token_hash = $2 AND locked_at IS NULL";
    db.run(sql, now, token_hash);
}

void unlock(db::Connection& db, std::string const& token_hash, Instant now) {
    constexpr db::Sql sql = R"(
        UPDATE sign_in SET locked_at = NULL, seen_at = $1, proven_at = $1 WHERE token_hash = $2)";
    db.run(sql, now, token_hash);
}

void note_proof(db::Connection& db, std::string const& token_hash, Instant now) {
    constexpr db::Sql sql = R"(
        UPDATE sign_in SET proven_at = $1 WHERE token_hash = $2 AND ended_at IS NULL AND locked_at IS NULL)";
    db.run(sql, now, token_hash);
}

std::vector<Device> devices(db::Connection& db, AccountId const& id, Instant now) {
    constexpr db::Sql sql = R"(
        SELECT i.token_hash, i.device, s.name, i.started_at, i.seen_at, i.locked_at
          FROM sign_in i
          JOIN school s ON s.id = i.school_id
         WHERE i.account_id = $1 AND i.ended_at IS NULL AND i.seen_at > $2 AND i.started_at > $3
         ORDER BY i.seen_at DESC, i.token_hash)";
    return db.all<Device>(sql, id, now - idle_limit, now - absolute_limit);
}

void begin(db::Connection& db, Beginning const& beginning, Instant now) {
    constexpr db::Sql sql = R"(
        INSERT INTO sign_in (token_hash, account_id, school_id, staff_id, device, browser_hash, started_at, seen_at,
                             proven_at, vouched_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9))";
    db.run(
        sql,
        beginning.token_hash,
        beginning.account,
        beginning.workplace.school,
        beginning.workplace.staff,
        beginning.device,
        beginning.browser_hash,
        now,
        beginning.voucher.proven_at.value_or(now),
        beginning.voucher.by
    );
}

std::string vouched_by(db::Connection& db, std::string const& token_hash) {
    constexpr db::Sql sql = "SELECT vouched_by FROM sign_in WHERE token_hash = $1";
    return db.one<std::string>(sql, token_hash).value_or("");
}

bool move_to(
    db::Connection& db, std::string const& token_hash, AccountId const& account, Workplace const& workplace
) {
    constexpr db::Sql sql = R"(
        UPDATE sign_in SET school_id = $1, staff_id = $2
         WHERE token_hash = $3 AND account_id = $4 AND ended_at IS NULL)";
    return db.run(sql, workplace.school, workplace.staff, token_hash, account) == 1;
}

void end(db::Connection& db, AccountId const& account, std::string const& token_hash, Instant now) {
    constexpr db::Sql sql = R"(
        UPDATE sign_in SET ended_at = $1
         WHERE account_id = $2 AND token_hash = $3 AND ended_at IS NULL)";
    db.run(sql, now, account, token_hash);
}

void end_all_but(db::Connection& db, AccountId const& account, std::string const& token_hash, Instant now) {
    constexpr db::Sql sql = R"(
        UPDATE sign_in SET ended_at = coalesce(ended_at, $1), browser_hash = ''
         WHERE account_id = $2 AND token_hash <> $3 AND (ended_at IS NULL OR browser_hash <> ''))";
    db.run(sql, now, account, token_hash);
}

void forget_sign_ins_before(db::Connection& db, Instant before) {
    constexpr db::Sql sql = R"(
        DELETE FROM sign_in
         WHERE token_hash IN (SELECT token_hash FROM sign_in WHERE started_at < $1 ORDER BY started_at LIMIT 200))";
    db.run(sql, before);
}

bool has_signed_in_with(
    db::Connection& db, std::string const& address, std::string const& browser_hash, Instant since
) {
    // By the browser first, so that it takes as long for an account that does not exist.
    constexpr db::Sql sql = R"(
        SELECT count(*)
          FROM sign_in i
          CROSS JOIN account a
         WHERE i.browser_hash = $1 AND i.started_at >= $2 AND a.id = i.account_id AND a.address = $3)";
    return db.the<std::int64_t>(sql, browser_hash, since, address) > 0;
}

bool is_browser(db::Connection& db, std::string const& browser_hash) {
    constexpr db::Sql sql =
        "SELECT count(*) FROM (SELECT 1 FROM sign_in WHERE browser_hash = $1 LIMIT 1) AS one";
    return db.the<std::int64_t>(sql, browser_hash) > 0;
}

}  // namespace sign_in::store
