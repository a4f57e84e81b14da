#include <algorithm>

#include "design/notices.hpp"
#include "sessions/pages.hpp"

// What a session's page says after something of it was saved, and who comes next.
namespace sessions::pages {
namespace {

std::string sentence_on(std::optional<Session> const& next, Date today) {
    if (!next) return {};
    auto const when = next->planned_on == today ? std::string("today at ") + next->starts_at_time
                                                : "on " + calendar::weekday_day_month(next->planned_on);
    return " Next: session " + std::to_string(next->number) + " " + when + ".";
}

std::string what_is_written(View const& view) {
    if (view.children.size() != 1) return "The evaluation is saved.";
    return view.children.front().called() + "'s evaluation is saved.";
}

std::string after_writing(View const& view, std::optional<Session> const& next) {
    auto const* const child = first_to_write_up(view);
    if (child) return " Next: " + child->called() + ".";
    return (view.children.size() > 1 ? " Everyone is written up." : "") + sentence_on(next, view.today);
}

}  // namespace

Child const* first_to_write_up(View const& view) {
    auto const waits = [](Child const& child) {
        return child.consented && (!child.evaluation || child.evaluation->writing != Writing::written);
    };
    auto const first = std::ranges::find_if(view.children, waits);
    return first == view.children.end() ? nullptr : &*first;
}

h::Node saved(Saved what, View const& view, std::optional<Session> const& next_session) {
    auto const words = std::string(visits::in_words(what));
    if (what == Saved::plan) return design::done(words + sentence_on(next_session, view.today));
    if (what == Saved::evaluation)
        return design::done(what_is_written(view) + after_writing(view, next_session));
    if (what == Saved::delivery && view.holds_it) {
        auto const* const child = first_to_write_up(view);
        return design::done(child ? words + " Next: write up " + child->called() + "." : words);
    }
    return design::done(words);
}

h::Node saved(Saved what, need_to_know::Seen const& next_child) {
    auto const words = std::string(visits::in_words(what));
    return design::done(words + " Next: " + next_child.access.child().forename() + ".");
}

}  // namespace sessions::pages
