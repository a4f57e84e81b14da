#include "agencies/pages.hpp"

#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"
#include "safeguarding/pages.hpp"

namespace agencies::pages {
namespace {

h::Node sharing(Answers const& answers) {
    return design::checkbox(
        answers,
        {.name = "shares_the_name",
         .text = "Sharing who the child is has been agreed",
         .more = design::text_input(
             answers, {.name = "sharing_reason", .label = "Who agreed to it, and why the child is named"}
         )}
    );
}

std::string keep(About const& about, std::string_view field) {
    return "agency-" + std::string(field) + "-" + std::string(about.the_case.text());
}

h::Node form(design::FormGuard const& guard, About const& about, Answers const& answers) {
    auto const share = [&]() -> h::Node { return sharing(answers); };
    return design::form(
        guard,
        path_of(about.the_case),
        design::text_input(
            answers, {.name = "agency", .label = "Agency", .hint = "Such as Educational Psychology"}
        ),
        design::text_input(answers, {.name = "person", .label = "Who was asked there, if anyone by name"}),
        design::date_input(answers, {.name = "asked_on", .legend = "The day they were asked"}),
        design::textarea(
            answers,
            {.name = "asked",
             .label = "What was asked",
             .hint = "Write “the pupil”, not the child's name.",
             .rows = 3,
             .keep = keep(about, "asked")}
        ),
        design::textarea(
            answers,
            {.name = "advice", .label = "What they advised", .rows = 3, .keep = keep(about, "advice")}
        ),
        design::textarea(
            answers,
            {.name = "follows", .label = "What follows from it", .rows = 2, .keep = keep(about, "follows")}
        ),
        h::when(about.may_share, share),
        design::button("Note the advice")
    );
}

h::Node part(std::string_view name, std::string const& words) {
    if (words.empty()) return {};
    return h::p(h::strong(name, ": "), design::as_written(words));
}

design::TimelineEntry entry_of(Advice const& advice) {
    auto const& said = advice.said;
    return {
        .when = calendar::in_words(said.asked_on),
        .who = advice.asked_by_name,
        .what = "Asked " + said.agency + (said.person.empty() ? "" : ", " + said.person),
        .detail = h::group(
            part("Asked", said.asked),
            part("Advice", said.advice),
            part("What follows", said.follows),
            part("The child was named", said.sharing_reason)
        )};
}

}  // namespace

std::string path_of(CaseId const& the_case) { return "/cases/" + std::string(the_case.text()) + "/agencies"; }

design::Page advice(
    design::FormGuard const& guard, About const& about, std::vector<Advice> const& all, Answers const& answers
) {
    std::vector<design::TimelineEntry> entries;
    for (auto const& one : all) entries.push_back(entry_of(one));
    auto const header = need_to_know::pages::header(about.child);
    auto const write = [&]() -> h::Node { return form(guard, about, answers); };
    auto const none = []() -> h::Node { return design::empty_state("No agency has been asked yet."); };
    auto const closed = []() -> h::Node { return h::p(in_words(Refusal::case_closed) + "."); };
    return {
        .title = "Advice from agencies",
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading("Advice from agencies"),
            h::p("Informal advice is asked without the child's name, unless sharing it is agreed."),
            h::when(about.may_note && about.is_open, write),
            h::when(!about.is_open, closed),
            design::timeline(entries),
            h::when(entries.empty(), none),
            safeguarding::pages::link_for(about.child.pupil.id)
        )};
}

}  // namespace agencies::pages
