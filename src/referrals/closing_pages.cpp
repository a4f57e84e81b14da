#include "referrals/closing_pages.hpp"

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

h::Node who_withdrew(WhatFollows const& at) {
    if (!at.taken_back) return {};
    auto const& [by, words, held_after] = *at.taken_back;
    auto const held = held_after == 0 ? std::string()
                                      : " " + text::counted(held_after, "session was", "sessions were") +
                                            " held after this day.";
    return h::group(
        h::p(by + " withdrew consent for " + at.child.pupil.forename + "." + held),
        h::when(!words.empty(), [&] { return h::Node(h::p("In the parent's words: “" + words + "”")); })
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
    return {
        .title = heading_of(at),
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading(heading_of(at)),
            h::p(at.status.sentence),
            who_withdrew(at),
            since_referral(at.since_referral),
            other_ways(at),
            h::when(still, [] { return h::Node(h::h2("Offer something else, or close")); }),
            h::p("What is on record stays. A later need opens a case of its own, with a new concern."),
            design::form(
                guard,
                path,
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
