#include "sessions/not_held_pages.hpp"

#include <algorithm>

#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "safeguarding/pages.hpp"
#include "sessions/register_pages.hpp"

namespace sessions::pages {
namespace {

std::string path(View const& view) { return programmes::path_of(view.session.id); }

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

// What the register said of each child stands here when it turns out that nobody came.
h::Node why_each_is_absent(View const& view, Answers const& answers) {
    auto const unsaid = only_child(view).empty() ? "Not said" : "Choose why";
    std::vector<design::Choice> reasons;
    for (auto const why : all_of<WhyAbsent>())
        reasons.push_back({std::string(word(why)), std::string(in_words(why))});
    return h::group(h::each(view.children, [&](Child const& child) -> h::Node {
        if (!child.consented) return {};
        return design::select(
            answers,
            {.name = why_missed_field(child.place.id),
             .label = "Why " + child.named.in_full() + " did not come",
             .choices = reasons,
             .nothing = unsaid}
        );
    }));
}

bool misses_why(View const& view, Answers const& answers) {
    return std::ranges::any_of(view.children, [&](Child const& child) {
        return !answers.error(why_missed_field(child.place.id)).empty();
    });
}

h::Node who_did_not_come(View const& view) {
    std::vector<design::SummaryRow> rows;
    for (auto const& child : view.children)
        if (auto const found = view.absences.find(child.place.id); found != view.absences.end())
            rows.push_back({child.named.in_full(), std::string(in_words(found->second))});
    return design::summary_list(rows);
}

// Named before it is pressed: closed weeks lie between, or the terms end.
std::string day_after_the_last(View const& view) {
    if (!view.after_the_last) return "No term that is known reaches so far: name a day, or ask the SENCo";
    return "That is " + calendar::weekday_day_month(*view.after_the_last);
}

}  // namespace

h::Node day_of(Session const& session) {
    return h::a(h::href(programmes::path_of(session.id)), calendar::weekday_day_month(session.planned_on));
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
    auto const absent =
        std::ranges::find(reasons, word(programmes::WhyNot::pupil_absent), &design::Choice::value);
    absent->more = why_each_is_absent(view, answers);
    auto const only = only_child(view);
    absent->text = only.empty() ? "No child came" : only + " is not here";
    bool const open = !answers.error("why_not").empty() || !answers.error("instead").empty() ||
                      !answers.error("on").empty() || misses_why(view, answers);
    auto const form = design::details(
        only.empty() ? "The session was not held" : only + " is not here, or the session was not held",
        design::form(
            guard,
            path(view) + "/absence",
            design::radios(answers, {.name = "why_not", .legend = "Why", .choices = reasons}),
            design::radios(
                answers,
                {.name = "instead",
                 .legend = "Is it held on another day?",
                 .choices =
                     {{.value = "after_the_last",
                       .text = "Yes, a week after the last session",
                       .hint = day_after_the_last(view)},
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
    return h::div(h::id(not_held_id), form);
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

h::Node not_held(design::FormGuard const& guard, View const& view, Answers const& answers) {
    auto const& session = view.session;
    auto const it_stays = [&]() -> h::Node { return design::small_print(view.why_no_undoing + "."); };
    auto const absent = [&]() -> h::Node { return who_did_not_come(view); };
    return h::group(
        design::inset(h::p("Not held: ", programmes::in_words(*session.why_not), ". ", where_it_went(view))),
        h::when(!view.absences.empty(), absent),
        h::each(
            view.children,
            [](Child const& child) { return safeguarding::pages::link_naming(child.named, child.called()); }
        ),
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

}  // namespace sessions::pages
