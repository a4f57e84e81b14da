#pragma once

#include <optional>
#include <string>
#include <tuple>

#include "base/calendar.hpp"
#include "data_requests/data_requests.hpp"

// What a child said in confidence, where the child asks for what is held: it goes to the child alone, by the
// adult to whom it was said, and nobody else reads it on the way (N2, V5).
namespace data_requests {

// One adult to whom the child confided something: how many lines, and whether the child was given them, or
// why not.
struct Confided {
    StaffId to;
    std::string to_name;
    long lines = 0;
    std::optional<Date> given_on;
    std::string why_not;
    auto columns() { return std::tie(to, to_name, lines, given_on, why_not); }
};

// True where the child has it, or it is said why not.
inline bool is_settled(Confided const& confided) { return confided.given_on || !confided.why_not.empty(); }

// What the child said, and on which day; empty where nothing.
struct SaidInConfidence {
    Date on;
    std::string words;
    std::string face;        // at the end of the session, by the word for the feeling, and kept
    std::string at_the_end;  // beside it in their own words
    auto columns() { return std::tie(on, words, face, at_the_end); }
};

std::string confided_path_of(RequestId const& request);

}  // namespace data_requests
