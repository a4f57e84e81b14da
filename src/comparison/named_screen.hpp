#pragma once

#include <map>
#include <optional>
#include <string>

#include "comparison/screen.hpp"
#include "need_to_know/named.hpp"

namespace comparison {

// A screen, and by name those of the class whom the visitor may see.
struct NamedScreen {
    Screen screen;
    std::map<PupilId, need_to_know::Named> names;
};

// The screen of one class; empty where nobody has measured it.
struct ScreenOfClass {
    ClassId class_id;
    std::string class_name;
    std::optional<NamedScreen> screen;
};

}  // namespace comparison
