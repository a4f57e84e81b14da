#include "sign_in/second_way_pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/words.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "sign_in/proving_pages.hpp"

namespace sign_in::pages {
namespace {

// "Demanded from Monday 1 June 2026. 2 people have none yet."
std::string hint_of(
    std::vector<SecondWayDemand> const& stands,
    std::vector<WithoutSecondWay> const& without,
    visits::Role role
) {
    std::vector<std::string> sentences;
    auto const demand = std::ranges::find(stands, role, &SecondWayDemand::role);
    if (demand != stands.end())
        sentences.push_back("Demanded from " + calendar::in_words(demand->starts_on) + ".");
    auto const lacks = std::ranges::find(without, role, &WithoutSecondWay::role);
    if (lacks != without.end())
        sentences.push_back(text::counted(lacks->people, "person has none yet.", "people have none yet."));
    return text::joined(sentences, " ");
}

std::vector<design::Choice> roles_to_choose(
    std::vector<SecondWayDemand> const& stands, std::vector<WithoutSecondWay> const& without
) {
    std::vector<design::Choice> choices;
    for (auto const role : all_of<visits::Role>())
        choices.push_back(
            {.value = std::string(word(role)),
             .text = std::string(visits::in_words(role)),
             .hint = hint_of(stands, without, role)}
        );
    return choices;
}

std::string what_is_asked(OwnDemand const& demand) {
    auto const day = calendar::in_words(demand.starts_on);
    if (demand.stands == DemandStands::to_come)
        return "From " + day +
               " your school asks for a passkey or an authenticator app, beside the password, from whoever "
               "holds a role like yours. Until that day nothing changes. Without one, what belongs to that "
               "role is closed from then on, until you add one.";
    return "Since " + day +
           " your school asks for a passkey or an authenticator app, beside the password, from whoever "
           "holds a role like yours. What belongs to that role opens again as soon as you have added a "
           "second way. Nothing of yours is "
           "lost.";
}

h::Node passkey_way(PasskeyPlace const& place) {
    if (!place.given) return {};
    if (!place.here()) return h::group(h::h2("A passkey"), where_passkeys_are_given(*place.given));
    return h::group(
        h::h2("A passkey"),
        h::p("Your finger, face or PIN signs you in, on this device or by your telephone. It takes about a "
             "minute."),
        design::link_button("Add a passkey", "/sign-ins/passkeys/new")
    );
}

h::Node app_way(design::FormGuard const& guard) {
    return h::group(
        h::h2("An authenticator app"),
        h::p("An app on your telephone shows a code, which you enter after your password. It takes about "
             "three minutes. You are shown recovery codes for when the telephone is out of reach."),
        design::form(guard, "/sign-ins/app", design::secondary_button("Add an authenticator app"))
    );
}

}  // namespace

design::Page demand_second_way(
    design::FormGuard const& guard,
    std::vector<SecondWayDemand> const& stands,
    std::vector<WithoutSecondWay> const& without,
    Answers const& answers
) {
    return {
        .title = "A second way to sign in",
        .back = {"School", "/school"},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("A second way to sign in"),
            h::p("A password can be watched or guessed. With a passkey or an authenticator app beside it, "
                 "whoever knows it can do nothing with it. Here your school demands one of them, by role."),
            h::p("Until the day, whoever has none is reminded. From the day on they add one when they sign "
                 "in, before they can use these roles. Whoever loses theirs comes back in by a recovery "
                 "code, or by a link for a new password that you make under People."),
            design::form(
                guard,
                "/school/second-way",
                design::checkboxes(
                    answers,
                    {.name = "roles",
                     .legend = "For which roles?",
                     .choices = roles_to_choose(stands, without),
                     .hint = "Tick none to demand it of nobody."}
                ),
                design::date_input(
                    answers,
                    {.name = "starts_on",
                     .legend = "From which day?",
                     .hint = "Tomorrow at the earliest, so that people are reminded first. A role of which "
                             "it is demanded already keeps its day."}
                ),
                design::button("Save")
            )
        )};
}

design::Page add_second_way(design::FormGuard const& guard, ToAddSecondWay const& asked) {
    return {
        .title = "Add a second way to sign in",
        .back = {"Your sign-in", "/sign-ins"},
        .main = h::group(
            design::heading("Add a second way to sign in"),
            h::p(what_is_asked(asked.demand)),
            h::p("You do it once. One of these is enough:"),
            passkey_way(asked.passkeys),
            app_way(guard),
            h::p("Can’t do either? Ask your school’s administrator.")
        )};
}

// Any other page would take the place of what was typed, so the way is added in another tab.
design::Page add_second_way_first(
    design::FormGuard const& guard, OwnDemand const& demand, visits::Resubmission const& resubmission
) {
    return {
        .title = "Add a second way to sign in",
        .back = {},
        .main = h::group(
            design::heading("Add a second way to sign in to save this"),
            h::p(what_is_asked(demand)),
            design::notice(
                "What you typed is safe",
                h::group(
                    h::p("Nothing was saved yet. Keep this page: add a second way in a new tab, come back "
                         "here, and send it again."),
                    h::p(h::a(
                        h::href("/sign-ins/second-way"),
                        h::attribute("target", "_blank"),
                        "Add a second way in a new tab"
                    ))
                )
            ),
            visits::resubmission_form(guard, resubmission)
        )};
}

h::Node second_way_notice(OwnDemand const& demand) {
    return design::notice(
        "Your school asks for a second way to sign in",
        h::group(
            h::p(what_is_asked(demand)),
            h::p(h::a(h::href("/sign-ins/second-way"), "See what you can add, and how long it takes"))
        )
    );
}

}  // namespace sign_in::pages
