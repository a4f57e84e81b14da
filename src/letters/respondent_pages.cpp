#include "letters/respondent_pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/form.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "letters/recording.hpp"
#include "pupils/address_change_pages.hpp"
#include "pupils/languages.hpp"

namespace letters::pages {
namespace {

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

// A sheet is mostly printed on the day on which it is made.
std::string printed_in_words(Sent const& letter) {
    auto const day = day_of(*letter.printed_at);
    auto const when = day == day_of(letter.made_at) ? std::string("that day") : "on " + day;
    return "on paper, printed " + when + " by " + letter.printed_by_name;
}

std::string where_the_e_mail_is(Sent const& letter) {
    if (letter.printed_at) return printed_in_words(letter);
    if (!letter.e_mail) return letter.answered ? "on paper" : "on paper, not printed yet";
    switch (*letter.e_mail) {
        case messages::State::waiting:
            return letter.fault.empty() ? "e-mail on its way" : "e-mail not delivered yet; it is tried again";
        case messages::State::sent: return "by e-mail";
        case messages::State::given_up:
            return letter.answered ? "the e-mail could not be delivered"
                                   : "the e-mail could not be delivered. Print the letter, or check the "
                                     "address";
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

std::string times_asked(Respondent const& one) {
    auto const times = one.letters_gone == 1 ? "once" : std::to_string(one.letters_gone) + " times";
    if (one.to_print) return one.letters_gone > 0 ? ", asked " + times + " before" : "";
    return one.letters_gone > 1 ? ", asked " + times : "";
}

h::Node asked_cell(Abilities const& may, Respondent const& one) {
    if (!one.last_letter) return h::Node(one.left_out ? "Not asked" : "Not asked yet");
    auto const& letter = *one.last_letter;
    auto const way = letter.printed_at ? std::string("on paper") : where_the_e_mail_is(letter);
    return h::group(
        (one.to_print ? "Letter made on " : "") + day_of(letter.made_at) + times_asked(one) + ", " + way +
            ". ",
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

bool counts(consent::Received const& answer) {
    return answer.answer != consent::Answer::given || answer.has_a_say;
}

h::Node in_words_with_its_end(consent::Received const& answer, Date today) {
    auto const words = [&]() -> h::Node {
        return design::small_print(design::as_written("“" + answer.reason + "”"));
    };
    return h::group(
        in_words(answer.answer) + to_what(answer) + " on " + calendar::day_month_year(answer.answered_on) +
            ", " + in_words(answer.route) + "." + its_end(answer, today) +
            (counts(answer) ? "" : " It counts no more."),
        h::when(!answer.reason.empty(), words)
    );
}

// What came on paper or by word of mouth is recorded beside who was asked.
h::Node no_answer_yet(ConsentPage const& page, Respondent const& one) {
    if (!one.last_letter) return h::Node("–");
    auto const& overview = page.overview;
    if (!page.may.coordinates || !overview.child.open || !overview.letter_stands)
        return h::Node("No answer yet");
    return h::group(
        "No answer yet. ",
        h::a(
            h::href(path_to_record(overview.child.case_id, one.contact.id)),
            "Record it",
            design::unseen(": what " + one.contact.name + " says")
        )
    );
}

h::Node answer_cell(ConsentPage const& page, Respondent const& one) {
    auto const today = page.today;
    if (!one.answer) return h::div(no_answer_yet(page, one));
    if (!one.answer_about_the_other) return h::div(in_words_with_its_end(*one.answer, today));
    return h::div(
        h::div(in_words_with_its_end(*one.answer, today)),
        h::div(in_words_with_its_end(*one.answer_about_the_other, today))
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

// An answer on paper or by word of mouth may come to the record days after it was given.
std::string later(consent::Received const& received) {
    auto const recorded_on = calendar::local_date(received.received_at);
    return recorded_on == received.answered_on ? "" : "on " + calendar::in_words(recorded_on) + " ";
}

bool is_open(Link const& link, Instant now) { return !link.revoked_at && now < link.expires_at; }

std::string link_in_words(std::optional<Link> const& link, Instant now) {
    if (!link) return "–";
    if (link->revoked_at && link->wrong_tries >= most_wrong_tries)
        return "Ended after " + std::to_string(most_wrong_tries) + " wrong dates of birth, on " +
               day_of(*link->revoked_at);
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
        design::hidden("to", one.contact.id.text()),
        inside
    );
}

h::Node link_cell(design::FormGuard const& guard, ConsentPage const& page, Respondent const& one) {
    auto const id = std::string(one.contact.id.text());
    auto const end = [&]() -> h::Node {
        return h::a(
            h::css("govuk-button govuk-button--secondary"),
            h::href(path_of(page.overview, "consent/links/" + id + "/revocation")),
            "End link",
            design::unseen(" of " + one.contact.name)
        );
    };
    auto const remind = [&]() -> h::Node {
        return contact_form(
            guard,
            path_of(page.overview, "letters"),
            one,
            h::group(
                design::hidden("as", "reminder"),
                design::hidden(last_letter_field(one.contact.id), one.last_letter->id.text()),
                h::button(
                    h::css("govuk-button govuk-button--secondary"),
                    h::type("submit"),
                    one.to_print                    ? "Send a new link"
                    : one.asked_anew || !one.answer ? "Send a reminder"
                    : one.to_renew                  ? "Ask again"
                                                    : "Send a new link",
                    design::unseen(" to " + one.contact.name)
                )
            )
        );
    };
    bool const open = one.link && is_open(*one.link, page.now);
    // Who answered is not written to again; by their link they may still change their mind.
    bool const silent = !one.answer || !open || one.to_renew || one.asked_anew;
    bool const may_be_asked = !one.left_out || one.link;
    bool const asked = one.last_letter.has_value() && page.overview.child.open && silent && may_be_asked;
    bool const may_be_reminded = asked && !(open && one.to_hand_over);
    auto const acts = [&]() -> h::Node {
        return h::div(h::css("link-acts"), h::when(may_be_reminded, remind), h::when(open, end));
    };
    return h::div(
        link_in_words(one.link, page.now), h::when(page.may.coordinates && (may_be_reminded || open), acts)
    );
}

design::TimelineEntry entry_of(NamedAnswer const& answer) {
    auto const& received = answer.received;
    auto const& by = answer.by_name;
    auto const& recorded_by = answer.recorded_by;
    auto who = by.empty() ? recorded_by : by;
    auto what = in_words(received.answer) + to_what(received);
    if (received.by) what += ", " + in_words(received.route);
    if (!recorded_by.empty() && received.by) what += ". Recorded " + later(received) + "by " + recorded_by;
    if (!received.witness.empty()) what += "; heard by " + received.witness;
    if (received.expires_on) what += ". Until " + calendar::in_words(*received.expires_on);
    if (answer.came_late) what += ". It came when a later answer stood already, so it changes nothing now";
    return {
        calendar::in_words(received.answered_on),
        std::move(who),
        h::Node(what + "."),
        design::as_written(received.reason)};
}

// What stands now is said above; how it came to stand is for whoever asks.
h::Node folded(std::string const& words, std::vector<design::TimelineEntry> const& entries) {
    return design::details(words + " (" + std::to_string(entries.size()) + ")", design::timeline(entries));
}

}  // namespace

h::Node respondents(design::FormGuard const& guard, ConsentPage const& page) {
    design::Table table{
        .caption = "Parents and carers",
        .columns = {{"Who"}, {"Asked"}, {"Answer"}, {"Link"}},
        .rows = {},
        .if_empty = "No parent or carer is on record."};
    // Every cell but the first is one box, for a narrow screen sets the parts of a cell side by side.
    for (auto const& one : page.overview.respondents)
        table.rows.push_back(
            {person_cell(one),
             h::div(
                 asked_cell(page.may, one),
                 pupils::pages::changed_address(page.address_changes, one.contact.id)
             ),
             answer_cell(page, one),
             link_cell(guard, page, one)}
        );
    return design::table(table);
}

h::Node history(Overview const& overview) {
    if (overview.history.empty()) return {};
    std::vector<design::TimelineEntry> entries;
    for (auto const& one : overview.history) entries.push_back(entry_of(one));
    return folded("All answers and decisions", entries);
}

h::Node history_after(Overview const& overview, int number) {
    std::vector<design::TimelineEntry> entries;
    for (auto const& one : overview.history)
        if (one.received.number > number) entries.push_back(entry_of(one));
    return design::timeline(entries);
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
    return folded("All letters as sent", entries);
}

}  // namespace letters::pages
