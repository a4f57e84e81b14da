#include "sign_in/second_way_store.hpp"

namespace sign_in::store {

std::vector<SecondWayDemand> second_way_demands(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql =
        "SELECT role, starts_on FROM second_way_demand WHERE school_id = $1 ORDER BY role";
    return db.all<SecondWayDemand>(sql, school);
}

void demand(db::Connection& db, SchoolId school, SecondWayDemand const& demand) {
    constexpr db::Sql sql = R"(
        INSERT INTO second_way_demand (school_id, role, starts_on)
        VALUES ($1, $2, $3)
            ON CONFLICT (school_id, role) DO UPDATE SET starts_on = excluded.starts_on)";
    db.run(sql, school, demand.role, demand.starts_on);
}

void demand_no_more(db::Connection& db, SchoolId school, visits::Role role) {
    constexpr db::Sql sql = "DELETE FROM second_way_demand WHERE school_id = $1 AND role = $2";
    db.run(sql, school, role);
}

std::optional<Date> second_way_demanded_from(
    db::Connection& db, SchoolId school, visits::AccountId const& account, Date today
) {
    constexpr db::Sql sql = R"(
        SELECT d.starts_on
          FROM staff f
          JOIN role_held r ON r.school_id = f.school_id AND r.staff_id = f.id
          JOIN second_way_demand d ON d.school_id = r.school_id AND d.role = r.role
         WHERE f.school_id = $1 AND f.account_id = $2
           AND (f.left_on IS NULL OR f.left_on > $3)
           AND r.starts_on <= $3 AND (r.ends_on IS NULL OR r.ends_on >= $3)
         ORDER BY d.starts_on
         LIMIT 1)";
    return db.one<Date>(sql, school, account, today);
}

std::vector<WithoutSecondWay> without_second_way(
    db::Connection& db, SchoolId school, Date today, bool passkeys_work
) {
    constexpr db::Sql sql = R"(
        SELECT r.role, count(DISTINCT f.id)
          FROM staff f
          JOIN role_held r ON r.school_id = f.school_id AND r.staff_id = f.id
         WHERE f.school_id = $1 AND f.account_id IS NOT NULL
           AND (f.left_on IS NULL OR f.left_on > $2)
           AND r.starts_on <= $2 AND (r.ends_on IS NULL OR r.ends_on >= $2)
           AND NOT EXISTS (SELECT 1 FROM passkey p WHERE p.account_id = f.account_id AND $3 = 1)
           AND NOT EXISTS (SELECT 1 FROM authenticator_app a
                            WHERE a.account_id = f.account_id AND a.confirmed_at IS NOT NULL)
         GROUP BY r.role
         ORDER BY r.role)";
    return db.all<WithoutSecondWay>(sql, school, today, passkeys_work);
}

}  // namespace sign_in::store
