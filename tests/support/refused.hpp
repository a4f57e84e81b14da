#pragma once

#include <string>

#include "base/id.hpp"
#include "db/connection.hpp"

namespace support {

// The database's gate that refuses the statement, run for this school past every rule; empty where none does.
// The transaction goes on as if it had not been run where it was refused.
inline std::string refused(db::Connection& db, db::Sql sql, SchoolId school) {
    try {
        db.savepoint();
        db.run(sql, school);
        db.release_savepoint();
        return {};
    } catch (db::Refused const& refusal) {
        db.rollback_to_savepoint();
        db.release_savepoint();
        return refusal.gate;
    }
}

}  // namespace support
