#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "referrals/discussion_pages.hpp"
#include "referrals/waiting_pages.hpp"
#include "safeguarding/pages.hpp"

namespace referrals::pages {
namespace {

std::string case_path(PlaceView const& view, std::string_view what) {
    return "/cases/" + std::string(view.line.waiting.the_case.text()) + "/" + std::string(what);
}

h::Node move_button(std::string_view text, int to) {
    return design::secondary_button({.text = std::string(text), .name = "to", .value = std::to_string(to)});
}

h::Node move_form(design::FormGuard const& guard, PlaceView const& view, Answers const& answers) {
    auto const up = [&]() -> h::Node { return move_button("Move up", view.place - 1); };
    auto const down = [&]() -> h::Node { return move_button("Move down", view.place + 1); };
    return design::form(
        guard,
        case_path(view, "position"),
        design::hidden("from", std::to_string(view.place)),
        design::text_input(answers, {.name = "reason", .label = "Why does the place change?"}),
        design::text_input(
            answers,
            {.name = "place",
             .label = "Move to place",
             .hint = "From 1 to " + std::to_string(view.children),
             .width = design::Chars::three,
             .input_mode = "numeric"}
        ),
        design::button_row(
            design::button("Move"), h::when(view.place > 1, up), h::when(view.place < view.children, down)
        )
    );
}

h::Node review_form(design::FormGuard const& guard, PlaceView const& view, Answers const& answers) {
    return design::form(
        guard,
        case_path(view, "waiting/review"),
        design::hidden("version", std::to_string(view.line.waiting.version)),
        waiting_fields(answers),
        design::secondary_button("Keep on the list")
    );
}

h::Node what_stands(WaitingInput const& stands) {
    return design::notice(
        "What stands now",
        h::p(
            design::as_written(stands.meanwhile),
            " Look at this again by ",
            calendar::in_words(stands.review_by_on),
            "."
        )
    );
}

h::Node ways(design::FormGuard const& guard, PlaceView const& view, Refused const* refused) {
    bool const moving = refused && refused->form == Refused::Form::move;
    bool const reviewing = refused && refused->form == Refused::Form::review;
    FormErrors const no_errors;
    auto const moves = [&]() -> h::Node {
        return h::group(
            h::h2("Move on the list"), move_form(guard, view, moving ? refused->answers : design::blank())
        );
    };
    h::Node const stands = refused && refused->stands ? what_stands(*refused->stands) : h::Node{};
    return h::div(
        h::css("waiting__ways"),
        h::p(design::link_button("Offer a place: write to the parents", case_path(view, "letters"))),
        h::when(view.children > 1, moves),
        h::h2("Look at it again"),
        stands,
        review_form(guard, view, reviewing ? refused->answers : Answers{view.keeping, no_errors}),
        h::p(h::a(h::href(case_path(view, "steps/waiting_list/undoing")), "Take off the list"))
    );
}

h::Node what_is_known(PlaceView const& view) {
    auto const& waiting = view.line.waiting;
    std::vector<design::SummaryRow> rows{
        {.key = "Waiting since", .value = calendar::in_words(waiting.since_on)},
        {.key = "Why", .value = design::as_written(view.line.weighed.reason)}};
    if (!waiting.position_reason.empty())
        rows.push_back({.key = "Why this place", .value = why_here(view.line)});
    rows.push_back({.key = "Meanwhile", .value = design::as_written(waiting.said.meanwhile)});
    rows.push_back({.key = "Look again by", .value = calendar::in_words(waiting.said.review_by_on)});
    rows.push_back({.key = "Suggested place", .value = std::to_string(view.line.suggested_place)});
    return design::summary_list(rows);
}

}  // namespace

std::string place_path(CaseId const& the_case) {
    return "/cases/" + std::string(the_case.text()) + "/waiting";
}

design::Page place_on_list(
    design::FormGuard const& guard, PlaceView const& view, std::optional<Refused> const& refused
) {
    FormErrors const no_errors;
    auto const place = "Place " + std::to_string(view.place) + " of " + std::to_string(view.children);
    auto const* again = refused ? &*refused : nullptr;
    return {
        .title = "Waiting list: " + view.header.name,
        .back = {.text = "Waiting list", .path = waiting_list_path(view.line.waiting.the_case)},
        .layout = design::Layout::wide,
        .main = h::group(
            design::error_summary(refused ? refused->answers.errors : no_errors),
            design::pupil_header(view.header),
            design::heading(place, "Waiting list"),
            view.may_change ? design::beside(what_is_known(view), ways(guard, view, again))
                            : what_is_known(view),
            arithmetic(view.line.suggestion),
            safeguarding::pages::link_for(view.line.pupil.id)
        )};
}

design::Page not_on_list(design::PupilHeader const& header, PupilId const& pupil, bool something_sent) {
    auto const too_late = []() -> h::Node { return h::p("Nothing was saved."); };
    return {
        .title = "Waiting list: " + header.name,
        .back = {.text = "Waiting list", .path = "/waiting-list"},
        .main = h::group(
            design::pupil_header(header),
            design::heading("Not on the waiting list now"),
            h::when(something_sent, too_late),
            h::p(h::a(h::href(header.path), "See where ", header.name, " stands")),
            safeguarding::pages::link_for(pupil)
        )};
}

}  // namespace referrals::pages
