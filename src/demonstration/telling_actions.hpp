#pragma once

#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "demonstration/days_rules.hpp"
#include "demonstration/diary_actions.hpp"
#include "demonstration/plan.hpp"
#include "demonstration/register_actions.hpp"
#include "demonstration/school.hpp"
#include "programmes/programmes.hpp"

// How the stories of children are told: each enters its deeds into the diary.
namespace demonstration {

// What every story of one school needs.
struct Telling {
    Diary& diary;
    MadeSchool& school;
    SchoolDays days;
    Date today;
    bool of_a_county = false;
};

// One child's way, with chance of its own, so that stories do not depend on one another.
struct Story {
    std::size_t child = 0;
    Topic topic{};
    Chance chance;
    std::size_t turn = 0;  // where among the texts it begins
    CaseId the_case = {};
    PlaceId place = {};
    std::optional<Date> yes_until = {};                    // the parents named a day themselves
    std::map<pupils::ContactId, std::string> tokens = {};  // of the links in the letters

    Child& of(MadeSchool& school) const { return school.children[child]; }
};
using SharedStory = std::shared_ptr<Story>;

// What a person of the made-up school did was not allowed: the story is wrong, not the visitor.
template <class Result>
decltype(auto) must(Result&& result, std::string const& what) {
    if (!result) throw std::logic_error("The demonstration's story does not hold: " + what);
    return *std::forward<Result>(result);
}
// The same for what gives nothing back; says which rule refused, where the refusal is one of a set.
template <class Result>
void must_hold(Result const& result, std::string what) {
    if (result) return;
    if constexpr (requires { in_words(result.error()); })
        what += std::string(": ") + std::string(in_words(result.error()));
    throw std::logic_error("The demonstration's story does not hold: " + what);
}

// How far a case is told.
enum class Until {
    concern,
    referral,
    more_information,
    something_else,
    discussion,
    prioritisation,
    waiting,
    letter,
    refusal,
    dispute,
    consent
};

// From the first concern on, so that a place could be found on the day.
void tell_case(
    Telling& telling,
    SharedStory const& story,
    Date allocated_on,
    Until until,
    PlannedCase const& planned,
    bool group
);

// A programme with its children, from the day it was planned to the last next step.
void tell_programme(
    Telling& telling,
    PlannedProgramme const& planned,
    std::vector<SharedStory> const& stories,
    std::size_t number
);

}  // namespace demonstration
