#include <algorithm>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/not_saved.hpp"
#include "design/notices.hpp"
#include "design/way.hpp"
#include "programmes/later_start_pages.hpp"
#include "programmes/naming_pages.hpp"
#include "programmes/pages.hpp"
#include "programmes/programme_children_pages.hpp"

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
    return design::inset(
        h::group(h::p(design::as_written(now.words)), way(), h::when(!now.also.empty(), another))
    );
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
        rows.push_back({"Why another size or length", design::as_written(programme.bounds_reason)});
    if (!programme.few_children_reason.empty())
        rows.push_back(
            {programme.few_children
                 ? "Why it may have only " + text::counted(*programme.few_children, "child", "children")
                 : "Why it starts with few children",
             design::as_written(programme.few_children_reason)}
        );
    if (!programme.extension_reason.empty())
        rows.push_back({"Why it was extended", design::as_written(programme.extension_reason)});
    return design::summary_list(rows);
}

h::Node way_to_change(View const& view) {
    return h::a(
        h::css("on-screen"),
        h::href(delivery_path(view.programme.id)),
        "Change who delivers it, the room, weekday or time"
    );
}

h::Node way_to_assessments(View const& view) {
    bool const sees_progress = std::ranges::any_of(view.children, &Child::progress);
    if (!sees_progress) return {};
    return h::p(
        h::css("on-screen"),
        h::a(h::href(path_of(view.programme.id) + "/assessments"), "Assessments of these children"),
        ", on entry and now"
    );
}

h::Node about(View const& view) {
    bool const may_change = view.coordinates && !view.programme.completed_on;
    bool const may_rename = (view.coordinates || view.delivers) && !view.programme.completed_on;
    auto const rename = [&]() -> h::Node {
        return h::p(
            h::css("on-screen"), h::a(h::href(naming_path(view.programme.id)), "Rename the programme")
        );
    };
    auto const change = [&]() -> h::Node { return h::p(h::css("on-screen"), way_to_change(view)); };
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
        way_to_assessments(view),
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
                          : h::Node(h::p(design::as_written(next.plan)))
    );
}

// What stands, beside what was typed meanwhile.
h::Node few_children_meanwhile(Programme const& programme, Answers const& answers) {
    bool const came_back = answers.typed.has("few_children");
    if (!came_back || answers.typed.value("version") == std::to_string(programme.version)) return {};
    auto const& reason = programme.few_children_reason;
    return changed_while_you_wrote(h::p(
        design::as_written(
            reason.empty() ? "No reason for so few children stands with it."
                           : "“" + reason + "” stands with it now as the reason for so few children."
        ),
        " Read the programme again; then save again to put yours there."
    ));
}

// How things are, and what can be done but to start or go on with so few.
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
        case Few::have_stayed:
            return few + (view.few.children == 1 ? " has" : " have") +
                   " stayed in this one. Give more children a place";
    }
    return {};
}

// The policy's least is of children, and people may come to less for a reason. The form stands while it is
// asked for, and where what was typed in it comes back.
h::Node few_children(design::FormGuard const& guard, View const& view, Answers const& answers) {
    bool const came_back = answers.typed.has("few_children");
    bool const asked_for = view.few.why != Few::no && view.few.children > 0;
    if (!view.coordinates || !(asked_for || came_back)) return {};
    auto const few = std::to_string(view.few.children);
    bool const runs = view.programme.started_on.has_value();
    return h::section(
        h::css("part"),
        h::h2("A small group"),
        few_children_meanwhile(view.programme, answers),
        h::p(
            "The policy says at least " + std::to_string(view.group_least) + " children in a group, and " +
            instead_of_few(view) + ", or write why this one may " + (runs ? "go on" : "start") + " with " +
            few + "."
        ),
        design::form(
            guard,
            path_of(view.programme.id) + "/few-children",
            design::hidden("children", few),
            design::hidden("version", std::to_string(view.programme.version)),
            design::textarea(
                answers,
                {.name = "few_children",
                 .label = runs ? "Why the group goes on with so few children"
                               : "Why the group starts with so few children",
                 .hint = "It stands with the programme.",
                 .rows = 2}
            ),
            design::secondary_button("Save the reason")
        )
    );
}

// Sent from a page that was opened before the programme was completed.
h::Node extension_not_saved(Answers const& answers) {
    if (answers.errors.empty() || !answers.typed.has("weeks")) return {};
    return design::not_saved(
        {{"Weeks in all", std::string(answers.typed.value("weeks"))},
         {"Why", std::string(answers.typed.value("reason"))}}
    );
}

// Another's extension, beside what was typed meanwhile.
h::Node extended_meanwhile(Programme const& programme, Answers const& answers) {
    bool const came_back = answers.typed.has("weeks");
    if (!came_back || answers.typed.value("weeks_shown") == std::to_string(programme.weeks)) return {};
    auto const& reason = programme.extension_reason;
    return changed_while_you_wrote(h::p(
        "It runs for " + text::counted(programme.weeks, "week", "weeks") + " now",
        design::as_written(reason.empty() ? "" : ", because “" + reason + "”"),
        ". Save again to put your weeks and your reason there."
    ));
}

bool has_the_most_weeks(View const& view) { return view.programme.weeks >= view.weeks_most; }

std::string when_why_is_needed(View const& view) {
    auto const most = text::counted(view.weeks_most, "week", "weeks");
    if (view.coordinates) return "Needed beyond " + most + ". Change can't always be rapid.";
    return "May stay empty up to " + most + "; for more ask the SENCo, who adds them on this page.";
}

// Who delivers it adds no week past the policy's most.
h::Node senco_adds_more(View const& view) {
    return h::p(
        "The policy says at most ",
        text::counted(view.weeks_most, "week", "weeks"),
        ". Change can't always be rapid: where it needs longer, ask the SENCo, who adds weeks on this page, "
        "with the reason."
    );
}

h::Node extension(design::FormGuard const& guard, View const& view, Answers const& answers) {
    if (view.programme.completed_on || !(view.coordinates || view.delivers)) return {};
    bool const came_back = !answers.errors.empty() && answers.typed.has("weeks");
    if (!view.coordinates && !came_back && has_the_most_weeks(view))
        return design::details("Go on for more weeks", senco_adds_more(view));
    auto const form = design::form(
        guard,
        path_of(view.programme.id) + "/extension",
        design::hidden("weeks_shown", std::to_string(view.programme.weeks)),
        design::text_input(
            answers,
            {.name = "weeks", .label = "Weeks in all", .width = design::Chars::three, .input_mode = "numeric"}
        ),
        design::textarea(
            answers, {.name = "reason", .label = "Why", .hint = when_why_is_needed(view), .rows = 2}
        ),
        design::secondary_button("Add the weeks")
    );
    return design::details(
        "Go on for more weeks", h::group(extended_meanwhile(view.programme, answers), form), came_back
    );
}

h::Node sessions_missed(View const& view) {
    auto const to_do = view.coordinates ? way_to_change(view) : h::Node("The SENCo sees to time and room.");
    return design::notice(
        view.sessions_missed, h::p("The reasons lie in the provision, not with the children. ", to_do)
    );
}

}  // namespace

design::Page programme(design::FormGuard const& guard, View const& view, Answers const& answers) {
    auto const alert = [&]() -> h::Node { return sessions_missed(view); };
    auto const name_tells = [&]() -> h::Node {
        return tells_of_a_child(view.programme, *view.name_tells_of);
    };
    return {
        .title = view.programme.name,
        .back = {.text = "Programmes", .path = "/programmes"},
        .layout = design::Layout::wide,
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading(view.programme.name, view.removed ? "Removed" : in_words(view.programme.state())),
            h::when(view.programme.completed_on.has_value(), [&] { return extension_not_saved(answers); }),
            h::when(!view.sessions_missed.empty(), alert),
            needs_somebody(view),
            h::when(view.name_tells_of.has_value(), name_tells),
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
