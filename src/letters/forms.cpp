#include "letters/forms.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "http/read_form.hpp"
#include "letters/placeholders.hpp"

namespace letters::forms {
namespace {

constexpr std::size_t most_of_title = 120;
constexpr std::size_t most_of_letter = 8000;
constexpr std::size_t most_of_reason = 1000;
// Longer than any word or address of a page; laying out one of 7,900 letters took 2 s.
constexpr int most_of_a_word = 200;

void check_placeholders(http::FormReader& form, std::string_view field, std::string const& words) {
    auto const unknown = unknown_placeholders(words);
    if (unknown.empty()) return;
    form.add_error(
        field,
        text::listed(unknown) + (unknown.size() == 1 ? " is" : " are") +
            " not among the words that Withy fills in. Use one from the list, or take the square brackets "
            "away"
    );
}

// Scripts that write without spaces stand above the two bytes of UTF-8, and can be broken anywhere.
bool has_an_endless_word(std::string_view words) {
    constexpr unsigned char first_of_three_bytes = 0xE0;
    constexpr unsigned char first_of_a_letter = 0xC0;
    constexpr unsigned char ascii = 0x80;
    int letters = 0;
    for (unsigned char const byte : words) {
        if (byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte >= first_of_three_bytes)
            letters = 0;
        else if (byte < ascii || byte >= first_of_a_letter)
            ++letters;
        if (letters > most_of_a_word) return true;
    }
    return false;
}

Date day_of_answer(http::FormReader& form, std::optional<Date> first_asked_on, Date today) {
    auto limits = http::within_the_last(1, today);
    if (first_asked_on) limits.earliest = std::min(limits.earliest, *first_asked_on);
    auto const faults_before = form.errors().size();
    auto const day = form.date("answered_on", "Enter the day of the answer, such as 12 5 2026", limits);
    bool const is_day = form.errors().size() == faults_before;
    if (is_day && first_asked_on && day < *first_asked_on)
        form.add_error(
            "answered_on",
            "The letter went on " + calendar::in_words(*first_asked_on) +
                ", and an answer to it can't be older. Enter that day or a later one"
        );
    return day;
}

bool was_written_to_meanwhile(Fields const& typed, Addressee const& addressee) {
    return addressee.last &&
           typed.value(last_letter_field(addressee.contact.id)) != addressee.last->id.text();
}

// Letters that were made in one go.
struct MadeTogether {
    std::string by;
    Instant at;
    std::vector<std::string> to;
};

std::vector<MadeTogether> made_together(std::vector<Addressee const*> const& written_to) {
    std::vector<MadeTogether> all;
    for (auto const* const one : written_to) {
        auto const& letter = *one->last;
        auto const found = std::ranges::find_if(all, [&](MadeTogether const& made) {
            return made.by == letter.made_by_name && made.at == letter.made_at;
        });
        if (found != all.end())
            found->to.push_back(one->contact.name);
        else
            all.push_back({letter.made_by_name, letter.made_at, {one->contact.name}});
    }
    return all;
}

std::string when(Instant instant, Date today) {
    auto const day = calendar::local_date(instant);
    return (day == today ? "" : "on " + calendar::in_words(day) + " ") + "at " +
           calendar::local_time(instant);
}

// "Letters to Amy Ward and Sam Ward were made at 10:04 by Priya Nair. Look at them before writing again"
std::string that_letters_were_made(std::vector<Addressee const*> const& written_to, Date today) {
    std::string said;
    for (auto const& made : made_together(written_to))
        said += (made.to.size() == 1 ? "A letter to " : "Letters to ") + text::listed(made.to) +
                (made.to.size() == 1 ? " was made " : " were made ") + when(made.at, today) + " by " +
                made.by + ". ";
    return said + "Look at " + (written_to.size() == 1 ? "it" : "them") + " before writing again";
}

}  // namespace

std::string reason_field(ContactId const& contact) { return "reason-" + std::string(contact.text()); }

Expected<Template, FormErrors> read_template(Fields const& typed) {
    http::FormReader form(typed);
    Template changed;
    changed.title = form.text("title", "Enter the letter’s title", most_of_title);
    changed.words = form.text("words", "Enter the letter’s words", most_of_letter);
    changed.version = static_cast<int>(form.number_if_any("version", 0, 1'000'000).value_or(0));
    check_placeholders(form, "title", changed.title);
    check_placeholders(form, "words", changed.words);
    if (has_an_endless_word(changed.words))
        form.add_error(
            "words",
            "One word is longer than " + std::to_string(most_of_a_word) + " letters. Put spaces into it"
        );
    if (!changed.words.empty() && text::ascii_lower(changed.words).find("[link]") == std::string::npos)
        form.add_error("words", "Put [link] into the letter, so that parents can answer by phone");
    if (!changed.words.empty() && text::ascii_lower(changed.words).find("[programme]") == std::string::npos)
        form.add_error(
            "words",
            "Put [programme] into the letter, so that parents know which form of support they agree to"
        );
    if (!form.errors().empty()) return refuse(form.errors());
    return changed;
}

Expected<Answering, FormErrors> read_answer(
    Fields const& typed, std::optional<Date> first_asked_on, bool asked_about_both, Date today
) {
    http::FormReader form(typed);
    Answering answering;
    answering.contact = form.id<ContactId>("contact", "Choose who answered");
    answering.answer = form.choice<consent::Answer>("answer", "Choose what they said");
    answering.about_both = asked_about_both && form.text_if_any("form", 20) == "both";
    if (asked_about_both && !answering.about_both && answering.answer != consent::Answer::withdrawn)
        answering.form = form.choice<consent::Form>(
            "form", "Choose what they answer about, as the slip or the parent says"
        );
    answering.route = form.choice<consent::Route>("route", "Choose how the answer came");
    answering.answered_on = day_of_answer(form, first_asked_on, today);
    answering.until = form.date_if_any("until", http::around(1, 5, today));
    if (answering.until && *answering.until < answering.answered_on)
        form.add_error("until", "Their yes would end before they gave it. Change one of the days");
    answering.witness = form.text_if_any("witness", 200);
    answering.words = form.text_if_any("words", most_of_reason);
    answering.knowingly = form.ticked("knowingly");
    bool const parents = answering.answer != consent::Answer::decided_to_go_ahead &&
                         answering.answer != consent::Answer::decided_not_to;
    if (!parents) form.add_error("answer", "Choose what they said");
    if (answering.route == consent::Route::link || answering.route == consent::Route::decision) {
        if (typed.has("route")) form.add_error("route", "Choose how the answer came");
    }
    if (answering.route == consent::Route::telephone && answering.witness.empty())
        form.add_error("witness", "Enter who else heard the answer on the telephone");
    if (!form.errors().empty()) return refuse(form.errors());
    return answering;
}

Shown read_shown(Fields const& typed) {
    http::FormReader form(typed);
    return {
        .last_answer = static_cast<int>(form.number_if_any("last_answer", 0, 1'000'000).value_or(0)),
        .to_decide = std::string(typed.value("to_decide"))};
}

Expected<Decision, FormErrors> read_decision(Fields const& typed) {
    http::FormReader form(typed);
    auto const answer = typed.value("decision");
    if (answer != "go_ahead" && answer != "not_to") form.add_error("decision", "Choose what is decided");
    Decision decision{answer == "go_ahead", form.text("reason", "Enter the reason", most_of_reason)};
    if (!form.errors().empty()) return refuse(form.errors());
    return decision;
}

Fields without_whom_a_letter_went_to(Fields const& typed, std::vector<Addressee> const& addressees) {
    auto const is_ticked_no_more = [&](std::string const& name, std::string const& value) {
        return name == "to" && std::ranges::any_of(addressees, [&](Addressee const& addressee) {
                   return addressee.contact.id.text() == value && was_written_to_meanwhile(typed, addressee);
               });
    };
    Fields kept;
    for (auto const& [name, value] : typed.entries())
        if (!is_ticked_no_more(name, value)) kept.add(name, value);
    return kept;
}

Expected<Chosen, FormErrors> read_chosen(
    Fields const& typed, std::vector<Addressee> const& addressees, Date today
) {
    http::FormReader form(typed);
    auto const ticked = form.ids<ContactId>("to");
    bool const reminder = typed.value("as") == "reminder";  // to one person, from the consent page
    Chosen chosen;
    std::vector<Addressee const*> written_to;
    for (auto const& addressee : addressees) {
        auto const& id = addressee.contact.id;
        bool const asked = std::ranges::find(ticked, id) != ticked.end();
        bool const suggested = !addressee.left_out;
        bool const settled = addressee.last || addressee.answered;
        if (asked) chosen.contacts.push_back(id);
        if (asked && was_written_to_meanwhile(typed, addressee)) written_to.push_back(&addressee);
        if (asked == suggested || (!asked && (settled || reminder))) {
            // Nobody needs it, and a book pasted by mistake is still said to be one.
            form.text_if_any(reason_field(id), most_of_reason);
            continue;
        }
        auto const absent = asked ? "Enter why " + addressee.contact.name + " is asked all the same"
                                  : "Enter why " + addressee.contact.name + " is not asked";
        chosen.choices.push_back({id, asked, form.text(reason_field(id), absent, most_of_reason)});
    }
    if (!written_to.empty()) form.add_error("to", that_letters_were_made(written_to, today));
    if (chosen.contacts.empty()) form.add_error("to", "Choose at least one parent or carer to write to");
    if (!form.errors().empty()) return refuse(form.errors());
    return chosen;
}

}  // namespace letters::forms
