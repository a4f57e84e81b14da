#include "change/weeks.hpp"

#include <algorithm>

namespace change {

bool has_session(Support const& support, Date day) {
    auto const monday = calendar::monday_of(day);
    return std::ranges::any_of(support.sessions_on, [&](Date const held_on) {
        return calendar::monday_of(held_on) == monday;
    });
}

std::string weeks_path(CaseId const& the_case) { return "/cases/" + std::string(the_case.text()) + "/weeks"; }

}  // namespace change
