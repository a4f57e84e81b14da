#include "sign_in/way_change_store.hpp"

namespace sign_in::store {

void add(db::Connection& db, AccountId const& account, std::string const& id, Changed const& changed) {
    constexpr db::Sql sql = "INSERT INTO way_change (account_id, id, kind, made_at) VALUES ($1, $2, $3, $4)";
    db.run(sql, account, id, changed.kind, changed.made_at);
}

std::vector<Changed> changes_since(db::Connection& db, AccountId const& account, Instant since) {
    constexpr db::Sql sql = R"(
        SELECT kind, made_at
          FROM way_change
         WHERE account_id = $1 AND made_at > $2
         ORDER BY made_at DESC, id DESC)";
    return db.all<Changed>(sql, account, since);
}

bool note_shown(db::Connection& db, AccountId const& account, Instant now) {
    constexpr db::Sql sql = "UPDATE way_change SET shown_at = $1 WHERE account_id = $2 AND shown_at IS NULL";
    return db.run(sql, now, account) > 0;
}

}  // namespace sign_in::store
