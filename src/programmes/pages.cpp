#include "programmes/pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "design/way.hpp"
#include "programmes/placing.hpp"

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
    if (line.next_on) return "Next " + calendar::weekday_day_month(*line.next_on);
    return "All sessions are recorded";
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
        .tag = line.two_missed ? design::tag(design::TagKind::overdue, "Two missed in a row")
                               : design::tag(kind_of(programme.state()), in_words(programme.state()))};
}

h::Node list_of(std::string const& heading, std::vector<Line> const& lines, auto const& belongs) {
    design::WorkList list{.heading = heading, .items = {}};
    for (auto const& line : lines)
        if (belongs(line)) list.items.push_back(item(line));
    return design::work_list(list);
}

h::Node of_others(std::vector<Line> const& lines, State state, std::string const& heading) {
    return list_of(heading, lines, [state](Line const& line) {
        return line.programme.state() == state && !(line.mine && state != State::completed);
    });
}

template <class SomeId>
design::Choice choice(SomeId const& id, std::string const& text) {
    return {.value = std::string(id.text()), .text = text};
}

std::string usual_sizes(std::optional<schools::PolicyVersion> const& policy) {
    if (!policy) return {};
    return "The policy says " + std::to_string(policy->group_least) + " to " +
           std::to_string(policy->group_most) + ". Fewer needs a reason; more is not allowed.";
}

std::string usual_lengths(std::optional<schools::PolicyVersion> const& policy) {
    if (!policy) return {};
    return "The policy says " + std::to_string(policy->weeks_least) + " to " +
           std::to_string(policy->weeks_most) + ". Another length needs a reason.";
}

h::Node form_question(Choices const& choices, Answers const& answers) {
    return design::radios(
        answers,
        {.name = "form",
         .legend = "One to one or a group",
         .choices =
             {{.value = "one_to_one", .text = "One to one"},
              {.value = "group",
               .text = "Group",
               .more = design::text_input(
                   answers,
                   {.name = "places",
                    .label = "Places",
                    .hint = usual_sizes(choices.policy),
                    .width = design::Chars::three,
                    .input_mode = "numeric"}
               )}}}
    );
}

h::Node who_and_where(Choices const& choices, Answers const& answers) {
    std::vector<design::Choice> people;
    for (auto const& [id, name] : choices.deliverers) people.push_back(choice(id, name));
    std::vector<design::Choice> rooms;
    for (auto const& room : choices.rooms) rooms.push_back(choice(room.id, room.name));
    return h::group(
        design::select(
            answers,
            {.name = "deliverer",
             .label = "Who delivers it",
             .choices = people,
             .hint = "Nurture Assistants whose training is in force today."}
        ),
        design::select(answers, {.name = "room", .label = "Room", .choices = rooms})
    );
}

h::Node when_and_how_long(Choices const& choices, Answers const& answers) {
    return h::group(
        design::date_input(
            answers,
            {.name = "starts_on",
             .legend = "First session",
             .hint = "Sessions follow weekly on this weekday; days without school are left out."}
        ),
        design::text_input(
            answers,
            {.name = "starts_at_time", .label = "Time", .hint = "Such as 10:30", .width = design::Chars::five}
        ),
        design::text_input(
            answers,
            {.name = "minutes",
             .label = "How long a session takes",
             .width = design::Chars::three,
             .input_mode = "numeric",
             .suffix = "minutes"}
        ),
        design::text_input(
            answers,
            {.name = "weeks",
             .label = "How many weeks",
             .hint = usual_lengths(choices.policy),
             .width = design::Chars::three,
             .input_mode = "numeric"}
        ),
        design::textarea(
            answers,
            {.name = "reason",
             .label = "Why another size or length",
             .hint = "Only where it differs from the policy's.",
             .rows = 2}
        )
    );
}

design::Place back_from_making(std::optional<MadeFor> const& child) {
    if (!child) return {.text = "Programmes", .path = "/programmes"};
    return {.text = "A place for " + child->forename, .path = placing_path(child->the_case)};
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
            of_others(lines, State::completed, "Completed within a year")
        )};
}

design::Page new_programme(
    design::FormGuard const& guard,
    Choices const& choices,
    std::optional<MadeFor> const& child,
    Answers const& answers
) {
    auto const nobody = [&]() -> h::Node {
        return design::notice(
            "Nobody may deliver at present",
            h::p("Only a Nurture Assistant whose training is in force may be given children. Record their "
                 "training under School, or ask the administrator to.")
        );
    };
    return {
        .title = "Make a programme",
        .back = back_from_making(child),
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Make a programme", child ? "For " + child->forename : ""),
            h::when(choices.deliverers.empty(), nobody),
            design::form(
                guard,
                "/programmes",
                h::when(
                    child.has_value(),
                    [&]() -> h::Node { return design::hidden("case", child->the_case.text()); }
                ),
                design::text_input(
                    answers,
                    {.name = "name",
                     .label = "Name",
                     .hint = "Such as Friendship group, spring. Name no child here."}
                ),
                form_question(choices, answers),
                who_and_where(choices, answers),
                when_and_how_long(choices, answers),
                design::button("Make the programme")
            )
        )};
}

}  // namespace programmes::pages
