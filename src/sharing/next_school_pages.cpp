#include "sharing/next_school_pages.hpp"

#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"
#include "safeguarding/pages.hpp"
#include "sharing/pages.hpp"

namespace sharing::pages {
namespace {

std::string asked_in_words(NextSchoolWord const& word) {
    return "Asked on " + calendar::in_words(word.asked_on) + " by " + word.asked_by + ". " +
           (word.understands ? "The child understands: " : "The child doesn't understand yet: ") +
           word.why_judged;
}

std::string answer_in_words(bool yes) { return yes ? "Yes" : "No"; }

design::Table what_goes(std::vector<Going> const& going) {
    design::Table table{
        .caption = "The child's own words",
        .columns = {{"What"}, {"To the next school"}},
        .rows = {},
        .if_empty = {}};
    for (auto const& one : going)
        table.rows.push_back(
            {std::string(in_words(one.own)), std::string(one.may_go ? "May go" : "Stays here")}
        );
    return table;
}

h::Node latest(need_to_know::Seen const& child, std::vector<NextSchoolWord> const& words) {
    if (words.empty()) return h::p("Nobody has asked " + child.pupil.forename + " yet.");
    return h::p(design::as_written(asked_in_words(words.front())));
}

h::Node earlier(std::vector<NextSchoolWord> const& words) {
    if (words.size() < 2) return {};
    design::Table table{
        .caption = "What the child said then",
        .columns = {{"Asked"}, {"How they see it"}, {"What they said"}},
        .rows = {},
        .if_empty = {}};
    for (std::size_t at = 1; at < words.size(); ++at)
        table.rows.push_back(
            {design::as_written(asked_in_words(words[at])),
             answer_in_words(words[at].views),
             answer_in_words(words[at].confided)}
        );
    return design::details("What the child said before", design::table(table));
}

std::string last_time(OwnWords own, std::optional<NextSchoolWord> const& last) {
    if (!last) return {};
    return answered(own, *last) ? "Last time: open." : "Last time: closed.";
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
                   .hint = "Nothing of their own words goes until they do."}}}
        ),
        design::text_input(
            answers,
            {.name = "why_judged",
             .label = "What makes you think so",
             .hint = "Such as: told me in their own words what an open door means"}
        )
    );
}

}  // namespace

design::Page next_school(
    need_to_know::Seen const& child,
    CaseId const& the_case,
    std::vector<NextSchoolWord> const& words,
    std::vector<Going> const& going,
    bool may_ask
) {
    auto const header = need_to_know::pages::header(child);
    auto const way_to_ask = [&]() -> h::Node {
        auto const again = words.empty() ? "" : " again";
        return design::button_row(
            design::link_button("Ask " + child.pupil.forename + again, next_school_asking_path(the_case))
        );
    };
    return {
        .title = "What the next school may know",
        .back = {.text = "Who may know", .path = sharing_path(the_case)},
        .main = h::group(
            design::pupil_header(header),
            design::heading("What the next school may know"),
            h::p("When a child moves school, their own words go with them only as far as they say."),
            latest(child, words),
            design::table(what_goes(going)),
            h::when(may_ask, way_to_ask),
            h::p("What stands with safeguarding never goes this way. It goes by the school's own "
                 "child-protection transfer."),
            earlier(words),
            safeguarding::pages::link_for(child.pupil.id)
        )};
}

design::Page next_school_asking(
    NextSchoolAsking const& asking, design::FormGuard const& guard, Answers const& answers
) {
    auto const door = [&](OwnWords own) -> h::Node {
        return h::div(
            h::css("asked__one"),
            design::door_radios(
                answers,
                {.name = std::string(word(own)),
                 .legend = std::string(to_the_child(own)),
                 .hint = last_time(own, asking.last),
                 .closed = "No, keep it here"}
            )
        );
    };
    return {
        .title = "What may your next school know?",
        .layout = design::Layout::whole_screen,
        .main = h::div(
            h::css("asked"),
            design::error_summary(answers.errors),
            design::heading("What may your next school know?"),
            h::p("You are going to a new school."),
            h::p("You decide what the grown-up who looks after support there may know."),
            h::p("An open door means: yes, you may tell them."),
            h::p("A closed door means: keep it here."),
            h::p("How a session was, where you closed the door on it, is never told there."),
            h::p("You can change your mind until you go."),
            h::p("If I am worried that somebody is not safe, I have to tell a grown-up who can help. I will "
                 "say so to you."),
            design::form(
                guard,
                next_school_asking_path(asking.the_case),
                door(OwnWords::views),
                door(OwnWords::confided),
                for_the_adult(answers),
                design::button("That is what I want")
            ),
            way_back(
                asking.pupil,
                {.text = "Back to what the next school may know", .path = next_school_path(asking.the_case)}
            )
        )};
}

}  // namespace sharing::pages
