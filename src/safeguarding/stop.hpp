#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "safeguarding/disclosure.hpp"

// The stop on words that read like a disclosure (S1): a form that holds some is answered with a question
// before anything is done with it.
namespace safeguarding {

// A text of a form, with its sentences that read like a disclosure.
struct StoppedText {
    std::string field;
    std::string text;
    std::vector<Marked> marked;
};

// The answers that the question takes.
inline constexpr std::string_view not_a_concern_field = "not-a-safeguarding-concern";
inline constexpr std::string_view take_out_field = "take-marked-out";

}  // namespace safeguarding
