#include "programmes/naming_rules.hpp"

#include "pupils/naming_rules.hpp"

namespace programmes {

bool names_the_child(std::string_view name, std::string const& names_of_child) {
    return !pupils::names_in(name, pupils::words_of_names(std::span(&names_of_child, 1))).empty();
}

std::string why_no_child_is_named(std::string const& forename) {
    return "People who do not know of " + forename +
           "'s support read this name. Enter one without a child's name, such as One to one, spring";
}

}  // namespace programmes
