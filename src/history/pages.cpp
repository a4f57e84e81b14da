#include "history/pages.hpp"

#include "cases/pages.hpp"
#include "design/controls.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"
#include "safeguarding/pages.hpp"
#include "story/pages.hpp"

namespace history::pages {
namespace {

h::Node form_of(CaseId const& the_case, Answers const& answers) {
    return design::ask_form(
        cases::pages::on_a_day_path(the_case),
        design::date_input(
            answers,
            {.name = "day",
             .legend = "Which day",
             .hint = "Such as 12 5 2026. The case is shown as it stood when that day was over."}
        ),
        design::button("Show the case")
    );
}

h::Node steps_of(Choice const& choice) {
    if (choice.steps.empty()) return {};
    auto const line = [&](StepOn const& one) -> h::Node {
        return h::li(
            h::a(h::href(path_of(choice.the_case, one.day)), calendar::in_words(one.day)), ": " + one.step
        );
    };
    return h::section(
        h::css("work-list"),
        h::h2("Days on which a step was taken"),
        h::ul(h::css("govuk-list govuk-list--bullet"), h::each(choice.steps, line))
    );
}

// Whoever looks back sees with today's eyes.
h::Node how_it_is_read(std::string const& forename) {
    return design::inset(h::group(
        h::p(
            "Put together from the log of changes. What you may see of " + forename +
            " is decided by your part in it today, not by your part on that day."
        ),
        h::p("The child's class, people's names and the school's terms are today's. What was said in "
             "confidence is shown where it has not been changed since; earlier words of it are not kept. A "
             "session that was moved before the log kept its former day stands on its later one.")
    ));
}

h::Node headline_of(story::Story const& story) {
    auto const& name = story.seen.pupil.forename;
    if (!story.headline) return h::p(name + " had no place in a programme.");
    auto const& headline = *story.headline;
    auto const next = headline.next_on ? ", next on " + calendar::weekday_day_month(*headline.next_on) +
                                             " at " + headline.starts_at_time + " in " + headline.room_name
                                       : std::string();
    return h::p(name + " had support with " + headline.deliverer_name + next + ".");
}

h::Node day_beside(CaseId const& the_case, Date day, std::string_view words) {
    return h::a(h::href(path_of(the_case, day)), words);
}

h::Node ways_on(CaseId const& the_case, Date day, Date opened_on, Date today) {
    std::vector<h::Node> ways;
    if (day > opened_on) ways.push_back(day_beside(the_case, day - 1, "The day before"));
    if (day < today) ways.push_back(day_beside(the_case, day + 1, "The day after"));
    ways.push_back(h::a(h::href(cases::pages::on_a_day_path(the_case)), "Another day"));
    auto const item = [](h::Node const& one) -> h::Node { return h::li(one); };
    return h::ul(h::css("link-group on-screen"), h::each(ways, item));
}

}  // namespace

std::string path_of(CaseId const& the_case, Date day) {
    return cases::pages::on_a_day_path(the_case) + "/" + calendar::iso(day);
}

std::string in_words(Refusal refusal, Date opened_on) {
    switch (refusal) {
        case Refusal::before_the_case:
            return "Enter a day from " + calendar::day_month_year(opened_on) + " on, when the case began";
        case Refusal::still_to_come: return "Enter today or a day before it";
    }
    return {};
}

design::Page choice(Choice const& choice, Answers const& answers) {
    auto const header = need_to_know::pages::header(choice.child);
    return {
        .title = "The case as it stood",
        .back = {.text = header.name, .path = header.path},
        .refused = !answers.errors.empty(),
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading("The case as it stood"),
            h::p(
                "From " + calendar::in_words(choice.opened_on) + ", when the case began, to today, " +
                calendar::in_words(choice.today) + "."
            ),
            form_of(choice.the_case, answers),
            steps_of(choice),
            safeguarding::pages::link_for(choice.child.pupil.id)
        )};
}

design::Page as_it_stood(story::Story const& story, CaseId const& the_case, Date opened_on, Date today) {
    auto const header = need_to_know::pages::header(story.seen, story::pages::tag_of(story));
    auto const title = "As it stood on " + calendar::in_words(story.today);
    return {
        .title = title,
        .back = {.text = header.name, .path = header.path},
        .layout = design::Layout::wide,
        .main = h::group(
            design::pupil_header(header),
            design::inset(h::group(h::p(h::strong(title)), ways_on(the_case, story.today, opened_on, today))),
            story.told ? story::pages::as_told(story)
                       : h::group(design::heading("Support that day"), headline_of(story)),
            how_it_is_read(story.seen.pupil.forename),
            safeguarding::pages::link_for(story.seen.pupil.id)
        )};
}

}  // namespace history::pages
