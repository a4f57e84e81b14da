#include "referrals/closing_pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"
#include "referrals/concern_pages.hpp"
#include "safeguarding/pages.hpp"

namespace referrals::pages {
namespace {

bool stands_still(cases::Stage stage) {
    return stage == cases::Stage::stopped || stage == cases::Stage::consent_refused;
}

std::string heading_of(WhatFollows const& at) {
    auto const& name = at.child.pupil.forename;
    return stands_still(at.status.stage) ? "What follows for " + name + "?" : "Close " + name + "'s case";
}

// The day that stands above it is that of the last.
std::string that_sessions_were_held(TakenBack const& taken_back) {
    if (taken_back.held_after == 0) return {};
    auto const first = taken_back.by.front().on;
    auto const day =
        first == taken_back.by.back().on ? std::string("this day") : calendar::weekday_day_month(first);
    return " " + text::counted(taken_back.held_after, "session was", "sessions were") + " held after " + day +
           ".";
}

std::string in_whose_words(WhatFollows const& at, TakenBack::By const& by) {
    return at.taken_back->by.size() == 1 ? std::string("In the parent's words")
                                         : "In the words of " + by.name;
}

h::Node who_withdrew(WhatFollows const& at) {
    if (!at.taken_back) return {};
    std::vector<std::string> names;
    std::vector<h::Node> words;
    for (auto const& one : at.taken_back->by) {
        if (std::ranges::find(names, one.name) == names.end()) names.push_back(one.name);
        if (!one.words.empty())
            words.push_back(h::p(design::as_written(in_whose_words(at, one) + ": “" + one.words + "”")));
    }
    return h::group(
        h::p(
            text::listed(names) + " withdrew consent for " + at.child.pupil.forename + "." +
            that_sessions_were_held(*at.taken_back)
        ),
        words
    );
}

h::Node other_ways(WhatFollows const& at) {
    if (!stands_still(at.status.stage)) return {};
    auto const consent = "/cases/" + std::string(at.the_case.text()) + "/consent";
    auto const another_place = [&]() -> h::Node {
        if (at.may_have_another)
            return h::li(
                h::a(h::href("/cases/" + std::string(at.the_case.text()) + "/place"), "Give another place")
            );
        return h::li("Another place can be given once consent is in force: this page then leads to it.");
    };
    return h::section(
        h::css("part"),
        h::h2("Speak with the family"),
        h::ul(
            h::css("govuk-list govuk-list--bullet"),
            h::li(h::a(h::href(consent), "Record a new answer"), ", where somebody has thought again."),
            h::when(at.had_a_place, another_place)
        )
    );
}

}  // namespace

std::string closing_path(CaseId const& the_case) {
    return "/cases/" + std::string(the_case.text()) + "/closing";
}

design::Page closing(design::FormGuard const& guard, WhatFollows const& at, Answers const& answers) {
    auto const header = need_to_know::pages::header(at.child);
    auto const path = closing_path(at.the_case);
    auto const still = stands_still(at.status.stage);
    // One of before the referral may be what changed.
    bool const shows_all = !answers.errors.empty();
    return {
        .title = heading_of(at),
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading(heading_of(at)),
            h::p(at.status.sentence),
            who_withdrew(at),
            h::when(at.referred && !shows_all, [&] { return since_referral(at.since_referral); }),
            h::when(!at.referred || shows_all, [&] { return concerns_to_read("The concerns", at.concerns); }),
            other_ways(at),
            h::when(still, [] { return h::Node(h::h2("Offer something else, or close")); }),
            h::p("What is on record stays. A later need opens a case of its own, with a new concern."),
            design::form(
                guard,
                path,
                concerns_shown(at.concerns),
                design::textarea(
                    answers,
                    {.name = "reason",
                     .label = "Why does it end, and what is offered instead?",
                     .rows = 3,
                     .most = 500,
                     .keep = path}
                ),
                design::warning_button("Close the case")
            ),
            safeguarding::pages::link_for(at.child.pupil.id)
        )};
}

}  // namespace referrals::pages
