#include "sign_in/pages.hpp"

#include "design/controls.hpp"
#include "design/notices.hpp"
#include "html/url.hpp"
#include "sign_in/openid_pages.hpp"

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

// Today needs no word.
Along then_along(std::string_view then) { return then == "/" ? Along{} : Along{"then", then}; }

h::Node without_account() {
    return design::details(
        "No account, or the password is forgotten?",
        h::p("Your school's administrator sends you a link. With it you choose a password yourself.")
    );
}

h::Node what_is_safe(Interrupted const& interrupted) {
    if (interrupted.resubmission.path.empty()) return {};
    return design::notice(
        "What you typed is safe", h::p("This was locked meanwhile. Go on, then send it again.")
    );
}

// The other way in, with what the page keeps.
h::Node in_by_passkey(design::FormGuard const& guard, PasskeyPlace const& place, h::Node const& kept) {
    return by_passkey(guard, "/sign-in/passkey", Purpose::sign_in, place, kept, "Sign in with a passkey");
}

h::Node school_button(design::FormGuard const& guard, Workplace const& workplace, std::string_view then) {
    return design::form(
        guard,
        "/sign-in/school",
        design::hidden("then", then),
        design::hidden("school", std::to_string(workplace.school.number)),
        design::button(workplace.school_name)
    );
}

}  // namespace

std::string path_then(std::string_view path) {
    return path == "/" ? "/sign-in" : "/sign-in?then=" + url::encoded(path);
}

std::string locked_then(std::string_view path) {
    return path == "/" ? "/locked" : url::with_query("/locked", {{"then", std::string(path)}});
}

design::Page locked(
    design::FormGuard const& guard,
    WaysToProve const& ways,
    Interrupted const& interrupted,
    Answers const& answers
) {
    return {
        .title = "Locked",
        .back = {},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Locked", ways.person_name),
            what_is_safe(interrupted),
            ways_to_prove(guard, "/locked", ways, kept_by(interrupted), answers),
            h::p("You are not ", ways.person_name, "? Sign out, then sign in as yourself."),
            h::form(
                h::css("form"),
                h::method("post"),
                h::action("/sign-out"),
                h::attribute("data-leaves", "yes"),
                design::guard_fields(guard),
                design::secondary_button("Sign out")
            )
        )};
}

design::Page sign_in(
    design::FormGuard const& guard, OtherWays const& others, Answers const& answers, std::string_view then
) {
    auto const kept = design::hidden("then", then);
    return {
        .title = "Sign in",
        .back = {},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Sign in"),
            design::form(guard, "/sign-in", kept, fields(answers)),
            in_by_passkey(guard, others.passkey, kept),
            provider_links(others.providers, "Sign in with", "/sign-in/openid/", then_along(then)),
            without_account()
        )};
}

design::Page sign_in_again(
    design::FormGuard const& guard,
    PasskeyPlace const& place,
    visits::Resubmission const& resubmission,
    Answers const& answers
) {
    auto const kept = visits::carried_fields(resubmission);
    return {
        .title = "Sign in again",
        .back = {},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Sign in again to save this"),
            design::notice(
                "What you typed is safe",
                h::p("You were signed out after a time without use. Sign in, then send it again.")
            ),
            design::form(guard, "/sign-in", kept, fields(answers)),
            in_by_passkey(guard, place, kept)
        )};
}

design::Page send_again(design::FormGuard const& guard, visits::Resubmission const& resubmission) {
    return {
        .title = "Send this again",
        .back = {},
        .main = h::group(
            design::heading("You are signed in. Send this again"),
            h::p("Here is what you typed. Nothing was saved yet."),
            visits::resubmission_form(guard, resubmission)
        )};
}

design::Page choose_school(
    design::FormGuard const& guard, std::vector<Workplace> const& workplaces, std::string_view then
) {
    auto const button = [&](Workplace const& workplace) { return school_button(guard, workplace, then); };
    return {
        .title = "Choose a school",
        .back = {},
        .main = h::group(
            design::heading("Where are you working now?"),
            h::p("You can change to another school on the page of your sign-in."),
            h::each(workplaces, button)
        )};
}

design::Page change_password(design::FormGuard const& guard, Answers const& answers) {
    return {
        .title = "Change your password",
        .back = {"Your sign-in", "/sign-ins"},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Change your password"),
            h::p("Your other devices are signed out with it."),
            design::form(
                guard,
                "/password",
                design::password_input(answers, {.name = "old", .label = "Password now"}),
                design::password_input(
                    answers,
                    {.name = "password",
                     .label = "New password",
                     .hint = "12 characters or more. Three or four words do well.",
                     .autocomplete = "new-password"}
                ),
                design::button("Change password")
            )
        )};
}

}  // namespace sign_in::pages
