#include "impact/pages.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"
#include "referrals/concern_pages.hpp"
#include "safeguarding/pages.hpp"

namespace impact::pages {
namespace {

std::string measured(std::optional<int> const& rating) {
    return rating ? std::to_string(*rating) + " of 10" : "not measured";
}

std::string first_measured(programmes::Target const& target) {
    auto const words = measured(target.before);
    if (!target.before_at) return words;
    return words + " on " + calendar::day_month_year(calendar::local_date(*target.before_at));
}

// Says no more than two numbers can.
std::string change_in_words(programmes::Target const& target) {
    if (!target.before || !target.after) return "cannot tell";
    auto const difference = *target.after - *target.before;
    if (difference == 0) return "the same";
    return (difference > 0 ? "up " : "down ") + std::to_string(std::abs(difference));
}

h::Node hoped(std::vector<programmes::Target> const& targets) {
    design::Table table{
        .caption = "What was hoped, and what the class teacher first measured",
        .columns = {{"Hoped for"}, {"Area"}, {"First measure", design::Align::number}},
        .rows = {}};
    for (auto const& target : targets)
        table.rows.push_back({"“" + target.words + "”", target.area_name, first_measured(target)});
    return design::table(table);
}

h::Node before_and_after(std::vector<programmes::Target> const& targets) {
    design::Table table{
        .caption = "The class teacher's measures",
        .columns =
            {{"Hoped for"}, {"Before", design::Align::number}, {"After", design::Align::number}, {"Change"}},
        .rows = {}};
    for (auto const& target : targets)
        table.rows.push_back(
            {"“" + target.words + "”",
             measured(target.before),
             measured(target.after),
             change_in_words(target)}
        );
    return h::group(
        design::table(table),
        design::small_print(
            "Two numbers by one person show where to look; they do not prove what caused a change."
        )
    );
}

h::Node written(ReviewView const& view) {
    auto const& review = *view.written;
    auto const late =
        view.due.days_late > 0 ? design::tag(design::TagKind::overdue, in_words(view.due)) : h::Node{};
    return h::group(
        h::p(h::strong(impact::in_words(review.outcome)), " ", late),
        before_and_after(view.targets),
        h::p(h::css("as-written"), review.words),
        design::small_print(
            h::group("Written by ", review.reviewer_name, " on ", calendar::in_words(review.reviewed_on))
        )
    );
}

h::Node measures(std::vector<programmes::Target> const& targets, Answers const& answers) {
    return h::group(h::each(targets, [&](programmes::Target const& target) {
        return design::target_steps(
            answers,
            {.name = programmes::measure_field(target.id),
             .legend = "“" + target.words + "”",
             .least_means = "Not at all yet",
             .most_means = "All the time",
             .before =
                 target.before ? "You or a colleague first said: " + first_measured(target) : std::string()}
        );
    }));
}

h::Node form(design::FormGuard const& guard, ReviewView const& view, Answers const& answers) {
    return h::group(
        hoped(view.targets),
        design::form(
            guard,
            review_path(view.place.id),
            h::h2("Where do you see " + view.child.pupil.forename + " today?"),
            measures(view.targets, answers),
            design::textarea(
                answers,
                {.name = "words",
                 .label = "What you see in class",
                 .rows = 5,
                 .keep = "impact-" + std::string(view.place.id.text())}
            ),
            design::radios(
                answers,
                {.name = "outcome",
                 .legend = "How far does the change last?",
                 .choices =
                     {{.value = "sustained", .text = "Sustained", .hint = "It lasts without support."},
                      {.value = "partly", .text = "Partly", .hint = "Some of it, or some of the time."},
                      {.value = "not_yet", .text = "Not yet"}}}
            ),
            design::small_print("The review bears today's date and stands as you send it."),
            design::button("Send the impact review")
        )
    );
}

h::Node state_of(ReviewView const& view) {
    if (view.due.days_late > 0) return design::tag(design::TagKind::overdue, in_words(view.due));
    return design::tag(view.due.open ? design::TagKind::due : design::TagKind::waiting, in_words(view.due));
}

// Said only where the school chose so; calendar weeks are what everybody expects.
h::Node which_weeks(ReviewView const& view) {
    if (view.written || !view.due.in_school_weeks) return {};
    return design::small_print("Counted in school weeks: weeks without a school day are left out.");
}

h::Node body(design::FormGuard const& guard, ReviewView const& view, Answers const& answers) {
    if (view.written) return written(view);
    if (view.may_write && view.due.open) return h::group(h::p(state_of(view)), form(guard, view, answers));
    return h::group(
        h::p(state_of(view)),
        h::p("The class teacher of the day writes it; who delivered the sessions does not."),
        hoped(view.targets)
    );
}

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
        table.rows.push_back({"“" + target.words + "”", ratings_of(target, view.weeks)});
    return h::section(
        h::css("part"), h::h2("The sessions in short"), h::p(attendance(view.weeks)), design::table(table)
    );
}

h::Node checked_in(NextView const& view) {
    auto const one = [](CheckIn const& check_in) -> h::Node {
        return h::li(
            calendar::in_words(*check_in.held_on), ": ", h::span(h::css("as-written"), check_in.line)
        );
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

}  // namespace

std::string in_words(Due const& due) {
    if (due.days_late > 0) return "Late by " + text::counted(due.days_late, "day", "days");
    if (due.open) return "Open until " + calendar::in_words(due.closes_on);
    return "Opens on " + calendar::in_words(due.opens_on);
}

design::Page review(design::FormGuard const& guard, ReviewView const& view, Answers const& answers) {
    auto const header = need_to_know::pages::header(view.child);
    return {
        .title = "Impact review: " + view.child.pupil.forename,
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading("Impact review", view.programme_name),
            which_weeks(view),
            body(guard, view, answers),
            safeguarding::pages::link_for(view.child.pupil.id)
        )};
}

design::Page next_step(design::FormGuard const& guard, NextView const& view, Answers const& answers) {
    auto const header = need_to_know::pages::header(view.child);
    auto const decided = [&]() -> h::Node {
        return h::group(
            design::inset(h::p(
                h::strong(impact::in_words(view.decided->next, view.decided->what)),
                ". ",
                view.decided->reason
            )),
            design::small_print(h::group(
                "Decided by ", view.decided->made_by_name, ", ", calendar::in_words(view.decided->made_at)
            ))
        );
    };
    auto const form = [&]() -> h::Node {
        return design::form(
            guard,
            next_step_path(view.the_case),
            design::radios(
                answers,
                {.name = "next",
                 .legend = "What comes next?",
                 .choices =
                     {{.value = "nothing", .text = "Nothing more is needed now"},
                      {.value = "another_programme",
                       .text = "Another programme",
                       .hint =
                           "This way closes. A new concern opens the next one, and consent is asked anew."},
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
            ),
            design::textarea(answers, {.name = "reason", .label = "Why", .rows = 3}),
            design::button("Decide and close")
        );
    };
    auto const raise_next = [&]() -> h::Node {
        return h::p(design::link_button("Raise the next concern", next_concern_path(view.the_case)));
    };
    auto const reviewed = [&]() -> h::Node {
        return h::group(
            h::p("The class teacher says: ", h::strong(impact::in_words(view.review->outcome)), "."),
            before_and_after(view.targets),
            h::p(h::css("as-written"), view.review->words)
        );
    };
    return {
        .title = "Next step: " + view.child.pupil.forename,
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading("Next step for " + view.child.pupil.forename),
            h::when(view.review.has_value(), reviewed),
            sessions_in_short(view),
            checked_in(view),
            referrals::pages::since_referral(view.since_referral),
            h::when(view.decided.has_value(), decided),
            h::when(view.may_raise_next, raise_next),
            h::when(!view.decided && view.may_decide, form),
            safeguarding::pages::link_for(view.child.pupil.id)
        )};
}

}  // namespace impact::pages
