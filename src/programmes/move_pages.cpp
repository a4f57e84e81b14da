#include "programmes/move_pages.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "base/text.hpp"
#include "programmes/later_start_pages.hpp"
#include "pupils/names.hpp"

namespace programmes::pages {
namespace {

// What completing does to those who never began, and to those who came when the last session was over.
std::string of_those_without_a_session(std::vector<Child> const& children) {
    std::vector<std::string> unstarted;
    std::vector<std::string> late;
    for (auto const& child : children) {
        if (!child.place.is_open()) continue;
        if (!child.started)
            unstarted.push_back(child.called());
        else if (child.fidelity.delivered == 0)
            late.push_back(child.called());
    }
    std::string words;
    if (!unstarted.empty())
        words += " " + text::listed(unstarted) + (unstarted.size() == 1 ? " has" : " have") +
                 " not started: with the programme completed, another place is to be found.";
    if (!late.empty())
        words += " No session was held for " + text::listed(late) +
                 ": with the programme completed, another place is to be found.";
    return words;
}

std::string of_the_unwritten(std::vector<Child> const& children) {
    int left = 0;
    for (auto const& child : children) left += child.fidelity.not_written_up;
    if (left == 0) return {};
    return " " + text::counted(left, "evaluation is", "evaluations are") + " still to be written.";
}

// Whose targets the class teacher has still to measure, as far as the visitor sees targets.
std::string of_the_measures(std::vector<Child> const& children) {
    std::vector<std::string> names;
    for (auto const& child : children) {
        bool const unmeasured =
            std::ranges::any_of(child.targets, [](auto const& target) { return !target.before; });
        if (child.place.is_open() && child.progress && unmeasured) names.push_back(child.called());
    }
    if (names.empty()) return {};
    return (names.size() == 1 ? "The class teacher is" : "Class teachers are") +
           std::string(" still to measure the targets of ") + pupils::ending_a_sentence(names);
}

// No measure from before is taken of a place that has ended; who never started has none to lose.
std::string of_measures_that_would_be_lost(std::vector<Child> children) {
    std::erase_if(children, [](Child const& child) { return !child.started; });
    auto const unmeasured = of_the_measures(children);
    if (unmeasured.empty()) return {};
    return " " + unmeasured + " Once the programme is completed, that measure can't be given any more.";
}

bool all_worded(Child const& child) {
    return !child.targets.empty() &&
           std::ranges::none_of(child.targets, [](auto const& target) { return target.words.empty(); });
}

std::string_view what_is_missing(Child const& child) {
    if (!child.consented)
        return all_worded(child) ? "consent to this form is in force"
                                 : "the targets are written and consent to this form is in force";
    return all_worded(child) ? "" : "the targets are written";
}

// Who can be started now, and who waits for what.
struct ToStart {
    std::vector<std::string> ready;
    std::map<std::string_view, std::vector<std::string>> waiting;
};
ToStart to_start(std::vector<Child> const& children) {
    ToStart all;
    for (auto const& child : children) {
        if (!child.place.is_open() || child.started) continue;
        auto const missing = what_is_missing(child);
        (missing.empty() ? all.ready : all.waiting[missing]).push_back(child.called());
    }
    return all;
}

// The first session of a programme that runs is over for all but those who join it.
std::string of_the_start(View const& view) {
    auto const [ready, waiting] = to_start(view.children);
    auto const unmeasured = of_the_measures(view.children);
    if (waiting.empty() && unmeasured.empty() && !view.programme.started_on)
        return "All is ready for the first session.";
    std::vector<std::string> sentences;
    if (!ready.empty()) sentences.push_back(text::listed(ready) + " can start now.");
    for (auto const& [missing, names] : waiting)
        sentences.push_back(text::listed(names) + " can start once " + std::string(missing) + ".");
    if (waiting.empty() && !unmeasured.empty()) sentences.push_back(unmeasured);
    return text::joined(sentences, " ");
}

// A programme that runs is not started again: those are who join it.
std::string button_to_start(View const& view) {
    auto const ready = to_start(view.children).ready;
    if (!view.programme.started_on || ready.empty()) return "Start the programme";
    return "Start " + text::listed(ready);
}

// How many of them consent lets start, where that is what a small group lacks.
std::string of_who_may_start(FewChildren const& few) {
    if (few.why != Few::may_start) return {};
    if (few.children == 0) return "Consent lets nobody start yet. ";
    return "Consent lets only " + std::to_string(few.children) + " of the " +
           std::to_string(few.with_a_place) + " children start who have a place. ";
}

std::string way_out_of_few(View const& view) {
    if (view.few.children == 0)
        return view.coordinates ? "See to the consent of each below, or choose another first day."
                                : "The SENCo sees to the consent of each.";
    return view.coordinates ? "Before it starts with fewer, you write why below."
                            : "The SENCo can let it start with fewer, and writes the reason on this page.";
}

// A group that runs goes on, and whoever joins it starts, however few have stayed.
bool start_waits_for_more(FewChildren const& few) {
    return few.why != Few::no && few.why != Few::have_stayed;
}

// Why a group that is small for the policy waits.
std::string of_few_children(View const& view) {
    auto const& said_of = view.programme.few_children;
    return of_who_may_start(view.few) + "The policy says at least " + std::to_string(view.group_least) +
           " children in a group" +
           (said_of ? ", and the reason that stands is for " + std::to_string(*said_of) : "") + ". " +
           way_out_of_few(view);
}

std::string what_follows_completion(View const& view) {
    return view.somebody_completed ? ". The class teachers measure the impact some weeks later."
                                   : ". Every child had left it before.";
}

ThingToDo next_move(Programme const& programme, Move move, View const& view) {
    auto const path = path_of(programme.id);
    auto const next_path = view.next ? path_of(view.next->id) : path;
    auto const next_day = view.next ? calendar::in_words(view.next->planned_on) : std::string();
    auto const unworded = std::ranges::find_if(view.children, [](auto const& child) {
        return child.place.is_open() && !child.started && !all_worded(child);
    });
    switch (move) {
        case Move::allocate:
            return {
                .words = "Nobody has a place yet. The SENCo allocates the children.",
                .button = view.coordinates && view.closed_because.empty() ? "Choose a child" : "",
                .path = path + "#allocate"};
        case Move::word_targets:
            if (unworded == view.children.end()) return {.words = "Targets are still to be written."};
            return {
                .words = "Write " + unworded->called() + "'s targets in the child's own words." +
                         (start_waits_for_more(view.few) ? " " + of_few_children(view) : ""),
                .button = "Write the targets",
                .path = targets_path(unworded->place.id)};
        case Move::wait_for_start: {
            auto const first = "The first session is on " +
                               (view.next ? next_day : calendar::in_words(programme.starts_on)) + ".";
            if (start_waits_for_more(view.few)) return {.words = first + " " + of_few_children(view)};
            auto const unmeasured = of_the_measures(view.children);
            return {.words = unmeasured.empty() ? "All is ready. " + first : first + " " + unmeasured};
        }
        case Move::start:
            if (view.few.why == Few::may_start || view.few.why == Few::are_ready)
                return {
                    .words = of_the_start(view) + " " + of_few_children(view),
                    .button = unworded == view.children.end() ? "" : "Write the targets",
                    .path = unworded == view.children.end() ? path : targets_path(unworded->place.id)};
            if (start_waits_for_more(view.few)) return {.words = of_few_children(view)};
            return {
                .words = of_the_start(view),
                .button = button_to_start(view),
                .path = path + "/start",
                .posts = true};
        case Move::write_up:
            return {
                .words = "The session on " + next_day + " is still to be recorded.",
                .button = "Record it",
                .path = next_path};
        case Move::plan_next:
            return {
                .words = "The session on " + next_day + " has no plan yet." + of_the_unwritten(view.children),
                .button = "Plan the session",
                .path = next_path};
        case Move::hold_next:
            return {
                .words = "The next session is on " + next_day + ", and its plan is written." +
                         of_the_unwritten(view.children),
                .button = "Open the session",
                .path = next_path};
        case Move::complete:
            return {
                .words = "Every session is recorded." + of_the_unwritten(view.children) +
                         of_those_without_a_session(view.children) +
                         of_measures_that_would_be_lost(view.children),
                .button = "Complete the programme",
                .path = path + "/completion",
                .posts = true};
        case Move::complete_without_children:
            return {
                .words =
                    "Every child has left it. End it, and the sessions that are still planned count as "
                    "not held.",
                .button = "End this programme",
                .path = path + "/completion",
                .posts = true};
        case Move::nothing: break;
    }
    if (view.removed)
        return {
            .words = "Removed on " + calendar::in_words(calendar::local_date(view.removed->at)) + " by " +
                     view.removed->by + ": " + view.removed->reason};
    if (programme.completed_on)
        return {
            .words = "Completed on " + calendar::in_words(*programme.completed_on) +
                     what_follows_completion(view) + of_the_unwritten(view.children)};
    return {.words = "No session is planned. Add weeks, or end the places."};
}

}  // namespace

ThingToDo thing_to_do(Programme const& programme, Move move, View const& view) {
    auto now = next_move(programme, move, view);
    if (!view.missed_start) return now;
    now.words = missed_start(programme) + " " + now.words;
    if (view.coordinates || view.delivers) {
        now.also = "Start it on another day";
        now.also_path = later_start_path(programme.id);
    }
    return now;
}

}  // namespace programmes::pages
