#include "sign_in/joining_pages.hpp"

#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "sign_in/openid_pages.hpp"

namespace sign_in::pages {
namespace {

h::Node new_password(Answers const& answers) {
    return design::password_input(
        answers,
        {.name = "password",
         .label = "Choose a password",
         .hint = "12 characters or more. Three or four words do well.",
         .autocomplete = "new-password"}
    );
}

h::Node about_the_school(Answers const& answers) {
    return h::group(
        design::text_input(answers, {.name = "school_name", .label = "School name"}),
        design::text_input(
            answers,
            {.name = "telephone",
             .label = "Telephone",
             .hint = "Parents and carers find it in their letter.",
             .width = design::Chars::twenty,
             .type = "tel"}
        )
    );
}

h::Node about_the_administrator(Answers const& answers) {
    return h::group(
        design::text_input(answers, {.name = "name", .label = "Your name", .autocomplete = "name"}),
        design::text_input(
            answers,
            {.name = "address",
             .label = "Your e-mail address",
             .hint = "You will sign in with it.",
             .type = "email",
             .autocomplete = "username"}
        ),
        new_password(answers),
        design::checkbox(
            answers,
            {.name = "is_senco",
             .text = "I am also the SENCo",
             .hint = "An administrator alone opens no child's case."}
        )
    );
}

std::string_view heading_of(InvitationWords const& words) {
    if (!words.chooses_password) return "Join with your account";
    return words.has_account ? "Choose a new password" : "Choose your password";
}

h::Node asked_for(InvitationWords const& words, Answers const& answers) {
    if (words.chooses_password) return new_password(answers);
    return design::password_input(
        answers,
        {.name = "password",
         .label = "Your password",
         .hint = "You have an account from another school. Enter the password that you use there."}
    );
}

}  // namespace

design::Page set_up(design::FormGuard const& guard, Answers const& answers) {
    return {
        .title = "Set up your school",
        .back = {},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Set up your school", "The first run of Withy"),
            h::p("This takes two minutes. Afterwards a short list leads you through terms, rooms, people and "
                 "pupils."),
            design::form(
                guard,
                "/set-up",
                design::text_input(
                    answers,
                    {.name = "code",
                     .label = "One-time code",
                     .hint = "It stands in the terminal in which Withy was started.",
                     .width = design::Chars::twenty,
                     .autocomplete = "one-time-code"}
                ),
                design::fieldset("The school", about_the_school(answers)),
                design::fieldset("You, its first administrator", about_the_administrator(answers)),
                design::button("Set up the school")
            )
        )};
}

design::Page invitation(
    design::FormGuard const& guard, InvitationWords const& words, Answers const& answers
) {
    return {
        .title = std::string(heading_of(words)),
        .back = {},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading(heading_of(words), "Welcome to Withy, " + words.name),
            h::p(words.school_name, " uses Withy for its nurture support."),
            design::summary_list({{"School", words.school_name}, {"You sign in with", words.address}}),
            design::form(
                guard,
                "/invitations/" + words.token,
                asked_for(words, answers),
                design::button(words.chooses_password ? "Save password and sign in" : "Join and sign in")
            ),
            provider_links(words.providers, "Join with", "/invitations/" + words.token + "/openid/"),
            design::small_print("If this is not you, close this page and tell the school.")
        )};
}

design::Page invitation_over() {
    return {
        .title = "This link no longer works",
        .back = {},
        .main = h::group(
            design::heading("This link no longer works"),
            h::p("A link works once, for 14 days, and until a newer one is made, you choose a password "
                 "otherwise "
                 "or another school joins your account. If you have a password, sign in with it. Otherwise "
                 "ask "
                 "your school's administrator for a new link; where you work at two schools, whoever runs "
                 "Withy "
                 "for both."),
            design::link_button("Sign in", "/sign-in")
        )};
}

}  // namespace sign_in::pages
