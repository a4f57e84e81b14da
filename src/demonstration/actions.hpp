#pragma once

#include "db/database.hpp"
#include "demonstration/size.hpp"

namespace demonstration {

// Fills an empty database with people who do not exist, as if they had used Withy up to now. False, and
// nothing done, where the database holds a school already.
bool make(db::Database& database, Size const& size, Instant now, Progress const& tell);

}  // namespace demonstration
