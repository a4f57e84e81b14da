#include "letters/overview.hpp"

#include "base/text.hpp"

namespace letters {
namespace {

std::string asked_when(Overview const& overview, Date today) {
    if (!overview.first_asked_on) return {};
    auto const days = today - *overview.first_asked_on;
    auto const first = "Asked on " + calendar::in_words(*overview.first_asked_on);
    auto const ago = days == 0 ? std::string(", today") : ", " + text::counted(days, "day", "days") + " ago";
    if (overview.last_asked_on == overview.first_asked_on) return first + ago + ".";
    return first + ago + "; last reminded on " + calendar::in_words(*overview.last_asked_on) + ".";
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

}  // namespace

Sentence sentence_of(Overview const& overview, Date today) {
    switch (overview.standing) {
        case consent::Standing::not_asked:
            return {"Nobody has been asked yet, so support can't start.", "The SENCo sends the letters."};
        case consent::Standing::asked:
            return {
                "Consent has not been given, so sessions can't start. " + asked_when(overview, today),
                "A parent or carer answers. The SENCo can send a reminder, or record an answer that came "
                "another "
                "way."};
        case consent::Standing::given:
            if (overview.has_place && overview.agreed_to_the_other)
                return {
                    std::string(consent::that_the_yes_is_to_the_other(*overview.placed_in)) +
                        ", so no session can be held.",
                    "The SENCo writes to the parents about " + std::string(as_said(*overview.placed_in)) +
                        " again, or ends the place and finds one in the other form of support."};
            if (overview.awaits_yes_to && !overview.has_place)
                return {
                    "What was agreed to is the other form of support, and nobody has agreed to " +
                        std::string(as_said(*overview.awaits_yes_to)) + " yet. " +
                        asked_when(overview, today),
                    "A parent or carer answers the latest letter. The SENCo can send a reminder, or write "
                    "about the other form again."};
            return {
                "Consent is in force, so sessions may be held." + holds_until(overview),
                overview.has_place        ? "Sessions go on as planned."
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
                "Consent was withdrawn, so no session can be held. What is on record stays.",
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
