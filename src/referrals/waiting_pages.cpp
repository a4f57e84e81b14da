#include "referrals/waiting_pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"

namespace referrals::pages {
namespace {

std::string case_path(CaseId const& the_case, std::string_view what) {
    return "/cases/" + std::string(the_case.text()) + "/" + std::string(what);
}

h::Node review_tag(WaitingLine const& line, Date today) {
    auto const review_by = line.waiting.said.review_by_on;
    if (review_by < today) return design::tag(design::TagKind::overdue, "To be looked at again");
    if (review_by <= today + calendar::days_in_week)
        return design::tag(design::TagKind::due, "Look again soon");
    return {};
}

h::Node name_of(WaitingLine const& line, int place) {
    auto const name = std::to_string(place) + ". " + line.child.value().in_full();
    if (!line.may_open) return h::h2(name);
    return h::h2(h::a(h::href("/pupils/" + std::string(line.pupil.id.text())), name));
}

// What the child needs and what is offered is for those who know the child; the others see who waits and how
// long.
h::Node at_a_glance(WaitingLine const& line, Date today) {
    auto const& waiting = line.waiting;
    std::vector<std::string> parts;
    if (line.may_open && !line.areas.empty()) parts.push_back(text::listed(line.areas));
    parts.emplace_back(in_words(line.weighed.form));
    parts.push_back("waiting " + text::counted(today - waiting.since_on, "day", "days"));
    parts.push_back("look again by " + calendar::weekday_day_month(waiting.said.review_by_on));
    if (line.may_open) parts.push_back("suggested place " + std::to_string(line.suggested_place));
    return h::p(h::css("waiting__glance"), text::joined(parts, " · "));
}

// The reason may speak of home, as what is offered meanwhile may.
h::Node reason_for_place(WaitingLine const& line) {
    if (!line.may_open || line.waiting.position_reason.empty()) return {};
    return h::p(h::css("waiting__glance"), why_here(line));
}

h::Node meanwhile(WaitingLine const& line) {
    if (!line.may_open) return {};
    return h::p(h::css("waiting__glance"), "Meanwhile: ", line.waiting.said.meanwhile);
}

// What is decided about one child stands on a page of its own, so that the list stays light however long it
// is.
h::Node way_on(WaitingLine const& line, bool may_change) {
    if (!line.may_open) return {};
    auto const words = may_change ? "Place, move or take off " : "The place of ";
    return h::p(
        h::css("waiting__ways"),
        h::a(h::href(case_path(line.waiting.the_case, "waiting")), words, line.child.value().forename())
    );
}

h::Node one_child(WaitingView const& view, WaitingLine const& line, int place) {
    return h::li(
        h::css("waiting__child"),
        h::id(std::string(line.waiting.the_case.text())),
        h::div(
            h::css("waiting__line"),
            name_of(line, place),
            h::span(line.pupil.class_name),
            review_tag(line, view.today)
        ),
        at_a_glance(line, view.today),
        reason_for_place(line),
        meanwhile(line),
        way_on(line, view.may_change)
    );
}

h::Node times_table(std::string_view group, std::string_view by, std::vector<WaitingTimes> const& times) {
    design::Table table{
        .caption = "How long children wait, " + std::string(by),
        .columns =
            {{std::string(group)},
             {"Children", design::Align::number},
             {"Half wait at least", design::Align::number},
             {"Longest", design::Align::number}},
        .rows = {}};
    for (auto const& of : times)
        table.rows.push_back(
            {of.group,
             std::to_string(of.children),
             text::counted(of.median_days, "day", "days"),
             text::counted(of.longest_days, "day", "days")}
        );
    return design::table(table);
}

h::Node times_if_any(std::string_view group, std::string_view by, std::vector<WaitingTimes> const& times) {
    return times.empty() ? h::Node{} : times_table(group, by, times);
}

h::Node by_what_is_on_record(WaitingView const& view) {
    if (view.by_sex.empty() && view.by_sen_provision.empty() && view.by_pupil_premium.empty()) return {};
    return h::group(
        design::beside(
            times_if_any("Sex", "by sex", view.by_sex),
            times_if_any("SEN provision", "by SEN provision", view.by_sen_provision)
        ),
        h::when(
            !view.by_pupil_premium.empty(),
            [&] {
                return design::beside(
                    times_table("Pupil premium", "by pupil premium", view.by_pupil_premium), h::Node{}
                );
            }
        ),
        design::small_print("By sex, SEN provision and pupil premium, groups of fewer than three are counted "
                            "together, or left out.")
    );
}

h::Node fairness(WaitingView const& view) {
    if (view.lines.empty()) return {};
    return h::section(
        h::h2("Is it fair?"),
        design::beside(
            times_table("Year", "by year", view.by_year),
            times_table("Raised by", "by who raised the concern", view.by_source)
        ),
        by_what_is_on_record(view)
    );
}

}  // namespace

std::string waiting_list_path(CaseId const& the_case) {
    return "/waiting-list#" + std::string(the_case.text());
}

design::Page waiting_list(WaitingView const& view) {
    int place = 0;
    auto const one = [&](WaitingLine const& line) -> h::Node { return one_child(view, line, ++place); };
    auto const list = [&]() -> h::Node { return h::ol(h::css("waiting"), h::each(view.lines, one)); };
    auto const nobody = []() -> h::Node { return design::empty_state("Nobody waits for a place."); };
    bool const sees_suggestions = std::ranges::any_of(view.lines, &WaitingLine::may_open);
    return {
        .title = "Waiting list",
        .back = {.text = "Referrals", .path = "/referrals"},
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading("Waiting list"),
            h::p(
                view.lines.empty() ? std::string() : in_what_order(view.lines) + " ",
                sees_suggestions
                    ? "Withy's suggestion stands beside each child whom you may open, and orders nobody. "
                    : "",
                h::a(h::href("/programmes"), "See which programmes have a place")
            ),
            h::when(!view.lines.empty(), list),
            h::when(view.lines.empty(), nobody),
            fairness(view)
        )};
}

}  // namespace referrals::pages
