#include <algorithm>
#include <tuple>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "design/way.hpp"
#include "programmes/later_start_pages.hpp"
#include "programmes/naming_pages.hpp"
#include "programmes/pages.hpp"
#include "programmes/placing.hpp"
#include "safeguarding/pages.hpp"

// One programme: where it stands, the one thing to do, its weeks and its children.
namespace programmes::pages {
namespace {

h::Node thing_to_do(design::FormGuard const& guard, ThingToDo const& now) {
    if (now.words.empty()) return {};
    auto const way = [&]() -> h::Node {
        if (now.button.empty()) return {};
        if (now.posts) return design::post_button(guard, now.path, now.button);
        return design::link_button(now.button, now.path);
    };
    auto const another = [&]() -> h::Node {
        return h::p(h::css("on-screen"), h::a(h::href(now.also_path), now.also));
    };
    return design::inset(h::group(h::p(now.words), way(), h::when(!now.also.empty(), another)));
}

std::string until(View const& view) {
    if (view.sessions.empty()) return "Nothing is planned";
    auto const last = std::ranges::max(view.sessions, {}, &Session::planned_on).planned_on;
    return calendar::in_words(view.programme.starts_on) + " to " + calendar::in_words(last);
}

h::Node facts(View const& view) {
    auto const& programme = view.programme;
    std::vector<design::SummaryRow> rows{
        {"Form",
         std::string(in_words(programme.form)) +
             (programme.form == Form::group ? ", " + text::counted(programme.places, "place", "places") : ""
             )},
        {"Delivered by", programme.deliverer_name},
        {"Room and time",
         programme.room_name + ", " + when_in_words(programme) + ", " +
             text::counted(programme.minutes, "minute", "minutes")},
        {"Weeks", text::counted(programme.weeks, "week", "weeks") + ", " + until(view)}};
    if (!programme.bounds_reason.empty())
        rows.push_back({"Why another size or length", programme.bounds_reason});
    if (!programme.few_children_reason.empty())
        rows.push_back(
            {programme.few_children
                 ? "Why it may start with only " + text::counted(*programme.few_children, "child", "children")
                 : "Why it starts with few children",
             programme.few_children_reason}
        );
    if (!programme.extension_reason.empty())
        rows.push_back({"Why it was extended", programme.extension_reason});
    return design::summary_list(rows);
}

h::Node about(View const& view) {
    bool const may_change = view.coordinates && !view.programme.completed_on;
    bool const may_rename = (view.coordinates || view.delivers) && !view.programme.completed_on;
    auto const rename = [&]() -> h::Node {
        return h::p(
            h::css("on-screen"), h::a(h::href(naming_path(view.programme.id)), "Rename the programme")
        );
    };
    auto const change = [&]() -> h::Node {
        return h::p(
            h::css("on-screen"),
            h::a(
                h::href(delivery_path(view.programme.id)), "Change who delivers it, the room, weekday or time"
            )
        );
    };
    bool const may_put_off = may_rename && view.programme.state() == State::to_start && view.now.also.empty();
    auto const put_off = [&]() -> h::Node {
        return h::p(
            h::css("on-screen"), h::a(h::href(later_start_path(view.programme.id)), "Start it on another day")
        );
    };
    return h::section(
        h::css("part"),
        h::h2("About the programme"),
        facts(view),
        changes(view.changes),
        h::when(may_change, change),
        h::when(may_put_off, put_off),
        h::when(may_rename, rename)
    );
}

h::Node needs_somebody(View const& view) {
    if (view.closed_because.empty() || view.programme.completed_on) return {};
    auto const way = [&]() -> h::Node {
        return h::p(
            h::css("on-screen"), h::a(h::href(delivery_path(view.programme.id)), "Choose who delivers it")
        );
    };
    return design::notice(
        view.somebody_needed ? "This programme needs somebody" : "Nurture training is not in force",
        h::group(h::p(view.closed_because), h::when(view.coordinates, way))
    );
}

// Made by mistake, and never used.
h::Node way_to_remove(View const& view) {
    if (!view.may_remove) return {};
    return h::p(
        h::css("on-screen"),
        h::a(h::href(removal_path(view.programme.id)), "Remove this programme"),
        ", if it was made by mistake. Nobody has had a place in it."
    );
}

h::Node target_line(Target const& target) {
    auto const words = target.words.empty() ? "Not in the child's own words yet" : "“" + target.words + "”";
    auto const measured = target.before
                              ? "class teacher measured " + std::to_string(*target.before) + " of 10"
                              : std::string("not measured by the class teacher yet");
    return h::li(words, " ", design::small_print(h::group(target.area_name, ", ", measured)));
}

h::Node fidelity_words(Child const& child) {
    auto const to_write_up = [&]() -> h::Node {
        return h::group(", ", child.fidelity.not_written_up, " to be written up");
    };
    return h::p(
        "Planned ",
        child.fidelity.planned,
        ", delivered ",
        child.fidelity.delivered,
        ", attended ",
        child.fidelity.attended,
        h::when(child.fidelity.not_written_up > 0, to_write_up)
    );
}

// Where an answer is entered, a parent reminded, and another letter written.
h::Node way_to_consent(View const& view, Child const& child) {
    if (!view.coordinates || !(child.consent_runs_out || !child.consented)) return {};
    return h::group(
        " · ",
        h::a(
            h::href("/cases/" + std::string(child.place.the_case.text()) + "/consent"),
            "Consent",
            design::unseen(" of " + child.place.pupil.forename)
        )
    );
}

h::Node progress(View const& view, Child const& child) {
    auto const change = [&]() -> h::Node {
        return h::p(
            h::css("on-screen"),
            h::a(
                h::href(targets_path(child.place.id)),
                "Targets",
                design::unseen(" of " + child.place.pupil.forename)
            ),
            " · ",
            h::a(
                h::href(ending_path(child.place.id)),
                "End the place",
                design::unseen(" of " + child.place.pupil.forename)
            ),
            way_to_consent(view, child)
        );
    };
    bool const may_change = child.place.is_open() && (view.coordinates || view.delivers);
    return h::group(
        h::ul(h::css("hopes"), h::each(child.targets, target_line)),
        fidelity_words(child),
        h::when(may_change, change)
    );
}

h::Node tag_of(Child const& child) {
    if (!child.place.is_open()) return design::tag(design::TagKind::calm, in_words(*child.place.end_reason));
    if (child.agreed_to_the_other)
        return design::tag(design::TagKind::overdue, "The yes is to the other form");
    if (!child.consented) return design::tag(design::TagKind::overdue, "No consent in force");
    if (!child.started && child.consent_runs_out)
        return design::tag(design::TagKind::overdue, "Consent ends before the start");
    if (!child.started) return design::tag(design::TagKind::waiting, "To start");
    return design::tag(design::TagKind::done, "Running");
}

// Who came back into the programme has one card, which says how the place before this one went.
bool comes_after(Place const& one, Place const& other) {
    auto const rank = [](Place const& place) {
        return std::tuple(place.is_open(), place.ended_on, place.allocated_on, place.id);
    };
    return rank(one) > rank(other);
}

bool is_shown_with_a_later_place(View const& view, Child const& child) {
    return std::ranges::any_of(view.children, [&](Child const& other) {
        return other.place.pupil.id == child.place.pupil.id && comes_after(other.place, child.place);
    });
}

h::Node earlier_place(View const& view, Child const& later, Child const& child) {
    if (child.place.pupil.id != later.place.pupil.id || !comes_after(later.place, child.place)) return {};
    return h::group(
        h::p(
            h::strong(
                "An earlier place" + (child.place.ended_on
                                          ? ", until " + calendar::in_words(*child.place.ended_on)
                                          : std::string())
            ),
            " ",
            tag_of(child)
        ),
        h::when(child.progress, [&]() -> h::Node { return progress(view, child); })
    );
}

h::Node child_block(View const& view, Child const& child) {
    if (is_shown_with_a_later_place(view, child)) return {};
    auto const path = "/pupils/" + std::string(child.place.pupil.id.text());
    return h::section(
        h::css("child"),
        h::h3(
            h::a(h::href(path), child.place.pupil.name()),
            "\u00a0",
            child.place.pupil.class_name,
            " ",
            tag_of(child)
        ),
        h::when(child.progress, [&]() -> h::Node { return progress(view, child); }),
        h::each(view.children, [&](Child const& other) { return earlier_place(view, child, other); }),
        safeguarding::pages::link_for(child.place.pupil.id, child.place.pupil.forename)
    );
}

h::Node children(View const& view) {
    auto const none = [&]() -> h::Node {
        return design::empty_state("Nobody has a place yet. Children with consent given can be allocated.");
    };
    return h::section(
        h::css("part"),
        h::h2("Children"),
        h::when(view.children.empty(), none),
        h::div(
            h::css("children"),
            h::each(view.children, [&](Child const& child) { return child_block(view, child); })
        ),
        h::when(!view.why_seen.empty(), [&]() -> h::Node { return design::small_print(view.why_seen); })
    );
}

std::string class_and_year(pupils::Pupil const& pupil) {
    if (pupil.year_group.empty()) return pupil.class_name;
    return pupil.class_name + ", " + (pupil.year_group == "R" ? "Reception" : "Year " + pupil.year_group);
}

h::Node suggestion(design::FormGuard const& guard, View const& view, Suggestion const& one) {
    std::vector<std::string> areas;
    for (auto const& area : one.areas) areas.push_back(area.name);
    auto const to_work_on = areas.empty() ? "No target area is agreed" : "To work on " + text::listed(areas);
    auto const allocate = [&]() -> h::Node {
        return design::form(
            guard,
            path_of(view.programme.id) + "/places",
            design::hidden("case", one.the_case.text()),
            design::secondary_button("Allocate " + one.pupil.forename)
        );
    };
    auto const& form = view.programme.form;
    auto const another_letter = [&]() -> h::Node {
        return h::group(
            h::p(letter_spoke_of_another(one.pupil.forename, form)),
            design::secondary_link_button(
                "Write about " + std::string(as_said(form)), letter_path(one.the_case, form)
            )
        );
    };
    // Another form than the chosen one asks for a reason, which has its place on the child's own page.
    auto const ask_why = [&]() -> h::Node {
        return design::secondary_link_button(
            "Find a place for " + one.pupil.forename, placing_path(one.the_case)
        );
    };
    return h::li(
        h::p(
            h::strong(one.pupil.name()),
            " ",
            class_and_year(one.pupil),
            ", waiting for ",
            text::counted(one.days_waiting, "day", "days"),
            one.form_fits ? "." : ". Another form of support was chosen."
        ),
        h::p(to_work_on, "."),
        h::when(!one.agreed_to, another_letter),
        h::when(one.agreed_to && one.form_fits, allocate),
        h::when(one.agreed_to && !one.form_fits, ask_why)
    );
}

// Whoever comes into a programme that runs has what is left of it.
std::string for_how_long(View const& view) {
    if (!view.programme.started_on) return {};
    auto const left = std::ranges::count(view.sessions, Outcome::planned, &Session::outcome);
    return ", for the " + text::counted(left, "session that is", "sessions that are") + " left";
}

h::Node suggestions(design::FormGuard const& guard, View const& view) {
    if (!view.coordinates || view.programme.completed_on) return {};
    auto const taken =
        std::ranges::count_if(view.children, [](auto const& child) { return child.place.is_open(); });
    auto const free = view.programme.places - static_cast<int>(taken);
    if (free <= 0) return h::p("Every place is taken.");
    if (!view.closed_because.empty()) return {};  // the notice above says why
    auto const nobody = [&]() -> h::Node {
        return h::p("Nobody is ready for a place: consent comes first.");
    };
    return h::section(
        h::css("part"),
        h::id("allocate"),
        h::h2("Ready for a place"),
        h::p(text::counted(free, "place is", "places are"), " free", for_how_long(view), "."),
        h::when(view.suggestions.empty(), nobody),
        h::ul(
            h::css("ready"),
            h::each(view.suggestions, [&](Suggestion const& one) { return suggestion(guard, view, one); })
        )
    );
}

// Of a programme that has not started nothing was held.
std::string_view heading_of_the_next(View const& view) {
    if (view.missed_start) return "First session";
    return view.next->planned_on < view.today ? "To record" : "Next session";
}

h::Node next_plan(View const& view) {
    if (!view.next) return {};
    auto const& next = *view.next;
    return h::section(
        h::css("part"),
        h::h2(heading_of_the_next(view)),
        h::p(
            h::a(h::href(path_of(next.id)), "Session " + std::to_string(next.number)),
            ", ",
            calendar::in_words(next.planned_on),
            " at ",
            next.starts_at_time,
            ", ",
            next.room_name
        ),
        next.plan.empty() ? design::small_print("No plan is written yet.")
                          : h::Node(h::p(h::css("as-written"), next.plan))
    );
}

// Another's reason, beside what was typed meanwhile.
h::Node reason_of_another(Programme const& programme) {
    return design::notice(
        "Someone wrote a reason while you wrote",
        h::p("It is “", programme.few_children_reason, "”. Save again to put yours in its place.")
    );
}

// How things are, and what can be done but to start with so few.
std::string instead_of_few(View const& view) {
    auto const few = std::to_string(view.few.children);
    switch (view.few.why) {
        case Few::no:
        case Few::have_a_place:
            return few + (view.few.children == 1 ? " has" : " have") + " a place. Give more children a place";
        case Few::may_start:
            return "consent lets only " + few + " of " + std::to_string(view.few.with_a_place) +
                   " start. See to the consent of the others, or start it on another day";
        case Few::are_ready: return few + " can start now. Wait until the others can";
    }
    return {};
}

// The policy's least is of children, and people may come to less for a reason. The form stands while it is
// asked for, and where what was typed in it comes back.
h::Node few_children(design::FormGuard const& guard, View const& view, Answers const& answers) {
    bool const came_back = answers.typed.has("few_children");
    bool const asked_for = view.few.why != Few::no && view.few.children > 0;
    if (!view.coordinates || !(asked_for || came_back)) return {};
    bool const of_another = came_back && !view.programme.few_children_reason.empty() &&
                            answers.typed.value("version") != std::to_string(view.programme.version);
    auto const few = std::to_string(view.few.children);
    return h::section(
        h::css("part"),
        h::h2("A small group"),
        h::when(of_another, [&] { return reason_of_another(view.programme); }),
        h::p(
            "The policy says at least " + std::to_string(view.group_least) + " children in a group, and " +
            instead_of_few(view) + ", or write why this one may start with " + few + "."
        ),
        design::form(
            guard,
            path_of(view.programme.id) + "/few-children",
            design::hidden("children", few),
            design::hidden("version", std::to_string(view.programme.version)),
            design::textarea(
                answers,
                {.name = "few_children",
                 .label = "Why the group starts with so few children",
                 .hint = "It stands with the programme.",
                 .rows = 2}
            ),
            design::secondary_button("Save the reason")
        )
    );
}

h::Node extension(design::FormGuard const& guard, View const& view, Answers const& answers) {
    if (view.programme.completed_on || !(view.coordinates || view.delivers)) return {};
    return design::details(
        "Go on for more weeks",
        design::form(
            guard,
            path_of(view.programme.id) + "/extension",
            design::text_input(
                answers,
                {.name = "weeks",
                 .label = "Weeks in all",
                 .width = design::Chars::three,
                 .input_mode = "numeric"}
            ),
            design::textarea(
                answers,
                {.name = "reason",
                 .label = "Why",
                 .hint = "Needed beyond " + std::to_string(view.weeks_most) +
                         " weeks. Change can't always be rapid.",
                 .rows = 2}
            ),
            design::secondary_button("Add the weeks")
        ),
        !answers.errors.empty() && answers.typed.has("weeks")
    );
}

std::string why_there(InAStrip const& session) {
    if (session.why_not)
        return std::string(in_words(*session.why_not)) +
               (session.moved_to ? "; to " + short_day(*session.moved_to) : "");
    if (!session.moved_from) return {};
    auto words = std::string(moved_in_words(*session.moved_from, session.planned_on)) + " " +
                 short_day(*session.moved_from);
    words.front() = words.front() == 'p' ? 'P' : 'B';
    return words;
}

// Nothing is missed before its day.
design::WeekState state_where_not_held(InAStrip const& session, Date today) {
    using design::WeekState;
    if (session.moved_to)
        return *session.moved_to < session.planned_on ? WeekState::brought_forward : WeekState::put_off;
    if (session.why_not == WhyNot::school_closed) return WeekState::closed;
    return session.planned_on > today ? WeekState::not_held : WeekState::missed;
}

// A plan is no more to be written once the day is past; the session is to be recorded, where it can have been
// held.
design::WeekState state_where_planned(InAStrip const& session, Date today) {
    using design::WeekState;
    if (session.planned_on < today) return session.begun ? WeekState::to_record : WeekState::not_begun;
    return session.has_plan ? WeekState::planned : WeekState::to_come;
}

design::WeekState week_state(InAStrip const& session, Date today) {
    switch (session.outcome) {
        case Outcome::planned: return state_where_planned(session, today);
        case Outcome::delivered: return design::WeekState::held;
        case Outcome::not_held: return state_where_not_held(session, today);
    }
    return {};
}

}  // namespace

std::string short_day(Date day) {
    auto const words = calendar::day_and_month(day);
    return words.substr(0, words.find(' ') + 4);
}

design::Week week_of(InAStrip const& session, Date today) {
    return {
        .name = session.moved_to ? "" : "Session " + std::to_string(session.number),
        .state = week_state(session, today),
        .why = why_there(session)};
}

h::Node strip(std::vector<Session> const& sessions, Date today, bool begun) {
    std::vector<design::Week> weeks;
    for (auto const& session : sessions) {
        auto const* const instead = in_place_of(session, sessions);
        auto week = week_of(
            {.number = session.number,
             .outcome = session.outcome,
             .has_plan = !session.plan.empty(),
             .planned_on = session.planned_on,
             .why_not = session.why_not,
             .moved_from = moved_from(session, sessions),
             .moved_to = instead ? std::optional(instead->planned_on) : std::nullopt,
             .begun = begun},
            today
        );
        week.when = short_day(session.held_on.value_or(session.planned_on));
        week.today = calendar::monday_of(session.planned_on) == calendar::monday_of(today);
        week.path = path_of(session.id);
        weeks.push_back(std::move(week));
    }
    return design::week_strip(weeks);
}

design::Page programme(design::FormGuard const& guard, View const& view, Answers const& answers) {
    auto const alert = [&]() -> h::Node {
        return design::notice(
            view.sessions_missed,
            h::p("The reasons lie in the provision, not with the children. The SENCo sees to time and room.")
        );
    };
    auto const name_tells = [&]() -> h::Node { return tells_of_a_child(view.programme, view.name_tells_of); };
    return {
        .title = view.programme.name,
        .back = {.text = "Programmes", .path = "/programmes"},
        .layout = design::Layout::wide,
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading(view.programme.name, view.removed ? "Removed" : in_words(view.programme.state())),
            h::when(!view.sessions_missed.empty(), alert),
            needs_somebody(view),
            h::when(!view.name_tells_of.empty(), name_tells),
            thing_to_do(guard, view.now),
            strip(view.sessions, view.today, !view.missed_start),
            next_plan(view),
            children(view),
            few_children(guard, view, answers),
            suggestions(guard, view),
            about(view),
            extension(guard, view, answers),
            way_to_remove(view)
        )};
}

}  // namespace programmes::pages
