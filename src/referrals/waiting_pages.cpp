#include "referrals/waiting_pages.hpp"

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "referrals/discussion_pages.hpp"

namespace referrals::pages {
namespace {

struct Line {
    WaitingLine const& line;
    int place = 0;
    int children = 0;
};

std::vector<Line> numbered(WaitingView const& view) {
    std::vector<Line> lines;
    for (auto const& line : view.lines)
        lines.push_back(
            {.line = line,
             .place = static_cast<int>(lines.size()) + 1,
             .children = static_cast<int>(view.lines.size())}
        );
    return lines;
}

std::string case_path(Line const& of, std::string_view what) {
    return "/cases/" + std::string(of.line.waiting.the_case.text()) + "/" + std::string(what);
}

std::string id_of(Line const& of) { return std::string(of.line.waiting.the_case.text()); }

h::Node move_button(std::string_view text, int to) {
    return design::secondary_button({.text = std::string(text), .name = "to", .value = std::to_string(to)});
}

h::Node move_form(design::FormGuard const& guard, Line const& of, Answers const& answers) {
    auto const up = [&]() -> h::Node { return move_button("Move up", of.place - 1); };
    auto const down = [&]() -> h::Node { return move_button("Move down", of.place + 1); };
    return design::form(
        guard,
        case_path(of, "position"),
        design::hidden("from", std::to_string(of.place)),
        design::text_input(
            answers, {.name = "reason", .label = "Why does the place change?", .id = "reason-" + id_of(of)}
        ),
        design::text_input(
            answers,
            {.name = "place",
             .label = "Move to place",
             .hint = "From 1 to " + std::to_string(of.children),
             .width = design::Chars::three,
             .input_mode = "numeric",
             .id = "place-" + id_of(of)}
        ),
        design::button_row(
            design::button("Move"), h::when(of.place > 1, up), h::when(of.place < of.children, down)
        )
    );
}

h::Node review_form(design::FormGuard const& guard, Line const& of, Answers const& answers) {
    return design::form(
        guard,
        case_path(of, "waiting/review"),
        design::hidden("version", std::to_string(of.line.waiting.version)),
        waiting_fields(answers, id_of(of)),
        design::secondary_button("Keep on the list")
    );
}

Fields as_it_stands(WaitingInput const& said) {
    Fields fields;
    fields.add("review_by_on", calendar::iso(said.review_by_on));
    fields.add("meanwhile", said.meanwhile);
    return fields;
}

h::Node what_stands(WaitingInput const& stands) {
    return design::notice(
        "What stands now",
        h::p(stands.meanwhile, " Look at this again by ", calendar::in_words(stands.review_by_on), ".")
    );
}

h::Node ways(design::FormGuard const& guard, Line const& of, Refused const* refused) {
    bool const moving = refused && refused->form == Refused::Form::move;
    bool const reviewing = refused && refused->form == Refused::Form::review;
    auto const stands_now = as_it_stands(of.line.waiting.said);
    FormErrors const no_errors;
    h::Node const stands = refused && refused->stands ? what_stands(*refused->stands) : h::Node{};
    return h::div(
        h::css("waiting__ways"),
        h::p(design::link_button("Offer a place: write to the parents", case_path(of, "letters"))),
        design::details(
            "Move on the list", move_form(guard, of, moving ? refused->answers : design::blank()), moving
        ),
        design::details(
            "Look at it again",
            h::group(
                stands, review_form(guard, of, reviewing ? refused->answers : Answers{stands_now, no_errors})
            ),
            reviewing
        ),
        h::p(h::a(h::href(case_path(of, "steps/waiting_list/undoing")), "Take off the list"))
    );
}

h::Node review_tag(Line const& of, Date today) {
    auto const review_by = of.line.waiting.said.review_by_on;
    if (review_by < today) return design::tag(design::TagKind::overdue, "To be looked at again");
    if (review_by <= today + calendar::days_in_week)
        return design::tag(design::TagKind::due, "Look again soon");
    return {};
}

h::Node name_of(Line const& of) {
    auto const& pupil = of.line.pupil;
    auto const name = std::to_string(of.place) + ". " + pupil.name();
    if (!of.line.may_open) return h::h2(name);
    return h::h2(h::a(h::href("/pupils/" + std::string(pupil.id.text())), name));
}

// What the child needs and what is offered is for those who know the child; the others see who waits and how
// long.
h::Node at_a_glance(Line const& of, Date today) {
    auto const& waiting = of.line.waiting;
    std::vector<std::string> parts;
    if (of.line.may_open && !of.line.areas.empty()) parts.push_back(text::listed(of.line.areas));
    parts.emplace_back(in_words(of.line.weighed.form));
    parts.push_back("waiting " + text::counted(today - waiting.since_on, "day", "days"));
    parts.push_back("look again by " + calendar::weekday_day_month(waiting.said.review_by_on));
    if (of.line.may_open) parts.push_back("suggested place " + std::to_string(of.line.suggested_place));
    return h::p(h::css("waiting__glance"), text::joined(parts, " · "));
}

h::Node meanwhile(Line const& of) {
    if (!of.line.may_open) return {};
    return h::p(h::css("waiting__glance"), "Meanwhile: ", of.line.waiting.said.meanwhile);
}

h::Node what_is_known(Line const& of) {
    auto const& waiting = of.line.waiting;
    std::vector<design::SummaryRow> rows{
        {.key = "Waiting since", .value = calendar::in_words(waiting.since_on)},
        {.key = "Why", .value = of.line.weighed.reason}};
    if (!waiting.position_reason.empty())
        rows.push_back({.key = "Why this place", .value = waiting.position_reason});
    return h::group(design::summary_list(rows), arithmetic(of.line.suggestion));
}

// Folded, so that the order of all can be read at a glance.
h::Node more(design::FormGuard const& guard, Line const& of, Refused const* refused, bool may_change) {
    if (!of.line.may_open) return {};
    return design::details(
        "Open " + of.line.pupil.forename,
        may_change ? design::beside(what_is_known(of), ways(guard, of, refused)) : what_is_known(of),
        refused != nullptr
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

h::Node fairness(WaitingView const& view) {
    if (view.lines.empty()) return {};
    return h::section(
        h::h2("Is it fair?"),
        design::beside(
            times_table("Year", "by year", view.by_year),
            times_table("Raised by", "by who raised the concern", view.by_source)
        )
    );
}

}  // namespace

std::string waiting_list_path(CaseId const& the_case) {
    return "/waiting-list#" + std::string(the_case.text());
}

design::Page waiting_list(
    design::FormGuard const& guard, WaitingView const& view, std::optional<Refused> const& refused
) {
    auto const one = [&](Line const& of) -> h::Node {
        auto const* own = refused && refused->the_case == of.line.waiting.the_case ? &*refused : nullptr;
        return h::li(
            h::css("waiting__child"),
            h::id(id_of(of)),
            h::div(
                h::css("waiting__line"),
                name_of(of),
                h::span(of.line.pupil.class_name),
                review_tag(of, view.today)
            ),
            at_a_glance(of, view.today),
            meanwhile(of),
            more(guard, of, own, view.may_change)
        );
    };
    auto const lines = numbered(view);
    auto const list = [&]() -> h::Node { return h::ol(h::css("waiting"), h::each(lines, one)); };
    auto const nobody = []() -> h::Node { return design::empty_state("Nobody waits for a place."); };
    FormErrors const no_errors;
    return {
        .title = "Waiting list",
        .back = {.text = "Referrals", .path = "/referrals"},
        .layout = design::Layout::wide,
        .main = h::group(
            design::error_summary(refused ? refused->answers.errors : no_errors),
            design::heading("Waiting list"),
            h::p(
                "In the order that people gave it. Withy's suggestion stands beside each child. ",
                h::a(h::href("/programmes"), "See which programmes have a place")
            ),
            h::when(!lines.empty(), list),
            h::when(lines.empty(), nobody),
            fairness(view)
        )};
}

}  // namespace referrals::pages
