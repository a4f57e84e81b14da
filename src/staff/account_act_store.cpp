#include "staff/account_act_store.hpp"

namespace staff::store {

void add(db::Connection& db, SchoolId school, NewAccountAct const& act, StaffId const& by, Instant at) {
    constexpr db::Sql sql = R"(
        INSERT INTO account_act (school_id, id, kind, staff_id, role, address_before, address, takes_effect_on,
                                 made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))";
    db.run(
        sql,
        school,
        act.id,
        act.kind,
        act.staff,
        act.role,
        act.address_before,
        act.address,
        act.takes_effect_on,
        by,
        at
    );
}

std::vector<AccountAct> unknown_to(db::Connection& db, SchoolId school, StaffId const& reader) {
    constexpr db::Sql sql = R"(
        SELECT a.id, a.kind, f.name, a.role, a.address_before, a.address, a.takes_effect_on, m.name, a.made_at,
               CASE WHEN EXISTS (SELECT 1 FROM account_act_before_role b
                                  WHERE b.school_id = a.school_id AND b.act_id = a.id AND b.staff_id = $1)
                    THEN 1 ELSE 0 END
          FROM account_act a
          JOIN staff f ON f.school_id = a.school_id AND f.id = a.staff_id
          JOIN staff m ON m.school_id = a.school_id AND m.id = a.made_by
         WHERE a.school_id = $2 AND a.made_by <> $1 AND NOT (a.kind = 'role_given' AND a.staff_id = $1)
           AND NOT EXISTS (SELECT 1 FROM account_act_known k
                            WHERE k.school_id = a.school_id AND k.act_id = a.id AND k.staff_id = $1)
         ORDER BY a.made_at, a.id)";
    return db.all<AccountAct>(sql, reader, school);
}

bool is_act(db::Connection& db, SchoolId school, AccountActId const& act) {
    constexpr db::Sql sql = "SELECT count(*) FROM account_act WHERE school_id = $1 AND id = $2";
    return db.the<std::int64_t>(sql, school, act) > 0;
}

void know(db::Connection& db, SchoolId school, AccountActId const& act, StaffId const& reader, Instant at) {
    constexpr db::Sql sql = R"(
        INSERT INTO account_act_known (school_id, act_id, staff_id, known_at)
        VALUES ($1, $2, $3, $4))";
    db.run(sql, school, act, reader, at);
}

bool address_is_known(db::Connection& db, SchoolId school, StaffId const& staff) {
    constexpr db::Sql sql = R"(
        SELECT count(*)
          FROM account_act_known k
         WHERE k.school_id = $1
           AND k.act_id = (SELECT a.id FROM account_act a
                            WHERE a.school_id = $1 AND a.staff_id = $2 AND a.kind = 'address_changed'
                            ORDER BY a.made_at DESC, a.id DESC
                            LIMIT 1))";
    return db.the<std::int64_t>(sql, school, staff) > 0;
}

std::optional<std::string> address_of(db::Connection& db, AccountId const& account) {
    constexpr db::Sql sql = "SELECT address FROM account WHERE id = $1";
    return db.one<std::string>(sql, account);
}

}  // namespace staff::store
