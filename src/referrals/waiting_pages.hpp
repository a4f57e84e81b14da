#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "design/page.hpp"
#include "referrals/waiting.hpp"

namespace referrals::pages {

// The list, at the line of this case.
std::string waiting_list_path(CaseId const& the_case);

struct WaitingView {
    std::vector<WaitingLine> lines;  // in order
    std::vector<WaitingTimes> by_year;
    std::vector<WaitingTimes> by_source;
    std::vector<WaitingTimes> by_sex;  // empty where there is nothing to compare
    std::vector<WaitingTimes> by_sen_provision;
    std::vector<WaitingTimes> by_pupil_premium;
    Date today;
    bool may_change = false;  // the SENCo's part
};
// The order, since when, until when, what meanwhile, and the suggestion beside it (R5).
design::Page waiting_list(WaitingView const& view);

// One child's place, and where it is decided about.
std::string place_path(CaseId const& the_case);

struct PlaceView {
    design::PupilHeader header;
    WaitingLine line;
    int place = 0;     // from 1
    int children = 0;  // on the list
    Fields keeping;    // what the form offers for keeping the child on it
    bool may_change = false;
};
// The form that was refused: shown again as typed.
struct Refused {
    enum class Form { move, review } form{};
    Answers answers;
    std::optional<WaitingInput> stands = {};  // what stands now, where someone changed it meanwhile
};
// Why the child waits at this place, and the ways to offer a place, move, look again or take off (R4, R5).
design::Page place_on_list(
    design::FormGuard const& guard, PlaceView const& view, std::optional<Refused> const& refused
);

// The same page of a child who does not wait (any more). `something_sent`: a decision came too late.
design::Page not_on_list(design::PupilHeader const& header, PupilId const& pupil, bool something_sent);

}  // namespace referrals::pages
