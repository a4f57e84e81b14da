#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "comparison/screen.hpp"
#include "need_to_know/named.hpp"

namespace comparison {

// A screen, and by name those of the class whom the visitor may see.
struct NamedScreen {
    Screen screen;
    std::map<PupilId, need_to_know::Named> names;
    bool names_who_lack_a_score = false;  // to who teaches the class
    std::set<PupilId> with_case = {};     // whose case is open already: for who coordinates
};

// Every class of the school that was measured in the term, and by name those that were not.
struct SchoolScreens {
    std::vector<NamedScreen> measured;
    std::vector<std::string> not_measured;
};

// The screen of one class; empty where nobody has measured it.
struct ScreenOfClass {
    ClassId class_id;
    std::string class_name;
    std::optional<NamedScreen> screen;
};

}  // namespace comparison
