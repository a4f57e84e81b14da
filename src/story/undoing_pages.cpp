#include "story/undoing_pages.hpp"

#include "base/text.hpp"
#include "cases/pages.hpp"
#include "design/controls.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"
#include "safeguarding/pages.hpp"

namespace story::pages {
namespace {

std::string title_of(cases::Step step) { return "Undo: " + std::string(in_words(step)); }

std::string who_took(cases::StepTaken const& taken) {
    auto const by = taken.taken_by_name.empty() ? "" : " by " + taken.taken_by_name;
    return "This step was taken on " + calendar::in_words(taken.taken_on) + by +
           ". It stays in the history with your reason, and can be taken again." +
           (taken.step == cases::Step::next_step ? " The case is open again then." : "");
}

std::string listed(std::vector<need_to_know::Named> const& children) {
    std::vector<std::string> names;
    for (auto const& child : children) names.push_back(child.in_full());
    return text::listed(names);
}

}  // namespace

std::string whom_it_touches(need_to_know::Seen const& child, programmes::Touched const& touched) {
    auto const programme = "“" + touched.programme + "”";
    auto const with = ", with " + touched.deliverer + ", ";
    bool const alone = touched.in_it.empty() && !touched.stay_completed.empty();
    auto const runs = touched.in_it.empty() ? programme + " runs again" + with + "for " + child.pupil.name() +
                                                  (alone ? " alone." : ".")
                                            : child.pupil.name() + " goes back to " + programme + with +
                                                  "which runs for " + listed(touched.in_it) + " already.";
    if (touched.stay_completed.empty()) return runs;
    return runs + " It stays completed for " + listed(touched.stay_completed) + ".";
}

design::Page undoing(
    need_to_know::Seen const& child,
    CaseId const& the_case,
    cases::StepTaken const& taken,
    std::string const& touches,
    design::FormGuard const& guard,
    Answers const& answers
) {
    auto const header = need_to_know::pages::header(child);
    auto const path = cases::pages::undoing_path(the_case, taken.step);
    auto const whom = [&]() -> h::Node { return h::p(touches); };
    return {
        .title = title_of(taken.step),
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading(title_of(taken.step)),
            h::p(who_took(taken)),
            h::when(!touches.empty(), whom),
            design::form(
                guard,
                path,
                design::textarea(
                    answers,
                    {.name = "reason", .label = "Why is it undone?", .rows = 3, .most = 500, .keep = path}
                ),
                design::warning_button("Undo the step")
            ),
            safeguarding::pages::link_for(child.pupil.id)
        )};
}

design::Page reopening(
    need_to_know::Seen const& child,
    CaseId const& the_case,
    std::string const& closed,
    bool declined,
    design::FormGuard const& guard,
    Answers const& answers
) {
    auto const header = need_to_know::pages::header(child);
    auto const path = cases::pages::reopening_path(the_case);
    auto const title = std::string(declined ? "Take the concern up after all" : "Undo the closing");
    return {
        .title = title,
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading(title),
            h::p(design::as_written(closed)),
            h::p(
                declined
                    ? "The concern then waits for the SENCo again. What was decided stays in the history "
                      "with "
                      "your reason."
                    : "The case is then open again and stands where it stood before. The closing stays in "
                      "the history with your reason."
            ),
            design::form(
                guard,
                path,
                design::textarea(
                    answers,
                    {.name = "reason",
                     .label = declined ? "Why now?" : "Why is it undone?",
                     .rows = 3,
                     .most = 500,
                     .keep = path}
                ),
                design::warning_button(declined ? "Take it up" : "Open the case again")
            ),
            safeguarding::pages::link_for(child.pupil.id)
        )};
}

design::Page not_to_be_reopened(need_to_know::Seen const& child, std::string const& why) {
    auto const header = need_to_know::pages::header(child);
    return {
        .title = "Undo the closing",
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::pupil_header(header),
            design::heading("Undo the closing"),
            design::notice("The closing can't be undone now", h::p(why + ".")),
            safeguarding::pages::link_for(child.pupil.id)
        )};
}

design::Page not_to_be_undone(need_to_know::Seen const& child, cases::Step step, std::string const& why) {
    auto const header = need_to_know::pages::header(child);
    return {
        .title = title_of(step),
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::pupil_header(header),
            design::heading(title_of(step)),
            design::notice("This step can't be undone now", h::p(why + ".")),
            safeguarding::pages::link_for(child.pupil.id)
        )};
}

}  // namespace story::pages
