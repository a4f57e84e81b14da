#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/fields.hpp"

// What a browser makes of a page: the words a person reads and the forms they can fill in.
namespace journeys {

enum class Kind { hidden, typed, date_part, ticked, chosen, sent_with_button, file };

// A name that a form sends, with the values that it offers or holds already.
struct Control {
    std::string name;
    Kind kind{};
    std::vector<std::string> values;
};

struct Form {
    std::string method;
    std::string action;
    std::vector<std::string> other_actions;  // to which a button of it leads instead
    std::vector<Control> controls;
    Fields as_it_stands;  // what the form sends when nobody touches it
    std::string words;    // what a person reads in it

    bool offers(std::string_view name) const;
    bool leads_to(std::string_view address) const;
    // Words of every kind that the form sends but nobody types: choices, ticks, buttons.
    std::vector<std::string> choices() const;
};

std::vector<Form> forms_in(std::string_view markup);

// The addresses that the page's links lead to, without what follows a #.
std::vector<std::string> links_in(std::string_view markup);

// What a person reads, in one line.
std::string words_in(std::string_view markup);

}  // namespace journeys
