#include "county/team_store.hpp"

namespace county::store {

std::optional<Team> team(db::Connection& db) {
    return db.one<Team>("SELECT id, name FROM school WHERE kind = 'county_team'");
}

void add(db::Connection& db, Team const& team, Instant now) {
    constexpr db::Sql sql = "INSERT INTO school (id, name, made_at, kind) VALUES ($1, $2, $3, 'county_team')";
    db.run(sql, team.id, team.name, now);
}

}  // namespace county::store
