#pragma once

#include <string>
#include <vector>

#include "data_requests/data_requests.hpp"

namespace data_requests {

// What is given out: the lines, and a list of what was kept back with its reasons.
struct Copy {
    std::string school;
    std::string telephone;
    std::string whom;
    Asked asked;
    std::vector<Line> lines;
    std::vector<KeptBack> kept_back;
    long confided = 0;  // lines of which a part was said in confidence
};

// The copy as JSON: the same letters for the same copy.
std::string json_of(Copy const& copy);

// BLAKE2b-256 of the JSON, without the lines of signing in, which change while somebody uses Withy. The PDF
// shows it, so that either can be matched with what was signed.
std::string digest_of(Copy copy);

// The copy on A4, with what it rests on and whom to turn to. Takes some milliseconds a page.
std::string pdf_of(Copy const& copy, Date on);

}  // namespace data_requests
