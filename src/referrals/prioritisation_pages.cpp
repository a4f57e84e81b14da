// Weighing a referral: the form of support, the parts of a priority, and what comes next.
#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/not_saved.hpp"
#include "design/notices.hpp"
#include "referrals/concern_pages.hpp"
#include "referrals/discussion_pages.hpp"
#include "safeguarding/pages.hpp"

namespace referrals::pages {
namespace {

std::string out_of(int points, int most) { return std::to_string(points) + " of " + std::to_string(most); }

h::Node steps(Answers const& answers, std::string name, std::string legend, std::string meanings) {
    return design::target_steps(
        answers,
        {.name = std::move(name),
         .legend = std::move(legend),
         .least = 0,
         .most = most_weight,
         .hint = std::move(meanings)}
    );
}

std::string earlier_in_words(std::int64_t programmes) {
    if (programmes == 0) return "Withy knows of no programme before this.";
    return "Withy knows of " + text::counted(programmes, "programme", "programmes") + " before this.";
}

h::Node weigh(
    design::FormGuard const& guard, Papers const& papers, Weighed const& weighed, Answers const& answers
) {
    return h::section(
        h::h2("Weigh it"),
        design::form(
            guard,
            prioritisation_path(papers.the_case),
            concerns_shown(papers.concerns),
            design::radios(
                answers,
                {.name = "form",
                 .legend = "Which form of support fits?",
                 .choices =
                     {{.value = "one_to_one", .text = "One to one"},
                      {.value = "group", .text = "In a group"}},
                 .in_a_row = true}
            ),
            steps(
                answers,
                "need",
                "How much does the child need support?",
                "0 not now, 1 a little, 2 much, 3 very much and soon"
            ),
            steps(
                answers,
                "impact_on_learning",
                "How much does learning suffer?",
                "0 not at all, 1 in some lessons, 2 in most lessons, 3 in nearly every lesson"
            ),
            design::radios(
                answers,
                {.name = "earlier_support",
                 .legend = "Was there nurture support before?",
                 .choices = {{.value = "yes", .text = "Yes"}, {.value = "no", .text = "No"}},
                 .hint = earlier_in_words(weighed.earlier_programmes),
                 .in_a_row = true}
            ),
            design::textarea(
                answers,
                {.name = "reason",
                 .label = "Why?",
                 .rows = 3,
                 .keep = "prioritisation-" + std::string(papers.the_case.text())}
            ),
            design::button("Record the priority")
        ),
        design::small_print("From this Withy suggests a priority and shows how it adds up. It does not order "
                            "the waiting list: "
                            "children stand there as they came, until somebody moves one with a reason.")
    );
}

h::Node what_was_weighed(Weighed const& weighed) {
    auto const& said = weighed.prioritisation->said;
    return h::section(
        h::h2("What was weighed"),
        design::summary_list({
            {.key = "Form of support", .value = in_words(said.form)},
            {.key = "Why", .value = design::as_written(said.reason)},
            {.key = "Decided",
             .value = calendar::in_words(calendar::local_date(weighed.prioritisation->made_at)) + ", by " +
                      weighed.prioritisation->made_by_name},
        }),
        arithmetic(weighed.suggestion)
    );
}

h::Node what_next(design::FormGuard const& guard, Papers const& papers, Answers const& waiting_answers) {
    auto const the_case = std::string(papers.the_case.text());
    return h::section(
        h::h2("Is there a place for " + papers.header.name + "?"),
        h::p(
            h::a(h::href("/programmes"), "See the programmes"),
            ": those that run and those to start, with their day, who delivers them and how many of their "
            "places are taken."
        ),
        h::p(
            "If a place is free or soon will be, or you are going to make a programme, write to the parents: "
            "the place is given once one of them agrees. If not, put " +
            papers.header.name + " on the waiting list."
        ),
        h::p(design::link_button("Write to the parents", "/cases/" + the_case + "/letters")),
        design::details(
            "Put on the waiting list",
            design::form(
                guard,
                "/cases/" + the_case + "/waiting",
                waiting_fields(waiting_answers),
                design::secondary_button("Put on the waiting list")
            ),
            !waiting_answers.errors.empty()
        )
    );
}

h::Node agreed(Papers const& papers) {
    if (papers.discussions.empty()) return {};
    auto const& last = papers.discussions.front();
    return h::section(
        h::h2("What was agreed"),
        design::summary_list({
            {.key = "Target areas", .value = text::listed(last.area_names)},
            {.key = "Why", .value = design::as_written(last.said.reason)},
            {.key = "Talked through", .value = calendar::in_words(last.said.held_on)},
        })
    );
}

h::Node concerns(Papers const& papers) {
    auto const one = [&](Concern const& concern) -> h::Node {
        return summary_of(concern, names_of(concern.said.areas, papers.areas), papers.talk_with_parents);
    };
    return h::section(
        h::h2(papers.concerns.size() > 1 ? "The concerns" : "The concern"), h::each(papers.concerns, one)
    );
}

// Sent from a form that was opened before it was weighed.
h::Node weighing_not_saved(Answers const& answers) {
    if (answers.errors.empty()) return {};
    auto const as_typed = [&](std::string_view field) { return std::string(answers.typed.value(field)); };
    auto const weight = [&](std::string_view field) {
        auto const typed = as_typed(field);
        return typed.empty() ? typed : typed + " of " + std::to_string(most_weight);
    };
    auto const form = from_word<FormOfSupport>(answers.typed.value("form"));
    return design::not_saved(
        {{"Form of support", form ? std::string(in_words(*form)) : std::string()},
         {"How much the child needs support", weight("need")},
         {"How much learning suffers", weight("impact_on_learning")},
         {"Nurture support before", as_typed("earlier_support")},
         {"Why", as_typed("reason")}}
    );
}

// Sent from a form that was opened before the child waited, or was written about.
h::Node waiting_not_saved(Answers const& answers) {
    if (answers.errors.empty()) return {};
    return design::not_saved(
        {{"What is offered meanwhile", std::string(answers.typed.value("meanwhile"))},
         {"Look at this again by", design::day_as_typed(answers.typed, "review_by_on")}}
    );
}

}  // namespace

std::string prioritisation_path(CaseId const& the_case) {
    return "/cases/" + std::string(the_case.text()) + "/prioritisation";
}

h::Node waiting_fields(Answers const& answers) {
    return h::group(
        design::textarea(
            answers,
            {.name = "meanwhile",
             .label = "What is offered meanwhile?",
             .hint = "Such as a daily check-in, or a strategy that the class teacher tries",
             .rows = 3}
        ),
        design::date_input(answers, {.name = "review_by_on", .legend = "Look at this again by"})
    );
}

h::Node arithmetic(Suggestion const& suggestion) {
    design::Table table{
        .caption = "Suggested priority: " + out_of(suggestion.total(), suggestion.most()) + " points",
        .columns = {{"Part"}, {"What counts"}, {"Points", design::Align::number}},
        .rows = {}};
    for (auto const& part : suggestion.parts)
        table.rows.push_back(
            {name_of(part.part), in_words(part.part, suggestion.weighing), out_of(part.points, part.most)}
        );
    return h::group(
        design::table(table),
        design::small_print("A suggestion, not a decision: it does not know the child. Who waits stands as "
                            "they came, until somebody "
                            "moves them with a reason.")
    );
}

design::Page prioritisation(
    design::FormGuard const& guard,
    Papers const& papers,
    Weighed const& weighed,
    Answers const& answers,
    Answers const& waiting_answers
) {
    auto const to_weigh = [&]() -> h::Node { return weigh(guard, papers, weighed, answers); };
    auto const done = [&]() -> h::Node { return what_was_weighed(weighed); };
    auto const next = [&]() -> h::Node { return what_next(guard, papers, waiting_answers); };
    auto const waits = []() -> h::Node {
        return h::p(h::a(h::href("/waiting-list"), "See the waiting list"));
    };
    bool const nothing = !weighed.may_prioritise && !weighed.prioritisation;
    auto const not_now = [&]() -> h::Node {
        return design::notice("Nothing to weigh here now", h::p(design::as_written(papers.sentence)));
    };
    auto const lost = [&]() -> h::Node { return weighing_not_saved(answers); };
    auto const wait_lost = [&]() -> h::Node { return waiting_not_saved(waiting_answers); };
    auto errors = answers.errors;
    errors.insert(errors.end(), waiting_answers.errors.begin(), waiting_answers.errors.end());
    return {
        .title = "Prioritisation of " + papers.header.name,
        .back = {.text = "Referrals", .path = "/referrals"},
        .layout = design::Layout::wide,
        .main = h::group(
            design::error_summary(errors),
            design::pupil_header(papers.header),
            design::heading("Prioritise"),
            // On a tablet one stands above the other, and what is to be decided is seen first.
            design::beside(
                h::group(
                    h::when(!weighed.may_prioritise, lost),
                    h::when(!weighed.may_choose_what_next, wait_lost),
                    h::when(weighed.may_prioritise, to_weigh),
                    h::when(!weighed.may_prioritise && weighed.prioritisation.has_value(), done),
                    h::when(weighed.may_choose_what_next, next),
                    h::when(weighed.waits, waits),
                    h::when(nothing, not_now)
                ),
                h::group(agreed(papers), concerns(papers))
            ),
            safeguarding::pages::link_for(papers.pupil)
        )};
}

}  // namespace referrals::pages
