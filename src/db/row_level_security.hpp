#pragma once

#include "db/connection.hpp"

namespace db {

// On PostgreSQL: lets the owner see the rows of every school until the transaction ends in protect_schools().
void lift_school_protection(Connection& connection);

// On PostgreSQL: every table whose primary key begins with school_id shows and takes rows of the entered
// school alone. May run again and again.
void protect_schools(Connection& connection);

// Whether the connection's role is one that PostgreSQL binds by no policy: a superuser, or one with
// BYPASSRLS.
bool passes_school_protection(Connection& connection);

}  // namespace db
