#include "letters/consent_pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/form.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "pupils/languages.hpp"
#include "safeguarding/pages.hpp"

namespace letters::pages {
namespace {

std::string path_of(Overview const& overview, std::string_view page) {
    return "/cases/" + std::string(overview.child.case_id.text()) + "/" + std::string(page);
}

std::string day_of(Instant instant) { return calendar::day_month_year(calendar::local_date(instant)); }

std::string in_words(consent::Answer answer) {
    switch (answer) {
        case consent::Answer::given: return "Agreed";
        case consent::Answer::refused: return "Did not agree";
        case consent::Answer::withdrawn: return "Took the agreement back";
        case consent::Answer::decided_to_go_ahead: return "Decided to go ahead";
        case consent::Answer::decided_not_to: return "Decided not to go ahead";
    }
    return {};
}

std::string in_words(consent::Route route) {
    switch (route) {
        case consent::Route::link: return "by their link";
        case consent::Route::paper: return "on paper";
        case consent::Route::telephone: return "on the telephone";
        case consent::Route::in_person: return "in person";
        case consent::Route::decision: return "decision";
    }
    return {};
}

h::Node standing_tag(consent::Standing standing) {
    switch (standing) {
        case consent::Standing::not_asked: return design::tag(design::TagKind::due, "Not asked");
        case consent::Standing::asked: return design::tag(design::TagKind::waiting, "Asked");
        case consent::Standing::given: return design::tag(design::TagKind::done, "Given");
        case consent::Standing::refused: return design::tag(design::TagKind::overdue, "Refused");
        case consent::Standing::in_dispute: return design::tag(design::TagKind::overdue, "In dispute");
        case consent::Standing::withdrawn: return design::tag(design::TagKind::overdue, "Withdrawn");
        case consent::Standing::expired: return design::tag(design::TagKind::overdue, "Expired");
    }
    return {};
}

std::string where_the_e_mail_is(Sent const& letter) {
    if (letter.printed_at)
        return "on paper, printed on " + day_of(*letter.printed_at) + " by " + letter.printed_by_name;
    if (!letter.e_mail) return "on paper, not printed yet";
    switch (*letter.e_mail) {
        case messages::State::waiting:
            return letter.fault.empty() ? "e-mail on its way" : "e-mail not delivered yet; it is tried again";
        case messages::State::sent: return "by e-mail";
        case messages::State::given_up:
            return "the e-mail could not be delivered. Print the letter, or check the address";
    }
    return {};
}

// The letter holds the parent's own link, so only who sends letters may open it.
h::Node letter_link(
    Abilities const& may, Sent const& letter, std::string_view text, std::string_view unseen = {}
) {
    if (!may.coordinates) return h::Node(text);
    return h::a(h::href("/letters/" + std::string(letter.id.text())), text, design::unseen(unseen));
}

h::Node asked_cell(Abilities const& may, Respondent const& one) {
    if (!one.last_letter) return h::Node(one.left_out ? "Not asked" : "Not asked yet");
    auto const& letter = *one.last_letter;
    auto const times = one.times_asked > 1 ? ", asked " + std::to_string(one.times_asked) + " times" : "";
    return h::group(
        day_of(letter.made_at) + times + ", " + where_the_e_mail_is(letter) + ". ",
        letter_link(may, letter, "The letter", " to " + one.contact.name)
    );
}

std::string to_what(consent::Received const& answer) {
    return answer.form ? " to " + std::string(as_said(*answer.form)) : std::string();
}

std::string its_end(consent::Received const& answer, Date today) {
    if (!answer.expires_on) return {};
    return (*answer.expires_on < today ? " Held until " : " Holds until ") +
           calendar::day_month_year(*answer.expires_on) + ".";
}

h::Node answer_cell(Respondent const& one, Date today) {
    if (!one.answer) return one.last_letter ? h::Node("No answer yet") : h::Node("–");
    auto const& answer = *one.answer;
    auto const words = [&]() -> h::Node { return design::small_print("“" + answer.reason + "”"); };
    return h::group(
        in_words(answer.answer) + to_what(answer) + " on " + calendar::day_month_year(answer.answered_on) +
            ", " + in_words(answer.route) + "." + its_end(answer, today),
        h::when(!answer.reason.empty(), words)
    );
}

h::Node person_cell(Respondent const& one) {
    std::vector<std::string> notes;
    if (!one.contact.relationship.empty()) notes.push_back(one.contact.relationship);
    if (!one.contact.language.empty() && one.contact.language != "en")
        notes.push_back("reads " + std::string(pupils::language_in_words(one.contact.language)));
    if (!one.contact.needs.empty()) notes.push_back("needs " + one.contact.needs);
    if (one.left_out) notes.push_back(letters::in_words(*one.left_out));
    return h::group(one.contact.name, design::small_print(text::joined(notes, " · ")));
}

bool is_open(Link const& link, Instant now) { return !link.revoked_at && now < link.expires_at; }

std::string link_in_words(std::optional<Link> const& link, Instant now) {
    if (!link) return "–";
    if (link->revoked_at && link->wrong_tries >= most_wrong_tries)
        return "Ended after five wrong dates of birth, on " + day_of(*link->revoked_at);
    if (link->revoked_at) return "Ended on " + day_of(*link->revoked_at);
    if (!is_open(*link, now)) return "Ran out on " + day_of(link->expires_at);
    return "Opens until " + day_of(link->expires_at);
}

h::Node contact_form(
    design::FormGuard const& guard, std::string const& path, Respondent const& one, h::Node const& inside
) {
    return h::form(
        h::css("inline-form"),
        h::method("post"),
        h::action(path),
        design::guard_fields(guard),
        design::hidden("contact", one.contact.id.text()),
        design::hidden("to", one.contact.id.text()),
        inside
    );
}

h::Node link_cell(design::FormGuard const& guard, ConsentPage const& page, Respondent const& one) {
    auto const end = [&]() -> h::Node {
        return contact_form(
            guard,
            path_of(page.overview, "consent/links/revocation"),
            one,
            h::button(
                h::css("govuk-button govuk-button--secondary"),
                h::type("submit"),
                "End link",
                design::unseen(" of " + one.contact.name)
            )
        );
    };
    auto const remind = [&]() -> h::Node {
        return contact_form(
            guard,
            path_of(page.overview, "letters"),
            one,
            h::group(
                design::hidden("as", "reminder"),
                h::button(
                    h::css("govuk-button govuk-button--secondary"),
                    h::type("submit"),
                    one.asked_anew || !one.answer ? "Send a reminder"
                    : one.to_renew                ? "Ask again"
                                                  : "Send a new link",
                    design::unseen(" to " + one.contact.name)
                )
            )
        );
    };
    bool const open = one.link && is_open(*one.link, page.now);
    // Who answered is not written to again; by their link they may still change their mind.
    bool const silent = !one.answer || !open || one.to_renew || one.asked_anew;
    bool const asked = one.last_letter.has_value() && page.overview.child.open && silent;
    auto const acts = [&]() -> h::Node {
        return h::div(h::css("link-acts"), h::when(asked, remind), h::when(open, end));
    };
    return h::group(
        link_in_words(one.link, page.now), h::when(page.may.coordinates && (asked || open), acts)
    );
}

h::Node respondents(design::FormGuard const& guard, ConsentPage const& page) {
    design::Table table{
        .caption = "Parents and carers",
        .columns = {{"Who"}, {"Asked"}, {"Answer"}, {"Link"}},
        .rows = {},
        .if_empty = "No parent or carer is on record."};
    for (auto const& one : page.overview.respondents)
        table.rows.push_back(
            {person_cell(one),
             asked_cell(page.may, one),
             answer_cell(one, page.today),
             link_cell(guard, page, one)}
        );
    return design::table(table);
}

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
            answers, {.name = "answered_on", .legend = "On which day?", .hint = "Such as 12 5 2026"}
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

bool has_agreed(Respondent const& one) { return one.answer && one.answer->answer == consent::Answer::given; }

h::Node record_an_answer(design::FormGuard const& guard, ConsentPage const& page, Answers const& answers) {
    auto const& overview = page.overview;
    // Where the letter was undone, an agreement of before may still be taken back.
    bool const may_come = overview.letter_stands || std::ranges::any_of(overview.respondents, has_agreed);
    if (!page.may.coordinates || !may_come || !overview.child.open) return {};
    bool const open = !answers.errors.empty() && !answers.typed.has("decision");
    return h::section(
        h::css("part"),
        design::details(
            "Record an answer",
            design::form(
                guard, path_of(page.overview, "consent/answers"), answer_fields(page.overview, answers)
            ),
            open
        )
    );
}

h::Node decision(design::FormGuard const& guard, ConsentPage const& page, Answers const& answers) {
    if (!page.may.decides || page.overview.standing != consent::Standing::in_dispute) return {};
    return h::section(
        h::css("part"),
        h::h2("Decide where parents differ"),
        h::p("One agrees and another does not. Weigh what is best for the child, and write the reason so "
             "that both "
             "could read it."),
        design::form(
            guard,
            path_of(page.overview, "consent/decision"),
            design::radios(
                answers,
                {.name = "decision",
                 .legend = "What is decided?",
                 .choices =
                     {{"go_ahead", "Go ahead, since one parent agrees"}, {"not_to", "Do not go ahead"}}}
            ),
            design::textarea(
                answers,
                {.name = "reason",
                 .label = "Why",
                 .rows = 4,
                 .most = 1000,
                 .keep = path_of(page.overview, "consent/decision")}
            ),
            design::button("Record the decision")
        )
    );
}

// After the step was undone: the answers stand, and the SENCo takes it again by them.
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
        design::post_button(guard, path_of(overview, "consent/noting"), "Note that consent is in force")
    );
}

h::Node history(Overview const& overview) {
    if (overview.history.empty()) return {};
    std::vector<design::TimelineEntry> entries;
    for (auto const& [received, by, recorded_by, came_late] : overview.history) {
        auto who = by.empty() ? recorded_by : by;
        auto what = in_words(received.answer) + to_what(received);
        if (received.by) what += ", " + in_words(received.route);
        if (!recorded_by.empty() && received.by) what += ". Recorded by " + recorded_by;
        if (!received.witness.empty()) what += "; heard by " + received.witness;
        if (received.expires_on) what += ". Until " + calendar::in_words(*received.expires_on);
        if (came_late) what += ". It came when a later answer stood already, so it changes nothing now";
        auto const words = received.reason.empty() ? h::Node{} : h::Node(received.reason);
        entries.push_back(
            {calendar::in_words(received.answered_on), std::move(who), h::Node(what + "."), words}
        );
    }
    return h::section(h::css("part"), h::h2("Answers and decisions"), design::timeline(entries));
}

h::Node letters_sent(Abilities const& may, Overview const& overview) {
    if (overview.letters.empty()) return {};
    std::vector<design::TimelineEntry> entries;
    for (auto const& letter : overview.letters) {
        auto const to = std::ranges::find(overview.respondents, letter.contact, [](Respondent const& one) {
            return one.contact.id;
        });
        auto const name =
            to == overview.respondents.end() ? std::string("a parent or carer") : to->contact.name;
        entries.push_back(
            {calendar::in_words(calendar::local_date(letter.made_at)),
             letter.made_by_name,
             h::group(
                 letter_link(may, letter, "Letter to " + name), ", " + where_the_e_mail_is(letter) + "."
             )}
        );
    }
    return h::section(h::css("part"), h::h2("Letters as sent"), design::timeline(entries));
}

// A letter on paper without an answer, of which nobody has said yet that it was printed.
bool is_to_print(Respondent const& one) {
    if (!one.last_letter || (one.answer && !one.asked_anew) || one.last_letter->printed_at) return false;
    return !one.last_letter->e_mail || *one.last_letter->e_mail == messages::State::given_up;
}

h::Node letter_to_print(design::FormGuard const& guard, Respondent const& one) {
    auto const path = "/letters/" + std::string(one.last_letter->id.text());
    return h::div(
        h::css("link-acts"),
        design::link_button("Print the letter to " + one.contact.name, path),
        design::post_button(guard, path + "/printing", "Printed and handed over")
    );
}

h::Node letters_to_print(design::FormGuard const& guard, ConsentPage const& page) {
    if (!page.may.coordinates || !page.overview.child.open) return {};
    std::vector<h::Node> lines;
    for (auto const& one : page.overview.respondents)
        if (is_to_print(one)) lines.push_back(letter_to_print(guard, one));
    if (lines.empty()) return {};
    auto const count = text::counted(static_cast<long>(lines.size()), "letter", "letters");
    return design::notice(count + " to print", h::div(lines));
}

bool waits_for_an_answer(Respondent const& one) { return one.last_letter && (!one.answer || one.asked_anew); }
bool may_still_be_asked(Respondent const& one) {
    return !one.last_letter && !one.answer && !one.left_out && one.contact.responsibility;
}

// The ways on from a no.
h::Node after_a_no(ConsentPage const& page) {
    auto const& overview = page.overview;
    bool const no =
        overview.standing == consent::Standing::refused || overview.standing == consent::Standing::withdrawn;
    if (!no || !page.may.coordinates || !overview.child.open) return {};
    auto const ask = [&]() -> h::Node {
        return design::secondary_link_button("Ask another parent or carer", path_of(overview, "letters"));
    };
    return design::button_row(
        design::link_button("Offer something else or close", path_of(overview, "closing")),
        h::when(std::ranges::any_of(overview.respondents, may_still_be_asked), ask)
    );
}

h::Node to_do_now(ConsentPage const& page) {
    auto const& overview = page.overview;
    if (!page.may.coordinates || !overview.child.open) return {};
    auto const path = path_of(overview, "letters");
    if (!overview.letter_stands) return design::link_button("Send letters", path);
    auto const to_ask_again = [](Respondent const& one) { return one.to_renew && !one.asked_anew; };
    if (std::ranges::any_of(overview.respondents, to_ask_again))
        return design::link_button("Ask again", path);
    if (std::ranges::none_of(overview.respondents, waits_for_an_answer)) return {};
    return design::secondary_link_button("Choose who is reminded", path);
}

}  // namespace

design::Page consent(design::FormGuard const& guard, ConsentPage const& page, Answers const& answers) {
    return {
        .title = "Consent: " + page.overview.child.forename,
        .back = {page.overview.child.forename, "/pupils/" + std::string(page.overview.child.pupil.text())},
        .layout = design::Layout::wide,
        .main = h::group(
            design::error_summary(answers.errors),
            page.pupil,
            design::heading("Consent"),
            h::p(standing_tag(page.overview.standing), " ", page.sentence.stands),
            h::p("Next: ", page.sentence.next),
            letters_to_print(guard, page),
            after_a_no(page),
            decision(guard, page, answers),
            noting(guard, page),
            h::div(h::css("part"), respondents(guard, page), to_do_now(page)),
            record_an_answer(guard, page, answers),
            history(page.overview),
            letters_sent(page.may, page.overview),
            safeguarding::pages::link_for(page.overview.child.pupil)
        )};
}

}  // namespace letters::pages
