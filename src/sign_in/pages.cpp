#include "sign_in/pages.hpp"

#include "design/controls.hpp"
#include "design/notices.hpp"
#include "html/url.hpp"

namespace sign_in::pages {
namespace {

h::Node fields(Answers const& answers) {
    return h::group(
        design::text_input(
            answers,
            {.name = "address", .label = "E-mail address", .type = "email", .autocomplete = "username"}
        ),
        design::password_input(answers, {.name = "password", .label = "Password"}),
        design::button("Sign in")
    );
}

}  // namespace

std::string path_then(std::string_view path) {
    return path == "/" ? "/sign-in" : "/sign-in?then=" + url::encoded(path);
}

design::Page sign_in(design::FormGuard const& guard, Answers const& answers, std::string_view then) {
    return {
        .title = "Sign in",
        .back = {},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Sign in"),
            design::form(guard, "/sign-in", design::hidden("then", then), fields(answers))
        )};
}

design::Page sign_in_again(design::FormGuard const& guard, visits::Resubmission const& resubmission) {
    return {
        .title = "Sign in again",
        .back = {},
        .main = h::group(
            design::heading("Sign in again to save this"),
            design::notice(
                "What you typed is safe",
                h::p("You were signed out after a time without use. Sign in, then send it again.")
            ),
            design::form(guard, "/sign-in", visits::carried_fields(resubmission), fields(design::blank()))
        )};
}

}  // namespace sign_in::pages
