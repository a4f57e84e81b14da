#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "journeys/journey.hpp"

namespace journeys {

// How near somebody may come to a child, said a second time and from what was done alone: no table and no
// rule of the product is asked.
enum class Near { nothing, headline, progress, everything };

// What was done about one child.
struct Told {
    bool in_class_4b = true;
    std::set<std::string> family;                  // tokens of colleagues who are the child's family
    std::map<std::string, Instant> overridden;     // until when, by whose token
    std::optional<Instant> opened_by_headteacher;  // until when
    bool closed_to_headteacher = false;
    std::map<std::string, Date> shared_by_senco;  // the last day, by whose token
    struct Agreement {
        bool understands = false;
        std::optional<Date> until_on;
        std::set<std::string> progress;    // roles as the doors name them, and tokens
        std::set<std::string> confidence;  // likewise
    };
    std::optional<Agreement> agreed;
};

// Who is who in the small school, as far as it bears on a child whom the Nurture Assistant supports and whose
// first teacher, of 4B, raised the concern.
Near nearness(support::SmallSchool const& school, Person const& person, Told const& told, Instant now);

}  // namespace journeys
