#pragma once

#include <string>
#include <vector>

namespace programmes {

// Whom undoing a child's completion touches: the programme, with whose it is, and the children who stay
// completed.
struct Touched {
    std::string programme;
    std::string deliverer;
    std::vector<std::string> stay_completed = {};  // names
    std::vector<std::string> in_it = {};           // names of those for whom it runs already
};

}  // namespace programmes
