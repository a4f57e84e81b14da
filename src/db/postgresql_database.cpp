#include "db/postgresql_database.hpp"

#include "db/postgresql_connection.hpp"

namespace db {

std::unique_ptr<Connection> PostgresqlDatabase::connect(Mode mode) {
    return with_vault(std::make_unique<PostgresqlConnection>(url_, mode));
}

}  // namespace db
