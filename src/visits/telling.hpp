#pragma once

#include <string>

namespace visits {

// What somebody is told by e-mail of their own account. Rooms below the messages note it on the visit, and it
// leaves with the change that it tells of.
struct Telling {
    std::string address;
    std::string subject;
    std::string words;
};

}  // namespace visits
