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
    auto const at_its_time = [&](Date day) {
        return calendar::weekday_day_month(day) + ", " + programme.starts_at_time;
    };
    if (programme.completed_on) return "Completed " + calendar::day_month_year(*programme.completed_on);
    if (line.missed_start) return "Was to start " + at_its_time(programme.starts_on) + "; has not started";
    if (!programme.started_on) return "Starts " + at_its_time(programme.starts_on);
    if (line.to_record) return "To record: " + at_its_time(*line.next_on);
    if (line.next_on) return "Next " + at_its_time(*line.next_on);
    return "All sessions are recorded";
}

// A heading may say the state of all that stands under it.
enum class Heading { says_the_state, says_whose };

h::Node tag_of(Line const& line, Heading heading) {
    auto const state = line.programme.state();
    if (line.missed_in_a_row >= 2)
        return design::tag(
            design::TagKind::overdue, std::to_string(line.missed_in_a_row) + " missed in a row"
        );
    return heading == Heading::says_the_state ? h::Node{} : design::tag(kind_of(state), in_words(state));
}

std::string places_taken(Line const& line) {
    return " · " + std::to_string(line.taken) + " of " +
           text::counted(line.programme.places, "place", "places") + " taken";
}

design::WorkItem item(Line const& line, Heading heading) {
    auto const& programme = line.programme;
    return {
        .title = programme.name,
        .path = path_of(programme.id),
        .detail = h::group(
            when_of(line),
            " · ",
            programme.deliverer_name,
            " · ",
            programme.room_name,
            // Whoever had a place has left it when the programme is completed.
            programme.completed_on ? std::string() : places_taken(line)
        ),
        .tag = tag_of(line, heading)};
}

h::Node list_of(
    std::string const& words, Heading heading, std::vector<Line> const& lines, auto const& belongs
) {
    design::WorkList list{.heading = words, .items = {}};
    for (auto const& line : lines)
        if (belongs(line)) list.items.push_back(item(line, heading));
    return design::work_list(list);
}

h::Node completed(std::vector<Line> lines) {
    std::erase_if(lines, [](Line const& line) { return !line.programme.completed_on; });
    std::ranges::stable_sort(lines, std::ranges::greater{}, [](Line const& line) {
        return *line.programme.completed_on;
    });
    return list_of("Completed within a year", Heading::says_the_state, lines, [](Line const&) {
        return true;
    });
}

h::Node of_others(std::vector<Line> const& lines, State state, std::string const& heading) {
    return list_of(heading, Heading::says_the_state, lines, [state](Line const& line) {
        return line.programme.state() == state && !line.mine;
    });
}

}  // namespace

design::Page programmes(std::vector<Line> const& lines, ReaderOfAll reader) {
    auto const make = [&]() -> h::Node {
        return design::button_row(design::link_button("Make a programme", "/programmes/new"));
    };
    auto const check_ins = []() -> h::Node {
        return h::p(h::a(h::href("/check-ins"), "Check-ins with children after a programme"));
    };
    auto const nothing = [&]() -> h::Node {
        return design::empty_state(
            reader.makes
                ? "No programme is planned. When children wait with consent given, make one for them."
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
            h::when(reader.makes, make),
            h::when(reader.delivers, check_ins),
            h::p(h::a(h::href("/session-plans"), "Session plans"), " to begin a session with"),
            h::when(lines.empty(), nothing),
            list_of(
                "Mine",
                Heading::says_whose,
                lines,
                [](Line const& line) { return line.mine && line.programme.state() != State::completed; }
            ),
            of_others(lines, State::running, "Running"),
            of_others(lines, State::to_start, "To start"),
            completed(lines)
        )};
}

}  // namespace programmes::pages
