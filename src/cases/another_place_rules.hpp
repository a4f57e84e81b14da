#pragma once

#include "cases/cases.hpp"

// A further place in the same case, after one that ended early.
namespace cases {

// True where the place ended early, the child is at school, and consent is in force: another may be given.
bool may_have_another_place(Facts const& facts, Date today);

// True where another place is what comes next. It is where the place ended with consent, which is in force
// again, or for a place elsewhere; after any other end the SENCo decides first what follows.
bool is_to_have_another_place(Facts const& facts, Date today);

// How such a case stands.
Status to_place_again(Facts const& facts, Date today);

}  // namespace cases
