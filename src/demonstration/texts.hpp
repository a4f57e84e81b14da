#pragma once

#include <string>
#include <string_view>

#include "demonstration/chance.hpp"

// What people write in the demonstration. Every sentence is made up; {child}, {friend}, {lesson}, {place} and
// {when} are filled as it is taken.
namespace demonstration {

// The target areas of the policy, with what is written about each.
enum class Topic { friendships, self_esteem, anger, anxiety, separation };
inline constexpr std::array<Topic, 5> topics{
    Topic::friendships, Topic::self_esteem, Topic::anger, Topic::anxiety, Topic::separation};
std::string_view area_of(Topic topic);

namespace texts {

// Fills the slots of one template for this child.
std::string filled(std::string_view words, std::string_view child, Chance& chance);

std::string_view seen(Topic topic, Chance& chance);
std::string_view tried(Chance& chance);
std::string_view seen_at_home(Topic topic, Chance& chance);  // a parent's concern
std::string_view tried_at_home(Chance& chance);
std::string_view seen_by_agency(Chance& chance);
std::string_view tried_by_agency(Chance& chance);
std::string_view answer_to_parent(Chance& chance);
std::string_view discussion_reason(Topic topic, Chance& chance);
std::string_view prioritisation_reason(bool group, Chance& chance);
std::string_view reason_after_earlier_support(Chance& chance);
std::string_view meanwhile(Chance& chance);
std::string_view hope(Topic topic, Chance& chance);  // in a child's own words
std::string_view plan(Topic topic, int week, int weeks, std::size_t turn);
std::string_view plan_review(Chance& chance);
std::string_view noticed(Topic topic, std::size_t turn);
std::string_view next_time(std::size_t turn);
std::string_view own_words(std::size_t turn);          // what a child says of a session at its end
std::string_view confidence(std::size_t turn);         // what a child said, for the Nurture Assistant alone
std::string_view impact(int outcome, Chance& chance);  // 0 not yet, 1 partly, 2 sustained
std::string_view next_step(bool nothing_further, Chance& chance);
std::size_t how_many_questions();
std::string_view question(std::size_t which);
std::string_view answer(std::size_t which);  // to the question of the same number
std::string_view message_to_parent(Chance& chance);
std::string_view liaison(Chance& chance);
std::string_view check_in(Chance& chance);

}  // namespace texts
}  // namespace demonstration
