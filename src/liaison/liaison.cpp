#include "liaison/liaison.hpp"

namespace liaison {

std::string reminder_of_review_path(CaseId const& the_case) {
    return "/cases/" + std::string(the_case.text()) + "/questions?remind=impact-review";
}

std::string reminder_of_measure_path(CaseId const& the_case) {
    return "/cases/" + std::string(the_case.text()) + "/questions?remind=measure";
}

std::string_view in_words(State state) {
    switch (state) {
        case State::waiting: return "Waits for the class teacher";
        case State::sent: return "Sent";
        case State::spoken: return "Spoken instead";
        case State::put_aside: return "Put aside";
    }
    return {};
}

}  // namespace liaison
