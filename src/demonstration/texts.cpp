#include "demonstration/texts.hpp"

#include "demonstration/concern_texts.hpp"
#include "demonstration/later_texts.hpp"
#include "demonstration/session_texts.hpp"

namespace demonstration {

std::string_view area_of(Topic topic) {
    switch (topic) {
        case Topic::friendships: return "Friendships";
        case Topic::self_esteem: return "Self-esteem";
        case Topic::anger: return "Anger";
        case Topic::anxiety: return "Anxiety";
        case Topic::separation: return "Separation";
    }
    return {};
}

namespace texts {
namespace {

using Lines = std::span<std::string_view const>;

Lines lines_of(
    Topic topic, Lines friendships, Lines self_esteem, Lines anger, Lines anxiety, Lines separation
) {
    switch (topic) {
        case Topic::friendships: return friendships;
        case Topic::self_esteem: return self_esteem;
        case Topic::anger: return anger;
        case Topic::anxiety: return anxiety;
        case Topic::separation: return separation;
    }
    return {};
}

std::string_view by_topic(
    Topic topic,
    Chance& chance,
    Lines friendships,
    Lines self_esteem,
    Lines anger,
    Lines anxiety,
    Lines separation
) {
    return chance.pick(lines_of(topic, friendships, self_esteem, anger, anxiety, separation));
}

std::string_view in_turn(Lines lines, std::size_t turn) { return lines[turn % lines.size()]; }

std::string_view in_the_slot(
    std::string_view slot, std::string_view child, std::string_view a_friend, Chance& chance
) {
    if (slot == "child") return child;
    if (slot == "friend") return a_friend;
    if (slot == "lesson") return chance.pick(lessons);
    if (slot == "place") return chance.pick(places);
    return chance.pick(times);
}

std::string_view friend_of(std::string_view child, Chance& chance) {
    auto const first = chance.below(friends.size());
    return friends[first] == child ? friends[(first + 1) % friends.size()] : friends[first];
}

}  // namespace

std::string filled(std::string_view words, std::string_view child, Chance& chance) {
    auto const a_friend = friend_of(child, chance);
    std::string out;
    while (true) {
        auto const opens = words.find('{');
        out += words.substr(0, opens);
        if (opens == std::string_view::npos) return out;
        auto const closes = words.find('}', opens);
        out += in_the_slot(words.substr(opens + 1, closes - opens - 1), child, a_friend, chance);
        words.remove_prefix(closes + 1);
    }
}

std::string_view seen(Topic topic, Chance& chance) {
    return by_topic(
        topic, chance, seen_friendships, seen_self_esteem, seen_anger, seen_anxiety, seen_separation
    );
}
std::string_view tried(Chance& chance) { return chance.pick(tried_lines); }
std::string_view seen_at_home(Topic topic, Chance& chance) {
    return by_topic(
        topic, chance, home_friendships, home_self_esteem, home_anger, home_anxiety, home_separation
    );
}
std::string_view tried_at_home(Chance& chance) { return chance.pick(tried_at_home_lines); }
std::string_view seen_by_agency(Chance& chance) { return chance.pick(seen_by_agency_lines); }
std::string_view tried_by_agency(Chance& chance) { return chance.pick(tried_by_agency_lines); }
std::string_view answer_to_parent(Chance& chance) { return chance.pick(answers_to_parents); }
std::string_view discussion_reason(Topic topic, Chance& chance) {
    return by_topic(
        topic,
        chance,
        discussion_friendships,
        discussion_self_esteem,
        discussion_anger,
        discussion_anxiety,
        discussion_separation
    );
}
std::string_view prioritisation_reason(bool group, Chance& chance) {
    if (chance.in_a_hundred(60)) return chance.pick(prioritisation_lines);
    return group ? chance.pick(reasons_for_a_group) : chance.pick(reasons_for_one_to_one);
}
std::string_view reason_after_earlier_support(Chance& chance) { return chance.pick(reasons_after_support); }
std::string_view meanwhile(Chance& chance) { return chance.pick(meanwhile_lines); }
std::string_view hope(Topic topic, Chance& chance) {
    return by_topic(
        topic, chance, hope_friendships, hope_self_esteem, hope_anger, hope_anxiety, hope_separation
    );
}
std::string_view plan(Topic topic, int week, int weeks, std::size_t turn) {
    if (week == 1) return plans_of_any.front();
    if (week == weeks) return plans_of_any.back();
    auto const lines =
        lines_of(topic, plan_friendships, plan_self_esteem, plan_anger, plan_anxiety, plan_separation);
    auto const at = turn + static_cast<std::size_t>(week);
    auto const between = std::span(plans_of_any).subspan(1, plans_of_any.size() - 2);
    return at % 2 == 0 ? in_turn(lines, at / 2) : in_turn(between, at / 2);
}
std::string_view plan_review(Chance& chance) { return chance.pick(plan_reviews); }
std::string_view noticed(Topic topic, std::size_t turn) {
    auto const lines = lines_of(
        topic, noticed_friendships, noticed_self_esteem, noticed_anger, noticed_anxiety, noticed_separation
    );
    return in_turn(lines, turn);
}
std::string_view next_time(std::size_t turn) { return in_turn(next_lines, turn); }
std::string_view own_words(std::size_t turn) { return in_turn(own_lines, turn); }
std::string_view confidence(std::size_t turn) { return in_turn(said, turn); }
std::string_view impact(int outcome, Chance& chance) {
    if (outcome == 0) return chance.pick(impact_not_yet);
    return outcome == 1 ? chance.pick(impact_partly) : chance.pick(impact_sustained);
}
std::string_view next_step(bool nothing_further, Chance& chance) {
    return nothing_further ? chance.pick(nothing_further_lines) : chance.pick(further_lines);
}
std::size_t how_many_questions() { return questions.size(); }
std::string_view question(std::size_t which) { return questions[which]; }
std::string_view answer(std::size_t which) { return question_answers[which]; }
std::string_view message_to_parent(Chance& chance) { return chance.pick(messages); }
std::string_view liaison(Chance& chance) { return chance.pick(liaisons); }
std::string_view check_in(Chance& chance) { return chance.pick(check_ins); }

}  // namespace texts
}  // namespace demonstration
