#include "consent/consent.hpp"

namespace consent {

std::string_view in_words(Form form) {
    switch (form) {
        case Form::one_to_one: return "One to one";
        case Form::group: return "Group";
    }
    return {};
}

std::string_view as_said(Form form) {
    switch (form) {
        case Form::one_to_one: return "one to one";
        case Form::group: return "a group";
    }
    return {};
}

std::string_view that_the_yes_is_to_the_other(Form programme) {
    switch (programme) {
        case Form::one_to_one: return "The yes that stands is to a group; this programme is one to one";
        case Form::group: return "The yes that stands is to one to one; this programme is a group";
    }
    return {};
}

}  // namespace consent
