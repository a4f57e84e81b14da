#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/page.hpp"
#include "referrals/waiting.hpp"

namespace referrals::pages {

// The list, at the line of this case.
std::string waiting_list_path(CaseId const& the_case);

// The form of one child that was refused: shown again, open, as typed.
struct Refused {
    CaseId the_case;
    enum class Form { move, review } form{};
    Answers answers;
    std::optional<WaitingInput> stands = {};  // what stands now, where someone changed it meanwhile
};

struct WaitingView {
    std::vector<WaitingLine> lines;  // in order
    std::vector<WaitingTimes> by_year;
    std::vector<WaitingTimes> by_source;
    Date today;
    bool may_change = false;  // the SENCo's part
};
// The order, why, since when, until when, what meanwhile, and the suggestion beside it (R5).
design::Page waiting_list(
    design::FormGuard const& guard, WaitingView const& view, std::optional<Refused> const& refused
);

}  // namespace referrals::pages
