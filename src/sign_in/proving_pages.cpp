#include "sign_in/proving_pages.hpp"

#include "design/controls.hpp"
#include "design/notices.hpp"
#include "sign_in/openid_pages.hpp"

namespace sign_in::pages {
namespace {

h::Node by_password(
    design::FormGuard const& guard, std::string_view path, h::Node const& kept, Answers const& answers
) {
    return design::form(
        guard,
        path,
        kept,
        design::password_input(answers, {.name = "password", .label = "Password"}),
        design::button("Go on")
    );
}

h::Node by_code(
    design::FormGuard const& guard, std::string_view path, h::Node const& kept, Answers const& answers
) {
    auto const form = design::form(
        guard,
        path,
        kept,
        design::text_input(
            answers,
            {.name = "code",
             .label = "Code from your authenticator app",
             .width = design::Chars::ten,
             .input_mode = "numeric",
             .autocomplete = "one-time-code"}
        ),
        design::secondary_button("Go on with the code")
    );
    return design::details("Use your authenticator app instead", form, !answers.error("code").empty());
}

// A link takes nothing along that was sent.
h::Node by_provider(WaysToProve const& ways, Interrupted const& interrupted) {
    if (ways.providers.empty()) return {};
    auto const loses = []() -> h::Node {
        return h::p("What you typed does not come along there: copy it first.");
    };
    return h::group(
        h::when(!interrupted.resubmission.path.empty(), loses),
        provider_links(ways.providers, "Go on with", "/prove/openid/", {"then", interrupted.then})
    );
}

h::Node passkey_form(
    design::FormGuard const& guard,
    std::string_view path,
    Purpose purpose,
    proofs::Place const& place,
    h::Node const& kept,
    std::string_view button
) {
    return h::form(
        h::css("form"),
        h::id("passkey"),
        h::method("post"),
        h::action(path),
        h::attribute("data-passkey", word(purpose)),
        h::attribute("data-origin", place.origin),
        h::attribute("data-name", place.name),
        h::flag("hidden", true),
        design::guard_fields(guard),
        kept,
        design::hidden("challenge", ""),
        design::hidden("credential", ""),
        design::hidden("person", ""),
        design::hidden("client_data", ""),
        design::hidden("authenticator_data", ""),
        design::hidden("signature", ""),
        design::secondary_button(button),
        h::p(h::css("small"), h::role("status"))
    );
}

}  // namespace

h::Node by_passkey(
    design::FormGuard const& guard,
    std::string_view path,
    Purpose purpose,
    PasskeyPlace const& place,
    h::Node const& kept,
    std::string_view button
) {
    if (auto const here = place.here()) return passkey_form(guard, path, purpose, *here, kept, button);
    return place.given ? where_passkeys_are_given(*place.given) : h::Node{};
}

h::Node where_passkeys_are_given(proofs::Place const& place) {
    return h::p(
        "To add or use a passkey, open Withy at ",
        h::strong(place.origin),
        ": browsers give none to an address of numbers, such as this page’s."
    );
}

h::Node ways_to_prove(
    design::FormGuard const& guard,
    std::string_view path,
    WaysToProve const& ways,
    h::Node const& kept,
    Answers const& answers
) {
    if (ways.made_up) return design::form(guard, path, kept, design::button("Go on as " + ways.person_name));
    auto const code = [&]() -> h::Node { return by_code(guard, path, kept, answers); };
    auto const password = [&]() -> h::Node { return by_password(guard, path, kept, answers); };
    auto const none = []() -> h::Node {
        return h::p("You have no password here. If nothing below works, sign out and sign in again.");
    };
    return h::group(
        h::when(ways.password, password),
        h::when(!ways.password, none),
        by_passkey(guard, path, Purpose::prove, ways.passkey, kept, "Go on with a passkey"),
        h::when(ways.code, code)
    );
}

h::Node kept_by(Interrupted const& interrupted) {
    if (interrupted.resubmission.path.empty()) return design::hidden("then", interrupted.then);
    return visits::carried_fields(interrupted.resubmission);
}

design::Page prove(
    design::FormGuard const& guard,
    WaysToProve const& ways,
    Interrupted const& interrupted,
    Answers const& answers
) {
    auto const safe = []() -> h::Node {
        return design::notice("What you typed is safe", h::p("Show that it is you, then send it again."));
    };
    return {
        .title = "Is it still you?",
        .back = {"Today", "/"},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Is it still you?", ways.person_name),
            h::p("What comes next could do harm in other hands, so Withy asks who is here. It doesn’t ask "
                 "again for a while."),
            h::when(!interrupted.resubmission.path.empty(), safe),
            ways_to_prove(guard, "/prove", ways, kept_by(interrupted), answers),
            by_provider(ways, interrupted)
        )};
}

design::Page enter_code(design::FormGuard const& guard, AwaitedCode const& awaited, Answers const& answers) {
    return {
        .title = "Enter the code",
        .back = {"Sign in", "/sign-in"},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Enter the code"),
            design::form(
                guard,
                "/sign-in/code",
                design::hidden("token", awaited.token),
                kept_by(awaited.interrupted),
                design::text_input(
                    answers,
                    {.name = "code",
                     .label = "Code",
                     .hint = "The six digits that your authenticator app shows now, or a recovery code.",
                     .width = design::Chars::twenty,
                     .autocomplete = "one-time-code"}
                ),
                design::button("Sign in")
            ),
            design::details(
                "No app and no recovery code?",
                h::p("Your school’s administrator sends you a link. With it you choose a new password, and "
                     "the app "
                     "is asked for no more.")
            )
        )};
}

}  // namespace sign_in::pages
