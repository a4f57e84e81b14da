#include "referrals/discussion_pages.hpp"

#include "base/text.hpp"
#include "comparison/pages.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/not_saved.hpp"
#include "design/notices.hpp"
#include "referrals/concern_pages.hpp"
#include "safeguarding/pages.hpp"

namespace referrals::pages {
namespace {

std::string key_of(Papers const& papers) { return std::string(papers.the_case.text()); }

h::Node one_concern(Papers const& papers, Concern const& concern) {
    return h::section(
        h::h3(h::a(h::href(path_of(concern.id)), "Concern of " + calendar::in_words(concern.said.noticed_on))
        ),
        summary_of(concern, names_of(concern.said.areas, papers.areas), papers.talk_with_parents)
    );
}

h::Node one_discussion(Discussion const& discussion) {
    auto const& said = discussion.said;
    std::vector<design::SummaryRow> rows{
        {.key = "Held", .value = calendar::in_words(said.held_on)},
        {.key = "Present", .value = said.present},
        {.key = "Outcome", .value = in_words(said.outcome)},
        {.key = "Why", .value = design::as_written(said.reason)}};
    if (!discussion.area_names.empty())
        rows.push_back({.key = "Target areas agreed", .value = text::listed(discussion.area_names)});
    if (!said.instead.empty()) rows.push_back({.key = "Instead", .value = said.instead});
    if (!said.information_from.empty())
        rows.push_back({.key = "Who finds out more", .value = said.information_from});
    if (said.information_by_on)
        rows.push_back({.key = "By", .value = calendar::in_words(*said.information_by_on)});
    return design::summary_list(rows);
}

h::Node earlier_discussions(Papers const& papers) {
    if (papers.discussions.empty()) return {};
    return h::section(h::h2("Talked through"), h::each(papers.discussions, one_discussion));
}

h::Node concerns(Papers const& papers) {
    auto const one = [&](Concern const& concern) -> h::Node { return one_concern(papers, concern); };
    auto const none = []() -> h::Node { return design::empty_state("No concern has been written down."); };
    return h::section(
        h::h2(papers.concerns.size() > 1 ? "The concerns" : "The concern"),
        h::each(papers.concerns, one),
        h::when(papers.concerns.empty(), none)
    );
}

h::Node beside_the_class(Papers const& papers) {
    if (!papers.comparison) return {};
    return comparison::pages::in_short(*papers.comparison);
}

std::vector<design::Choice> area_choices(std::vector<strategies::TargetArea> const& areas) {
    std::vector<design::Choice> choices;
    for (auto const& area : areas)
        choices.push_back({.value = std::string(area.id.text()), .text = area.name});
    return choices;
}

h::Node agreed_areas(Papers const& papers, Answers const& answers) {
    return design::checkboxes(
        answers,
        {.name = "areas",
         .legend = "Target areas agreed",
         .choices = area_choices(papers.areas),
         .hint =
             "What the support is to work on. Those that the concern names are ticked; change them as you "
             "agree."}
    );
}

h::Node more_information(Answers const& answers) {
    return h::group(
        design::text_input(
            answers,
            {.name = "information_from", .label = "Who finds out more?", .width = design::Chars::thirty}
        ),
        design::date_input(answers, {.name = "information_by_on", .legend = "By when?"})
    );
}

h::Node outcomes(Papers const& papers, Answers const& answers) {
    return design::radios(
        answers,
        {.name = "outcome",
         .legend = "What did you come to?",
         .choices =
             {{.value = "go_on", .text = "Go on with nurture support", .more = agreed_areas(papers, answers)},
              {.value = "more_information",
               .text = "More information first",
               .more = more_information(answers)},
              {.value = "something_else",
               .text = "Something else instead",
               .hint = "This closes the case",
               .more = design::text_input(answers, {.name = "instead", .label = "What will help instead?"})},
              {.value = "no_need_now", .text = "No need now", .hint = "This closes the case"}},
         .size = design::Size::medium}
    );
}

h::Node decision(design::FormGuard const& guard, Papers const& papers, Answers const& answers) {
    return h::section(
        h::h2("The decision"),
        design::form(
            guard,
            discussion_path(papers.the_case),
            concerns_shown(papers.concerns),
            design::date_input(answers, {.name = "held_on", .legend = "When was it talked through?"}),
            design::text_input(
                answers,
                {.name = "present",
                 .label = "Who was there?",
                 .hint = "The class teacher and the SENCo at least"}
            ),
            outcomes(papers, answers),
            design::textarea(
                answers,
                {.name = "reason", .label = "Why?", .rows = 4, .keep = "discussion-" + key_of(papers)}
            ),
            design::button("Record the discussion")
        )
    );
}

std::string areas_ticked(Papers const& papers, Fields const& typed) {
    std::vector<std::string> ticked;
    for (auto const& area : papers.areas)
        if (typed.holds("areas", area.id.text())) ticked.push_back(area.name);
    return text::listed(ticked);
}

// Sent from a form that was opened before the step was taken.
h::Node not_saved(Papers const& papers, Answers const& answers) {
    if (answers.errors.empty()) return {};
    auto const& typed = answers.typed;
    auto const as_typed = [&](std::string_view field) { return std::string(typed.value(field)); };
    auto const outcome = from_word<cases::DiscussionOutcome>(typed.value("outcome"));
    return design::not_saved(
        {{"Held", design::day_as_typed(typed, "held_on")},
         {"Present", as_typed("present")},
         {"Outcome", outcome ? std::string(in_words(*outcome)) : std::string()},
         {"Why", as_typed("reason")},
         {"Target areas", areas_ticked(papers, typed)},
         {"Instead", as_typed("instead")},
         {"Who finds out more", as_typed("information_from")},
         {"By", design::day_as_typed(typed, "information_by_on")}}
    );
}

}  // namespace

std::string discussion_path(CaseId const& the_case) {
    return "/cases/" + std::string(the_case.text()) + "/discussion";
}

design::Page discussion(
    design::FormGuard const& guard, Papers const& papers, bool may_decide, Answers const& answers
) {
    auto const decide = [&]() -> h::Node { return decision(guard, papers, answers); };
    auto const not_now = [&]() -> h::Node {
        return h::group(
            design::notice("Nothing to decide here now", h::p(design::as_written(papers.sentence))),
            not_saved(papers, answers)
        );
    };
    return {
        .title = "Discussion about " + papers.header.name,
        .back = {.text = "Referrals", .path = "/referrals"},
        .layout = design::Layout::wide,
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(papers.header),
            design::heading("Talk it through"),
            design::beside(
                h::group(concerns(papers), beside_the_class(papers), earlier_discussions(papers)),
                h::group(h::when(may_decide, decide), h::when(!may_decide, not_now))
            ),
            safeguarding::pages::link_for(papers.pupil)
        )};
}

}  // namespace referrals::pages
