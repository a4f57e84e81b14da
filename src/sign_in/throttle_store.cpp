#include "sign_in/store.hpp"

namespace sign_in::store {

Failures failures(db::Connection& db, std::string const& what_hash) {
    constexpr db::Sql sql = "SELECT failures, last_at FROM sign_in_failure WHERE what_hash = $1";
    return db.one<Failures>(sql, what_hash).value_or(Failures{});
}

void add_failure(db::Connection& db, std::string const& what_hash, Instant now, Instant forget_before) {
    constexpr db::Sql sql = R"(
        INSERT INTO sign_in_failure (what_hash, failures, last_at)
        VALUES ($1, 1, $2)
        ON CONFLICT (what_hash) DO UPDATE
           SET failures = CASE WHEN sign_in_failure.last_at <= $3 THEN 1 ELSE sign_in_failure.failures + 1 END,
               last_at = excluded.last_at)";
    db.run(sql, what_hash, now, forget_before);
}

void forget_failures(db::Connection& db, std::string const& what_hash) {
    constexpr db::Sql sql = "DELETE FROM sign_in_failure WHERE what_hash = $1";
    db.run(sql, what_hash);
}

void forget_failures_before(db::Connection& db, Instant before) {
    constexpr db::Sql sql = "DELETE FROM sign_in_failure WHERE last_at < $1";
    db.run(sql, before);
}

}  // namespace sign_in::store
