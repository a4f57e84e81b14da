#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "sessions/pages.hpp"

// The page that the child answers. It says "I" as the adult does who holds the tablet with the child.
namespace sessions::pages {
namespace {

// What a closed door keeps, whatever the child said before of who may know, and what it can't: safety.
std::string what_a_closed_door_keeps(bool by_stand_in) {
    std::string const who = by_stand_in
                                ? "A closed door means: only I know, and who is here with you in other weeks"
                                : "A closed door means: only I know";
    return who +
           ", whatever you said before about who may know. If I am worried that you are not safe, I have to "
           "tell a grown-up who can help.";
}

}  // namespace

design::Page check_in(design::FormGuard const& guard, CheckIn const& asked, Answers const& answers) {
    auto const path = check_in_path(asked.session, asked.place);
    return {
        .title = "How was today?",
        .back = {},
        .layout = design::Layout::whole_screen,
        .main = h::group(
            design::error_summary(answers.errors),
            design::form(
                guard,
                path,
                design::face_radios(answers, {.name = "feeling", .legend = "How was today?", .big = true}),
                design::text_input(
                    answers,
                    {.name = "own_words",
                     .label = "Is there something you want to say?",
                     .hint = "Only if you like: one sentence, as you say it. I can type it for you."}
                ),
                design::door_radios(
                    answers, {.name = "may_see", .legend = "May the others who help you see this?"}
                ),
                design::small_print(what_a_closed_door_keeps(asked.by_stand_in)),
                design::button("That is how it was")
            ),
            design::form(
                guard,
                path,
                design::hidden("done", "not-said"),
                design::secondary_button("I'd rather not say")
            )
        )};
}

// The way on is the adult's: it shows names and what was confided, so it is folded away from the child.
design::Page check_in_done(SessionId const& session, PlaceId const& place, bool said) {
    return {
        .title = "Thank you",
        .back = {},
        .layout = design::Layout::whole_screen,
        .main = h::group(
            design::heading(said ? "Thank you for telling us" : "That is all right"),
            h::p("You can give this back now."),
            h::p(h::a(
                h::href(check_in_path(session, place)),
                said ? "Say it another way" : "Choose a face after all"
            )),
            design::details(
                "For the adult", design::secondary_link_button("Write it up", evaluation_path(session, place))
            )
        )};
}

}  // namespace sessions::pages
