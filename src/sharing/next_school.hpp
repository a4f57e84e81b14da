#pragma once

#include <array>
#include <string>
#include <string_view>
#include <tuple>

#include "sharing/sharing.hpp"

// What a child who moves school agrees that the next school may know of their own words (X4).
namespace sharing {

using NextSchoolWordId = Id<struct NextSchoolWordTag>;

// What is the child's own, and goes to the next school by their word alone.
enum class OwnWords { views, confided };
constexpr auto words(OwnWords) { return std::array{"views", "confided"}; }
std::string_view in_words(OwnWords own);
// As the child is asked.
std::string_view to_the_child(OwnWords own);

// What the child answered, and how the adult judges that they understand it.
struct NextSchoolInput {
    bool views = false;
    bool confided = false;
    bool understands = false;
    std::string why_judged;
};

// An asking as it stands on record. The latest holds.
struct NextSchoolWord {
    NextSchoolWordId id;
    Date asked_on;
    std::string asked_by;
    bool views = false;
    bool confided = false;
    bool understands = false;
    std::string why_judged;
    auto columns() { return std::tie(id, asked_on, asked_by, views, confided, understands, why_judged); }
};

// What the child said to this at that asking, whether or not they understood it.
bool answered(OwnWords own, NextSchoolWord const& word);

// The page of what the child said so far that the next school may know.
std::string next_school_path(CaseId const& the_case);
// The page on which the child is asked about it; its form leads there too.
std::string next_school_asking_path(CaseId const& the_case);

}  // namespace sharing
