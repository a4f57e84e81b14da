#include "letters/overview.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace letters {
namespace {

std::vector<std::string> whose_letters_wait(Overview const& overview) {
    std::vector<std::string> names;
    for (auto const& one : overview.respondents)
        if (one.to_print) names.push_back(one.contact.name);
    return names;
}

// " The letter to Amy Ward is made and is to be printed."
std::string that_letters_wait(Overview const& overview) {
    auto const names = whose_letters_wait(overview);
    if (names.empty()) return {};
    bool const one = names.size() == 1;
    return (one ? " The letter to " : " The letters to ") + text::listed(names) +
           (one ? " is made and is to be printed." : " are made and are to be printed.");
}

std::string asked_when(Overview const& overview, Date today) {
    auto const waiting = that_letters_wait(overview);
    if (!overview.first_letter_went_on) return waiting;
    auto const days = today - *overview.first_letter_went_on;
    auto const first = " Asked on " + calendar::in_words(*overview.first_letter_went_on);
    auto const ago = days == 0 ? std::string(", today") : ", " + text::counted(days, "day", "days") + " ago";
    if (!overview.last_reminded_on || overview.last_reminded_on == overview.first_letter_went_on)
        return first + ago + "." + waiting;
    return first + ago + "; last reminded on " + calendar::in_words(*overview.last_reminded_on) + "." +
           waiting;
}

std::string who_answers_next(Overview const& overview) {
    auto const waiting = whose_letters_wait(overview);
    if (!overview.first_letter_went_on && !waiting.empty())
        return "The SENCo prints the " + std::string(waiting.size() == 1 ? "letter" : "letters") +
               ", and says so here once " + (waiting.size() == 1 ? "it is" : "they are") +
               " handed over. Then a parent or carer answers.";
    return "A parent or carer answers. The SENCo can send a reminder, or record an answer that came another "
           "way.";
}

std::string holds_until(Overview const& overview) {
    if (!overview.holds_until) return {};
    return " It holds until " + calendar::in_words(*overview.holds_until) + ".";
}

std::string who_and_why(WithoutASay const& one) {
    if (!one.reason) return one.name;
    switch (*one.reason) {
        case LeftOut::no_responsibility: return one.name + ", who no longer holds parental responsibility";
        case LeftOut::restricted: return one.name + ", whom a court order keeps from contact";
    }
    return one.name;
}

Sentence that_it_came_from_nobody_with_a_say(Overview const& overview) {
    std::vector<std::string> came_from;
    for (auto const& one : overview.without_a_say) came_from.push_back(who_and_why(one));
    std::vector<std::string> to_ask;
    for (auto const& one : overview.respondents)
        if (!one.left_out) to_ask.push_back(one.contact.name);
    return {
        "Consent came from " + text::joined(came_from, "; and from ") + ". So no session can be held.",
        to_ask.empty() ? "Nobody on record may be asked. The office adds who holds parental responsibility."
                       : "The SENCo asks " + text::listed(to_ask) +
                             " by letter. Sessions can be held from the day on which one of them agrees."};
}

std::string on(std::optional<Date> day) { return day ? " on " + calendar::in_words(*day) : ""; }

std::string where_it_stands(FormStands const& one) {
    switch (one.standing) {
        case consent::Standing::not_asked:
        case consent::Standing::asked:
            if (!one.last_asked_on) return "the letter is made and is to be printed";
            return "asked" + on(one.last_asked_on) + ", and nobody has answered yet";
        case consent::Standing::given:
            return "consent is in force" +
                   (one.holds_until ? " until " + calendar::in_words(*one.holds_until) : std::string());
        case consent::Standing::refused: return "consent was refused";
        case consent::Standing::in_dispute: return "one agrees and another does not, so it is to be decided";
        case consent::Standing::withdrawn: return "consent was withdrawn";
        case consent::Standing::expired:
            return "consent counts no more, and a parent or carer is to be asked again";
    }
    return {};
}

std::string name_of(TakenBack::By const& one) { return one.name; }

bool on_one_day(std::vector<TakenBack::By> const& by) {
    return std::ranges::all_of(by, [&](auto const& one) { return one.on == by.front().on; });
}

// Each with their own day, where they said so on different days.
std::string who_withdrew(std::vector<TakenBack::By> const& by) {
    if (!on_one_day(by)) {
        std::vector<std::string> each;
        for (auto const& one : by) each.push_back(one.name + on(one.on));
        return text::listed(each) + " withdrew consent";
    }
    std::vector<std::string> names(by.size());
    std::ranges::transform(by, names.begin(), name_of);
    return text::listed(names) + " withdrew consent" + on(by.front().on);
}

// " 1 session was held after this day."
std::string that_sessions_were_held(TakenBack const& taken_back) {
    if (taken_back.held_after == 0) return {};
    auto const held = text::counted(taken_back.held_after, "session was", "sessions were") + " held after ";
    if (on_one_day(taken_back.by)) return " " + held + "this day.";
    auto const first = std::ranges::min_element(taken_back.by, {}, &TakenBack::By::on);
    return " " + held + calendar::weekday_day_month(first->on) + ".";
}

}  // namespace

std::string sentence_of(TakenBack const& taken_back, std::string_view so) {
    if (taken_back.by.empty()) return "Consent was withdrawn" + std::string(so);
    std::vector<std::string> yeses;
    for (auto const& name : taken_back.still_agree) yeses.push_back(name + "'s");
    auto const stands = yeses.empty() ? std::string() : " " + text::listed(yeses) + " yes stands.";
    return who_withdrew(taken_back.by) + std::string(so) + that_sessions_were_held(taken_back) + stands;
}

std::string sentence_of(FormStands const& one) {
    if (one.standing == consent::Standing::withdrawn)
        return std::string(in_words(one.form)) + ": " + sentence_of(one.taken_back, ".");
    return std::string(in_words(one.form)) + ": " + where_it_stands(one) + ".";
}

Sentence sentence_of(Overview const& overview, Date today) {
    switch (overview.standing) {
        case consent::Standing::not_asked:
            return {"Nobody has been asked yet, so support can't start.", "The SENCo sends the letters."};
        case consent::Standing::asked:
            return {
                "Consent has not been given, so sessions can't start." + asked_when(overview, today),
                who_answers_next(overview)};
        case consent::Standing::given:
            if (overview.awaits_yes_to && !overview.has_place)
                return {
                    "Consent to the other form of support is in force, and nobody has answered about " +
                        std::string(as_said(*overview.awaits_yes_to)) + " yet." + asked_when(overview, today),
                    "A parent or carer answers the latest letter. The SENCo can send a reminder, or give the "
                    "child a place in the form of support that was agreed to."};
            return {
                "Consent is in force, so sessions may be held." + holds_until(overview),
                overview.has_place        ? "Sessions go on as planned."
                : overview.programme_over ? "The programme is over, so consent is not needed for now."
                : overview.had_place ? "The SENCo gives the child another place in a programme, or closes "
                                       "the case."
                : overview.consent_stands ? "The SENCo gives the child a place in a programme."
                                          : "The SENCo looks at the answers again, and notes that consent "
                                            "is in force or records another answer."};
        case consent::Standing::refused:
            return {
                "Consent was refused, so no session can be held.",
                "The SENCo offers something else, or closes the case. A parent or carer can still change "
                "their mind."};
        case consent::Standing::in_dispute:
            return {
                "One agrees and another does not, so no session can be held until it is decided.",
                "The SENCo or the headteacher decides, with a reason."};
        case consent::Standing::withdrawn:
            return {
                sentence_of(
                    overview.taken_back,
                    overview.had_place ? "; support has stopped." : "; no session can be held."
                ) + " What is on record stays.",
                "The SENCo speaks with the family, offers something else, or closes the case."};
        case consent::Standing::expired:
            if (!overview.without_a_say.empty()) return that_it_came_from_nobody_with_a_say(overview);
            return {
                "Consent has expired, so no session can be held. It held until " +
                    calendar::in_words(*overview.holds_until) + ".",
                "The SENCo asks again by letter. Sessions can be held from the day on which a parent or "
                "carer "
                "agrees anew."};
    }
    return {};
}

}  // namespace letters
