#include "sessions/pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "safeguarding/pages.hpp"

namespace sessions::pages {
namespace {

using programmes::Outcome;

std::string path(View const& view) { return programmes::path_of(view.session.id); }

// From the day the session is planned for, to who holds it.
bool register_is_open(View const& view) {
    return view.holds_it && view.programme.started_on && view.session.planned_on <= view.today;
}

h::Node plan_words(Session const& session) {
    if (session.plan.empty()) return design::small_print("No plan is written yet.");
    return h::p(h::css("as-written"), session.plan);
}

h::Node plan_field(View const& view, std::string_view version, Answers const& answers) {
    auto const theirs = [&]() -> h::Node {
        return design::notice(
            "Someone else saved the plan while you wrote",
            h::group(
                h::p("Theirs stands here; yours stands in the field below. Put together what should stay, "
                     "then save."),
                h::p(h::css("as-written"), *view.plan_of_another)
            )
        );
    };
    return h::group(
        h::when(view.plan_of_another.has_value(), theirs),
        design::hidden(version, std::to_string(view.session.version)),
        design::textarea(
            answers,
            {.name = "plan",
             .label = "What the session will do",
             .rows = 6,
             .keep = "plan-" + std::string(view.session.id.text())}
        )
    );
}

h::Node review_form(design::FormGuard const& guard, View const& view, Answers const& answers) {
    return design::details(
        "Note that you have looked at the plan",
        design::form(
            guard,
            path(view) + "/plan-review",
            design::textarea(answers, {.name = "note", .label = "A note for who delivers it", .rows = 2}),
            design::secondary_button("Mark the plan as reviewed")
        ),
        !answers.error("note").empty()
    );
}

h::Node reviewed(Session const& session) {
    if (!session.plan_reviewed_on) return {};
    return design::small_print(h::group(
        "Reviewed by the SENCo on ", calendar::in_words(*session.plan_reviewed_on), ": ", session.plan_review
    ));
}

h::Node review(design::FormGuard const& guard, View const& view, Answers const& answers) {
    if (!view.coordinates || view.session.plan.empty()) return {};
    return review_form(guard, view, answers);
}

h::Node plan(design::FormGuard const& guard, View const& view, Answers const& answers) {
    bool const writes = view.session.outcome == Outcome::planned && (view.holds_it || view.coordinates);
    auto const form = [&]() -> h::Node {
        return design::form(
            guard, path(view) + "/plan", plan_field(view, "version", answers), design::button("Save the plan")
        );
    };
    return h::section(
        h::css("part"),
        h::h2("Plan"),
        writes ? form() : plan_words(view.session),
        reviewed(view.session),
        review(guard, view, answers)
    );
}

h::Node what_to_plan_by(Child const& child) {
    if (!child.progress_seen) return {};
    std::vector<std::string> targets;
    for (auto const& words : child.targets) targets.push_back("“" + words + "”");
    auto const last = [&]() -> h::Node {
        return h::group(h::br(), h::strong("Next time: "), child.next_time);
    };
    return h::p(
        targets.empty() ? "No target is worded yet." : text::joined(targets, " · "),
        h::when(!child.next_time.empty(), last)
    );
}

// Who is planned for, before the session and before the programme's start.
h::Node children_to_plan_for(View const& view) {
    auto const nobody = []() -> h::Node { return design::empty_state("Nobody has a place yet."); };
    return h::section(
        h::css("part"),
        h::h2("The children"),
        h::when(view.children.empty(), nobody),
        h::each(
            view.children,
            [](Child const& child) -> h::Node {
                return h::group(h::h3(child.place.pupil.name()), what_to_plan_by(child));
            }
        )
    );
}

h::Node register_row(programmes::Form form, Child const& child, Answers const& answers) {
    auto const field = register_field(child.place.id);
    if (!child.consented)
        return design::notice(
            "No consent in force for " + child.place.pupil.forename,
            h::group(
                h::p(
                    h::when(
                        child.agreed_to_the_other,
                        [&]() -> h::Node {
                            return h::group(consent::that_the_yes_is_to_the_other(form), ". ");
                        }
                    ),
                    "Nothing can be recorded for this child on the day. The SENCo knows where consent stands."
                ),
                design::hidden(field, "no_consent")
            )
        );
    std::vector<design::Choice> reasons;
    for (auto const why : all_of<WhyAbsent>())
        reasons.push_back({std::string(word(why)), std::string(in_words(why))});
    auto const why = design::select(
        answers,
        {.name = why_absent_field(child.place.id),
         .label = "Why " + child.place.pupil.forename + " is not here",
         .choices = reasons,
         .nothing = "Choose why"}
    );
    return design::radios(
        answers,
        {.name = field,
         .legend = child.place.pupil.name(),
         .choices =
             {{.value = std::string(word(Attendance::here)), .text = "Here"},
              {.value = std::string(word(Attendance::not_here)), .text = "Not here", .more = why}},
         .in_a_row = true}
    );
}

// The same form, sent to where the plan is saved.
h::Node save_the_plan_alone(View const& view) {
    return h::button(
        h::css("govuk-button govuk-button--secondary"),
        h::type("submit"),
        h::attribute("formaction", path(view) + "/plan"),
        "Save the plan"
    );
}

h::Node the_register(View const& view, Answers const& answers) {
    return h::section(
        h::css("part"),
        h::h2("Register"),
        h::each(
            view.children,
            [&](Child const& child) { return register_row(view.programme.form, child, answers); }
        ),
        design::date_input(answers, {.name = "held_on", .legend = "Held on"}),
        // The first button of a form is also what Enter presses.
        design::button_row(
            design::button("Record the session as delivered"),
            design::secondary_button(
                {.text = "Everyone is here: record it", .name = "everyone", .value = "here"}
            ),
            save_the_plan_alone(view)
        )
    );
}

// One form, so that a plan that was typed is saved with the register.
h::Node plan_and_register(design::FormGuard const& guard, View const& view, Answers const& answers) {
    h::Node const plan = h::section(
        h::css("part"),
        h::h2("Plan"),
        plan_field(view, "plan_version", answers),
        design::small_print("It is saved with the register, or alone by the last button."),
        reviewed(view.session)
    );
    return h::group(
        design::form(
            guard,
            path(view) + "/delivery",
            design::beside(plan, children_to_plan_for(view)),
            the_register(view, answers)
        ),
        review(guard, view, answers)
    );
}

// They may know of a door between two rooms.
h::Node all_the_same(View const& view, Answers const& answers, std::string_view field) {
    if (!view.clashes || answers.error(field).empty()) return {};
    return design::checkbox(answers, {.name = "all_the_same", .text = "It stays so all the same"});
}

h::Node not_held_form(design::FormGuard const& guard, View const& view, Answers const& answers) {
    std::vector<design::Choice> reasons;
    for (auto const why : all_of<programmes::WhyNot>())
        reasons.push_back({std::string(word(why)), std::string(programmes::in_words(why))});
    bool const open = !answers.error("why_not").empty() || !answers.error("instead").empty() ||
                      !answers.error("on").empty();
    return design::details(
        "The session was not held",
        design::form(
            guard,
            path(view) + "/absence",
            design::radios(answers, {.name = "why_not", .legend = "Why", .choices = reasons}),
            design::radios(
                answers,
                {.name = "instead",
                 .legend = "Is it held on another day?",
                 .choices =
                     {{.value = "after_the_last", .text = "Yes, a week after the last session"},
                      {.value = "on_a_day",
                       .text = "Yes, on a day that I name",
                       .more = design::date_input(answers, {.name = "on", .legend = "Held instead on"})},
                      {.value = "nothing", .text = "No"}}}
            ),
            all_the_same(view, answers, "on"),
            all_the_same(view, answers, "instead"),
            design::secondary_button("Record that it was not held")
        ),
        open
    );
}

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
            h::href(check_in_path(view.session.id, child.place.id)),
            "Ask ",
            child.place.pupil.forename,
            " how it was"
        );
    };
    bool const may_ask = view.holds_it && child.consented && !absent;
    return {
        .title = child.place.pupil.name(),
        .path = evaluation_path(view.session.id, child.place.id),
        .detail = h::group(
            child.place.pupil.class_name,
            h::when(may_ask, [&]() -> h::Node { return h::group(" · ", ask()); }),
            " · ",
            h::a(
                h::href(safeguarding::pages::path_of(child.place.pupil.id)),
                "Put on CPOMS",
                design::unseen(" about " + child.place.pupil.forename)
            )
        ),
        .tag = tag()};
}

h::Node cards(View const& view) {
    design::WorkList list{
        .heading = "Each child", .items = {}, .if_empty = "Nobody had a place in the programme on the day."};
    for (auto const& child : view.children) list.items.push_back(card_line(view, child));
    return design::work_list(list);
}

h::Node undoing_form(
    design::FormGuard const& guard,
    View const& view,
    Answers const& answers,
    std::string const& what,
    std::string const& what_follows
) {
    if (!view.may_undo) return {};
    return design::details(
        "Recorded by mistake? Undo, with a reason",
        design::form(
            guard,
            path(view) + what + "/undoing",
            h::p(what_follows, " The reason stays on record."),
            design::text_input(answers, {.name = "reason", .label = "Why is it undone?"}),
            design::warning_button("Undo the record")
        ),
        !answers.error("reason").empty()
    );
}

h::Node delivered(design::FormGuard const& guard, View const& view, Answers const& answers) {
    auto const* first = view.holds_it ? first_to_write_up(view) : nullptr;
    auto const next = [&]() -> h::Node {
        return design::button_row(design::link_button(
            "Write up " + first->place.pupil.forename, evaluation_path(view.session.id, first->place.id)
        ));
    };
    return h::group(
        h::p("Held on ", calendar::in_words(*view.session.held_on), " by ", view.delivered_by, "."),
        h::when(first != nullptr, next),
        cards(view),
        undoing_form(
            guard,
            view,
            answers,
            "/delivery",
            "The session is planned again, and the absences of its register go."
        )
    );
}

h::Node day_of(Session const& session) {
    return h::a(h::href(programmes::path_of(session.id)), calendar::weekday_day_month(session.planned_on));
}

h::Node where_it_went(View const& view) {
    if (!view.session.rearranged) return "It is not made up for.";
    if (!view.instead) return "It was put off to another day.";
    return h::group(
        view.instead->planned_on < view.session.planned_on ? "It was brought forward to "
                                                           : "It was put off to ",
        day_of(*view.instead),
        "."
    );
}

h::Node not_held(design::FormGuard const& guard, View const& view, Answers const& answers) {
    auto const& session = view.session;
    auto const it_stays = [&]() -> h::Node { return design::small_print(view.why_no_undoing + "."); };
    return h::group(
        design::inset(h::p("Not held: ", programmes::in_words(*session.why_not), ". ", where_it_went(view))),
        undoing_form(
            guard,
            view,
            answers,
            "/absence",
            "The session is planned again for " + calendar::weekday_day_month(session.planned_on) +
                (view.instead ? ", and the one in its place goes." : ".")
        ),
        h::when(!view.why_no_undoing.empty(), it_stays)
    );
}

h::Node to_hold(design::FormGuard const& guard, View const& view, Answers const& answers) {
    bool const records = view.holds_it || view.coordinates;
    auto const wait = [&]() -> h::Node {
        return design::inset(h::p(
            "The programme has not started, so no session can be recorded yet. ",
            h::a(h::href(programmes::path_of(view.programme.id)), "See what it waits for")
        ));
    };
    auto const come_back = [&]() -> h::Node {
        return design::inset(h::p(
            "The register opens on ",
            calendar::in_words(view.session.planned_on),
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
                    ? plan_and_register(guard, view, answers)
                    : design::beside(plan(guard, view, answers), children_to_plan_for(view)),
                to_hold(guard, view, answers)
            );
        case Outcome::delivered: return h::group(delivered(guard, view, answers), plan(guard, view, answers));
        case Outcome::not_held: return h::group(not_held(guard, view, answers), plan(guard, view, answers));
    }
    return {};
}

}  // namespace

design::Page session(design::FormGuard const& guard, View const& view, Answers const& answers) {
    auto const number = "Session " + std::to_string(view.session.number);
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
