#include "programmes/programme_children_pages.hpp"

#include <algorithm>
#include <tuple>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "programmes/placing.hpp"
#include "safeguarding/pages.hpp"

namespace programmes::pages {
namespace {

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
            design::unseen(" of " + child.called())
        )
    );
}

h::Node progress(View const& view, Child const& child) {
    auto const change = [&]() -> h::Node {
        return h::p(
            h::css("on-screen"),
            h::a(h::href(targets_path(child.place.id)), "Targets", design::unseen(" of " + child.called())),
            " · ",
            h::a(
                h::href(ending_path(child.place.id)), "End the place", design::unseen(" of " + child.called())
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
        return other.named.id() == child.named.id() && comes_after(other.place, child.place);
    });
}

h::Node earlier_place(View const& view, Child const& later, Child const& child) {
    if (child.named.id() != later.named.id() || !comes_after(later.place, child.place)) return {};
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
    auto const path = "/pupils/" + std::string(child.named.id().text());
    return h::section(
        h::css("child"),
        h::h3(
            h::a(h::href(path), child.named.in_full()),
            "\u00a0",
            child.place.pupil.class_name,
            " ",
            tag_of(child)
        ),
        h::when(child.progress, [&]() -> h::Node { return progress(view, child); }),
        h::each(view.children, [&](Child const& other) { return earlier_place(view, child, other); }),
        safeguarding::pages::link_for(child.named, child.called())
    );
}

std::string class_and_year(pupils::Pupil const& pupil) {
    if (pupil.year_group.empty()) return pupil.class_name;
    return pupil.class_name + ", " + (pupil.year_group == "R" ? "Reception" : "Year " + pupil.year_group);
}

h::Node suggestion(design::FormGuard const& guard, View const& view, ReadyForAPlace const& ready) {
    auto const& one = ready.suggestion;
    auto const& child = ready.named;
    std::vector<std::string> areas;
    for (auto const& area : one.areas) areas.push_back(area.name);
    auto const to_work_on = areas.empty() ? "No target area is agreed" : "To work on " + text::listed(areas);
    auto const allocate = [&]() -> h::Node {
        return design::form(
            guard,
            path_of(view.programme.id) + "/places",
            design::hidden("case", one.the_case.text()),
            design::secondary_button("Allocate " + ready.called())
        );
    };
    auto const& form = view.programme.form;
    auto const another_letter = [&]() -> h::Node {
        return h::group(
            h::p(letter_spoke_of_another(ready.called(), form)),
            design::secondary_link_button(
                "Write about " + std::string(as_said(form)), letter_path(one.the_case, form)
            )
        );
    };
    // What departs from the policy or the choice asks for a reason, which has its place on the child's own
    // page.
    bool const fits = one.form_fits && !view.weeks_least;
    auto const ask_why = [&]() -> h::Node {
        return design::secondary_link_button(
            "Find a place for " + ready.called(), placing_path(one.the_case)
        );
    };
    return h::li(
        h::p(
            h::strong(child.in_full()),
            " ",
            class_and_year(one.pupil),
            ", waiting for ",
            text::counted(one.days_waiting, "day", "days"),
            one.form_fits ? "." : ". Another form of support was chosen."
        ),
        h::p(to_work_on, "."),
        h::when(!one.agreed_to, another_letter),
        h::when(one.agreed_to && fits, allocate),
        h::when(one.agreed_to && !fits, ask_why)
    );
}

int places_free(View const& view) {
    auto const taken =
        std::ranges::count_if(view.children, [](auto const& child) { return child.place.is_open(); });
    return view.programme.places - static_cast<int>(taken);
}

// Whoever comes into a programme that runs has what is left of it.
std::string for_how_long(View const& view) {
    if (!view.programme.started_on) return {};
    auto const left = std::ranges::count(view.sessions, Outcome::planned, &Session::outcome);
    return ", for the " + text::counted(left, "session that is", "sessions that are") + " left";
}

}  // namespace

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

std::string least(View const& view) {
    if (!view.weeks_least || view.ready.empty()) return {};
    return " The policy says at least " + std::to_string(*view.weeks_least) +
           " weeks; the child's own page asks why.";
}

bool offers_places(View const& view) {
    return view.coordinates && !view.programme.completed_on && places_free(view) > 0 &&
           view.closed_because.empty();
}

h::Node suggestions(design::FormGuard const& guard, View const& view) {
    if (!view.coordinates || view.programme.completed_on) return {};
    auto const free = places_free(view);
    if (free <= 0) return h::p("Every place is taken.");
    if (!offers_places(view)) return {};  // the notice above says why
    auto const nobody = [&]() -> h::Node {
        return h::p("Nobody is ready for a place: consent comes first.");
    };
    return h::section(
        h::css("part"),
        h::id("allocate"),
        h::h2("Ready for a place"),
        h::p(text::counted(free, "place is", "places are"), " free", for_how_long(view), ".", least(view)),
        h::when(view.ready.empty(), nobody),
        h::ul(
            h::css("ready"),
            h::each(view.ready, [&](ReadyForAPlace const& one) { return suggestion(guard, view, one); })
        )
    );
}

}  // namespace programmes::pages
