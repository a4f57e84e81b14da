#pragma once

#include <string>
#include <vector>

#include "need_to_know/named.hpp"

namespace programmes {

// Whom undoing a child's completion touches: the programme, with whose it is, and the children who stay
// completed.
struct Touched {
    std::string programme;
    std::string deliverer;
    std::vector<need_to_know::Named> stay_completed = {};
    std::vector<need_to_know::Named> in_it = {};  // for whom it runs already
};

}  // namespace programmes
