#include "sharing/pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"
#include "safeguarding/pages.hpp"
#include "sharing/next_school.hpp"

namespace sharing::pages {
namespace {

std::string whom(AnswerTold const& answer) {
    if (answer.circle) return std::string(in_words(*answer.circle));
    return answer.role ? "Whoever is " + std::string(in_a_sentence(*answer.role)) : answer.name;
}

std::string what(Zone zone) { return zone == Zone::confidence ? "What was said" : "How it goes"; }

std::string until_in_words(std::optional<Date> const& until) {
    return until ? "until " + calendar::in_words(*until) : "until the child says otherwise";
}

std::string effect_in_words(Agreement const& agreement, AnswerTold const& answer, Date today) {
    if (answer.is_objection()) {
        if (!answer.outcome) return "The child would rather not. The SENCo weighs it.";
        return std::string(in_words(*answer.outcome)) + ": " + answer.reason;
    }
    if (!answer.yes) return "No";
    if (!agreement.understands) {
        std::string const waits = "Yes, and the child doesn't understand yet what that means: it waits";
        if (!answer.outcome) return waits;
        return waits + ". Until then, as answered before: " + std::string(in_words(*answer.outcome)) + ": " +
               answer.reason;
    }
    if (answer.until_on && *answer.until_on < today)
        return "Yes, " + until_in_words(answer.until_on) + ". That is over";
    return "Yes, " + until_in_words(answer.until_on);
}

design::Table answers_of(Agreement const& agreement, Date today, std::string const& caption) {
    design::Table table{
        .caption = caption,
        .columns = {{"Who"}, {"May know"}, {"The child says"}},
        .rows = {},
        .if_empty = {}};
    for (auto const& answer : agreement.answers)
        table.rows.push_back(
            {whom(answer), what(answer.zone), design::as_written(effect_in_words(agreement, answer, today))}
        );
    return table;
}

std::string asked_in_words(Agreement const& agreement) {
    return "Asked on " + calendar::in_words(agreement.asked_on) + " by " + agreement.asked_by + ". " +
           (agreement.understands ? "The child understands: " : "The child doesn't understand yet: ") +
           agreement.why_judged;
}

h::Node standing(View const& view) {
    auto const found = std::ranges::find(view.agreements, true, &Agreement::stands);
    if (found == view.agreements.end())
        return h::p(
            "Nobody has asked " + view.child.pupil.forename +
            " yet. Until then what is said in a session stays with the adult who holds it, and how it goes "
            "with who has "
            "a duty: class teacher and SENCo, and the headteacher with a reason."
        );
    return h::group(
        h::p(design::as_written(asked_in_words(*found))),
        design::table(answers_of(*found, view.today, "What the child says now"))
    );
}

h::Node way_to_ask(View const& view) {
    if (!view.may_ask) return {};
    auto const again = view.agreements.empty() ? "" : " again";
    auto const why_now = [&]() -> h::Node { return h::p(in_words(*view.time_to_ask)); };
    return h::group(
        h::when(view.time_to_ask.has_value(), why_now),
        design::button_row(
            design::link_button("Ask " + view.child.pupil.forename + again, asking_path(view.the_case))
        )
    );
}

h::Node earlier(View const& view) {
    std::vector<h::Node> all;
    for (auto const& one : view.agreements)
        if (!one.stands)
            all.push_back(h::group(
                h::p(design::as_written(asked_in_words(one))),
                design::table(answers_of(one, view.today, "What the child said then"))
            ));
    if (all.empty()) return {};
    return design::details("What the child said before", h::group(all));
}

h::Node one_objection(
    View const& view, Waiting const& waiting, design::FormGuard const& guard, Answers const& answers
) {
    std::vector<design::Choice> outcomes;
    for (auto const outcome : waiting.possible)
        outcomes.push_back({.value = std::string(word(outcome)), .text = std::string(in_words(outcome))});
    auto const role = std::string(word(*waiting.objection.role));
    return design::form(
        guard,
        sharing_path(view.the_case) + "/objections",
        design::hidden("answer", std::string(waiting.objection.id.text())),
        design::radios(
            answers,
            {.name = "outcome",
             .legend = view.child.pupil.forename + " would rather that the " +
                       std::string(in_a_sentence(*waiting.objection.role)) +
                       " didn't know how it goes. What do you answer?",
             .choices = outcomes,
             .id = "outcome-" + role}
        ),
        design::text_input(
            answers,
            {.name = "objection_reason",
             .label = "Why, as you tell it to the child",
             .id = "objection_reason-" + role}
        ),
        design::button("Answer the child")
    );
}

h::Node objections(View const& view, design::FormGuard const& guard, Answers const& answers) {
    if (view.waiting.empty()) return {};
    std::vector<h::Node> forms;
    for (auto const& one : view.waiting) {
        auto const form = one_objection(view, one, guard, answers);
        forms.push_back(forms.empty() ? form : h::Node{h::div(h::css("part"), form)});
    }
    return h::section(h::h2("The child's objection"), h::group(forms));
}

h::Node ending(View const& view, NamedShare const& share, design::FormGuard const& guard) {
    if (!view.may_share || share.ended) return {};
    return design::form(
        guard,
        sharing_path(view.the_case) + "/shares/" + std::string(share.id.text()) + "/end",
        design::secondary_button("End it with " + share.name)
    );
}

h::Node shared_by_name(View const& view, design::FormGuard const& guard) {
    if (view.shares.empty()) return {};
    design::Table table{
        .caption = "Shared by name",
        .columns = {{"With whom"}, {"Why, and by whom"}, {"Until"}, {""}},
        .rows = {},
        .if_empty = {}};
    for (auto const& share : view.shares) {
        bool const over = share.ended || share.until_on < view.today;
        table.rows.push_back(
            {share.name,
             design::as_written(share.reason + " (" + share.shared_by + ")"),
             over ? std::string("Ended") : calendar::in_words(share.until_on),
             ending(view, share, guard)}
        );
    }
    return design::table(table);
}

h::Node new_share(View const& view, design::FormGuard const& guard, Answers const& answers) {
    if (!view.may_share) return {};
    std::vector<design::Choice> people;
    for (auto const& [id, name] : view.colleagues)
        people.push_back({.value = std::string(id.text()), .text = name});
    return h::section(
        h::h2("Share it by name"),
        h::p("Somebody who works with this child can need to know how it goes. What the child said stays "
             "between them and "
             "the adult they said it to, unless the child agrees."),
        design::form(
            guard,
            sharing_path(view.the_case) + "/shares",
            design::select(answers, {.name = "staff", .label = "With whom", .choices = people}),
            design::text_input(answers, {.name = "share_reason", .label = "Why they need to know"}),
            design::date_input(answers, {.name = "until_on", .legend = "Until when"}),
            design::button("Share how it goes")
        )
    );
}

}  // namespace

design::Page who_may_know(View const& view, design::FormGuard const& guard, Answers const& answers) {
    auto const header = need_to_know::pages::header(view.child);
    return {
        .title = "Who may know",
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading("Who may know about " + view.child.pupil.forename),
            standing(view),
            way_to_ask(view),
            objections(view, guard, answers),
            shared_by_name(view, guard),
            new_share(view, guard, answers),
            earlier(view),
            h::p(h::a(h::href(next_school_path(view.the_case)), "What the next school may know")),
            safeguarding::pages::link_for(view.child.pupil.id)
        )};
}

}  // namespace sharing::pages
