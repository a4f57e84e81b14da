#include "staff/store.hpp"

namespace staff::store {

void add_invitation(db::Connection& db, std::string const& token_hash, Invitation const& invitation) {
    constexpr db::Sql sql = R"(
        INSERT INTO invitation (token_hash, school_id, staff_id, made_at, expires_at)
        VALUES ($1, $2, $3, $4, $5))";
    db.run(sql, token_hash, invitation.school, invitation.staff, invitation.made_at, invitation.expires_at);
}

std::optional<Invitation> invitation(db::Connection& db, std::string const& token_hash) {
    constexpr db::Sql sql = R"(
        SELECT school_id, staff_id, made_at, expires_at, used_at, revoked_at
          FROM invitation
         WHERE token_hash = $1)";
    return db.one<Invitation>(sql, token_hash);
}

std::vector<StaffId> invited(db::Connection& db, SchoolId school, Instant now) {
    constexpr db::Sql sql = R"(
        SELECT staff_id
          FROM invitation
         WHERE school_id = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > $2)";
    return db.all<StaffId>(sql, school, now);
}

std::int64_t revoke_invitations(db::Connection& db, SchoolId school, StaffId const& staff, Instant now) {
    constexpr db::Sql sql = R"(
        UPDATE invitation SET revoked_at = $1
         WHERE school_id = $2 AND staff_id = $3 AND used_at IS NULL AND revoked_at IS NULL)";
    return db.run(sql, now, school, staff);
}

bool use_invitation(db::Connection& db, std::string const& token_hash, Instant now) {
    constexpr db::Sql sql = R"(
        UPDATE invitation SET used_at = $1
         WHERE token_hash = $2 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > $1)";
    return db.run(sql, now, token_hash) == 1;
}

std::int64_t schools_of(db::Connection& db, AccountId const& account) {
    constexpr db::Sql sql = "SELECT count(*) FROM account_school WHERE account_id = $1";
    return db.the<std::int64_t>(sql, account);
}

}  // namespace staff::store
