#include "sessions/pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "safeguarding/pages.hpp"
#include "sessions/not_held_pages.hpp"
#include "sessions/plan_pages.hpp"
#include "sessions/register_pages.hpp"

namespace sessions::pages {
namespace {

using programmes::Outcome;

std::string path(View const& view) { return programmes::path_of(view.session.id); }

h::Node stand_in_form(design::FormGuard const& guard, View const& view, Answers const& answers) {
    if (!view.delivers && !view.coordinates) return {};
    std::vector<design::Choice> people;
    for (auto const& [id, name] : view.colleagues)
        if (id != view.programme.deliverer) people.push_back({std::string(id.text()), name});
    return design::details(
        "A colleague holds this session",
        design::form(
            guard,
            path(view) + "/stand-in",
            design::hidden("version", std::to_string(view.session.version)),
            design::select(
                answers,
                {.name = "stand_in",
                 .label = "Trained colleague",
                 .choices = people,
                 .hint = "They see the plan and the register of this session; what a child confided stays "
                         "closed.",
                 .nothing = view.programme.deliverer_name + " holds it"}
            ),
            all_the_same(view, answers, "stand_in"),
            design::secondary_button("Save who holds it")
        ),
        !answers.error("stand_in").empty()
    );
}

design::WorkItem card_line(View const& view, Child const& child) {
    bool const written = child.evaluation && child.evaluation->writing == Writing::written;
    bool const absent = written && !child.evaluation->attended;
    auto const tag = [&]() -> h::Node {
        if (child.agreed_to_the_other && !written)
            return design::tag(design::TagKind::overdue, "The yes is to the other form");
        if (!child.consented && !written) return design::tag(design::TagKind::overdue, "No consent in force");
        if (absent) return design::tag(design::TagKind::calm, in_words(*child.evaluation->why_absent));
        if (written) return design::tag(design::TagKind::done, "Written up");
        return design::tag(design::TagKind::due, "To write up");
    };
    auto const ask = [&]() -> h::Node {
        return h::a(
            h::href(check_in_path(view.session.id, child.place.id)), "Ask ", child.called(), " how it was"
        );
    };
    bool const may_ask = view.holds_it && child.may_be_asked && !absent;
    // On paper what leads somewhere would read as a fact about the child.
    h::Node const ways = h::span(
        h::css("on-screen work__ways"),
        h::when(may_ask, ask),
        safeguarding::pages::link_about(child.named, child.called())
    );
    return {
        .title = child.named.in_full(),
        .path = evaluation_path(view.session.id, child.place.id),
        .detail = h::group(child.place.pupil.class_name, ways),
        .tag = tag()};
}

h::Node cards(View const& view) {
    design::WorkList list{
        .heading = "Each child", .items = {}, .if_empty = "Nobody whom you support was on the register."};
    for (auto const& child : view.children) list.items.push_back(card_line(view, child));
    auto const others = [&]() -> h::Node {
        return design::small_print(
            "The register also names " + text::counted(
                                             view.no_longer_seen,
                                             "child whom you no longer support.",
                                             "children whom you no longer support."
                                         )
        );
    };
    return h::group(design::work_list(list), h::when(view.no_longer_seen > 0, others));
}

std::string what_goes_with_it(View const& view) {
    auto const faces = std::ranges::count_if(view.children, [](Child const& child) {
        return child.evaluation && is_face_alone(*child.evaluation);
    });
    std::string const absences = "The session is planned again, and the absences of its register go";
    if (faces == 0) return absences + ".";
    return absences +
           (faces == 1 ? ", as does the face that a child chose." : ", as do the faces that children chose.");
}

h::Node delivered(design::FormGuard const& guard, View const& view, Answers const& answers) {
    auto const* first = view.holds_it ? first_to_write_up(view) : nullptr;
    auto const next = [&]() -> h::Node {
        return design::button_row(design::link_button(
            "Write up " + first->called(), evaluation_path(view.session.id, first->place.id)
        ));
    };
    auto const it_stays = [&]() -> h::Node { return design::small_print(view.why_no_undoing + "."); };
    return h::group(
        h::p("Held on ", calendar::in_words(*view.session.held_on), " by ", view.delivered_by, "."),
        h::when(first != nullptr, next),
        cards(view),
        undoing_form(guard, view, answers, "/delivery", what_goes_with_it(view)),
        h::when(!view.why_no_undoing.empty(), it_stays)
    );
}

h::Node to_hold(design::FormGuard const& guard, View const& view, Answers const& answers) {
    bool const records = view.holds_it || view.coordinates;
    auto const wait = [&]() -> h::Node {
        return design::inset(h::p(
            "The programme has not started, so no session can be recorded yet. ",
            h::a(
                h::css("on-screen"), h::href(programmes::path_of(view.programme.id)), "See what it waits for"
            )
        ));
    };
    auto const come_back = [&]() -> h::Node {
        return design::inset(h::p(
            "The register opens on ",
            from_when(view.session),
            ". To hold the session earlier, record that it was not held and name the day it is held instead."
        ));
    };
    bool const started = view.programme.started_on.has_value();
    bool const open = register_is_open(view);
    return h::group(
        h::when(!started, wait),
        h::when(started && view.holds_it && !open, come_back),
        records ? not_held_form(guard, view, answers) : h::Node{},
        stand_in_form(guard, view, answers)
    );
}

h::Node body(design::FormGuard const& guard, View const& view, Answers const& answers) {
    switch (view.session.outcome) {
        case Outcome::planned:
            return h::group(
                register_is_open(view)
                    ? h::group(register_and_plan(guard, view, answers), plans_to_begin_with(view))
                    : design::beside(
                          h::group(plan(guard, view, answers), plans_to_begin_with(view)),
                          children_to_plan_for(view)
                      ),
                to_hold(guard, view, answers)
            );
        case Outcome::delivered: return h::group(delivered(guard, view, answers), plan(guard, view, answers));
        case Outcome::not_held: return h::group(not_held(guard, view, answers), plan(guard, view, answers));
    }
    return {};
}

}  // namespace

design::Page session(design::FormGuard const& guard, View const& view, Answers const& answers) {
    // What was put off counts on the day instead.
    auto const number = view.instead ? "A session" : "Session " + std::to_string(view.session.number);
    auto const moved = view.moved.empty() ? std::string() : ", " + view.moved;
    auto const instead = [&]() -> h::Node { return h::p(view.stand_in, " holds this session."); };
    auto const put_off = [&]() -> h::Node {
        return h::p(
            "It was not held on ",
            day_of(*view.put_off),
            ": ",
            programmes::in_words(*view.put_off->why_not),
            "."
        );
    };
    return {
        .title = number + " of " + view.programme.name,
        .back = {.text = view.programme.name, .path = programmes::path_of(view.programme.id)},
        .layout = view.session.outcome == Outcome::planned ? design::Layout::wide : design::Layout::reading,
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading(
                calendar::in_words(view.session.planned_on) + " at " + view.session.starts_at_time,
                number + " of " + view.programme.name + moved
            ),
            h::p(view.session.room_name, ", ", text::counted(view.programme.minutes, "minute", "minutes")),
            h::when(view.put_off.has_value(), put_off),
            h::when(!view.stand_in.empty(), instead),
            safeguarding::pages::opening_notice(),
            body(guard, view, answers)
        )};
}

}  // namespace sessions::pages
