// The class teacher's measure, weeks after the last session.
#include <cstdlib>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/not_saved.hpp"
#include "design/notices.hpp"
#include "impact/pages.hpp"
#include "need_to_know/pages.hpp"
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

h::Node written(ReviewView const& view) {
    auto const& review = *view.written;
    auto const late =
        view.due.days_late > 0 ? design::tag(design::TagKind::overdue, in_words(view.due)) : h::Node{};
    return h::group(
        h::p(h::strong(impact::in_words(review.outcome)), " ", late),
        before_and_after(view.targets, view.measured_before, review),
        h::p(design::as_written(review.words)),
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
             .legend = programmes::named(target),
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

// Sent from a form that is gone since it was opened.
h::Node not_saved(ReviewView const& view, Answers const& answers) {
    if (answers.errors.empty()) return {};
    std::vector<design::Unsaved> all;
    for (auto const& target : view.targets)
        if (auto const rating = answers.typed.value(programmes::measure_field(target.id)); !rating.empty())
            all.push_back({programmes::named(target), std::string(rating) + " of 10"});
    all.push_back({"What you see in class", std::string(answers.typed.value("words"))});
    if (auto const outcome = from_word<ReviewOutcome>(answers.typed.value("outcome")))
        all.push_back({"How far the change lasts", std::string(impact::in_words(*outcome))});
    return design::not_saved(all);
}

h::Node body(design::FormGuard const& guard, ReviewView const& view, Answers const& answers) {
    if (view.written) return h::group(not_saved(view, answers), written(view));
    if (view.may_write && view.due.open) return h::group(h::p(state_of(view)), form(guard, view, answers));
    return h::group(
        not_saved(view, answers),
        h::p(state_of(view)),
        h::p("The class teacher of the day writes it; who delivered the sessions does not."),
        hoped(view.targets)
    );
}

}  // namespace

std::string in_words(Due const& due) {
    if (due.days_late > 0) return "Late by " + text::counted(due.days_late, "day", "days");
    if (due.open) return "Open until " + calendar::in_words(due.closes_on);
    return "Opens on " + calendar::in_words(due.opens_on);
}

// School weeks are said only where the school chose so; calendar weeks are what everybody expects.
std::string window_in_words(Due const& due) {
    return "To be written from " + calendar::in_words(due.opens_on) + " to " +
           calendar::in_words(due.closes_on) +
           (due.in_school_weeks ? ", counted in school weeks: weeks without a school day are left out." : "."
           );
}

h::Node before_and_after(
    std::vector<programmes::Target> const& targets,
    std::vector<FirstMeasurer> const& measured_before,
    ImpactReview const& review
) {
    design::Table table{
        .caption = "The class teacher's measures",
        .columns =
            {{"Hoped for"}, {"Before", design::Align::number}, {"After", design::Align::number}, {"Change"}},
        .rows = {}};
    for (auto const& target : targets)
        table.rows.push_back(
            {programmes::named(target),
             measured(target.before),
             measured(target.after),
             change_in_words(target)}
        );
    return h::group(design::table(table), design::small_print(what_measures_tell(measured_before, review)));
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
            h::when(!view.written, [&] { return design::small_print(window_in_words(view.due)); }),
            body(guard, view, answers),
            safeguarding::pages::link_for(view.child.pupil.id)
        )};
}

}  // namespace impact::pages
