#pragma once

#include <array>
#include <optional>
#include <string>

#include "base/words.hpp"
#include "cases/cases.hpp"
#include "need_to_know/named.hpp"
#include "referrals/concern.hpp"

namespace referrals {

// How the list of referrals is grouped: by what is to be done next.
enum class Group {
    new_concerns,
    to_discuss,
    to_prioritise,
    waiting,
    letters,
    consent,
    to_allocate,
    to_start
};
constexpr auto words(Group) {
    return std::array{
        "new_concerns",
        "to_discuss",
        "to_prioritise",
        "waiting",
        "letters",
        "consent",
        "to_allocate",
        "to_start"};
}
std::string_view in_words(Group group);

// One child on the list.
struct ListLine {
    need_to_know::Named child;
    std::string class_name;
    CaseId the_case;
    cases::Status status;
    Group group{};
    int days_since_concern = 0;
    std::optional<int> decided_after;  // days from the first concern to the prioritisation (I7)
    std::optional<ConcernId> first_concern;
    bool answer_missing = false;  // a parent's concern has no answer yet
    bool may_open = false;  // the reader sees how the child gets on, of which where consent stands is a part
};

}  // namespace referrals
