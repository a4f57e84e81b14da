#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "visits/role.hpp"

// What cells mean, in the words that Withy keeps. Empty where a cell means nothing known.
namespace exchange {

// "M", "F"
std::optional<std::string> sex_from(std::string_view cell);

// "R", "N", "1" to "14", from "Year 4", "Y4", "04", "Reception".
std::optional<std::string> year_from(std::string_view cell);

// "N", "K", "E", from a letter or from words such as "SEN support".
std::optional<std::string> sen_from(std::string_view cell);

// "yes", "no", from a yes or a no and from the national codes of why a pupil has it, such as "DPP".
std::optional<std::string> pupil_premium_from(std::string_view cell);

// The main group (pupils/groups.hpp), from a national code such as "WBRI", alone or before its words, and
// from words such as "White - British"; "" where the school has yet to ask.
std::optional<std::string> ethnicity_from(std::string_view cell);

// The code of a language from its name or code.
std::optional<std::string> language_from(std::string_view cell);

std::optional<visits::Role> role_from(std::string_view cell);

// "Yes", "Y", "True", "1", "X", a tick; empty where it is neither a yes nor a no.
std::optional<bool> yes_or_no(std::string_view cell);

// What a court order forbids, as the cell says; "" where it says that there is none, and empty where it says
// that nobody knows. Whatever else stands there is taken for the words of an order: one that is lost would
// let a parent be asked whom it keeps away.
std::optional<std::string> court_order_in(std::string_view cell);

// The classes of a list such as "4B; Maths 2", the child's own first.
std::vector<std::string> classes_in(std::string_view cell);

struct WholeName {
    std::string forename;
    std::string surname;
};
// "Smith, Anna" and "Anna Smith".
WholeName name_from(std::string_view cell);

}  // namespace exchange
