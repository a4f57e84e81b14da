#include "letters/answer_pages.hpp"

#include <algorithm>

#include "design/controls.hpp"
#include "design/form.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "letters/recording.hpp"
#include "letters/respondent_pages.hpp"

namespace letters::pages {
namespace {

bool may_be_recorded(Respondent const& one) {
    return one.contact.responsibility || one.times_asked > 0 || one.answer;
}

std::vector<design::Choice> people_who_may_answer(Overview const& overview) {
    std::vector<design::Choice> people;
    for (auto const& one : overview.respondents)
        if (may_be_recorded(one))
            people.push_back(
                {std::string(one.contact.id.text()),
                 one.contact.name,
                 one.left_out ? letters::in_words(*one.left_out) : ""}
            );
    return people;
}

// Shown only where somebody on the list is usually not asked.
h::Node knowing(Overview const& overview, Answers const& answers) {
    bool const needed = std::ranges::any_of(overview.respondents, [](Respondent const& one) {
        return one.left_out && may_be_recorded(one);
    });
    if (!needed) return {};
    return design::checkbox(
        answers,
        {.name = "knowingly",
         .text = "I know what stands against asking this person, and their answer counts all the same"}
    );
}

// Asked only where letters about either form went out, and never answered beforehand: an old slip may come
// late.
h::Node about_what(Overview const& overview, Answers const& answers) {
    if (!overview.asked_about_both) return {};
    return design::radios(
        answers,
        {.name = "form",
         .legend = "About what?",
         .choices =
             {{"one_to_one", "Support one to one"}, {"group", "Support in a small group"}, {"both", "Both"}},
         .hint = "Letters about both forms of support went out. The slip names its form; on the telephone, "
                 "ask. Who takes their agreement back need not say."}
    );
}

h::Node answer_fields(Overview const& overview, Answers const& answers) {
    h::Node const witness = design::text_input(
        answers,
        {.name = "witness", .label = "Who else heard it", .hint = "A member of staff on the same call"}
    );
    return h::group(
        design::radios(
            answers,
            {.name = "contact", .legend = "Who answered?", .choices = people_who_may_answer(overview)}
        ),
        knowing(overview, answers),
        design::radios(
            answers,
            {.name = "answer",
             .legend = "What did they say?",
             .choices =
                 {{"given", "They agree"},
                  {"refused", "They do not agree"},
                  {"withdrawn", "They take their agreement back", "Sessions stop from this moment."}}}
        ),
        about_what(overview, answers),
        design::radios(
            answers,
            {.name = "route",
             .legend = "How did the answer come?",
             .choices =
                 {{"paper", "On paper", "Keep the slip as your school keeps papers."},
                  {"telephone", "On the telephone", "", witness},
                  {"in_person", "In person"}}}
        ),
        design::date_input(
            answers,
            {.name = "answered_on",
             .legend = "On which day?",
             .hint = "Another day than today, if they answered before, such as 12 5 2026."}
        ),
        design::date_input(
            answers,
            {.name = "until",
             .legend = "Until when, if they named a day",
             .hint = "Without one, a yes holds as long as the policy says."}
        ),
        design::textarea(answers, {.name = "words", .label = "Anything they added", .rows = 2, .most = 1000}),
        design::button("Record the answer")
    );
}

// What nobody needs to be asked.
Fields known_beforehand(ConsentPage const& page) {
    Fields known({{"answered_on", calendar::iso(page.today)}});
    auto const from = page.from ? page.from : only_one_to_answer(page.overview);
    if (from) known.add("contact", std::string(from->text()));
    return known;
}

// Its words go with every answer, and with nothing else that is sent from this page.
bool is_an_answer(Answers const& answers) { return answers.typed.has("words"); }

h::Node what_was_shown(Overview const& overview) {
    return h::group(
        design::hidden("last_answer", std::to_string(overview.shown.last_answer)),
        design::hidden("to_decide", overview.shown.to_decide)
    );
}

bool is_withdrawn(Overview const& overview) { return overview.standing == consent::Standing::withdrawn; }

// The way on from a withdrawal is to speak with the family, so that going on all the same is named last.
std::vector<design::Choice> decisions(Overview const& overview) {
    design::Choice const go_ahead{"go_ahead", "Go ahead, since one parent agrees"};
    design::Choice const not_to{"not_to", "Do not go ahead"};
    if (is_withdrawn(overview)) return {not_to, go_ahead};
    return {go_ahead, not_to};
}

h::Node decision_form(design::FormGuard const& guard, Overview const& overview, Answers const& answers) {
    auto const path = path_of(overview, "consent/decision");
    return design::form(
        guard,
        path,
        what_was_shown(overview),
        design::radios(
            answers, {.name = "decision", .legend = "What is decided?", .choices = decisions(overview)}
        ),
        design::textarea(answers, {.name = "reason", .label = "Why", .rows = 4, .most = 1000, .keep = path}),
        design::button("Record the decision")
    );
}

bool has_agreed(Respondent const& one) { return one.answer && one.answer->answer == consent::Answer::given; }

// Where the letter was undone, an agreement of before may still be taken back.
bool may_record_an_answer(ConsentPage const& page) {
    auto const& overview = page.overview;
    bool const may_come = overview.letter_stands || std::ranges::any_of(overview.respondents, has_agreed);
    return page.may.coordinates && may_come && overview.child.open;
}

bool may_decide(ConsentPage const& page) { return page.may.decides && page.overview.may_be_decided; }

h::Node typed_without_a_form(ConsentPage const& page, Answers const& answers) {
    auto const typed = [&](std::string_view field, bool has_form) -> h::Node {
        auto const words = answers.typed.value(field);
        if (has_form || words.empty()) return {};
        return h::group(h::p("You had written:"), h::p(design::as_written(words)));
    };
    return h::group(typed("reason", may_decide(page)), typed("words", may_record_an_answer(page)));
}

}  // namespace

h::Node came_in_since(ConsentPage const& page, Answers const& answers) {
    auto const& overview = page.overview;
    if (!page.shown_then || *page.shown_then == overview.shown) return {};
    bool const more = overview.shown.last_answer > page.shown_then->last_answer;
    return design::notice(
        more ? "Since you opened this page" : "What is to be decided has changed since you opened this page",
        h::group(
            more ? history_after(overview, page.shown_then->last_answer)
                 : h::p("A yes has run out, or somebody’s say for the child has changed."),
            typed_without_a_form(page, answers)
        )
    );
}

bool is_recording(ConsentPage const& page, Answers const& answers) {
    return page.to_record || (!answers.errors.empty() && !answers.typed.has("reason"));
}

h::Node record_an_answer(design::FormGuard const& guard, ConsentPage const& page, Answers const& answers) {
    if (!may_record_an_answer(page)) return {};
    auto const known = known_beforehand(page);
    Answers const shown{is_an_answer(answers) ? answers.typed : known, answers.errors};
    return h::section(
        h::css("part"),
        design::details(
            "Record an answer",
            design::form(
                guard,
                path_of(page.overview, "consent/answers"),
                what_was_shown(page.overview),
                answer_fields(page.overview, shown)
            ),
            is_recording(page, answers)
        )
    );
}

h::Node decision(design::FormGuard const& guard, ConsentPage const& page, Answers const& answers) {
    auto const& overview = page.overview;
    if (!may_decide(page)) return {};
    auto const form = decision_form(guard, overview, answers);
    if (is_withdrawn(overview))
        return h::section(
            h::css("part"),
            design::details(
                "Decide over the withdrawal, with a reason",
                h::group(
                    h::p("Speak with the family first. A decision to go ahead puts consent in force by the "
                         "yes "
                         "that stands; the withdrawal stays on record. Write the reason so that both could "
                         "read it."),
                    form
                ),
                answers.typed.has("reason")
            )
        );
    return h::section(
        h::css("part"),
        h::h2("Decide where parents differ"),
        h::p("One agrees and another does not; who answered what stands above. Weigh what is best for the "
             "child, and write the reason so that both could read it."),
        form
    );
}

h::Node noting(design::FormGuard const& guard, ConsentPage const& page) {
    auto const& overview = page.overview;
    if (!page.may.coordinates || !overview.child.open || !overview.letter_stands || overview.consent_stands ||
        overview.standing != consent::Standing::given || overview.awaits_yes_to)
        return {};
    return h::section(
        h::css("part"),
        h::h2("Note the consent"),
        h::p("The step of consent was undone, and by the answers below consent is in force. Note it where "
             "they are right, or record what a parent says now."),
        design::form(
            guard,
            path_of(overview, "consent/noting"),
            what_was_shown(overview),
            design::secondary_button("Note that consent is in force")
        )
    );
}

}  // namespace letters::pages
