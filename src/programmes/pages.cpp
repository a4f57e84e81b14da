#include "programmes/pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"

namespace programmes::pages {
namespace {

design::TagKind kind_of(State state) {
    switch (state) {
        case State::to_start: return design::TagKind::waiting;
        case State::running: return design::TagKind::done;
        case State::completed: return design::TagKind::calm;
    }
    return design::TagKind::calm;
}

std::string when_of(Line const& line) {
    auto const& programme = line.programme;
    if (programme.completed_on) return "Completed " + calendar::day_month_year(*programme.completed_on);
    if (!programme.started_on) return "Starts " + calendar::weekday_day_month(programme.starts_on);
    if (line.to_record) return "To record: " + calendar::weekday_day_month(*line.next_on);
    if (line.next_on) return "Next " + calendar::weekday_day_month(*line.next_on);
    return "All sessions are recorded";
}

// Those that are completed stand under a heading of their own.
h::Node tag_of(Line const& line) {
    auto const state = line.programme.state();
    if (line.two_missed) return design::tag(design::TagKind::overdue, "Two missed in a row");
    return state == State::completed ? h::Node{} : design::tag(kind_of(state), in_words(state));
}

design::WorkItem item(Line const& line) {
    auto const& programme = line.programme;
    return {
        .title = programme.name,
        .path = path_of(programme.id),
        .detail = h::group(
            when_of(line),
            ", ",
            programme.starts_at_time,
            " · ",
            programme.deliverer_name,
            " · ",
            programme.room_name,
            " · ",
            std::to_string(line.taken),
            " of ",
            text::counted(programme.places, "place", "places"),
            " taken"
        ),
        .tag = tag_of(line)};
}

h::Node list_of(std::string const& heading, std::vector<Line> const& lines, auto const& belongs) {
    design::WorkList list{.heading = heading, .items = {}};
    for (auto const& line : lines)
        if (belongs(line)) list.items.push_back(item(line));
    return design::work_list(list);
}

h::Node completed(std::vector<Line> lines) {
    std::erase_if(lines, [](Line const& line) { return !line.programme.completed_on; });
    std::ranges::stable_sort(lines, std::ranges::greater{}, [](Line const& line) {
        return *line.programme.completed_on;
    });
    return list_of("Completed within a year", lines, [](Line const&) { return true; });
}

h::Node of_others(std::vector<Line> const& lines, State state, std::string const& heading) {
    return list_of(heading, lines, [state](Line const& line) {
        return line.programme.state() == state && !line.mine;
    });
}

}  // namespace

design::Page programmes(std::vector<Line> const& lines, bool may_make) {
    auto const make = [&]() -> h::Node {
        return design::button_row(design::link_button("Make a programme", "/programmes/new"));
    };
    auto const nothing = [&]() -> h::Node {
        return design::empty_state(
            may_make ? "No programme is planned. When children wait with consent given, make one for them."
                     : "You have no programme at present. The SENCo allocates children to you; they then "
                       "appear here."
        );
    };
    return {
        .title = "Programmes",
        .back = {},
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading("Programmes"),
            h::when(may_make, make),
            h::when(lines.empty(), nothing),
            list_of(
                "Mine",
                lines,
                [](Line const& line) { return line.mine && line.programme.state() != State::completed; }
            ),
            of_others(lines, State::running, "Running"),
            of_others(lines, State::to_start, "To start"),
            completed(lines)
        )};
}

}  // namespace programmes::pages
