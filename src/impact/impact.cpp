#include "impact/impact.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace impact {

std::string_view in_words(ReviewOutcome outcome) {
    switch (outcome) {
        case ReviewOutcome::sustained: return "Sustained";
        case ReviewOutcome::partly: return "Partly";
        case ReviewOutcome::not_yet: return "Not yet";
    }
    return {};
}

std::string_view in_words(Next next) {
    switch (next) {
        case Next::nothing: return "Nothing more is needed now";
        case Next::another_programme: return "Another programme";
        case Next::something_different: return "Something different";
        case Next::outside_agency: return "An outside agency";
    }
    return {};
}

bool asks_what(Next next) { return next == Next::something_different || next == Next::outside_agency; }

std::string in_words(Next next, std::string const& what) {
    return std::string(in_words(next)) + (what.empty() ? "" : ": " + what);
}

std::string_view in_words(AskedBy asked_by) {
    switch (asked_by) {
        case AskedBy::child: return "The child asked";
        case AskedBy::nurture_assistant: return "The Nurture Assistant asked";
        case AskedBy::class_teacher: return "The class teacher asked";
    }
    return {};
}

std::string what_measures_tell(std::vector<FirstMeasurer> const& before, ImpactReview const& review) {
    if (before.empty()) return "Nobody measured before the programme, so these numbers show no change.";
    bool const by_one_person =
        std::ranges::all_of(before, [&](auto const& one) { return one.id == review.reviewer; });
    if (by_one_person)
        return "Two numbers by one person show where to look; they do not prove what caused a change.";
    std::vector<std::string> names;
    for (auto const& one : before) names.push_back(one.name);
    return "The measure before is by " + text::listed(names) + ", the one after by " + review.reviewer_name +
           ". Numbers by different people show where to look; they do not prove that anything changed, or "
           "why.";
}

std::string review_path(PlaceId const& place) { return programmes::path_of(place) + "/impact-review"; }
std::string next_step_path(CaseId const& the_case) {
    return "/cases/" + std::string(the_case.text()) + "/next-step";
}
std::string check_ins_path(CaseId const& the_case) {
    return "/cases/" + std::string(the_case.text()) + "/check-ins";
}

std::string next_concern_path(CaseId const& the_case) {
    return "/cases/" + std::string(the_case.text()) + "/next-concern";
}

}  // namespace impact
