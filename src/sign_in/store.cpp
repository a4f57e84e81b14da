#include "sign_in/store.hpp"

namespace sign_in::store {
namespace {

// The person's name stands in every row; a row without a role is a person who holds none today.
struct RoleRow {
    std::string name;
    std::optional<visits::Role> role;
    std::optional<visits::ClassId> class_id;
    std::optional<std::string> class_name;
    auto columns() { return std::tie(name, role, class_id, class_name); }
};

}  // namespace

std::optional<Presence> presence(db::Connection& db, std::string const& token_hash) {
    constexpr db::Sql sql = R"(
        SELECT i.account_id, i.school_id, s.name, i.staff_id, i.started_at, i.seen_at
          FROM sign_in i
          JOIN school s ON s.id = i.school_id
          JOIN account a ON a.id = i.account_id
         WHERE i.token_hash = $1 AND i.ended_at IS NULL AND a.closed_at IS NULL)";
    return db.one<Presence>(sql, token_hash);
}

std::optional<visits::Who> person(db::Connection& db, Presence const& presence, Date today) {
    constexpr db::Sql sql = R"(
        SELECT f.name, r.role, r.class_id, c.name
          FROM staff f
          LEFT JOIN role_held r ON r.school_id = f.school_id AND r.staff_id = f.id
                               AND r.starts_on <= $1 AND (r.ends_on IS NULL OR r.ends_on >= $1)
          LEFT JOIN class c ON c.school_id = r.school_id AND c.id = r.class_id
         WHERE f.school_id = $2 AND f.id = $3 AND (f.left_on IS NULL OR f.left_on > $1)
         ORDER BY r.role, c.name)";

    auto const rows = db.all<RoleRow>(sql, today, presence.school, presence.staff);
    if (rows.empty()) return std::nullopt;
    visits::Who who{
        .staff = presence.staff, .account = presence.account, .name = rows.front().name, .roles = {}};
    for (auto const& row : rows)
        if (row.role) who.roles.push_back({*row.role, row.class_id, row.class_name.value_or("")});
    return who;
}

void note_seen(db::Connection& db, std::string const& token_hash, Instant now) {
    constexpr db::Sql sql = "UPDATE sign_in SET seen_at = $1 WHERE token_hash = $2 AND seen_at < $1";
    db.run(sql, now, token_hash);
}

}  // namespace sign_in::store
