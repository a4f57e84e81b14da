#pragma once

#include "need_to_know/need_to_know.hpp"

namespace need_to_know {

// The nearest relationship that holds, with what it opens. The deliverer sees headline, progress and
// confidence; the child's class teacher, SENCo and headteacher, and who stands in for a session, headline and
// progress; the safeguarding lead, and who raised a concern, the headline. Everybody else nothing: empty.
std::optional<Access> access_of(visits::Who const& who, Child const& child);

}  // namespace need_to_know
