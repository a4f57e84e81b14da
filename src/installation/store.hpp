#pragma once

#include "base/calendar.hpp"
#include "db/database.hpp"
#include "installation/installation.hpp"

namespace installation::store {

// What the open transaction shows, of the log of this school alone; a school of number 0 leaves it out.
DatabaseFacts facts(db::Connection& db, SchoolId school, std::string const& school_name, Date today);

// The same of the whole database and of every school, with the gates compared: for the operator. Where the
// schema is none of this Withy's, that is all it says.
DatabaseFacts facts_of_all(db::Database& database, Date today);

}  // namespace installation::store
