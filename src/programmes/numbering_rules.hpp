#pragma once

#include <map>
#include <vector>

#include "programmes/session.hpp"

namespace programmes {

// The number that each number is to give way to, so that sessions count by the days on which they stand. What
// was put off counts with the session in its place. Only those that change.
std::map<int, int> numbers_by_day(std::vector<Session> const& sessions);

}  // namespace programmes
