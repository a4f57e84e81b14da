#include "sharing/sharing.hpp"

#include <algorithm>

namespace sharing {

AnotherFields another_fields(int number) {
    auto const nth = number == 1 ? std::string() : std::to_string(number);
    return {"another" + nth, "another_all" + nth, "another_until" + nth, "another_all_until" + nth};
}

std::string door_field(Zone zone, AskedAbout const& about) {
    return std::string(word(zone)) + "-" + about.key();
}

std::string until_field(Zone zone, AskedAbout const& about) { return "until-" + door_field(zone, about); }

std::string_view in_words(Outcome outcome) {
    switch (outcome) {
        case Outcome::closes: return "It closes to them";
        case Outcome::changes: return "It stays open to them, and something changes";
        case Outcome::stays: return "It stays open to them";
    }
    return {};
}

std::string_view in_words(Moment moment) {
    switch (moment) {
        case Moment::start: return "Support has started: the child decides who may know.";
        case Moment::fourth_session: return "Four sessions were held: the child may see it otherwise now.";
        case Moment::class_: return "Somebody else is the child's class teacher now.";
        case Moment::deliverer: return "Somebody else supports the child now.";
        case Moment::day_over: return "A day that the child named is over: a door has closed again.";
    }
    return {};
}

std::string in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::case_closed: return "The case is closed, and what was agreed ended with it";
        case Refusal::no_such_objection:
            return "The child has been asked again since. Look at what they say now";
        case Refusal::cannot_close:
            return "It can't close to them: the policy gives them a duty to this child. Choose what changes "
                   "instead, or why it stays";
        case Refusal::already_shared: return "It is shared with them already. End that first";
        case Refusal::not_of_this_school: return "Choose somebody who works here";
        case Refusal::opens_to_themselves:
            return "You can't open to yourself what was said in confidence. Let who supports the child ask "
                   "about you";
    }
    return {};
}

std::string_view to_the_child(Role role) {
    switch (role) {
        case Role::class_teacher:
            return "your class teacher now, and whoever is your class teacher after them";
        case Role::senco:
            return "who looks after all the support in our school now, and whoever does it after them";
        case Role::headteacher: return "the headteacher now, and whoever is the headteacher after them";
        case Role::support_staff:
        case Role::nurture_assistant:
        case Role::safeguarding_lead:
        case Role::administrator:
        case Role::governor: break;
    }
    return {};
}

std::string_view to_the_child(Circle circle) {
    switch (circle) {
        case Circle::support: return "Everybody who does sessions with you";
        case Circle::concern: return "Everybody who asked for help for you";
    }
    return {};
}

std::string_view in_a_sentence(Role role) {
    if (role == Role::senco) return "SENCo";
    return role == Role::headteacher ? "headteacher" : "class teacher";
}

std::string_view in_words(Circle circle) {
    switch (circle) {
        case Circle::support: return "Everybody who holds the child's sessions";
        case Circle::concern: return "Everybody who raised a concern";
    }
    return {};
}

std::vector<Zone> zones_asked(AskedAbout const& about) {
    if (about.circle == Circle::support) return {Zone::confidence};
    if (about.opens_to_asker) return {Zone::progress};
    return {Zone::progress, Zone::confidence};
}

std::vector<AskedAbout> circles_beside(std::vector<AskedAbout> const& about) {
    std::vector<AskedAbout> beside;
    for (auto const circle : all_of<Circle>())
        if (std::ranges::find(about, std::optional(circle), &AskedAbout::circle) == about.end())
            beside.push_back(
                {.role = {}, .staff = {}, .name = std::string(in_words(circle)), .circle = circle}
            );
    return beside;
}

std::optional<LastWord> last_word_on(
    AskedAbout const& about, Zone zone, std::vector<LastWord> const& last_words
) {
    auto const is_of_them = [&](LastWord const& said) {
        return said.role == about.role && said.staff == about.staff && said.circle == about.circle;
    };
    auto const is_it = [&](LastWord const& said) { return said.zone == zone && is_of_them(said); };
    auto const found = std::ranges::find_if(last_words, is_it);
    if (found != last_words.end()) return *found;
    if (about.role || std::ranges::none_of(last_words, is_of_them)) return std::nullopt;
    return LastWord{
        .zone = zone, .role = {}, .staff = about.staff, .circle = about.circle, .yes = false, .until_on = {}};
}

std::optional<Date> until_of(
    bool yes, std::optional<Date> const& own, std::optional<Date> const& of_the_asking
) {
    if (!yes) return std::nullopt;
    return own ? own : of_the_asking;
}

std::string sharing_path(CaseId const& the_case) {
    return "/cases/" + std::string(the_case.text()) + "/sharing";
}

std::string asking_path(CaseId const& the_case) { return sharing_path(the_case) + "/asking"; }

}  // namespace sharing
