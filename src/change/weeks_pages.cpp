#include "change/weeks_pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "change/measured.hpp"
#include "change/weeks_sentences.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "design/way.hpp"
#include "need_to_know/pages.hpp"
#include "programmes/pages.hpp"
#include "safeguarding/pages.hpp"

namespace change::pages {
namespace {

long count_of(Date on) { return on.day.time_since_epoch().count(); }

design::ChartPoint point(Date on, std::optional<double> value) {
    return {.when = programmes::pages::short_day(on), .day = count_of(on), .value = value};
}

// Weeks without a rating stand as gaps, where they were.
std::vector<design::ChartPoint> points_of(Series const& series, Support const& support) {
    std::vector<design::ChartPoint> points;
    std::optional<Date> last;
    for (auto const& one : series.ratings) {
        if (last)
            for (auto week = calendar::monday_of(*last) + 7; week < calendar::monday_of(one.on);
                 week = week + 7)
                points.push_back(point(week, std::nullopt));
        points.push_back(point(one.on, one.rating));
        last = one.on;
    }
    for (auto& drawn : points)
        drawn.happened = has_session(support, Date{std::chrono::sys_days{std::chrono::days{drawn.day}}});
    return points;
}

std::optional<design::ChartMark> mark_of(Support const& support) {
    if (!support.began_on) return std::nullopt;
    return design::ChartMark{.day = count_of(*support.began_on), .before = "Before", .from = "Since then"};
}

std::optional<design::ChartHappening> sessions_of(Support const& support) {
    if (support.sessions_on.empty()) return std::nullopt;
    return design::ChartHappening{
        .heading = "Session that week",
        .happened = "held",
        .did_not = "none",
        .key = "A session was held in that week"};
}

h::Node chart(Series const& series, std::string const& caption, WeeksView const& view) {
    auto const& forename = view.child.access.child().forename();
    return design::chart(
        {.question = question_of(series, forename),
         .caption = caption,
         .least = static_cast<double>(series.scores.least),
         .most = static_cast<double>(series.scores.most),
         .lines = {{.name = forename, .points = points_of(series, view.weeks.support)}},
         .mark = mark_of(view.weeks.support),
         .happening = sessions_of(view.weeks.support)}
    );
}

std::string said_of(ToldView const& shown, std::size_t at, std::string const& forename) {
    return at == 0 ? in_words(shown.told[at], shown.view.series[at].better, forename)
                   : in_short(shown.told[at]);
}

h::Node shown_series(ToldView const& shown, std::size_t at, WeeksView const& view) {
    auto const& series = shown.view.series[at];
    auto const& forename = view.child.access.child().forename();
    auto const caption = said_of(shown, at, forename) + " " + std::string(in_words(series.better)) + ".";
    return h::div(chart(series, caption, view));
}

std::string rated_by(ToldView const& shown) {
    auto const by = std::string(in_words(shown.view.informant)) + ": " + shown.instrument;
    if (shown.view.raters < 2) return by;
    auto const did = rates_in_person(shown.view.informant) ? " rated)" : " entered it)";
    return by + " (" + text::counted(shown.view.raters, "person", "people") + did;
}

h::Node one_view(ToldView const& shown, WeeksView const& view) {
    auto const& forename = view.child.access.child().forename();
    std::vector<h::Node> parts;
    std::size_t const first = shown.view.adds_up ? 1 : 0;
    for (auto at = first; at < shown.view.series.size(); ++at) parts.push_back(shown_series(shown, at, view));
    auto const together = [&]() -> h::Node {
        auto const said = said_of(shown, 0, forename);
        return h::group(
            h::p(h::css("comparison__sentence"), said),
            chart(
                shown.view.series.front(), std::string(in_words(shown.view.series.front().better)) + ".", view
            )
        );
    };
    return h::section(
        h::h2(rated_by(shown)), h::when(shown.view.adds_up, together), h::div(h::css("targets"), parts)
    );
}

// The programme's own ratings begin with its first session, so nothing stands before the mark.
h::Node target(programmes::Target const& target, WeeksView const& view) {
    auto const& forename = view.child.access.child().forename();
    std::vector<design::ChartPoint> points;
    for (auto const& week : view.weeks.sessions)
        if (week.target == target.id)
            points.push_back(
                point(week.held_on, week.rating ? std::optional<double>(*week.rating) : std::nullopt)
            );
    if (points.empty()) return {};
    return h::div(design::chart(
        {.question = programmes::named(target) + ": is this getting easier for " + forename + "?",
         .caption = std::string(no_ratings_before()),
         .lines = {{.name = forename, .points = std::move(points)}}}
    ));
}

h::Node targets(WeeksView const& view) {
    std::vector<h::Node> drawn;
    for (auto const& one : view.weeks.targets) drawn.push_back(target(one, view));
    return h::section(
        h::h2("Targets, rated after each session by who delivered it"), h::div(h::css("targets"), drawn)
    );
}

h::Node nothing_yet(std::string const& forename) {
    return design::empty_state(
        "Nobody has rated a week for " + forename +
        " yet. While a child waits, Withy asks the class teacher for three weekly ratings by an instrument "
        "with a weekly form; with them, the weeks of the programme can be told from those before it."
    );
}

h::Node not_said(std::string const& forename) {
    auto const sentence = [](std::string const& words) -> h::Node { return h::li(words); };
    return h::section(
        h::h2("What the weeks do not say"),
        h::ul(h::css("govuk-list govuk-list--bullet"), h::each(what_weeks_do_not_say(forename), sentence))
    );
}

// Whether a drawing has the line: it stands between a rating before and one from then on.
bool is_line_drawn(WeeksOfCase const& weeks) {
    auto const spans_it = [&](Series const& series) {
        return !series.ratings.empty() && series.ratings.front().on < *weeks.support.began_on &&
               series.ratings.back().on >= *weeks.support.began_on;
    };
    return std::ranges::any_of(weeks.views, [&](ToldView const& one) {
        return std::ranges::any_of(one.view.series, spans_it);
    });
}

std::string when(WeeksOfCase const& weeks) {
    auto const& support = weeks.support;
    if (!support.began_on) return "No session has been held yet.";
    auto const began = (is_line_drawn(weeks) ? "The broken line marks the first session, on "
                                             : "The first session was held on ") +
                       calendar::in_words(*support.began_on);
    return began +
           (support.ended_on ? "; support ended on " + calendar::in_words(*support.ended_on) + "." : ".");
}

h::Node all(WeeksView const& view, std::string const& forename) {
    auto const one = [&](ToldView const& shown) -> h::Node { return one_view(shown, view); };
    auto const of_targets = [&]() -> h::Node { return targets(view); };
    auto const no_baseline = []() -> h::Node { return h::p(std::string(no_ratings_before())); };
    return h::group(
        h::p(when(view.weeks)),
        h::when(view.weeks.views.empty() && view.weeks.support.began_on.has_value(), no_baseline),
        h::each(view.weeks.views, one),
        h::when(!view.weeks.sessions.empty(), of_targets),
        not_said(forename),
        design::details("How this is worked out", h::p(std::string(method_of_weeks())))
    );
}

}  // namespace

design::Page weeks(WeeksView const& view) {
    auto const header = need_to_know::pages::header(view.child);
    auto const& forename = view.child.access.child().forename();
    bool const empty = view.weeks.views.empty() && view.weeks.sessions.empty();
    return {
        .title = forename + ", week by week",
        .back = {.text = "What has changed", .path = change_path(view.the_case)},
        .layout = design::Layout::wide,
        .main = h::group(
            design::pupil_header(header),
            design::heading("Week by week"),
            empty ? nothing_yet(forename) : all(view, forename),
            safeguarding::pages::link_for(view.child.access.child().id())
        )};
}

}  // namespace change::pages
