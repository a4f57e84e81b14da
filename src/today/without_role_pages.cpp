#include "base/text.hpp"
#include "today/pages.hpp"

namespace today::pages {
namespace {

// "Ann Admin or Una Second, who run Withy at your school,"
std::string whom_to_ask(std::vector<std::string> const& administrators) {
    if (administrators.empty()) return "whoever runs Withy at your school";
    if (administrators.size() == 1) return administrators.front() + ", who runs Withy at your school,";
    return text::joined(administrators, " or ") + ", who run Withy at your school,";
}

h::Node what_to_do(WithoutRole const& standing) {
    auto const ask = "Ask " + whom_to_ask(standing.administrators) + " ";
    if (standing.begins) {
        auto const& [role, on] = *standing.begins;
        return h::group(
            h::p("Your role, ", role, ", begins on ", h::strong(calendar::in_words(on)), "."),
            h::p("Until then there is nothing for you to open. " + ask + "if it should begin sooner.")
        );
    }
    return h::group(
        h::p(
            standing.had_one
                ? "The role that you had has ended. Without one there is nothing for you to open."
                : "You can sign in, and without a role there is nothing for you to open."
        ),
        h::p(ask + "to give you one.")
    );
}

}  // namespace

design::Page without_role(WithoutRole const& standing) {
    auto const* const heading = standing.begins    ? "Your role has not begun yet"
                                : standing.had_one ? "You have no role today"
                                                   : "You have no role yet";
    return {.title = heading, .back = {}, .main = h::group(design::heading(heading), what_to_do(standing))};
}

}  // namespace today::pages
