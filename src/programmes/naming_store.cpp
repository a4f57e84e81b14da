#include "programmes/naming_store.hpp"

namespace programmes::store {

bool rename(db::Connection& db, SchoolId school, Programme const& before, std::string const& name) {
    constexpr db::Sql sql = R"(
        UPDATE programme SET name = $1, version = version + 1 WHERE school_id = $2 AND id = $3 AND version = $4)";
    return db.run(sql, name, school, before.id, before.version) == 1;
}

}  // namespace programmes::store
