#pragma once

#include <string>
#include <string_view>

namespace db {

// A statement's words as PostgreSQL is sent them: as they are written. The tests of the walls between schools
// put another definition in its place, which takes the application's own wall away.
std::string as_sent(std::string_view statement);

}  // namespace db
