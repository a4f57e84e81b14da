#pragma once

#include <span>
#include <string>
#include <string_view>

#include "demonstration/chance.hpp"

// Names of people who do not exist, of the many origins that a British school's names have.
namespace demonstration {

struct Forename {
    std::string_view legal;
    std::string_view preferred;  // empty: the same
    std::string_view sex;        // "F", "M"
};

std::span<Forename const> forenames();
std::span<std::string_view const> surnames();

// The language that a family of this surname may read best, as ISO 639 has it; mostly "en".
std::string_view likely_language(std::string_view surname);

std::string_view mothers_forename(Chance& chance);
std::string_view fathers_forename(Chance& chance);

}  // namespace demonstration
