#include "sessions/plan_pages.hpp"

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "safeguarding/pages.hpp"
#include "session_plans/pages.hpp"

namespace sessions::pages {
namespace {

using programmes::Outcome;

std::string path(View const& view) { return programmes::path_of(view.session.id); }

h::Node plan_words(Session const& session) {
    if (session.plan.empty()) return design::small_print("No plan is written yet.");
    return h::p(design::as_written(session.plan));
}

h::Node review_form(design::FormGuard const& guard, View const& view, Answers const& answers) {
    return design::details(
        "Note that you have looked at the plan",
        design::form(
            guard,
            path(view) + "/plan-review",
            design::hidden("version", std::to_string(view.session.version)),
            design::textarea(answers, {.name = "note", .label = "A note for who delivers it", .rows = 2}),
            design::secondary_button("Mark the plan as reviewed")
        ),
        !answers.error("note").empty()
    );
}

// The plan's text goes into the field, to be changed there before it is saved.
h::Node way_to_begin_with(session_plans::SessionPlan const& plan, std::string const& path_of_session) {
    auto const with_it = url::with_query(path_of_session, {{"begin_with", plan.id.text()}});
    return h::p(
        h::a(h::href(with_it + "#plan"), "Begin with this plan", design::unseen(": “" + plan.title + "”"))
    );
}

h::Node what_to_plan_by(Child const& child) {
    if (!child.progress_seen) return {};
    auto const last = [&]() -> h::Node {
        return h::group(h::br(), h::strong("Next time: "), design::as_written(child.next_time));
    };
    return h::p(
        child.targets.empty() ? "No target is worded yet." : text::joined(child.targets, " · "),
        h::when(!child.next_time.empty(), last)
    );
}

}  // namespace

h::Node plan_field(View const& view, std::string_view version, Answers const& answers) {
    auto const theirs = [&]() -> h::Node {
        return design::notice(
            "Someone else saved the plan while you wrote",
            h::group(
                h::p("Theirs stands here; yours stands in the field below. Put together what should stay, "
                     "then save."),
                h::p(design::as_written(*view.plan_of_another))
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

h::Node reviewed(Session const& session) {
    if (!session.plan_reviewed_on) return {};
    return design::small_print(h::group(
        "Reviewed by the SENCo on ",
        calendar::in_words(*session.plan_reviewed_on),
        ": ",
        design::as_written(session.plan_review),
        session.plan_changed ? " (the plan was changed since)" : ""
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

h::Node plans_to_begin_with(View const& view) {
    if (view.plans_to_begin_with.empty() || !(view.holds_it || view.coordinates)) return {};
    return h::section(
        h::css("part"),
        h::h2("Plans for what they work on"),
        session_plans::pages::plans_to_open(
            view.plans_to_begin_with, view.areas, way_to_begin_with, path(view)
        ),
        design::small_print(
            h::group(h::a(h::href(session_plans::path()), "All session plans"), " of the school")
        )
    );
}

h::Node children_to_plan_for(View const& view) {
    auto const nobody = []() -> h::Node { return design::empty_state("Nobody has a place yet."); };
    return h::section(
        h::css("part"),
        h::h2("The children"),
        h::when(view.children.empty(), nobody),
        h::each(
            view.children,
            [](Child const& child) -> h::Node {
                return h::group(
                    h::h3(child.named.in_full()),
                    what_to_plan_by(child),
                    safeguarding::pages::link_for(child.named, child.called())
                );
            }
        )
    );
}

}  // namespace sessions::pages
