// What the child is asked, in a child's words and with drawn choices.
#include "design/controls.hpp"
#include "design/notices.hpp"
#include "safeguarding/pages.hpp"
#include "sharing/pages.hpp"

namespace sharing::pages {
namespace {

std::string who_in_words(AskedAbout const& one) {
    if (!one.role) return one.name;
    return one.name + ", " + std::string(to_the_child(*one.role));
}

h::Node about(AskedAbout const& one, Answers const& answers) {
    return design::fieldset(
        who_in_words(one),
        h::group(
            design::door_radios(
                answers, {.name = "progress-" + one.key(), .legend = "May they know how it goes with us?"}
            ),
            design::door_radios(
                answers, {.name = "confidence-" + one.key(), .legend = "May they know what you tell me?"}
            )
        )
    );
}

std::vector<design::Choice> choices_of(std::vector<std::pair<StaffId, std::string>> const& people) {
    std::vector<design::Choice> choices;
    for (auto const& [id, name] : people) choices.push_back({.value = std::string(id.text()), .text = name});
    return choices;
}

h::Node another(Asking const& asking, Answers const& answers) {
    return design::fieldset(
        "Is there another grown-up here who may know?",
        h::group(
            design::select(
                answers,
                {.name = "another",
                 .label = "Who",
                 .choices = choices_of(asking.colleagues),
                 .nothing = "Nobody else"}
            ),
            design::radios(
                answers,
                {.name = "another_all",
                 .legend = "What may they know?",
                 .choices =
                     {{.value = "no", .text = "How it goes with us"},
                      {.value = "yes", .text = "That, and what you tell me"}}}
            )
        )
    );
}

h::Node for_the_adult(Answers const& answers) {
    return h::section(
        h::css("for-the-adult"),
        h::h2("For the adult"),
        design::radios(
            answers,
            {.name = "understands",
             .legend = "Does the child understand what they were asked?",
             .choices =
                 {{.value = "yes", .text = "Yes"},
                  {.value = "no",
                   .text = "Not yet",
                   .hint =
                       "A closed door counts all the same. An open one waits until the child understands."}}}
        ),
        design::text_input(
            answers,
            {.name = "why_judged",
             .label = "What makes you think so",
             .hint = "Such as: told me in their own words what an open door means"}
        ),
        design::date_input(
            answers,
            {.name = "until_on",
             .legend = "Until when, if the child named a day",
             .hint = "Without a day it holds until the child says otherwise or the case closes."}
        )
    );
}

}  // namespace

design::Page asking(Asking const& asking, design::FormGuard const& guard, Answers const& answers) {
    std::vector<h::Node> each;
    for (auto const& one : asking.about) each.push_back(about(one, answers));
    return {
        .title = "Who may know?",
        .back = {.text = "Who may know", .path = sharing_path(asking.the_case)},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Who may know?"),
            h::p("You decide. An open door means: yes, you may tell them. A closed door means: keep it "
                 "between us."),
            h::p("You can change your mind whenever you like. If I am worried that somebody is not safe, I "
                 "have to "
                 "tell a grown-up who can help, and I will say so to you."),
            design::form(
                guard,
                asking_path(asking.the_case),
                h::group(each),
                another(asking, answers),
                for_the_adult(answers),
                design::button("That is what I want")
            ),
            safeguarding::pages::link_for(asking.pupil)
        )};
}

}  // namespace sharing::pages
