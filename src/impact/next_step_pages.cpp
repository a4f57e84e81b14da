// What the SENCo decides from, and the decision on what comes next.
#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/not_saved.hpp"
#include "design/notices.hpp"
#include "impact/pages.hpp"
#include "need_to_know/pages.hpp"
#include "referrals/concern_pages.hpp"
#include "safeguarding/pages.hpp"

namespace impact::pages {
namespace {

// "There at 5 of the 6 sessions that were written up."
std::string attendance(std::vector<Week> const& weeks) {
    std::set<Date> held;
    std::set<Date> there;
    for (auto const& week : weeks) {
        held.insert(week.held_on);
        if (week.attended) there.insert(week.held_on);
    }
    return "There at " + std::to_string(there.size()) + " of the " +
           text::counted(static_cast<int>(held.size()), "session", "sessions") + " that were written up.";
}

std::string ratings_of(programmes::Target const& target, std::vector<Week> const& weeks) {
    std::vector<std::string> ratings;
    for (auto const& week : weeks)
        if (week.target == target.id)
            ratings.push_back(week.rating ? std::to_string(*week.rating) : "not seen");
    return ratings.empty() ? "not rated" : text::joined(ratings, ", ");
}

h::Node sessions_in_short(NextView const& view) {
    if (view.weeks.empty()) return {};
    design::Table table{
        .caption = "Rated after each session by who delivered it, from 0 to 10",
        .columns = {{"Hoped for"}, {"Session by session"}},
        .rows = {}};
    for (auto const& target : view.targets)
        table.rows.push_back({programmes::named(target), ratings_of(target, view.weeks)});
    return h::section(
        h::css("part"), h::h2("The sessions in short"), h::p(attendance(view.weeks)), design::table(table)
    );
}

h::Node checked_in(NextView const& view) {
    auto const one = [](CheckIn const& check_in) -> h::Node {
        return h::li(calendar::in_words(*check_in.held_on), ": ", design::as_written(check_in.line));
    };
    std::vector<CheckIn> held;
    std::ranges::copy_if(view.check_ins, std::back_inserter(held), [](auto const& check_in) {
        return check_in.held_on.has_value();
    });
    if (held.empty()) return {};
    return h::section(
        h::css("part"),
        h::h2("Check-ins since"),
        h::ul(h::css("govuk-list govuk-list--bullet"), h::each(held, one))
    );
}

h::Node what_was_decided(NextView const& view) {
    if (!view.decided) return {};
    return h::group(
        design::inset(h::p(
            h::strong(impact::in_words(view.decided->next, view.decided->what)),
            ". ",
            design::as_written(view.decided->reason)
        )),
        design::small_print(h::group(
            "Decided by ", view.decided->made_by_name, ", ", calendar::in_words(view.decided->made_at)
        ))
    );
}

h::Node what_next(Answers const& answers) {
    return design::radios(
        answers,
        {.name = "next",
         .legend = "What comes next?",
         .choices =
             {{.value = "nothing", .text = "Nothing more is needed now"},
              {.value = "another_programme",
               .text = "Another programme",
               .hint = "This way closes. A new concern opens the next one, and consent is asked anew."},
              {.value = "something_different",
               .text = "Something different",
               .more = design::text_input(answers, {.name = "something", .label = "What?"})},
              {.value = "outside_agency",
               .text = "An outside agency",
               .more = design::text_input(
                   answers,
                   {.name = "agency",
                    .label = "Which one?",
                    .hint = "Such as the Early Help Service or Educational Psychology"}
               )}}}
    );
}

// Sent from a form that was opened before it was decided.
h::Node not_saved(NextView const& view, Answers const& answers) {
    if (!view.decided || answers.errors.empty()) return {};
    auto const as_typed = [&](std::string_view field) { return std::string(answers.typed.value(field)); };
    auto const next = from_word<Next>(answers.typed.value("next"));
    return design::not_saved(
        {{"What comes next", next ? std::string(impact::in_words(*next)) : std::string()},
         {"Something different", as_typed("something")},
         {"Agency", as_typed("agency")},
         {"Why", as_typed("reason")}}
    );
}

h::Node decide(design::FormGuard const& guard, NextView const& view, Answers const& answers) {
    if (view.decided || !view.may_decide) return {};
    return design::form(
        guard,
        next_step_path(view.the_case),
        referrals::pages::concerns_shown(view.since_referral),
        what_next(answers),
        design::textarea(
            answers,
            {.name = "reason",
             .label = "Why",
             .rows = 3,
             .keep = "next-step-" + std::string(view.the_case.text())}
        ),
        design::button("Decide and close")
    );
}

h::Node raise_next(NextView const& view) {
    if (!view.may_raise_next) return {};
    return h::p(design::link_button("Raise the next concern", next_concern_path(view.the_case)));
}

h::Node what_was_reviewed(NextView const& view) {
    if (!view.review) return {};
    return h::group(
        h::p("The class teacher says: ", h::strong(impact::in_words(view.review->outcome)), "."),
        before_and_after(view.targets, view.measured_before, *view.review),
        h::p(design::as_written(view.review->words))
    );
}

}  // namespace

design::Page next_step(design::FormGuard const& guard, NextView const& view, Answers const& answers) {
    auto const header = need_to_know::pages::header(view.child);
    return {
        .title = "Next step: " + view.child.pupil.forename,
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading("Next step for " + view.child.pupil.forename),
            what_was_reviewed(view),
            sessions_in_short(view),
            checked_in(view),
            referrals::pages::since_referral(view.since_referral),
            not_saved(view, answers),
            what_was_decided(view),
            raise_next(view),
            decide(guard, view, answers),
            safeguarding::pages::link_for(view.child.pupil.id)
        )};
}

}  // namespace impact::pages
