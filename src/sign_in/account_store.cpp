#include "sign_in/store.hpp"

namespace sign_in::store {

std::optional<Account> account(db::Connection& db, std::string const& address) {
    constexpr db::Sql sql = R"(
        SELECT id, address, password_hash
          FROM account
         WHERE address = $1 AND closed_at IS NULL)";
    return db.one<Account>(sql, address);
}

std::optional<Account> account(db::Connection& db, AccountId const& id) {
    constexpr db::Sql sql = R"(
        SELECT id, address, password_hash
          FROM account
         WHERE id = $1 AND closed_at IS NULL)";
    return db.one<Account>(sql, id);
}

void add(db::Connection& db, Account const& account, Instant now) {
    constexpr db::Sql sql = R"(
        INSERT INTO account (id, address, password_hash, made_at)
        VALUES ($1, $2, $3, $4))";
    db.run(sql, account.id, account.address, account.password_hash, now);
}

void set_password(db::Connection& db, AccountId const& id, std::string const& password_hash) {
    constexpr db::Sql sql = "UPDATE account SET password_hash = $1 WHERE id = $2";
    db.run(sql, password_hash, id);
}

std::vector<Workplace> workplaces(db::Connection& db, AccountId const& id) {
    constexpr db::Sql sql = R"(
        SELECT w.school_id, s.name, w.staff_id
          FROM account_school w
          JOIN school s ON s.id = w.school_id
         WHERE w.account_id = $1
         ORDER BY s.name, w.school_id)";
    return db.all<Workplace>(sql, id);
}

bool works_here(db::Connection& db, Workplace const& workplace, Date day) {
    constexpr db::Sql sql = R"(
        SELECT count(*)
          FROM staff
         WHERE school_id = $1 AND id = $2 AND (left_on IS NULL OR left_on > $3))";
    return db.the<std::int64_t>(sql, workplace.school, workplace.staff, day) > 0;
}

std::optional<SchoolId> last_school(db::Connection& db, AccountId const& id) {
    constexpr db::Sql sql = R"(
        SELECT school_id
          FROM sign_in
         WHERE account_id = $1
         ORDER BY started_at DESC, token_hash
         LIMIT 1)";
    return db.one<SchoolId>(sql, id);
}

bool people_are_made_up(db::Connection& db) {
    constexpr db::Sql sql = "SELECT value FROM installation WHERE name = 'made_as'";
    return db.one<std::string>(sql) == "demonstration";
}

std::optional<std::string> set_up_code(db::Connection& db) {
    constexpr db::Sql sql = "SELECT value FROM installation WHERE name = 'set_up_code'";
    return db.one<std::string>(sql);
}

void end_set_up_code(db::Connection& db) {
    constexpr db::Sql sql = "DELETE FROM installation WHERE name = 'set_up_code'";
    db.run(sql);
}

}  // namespace sign_in::store
