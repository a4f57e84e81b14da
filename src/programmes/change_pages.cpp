#include <string_view>
#include <utility>

#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "programmes/pages.hpp"

// Another deliverer, room, weekday or time from a day on.
namespace programmes::pages {
namespace {

template <class SomeId>
design::Choice choice(SomeId const& id, std::string const& text) {
    return {.value = std::string(id.text()), .text = text};
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
             .hint = who_is_offered(choices),
             .nothing = "Choose a person"}
        ),
        design::select(answers, {.name = "room", .label = "Room", .choices = rooms})
    );
}

h::Node when(Answers const& answers) {
    std::vector<design::Choice> days;
    for (auto const day : all_of<Weekday>())
        days.push_back({.value = std::string(word(day)), .text = std::string(in_words(day))});
    return h::group(
        design::select(answers, {.name = "weekday", .label = "Weekday", .choices = days}),
        design::text_input(
            answers,
            {.name = "starts_at_time",
             .label = "Time",
             .hint = "Such as 10:30 or 3pm",
             .width = design::Chars::five}
        )
    );
}

h::Node warning_of(std::vector<std::string> const& clashes) {
    if (clashes.empty()) return {};
    return design::notice(
        "Taken at that time",
        h::group(
            h::each(clashes, [](std::string const& clash) -> h::Node { return h::p(clash); }),
            h::p("Choose another time, room or person, or save it all the same at the end of the page.")
        )
    );
}

h::Node confirmation(std::vector<std::string> const& clashes, Answers const& answers) {
    if (clashes.empty()) return {};
    return design::checkbox(answers, {.name = "all_the_same", .text = "Save it all the same"});
}

void add(std::string& words, std::string const& before, std::string const& after) {
    if (before == after) return;
    if (!words.empty()) words += "; ";
    words += after + " instead of " + before;
}

// "Thursday 1 July 2027", of "Thursdays at 09:15, first on Thursday 1 July 2027"; the time and weekday before
// it.
std::pair<std::string, std::string> time_and_first_day(std::string const& when) {
    constexpr static std::string_view between = ", first on ";
    auto const at = when.find(between);
    if (at == std::string::npos) return {when, {}};
    return {when.substr(0, at), when.substr(at + between.size())};
}

h::Node change_line(DeliveryChange const& change) {
    auto const [time_before, first_before] = time_and_first_day(change.when_before);
    auto const [time, first] = time_and_first_day(change.when);
    bool const only_the_first_day = time == time_before && !first.empty() && !first_before.empty() &&
                                    change.deliverer == change.deliverer_before &&
                                    change.room == change.room_before;
    if (only_the_first_day)
        return h::li(
            "First session on ",
            first,
            ", not on ",
            first_before,
            ". ",
            design::small_print(h::group(design::as_written(change.reason), " (", change.made_by, ")"))
        );
    std::string what;
    add(what, change.deliverer_before, change.deliverer);
    add(what, change.room_before, change.room);
    add(what, change.when_before, change.when);
    return h::li(
        "From ",
        calendar::in_words(change.from_on),
        ": ",
        what,
        ". ",
        design::small_print(h::group(design::as_written(change.reason), " (", change.made_by, ")"))
    );
}

}  // namespace

h::Node changed_while_you_wrote(h::Node const& how_it_stands) {
    return design::notice("Someone changed the programme while you wrote", how_it_stands);
}

h::Node changes(std::vector<DeliveryChange> const& changes) {
    if (changes.empty()) return {};
    return h::group(
        h::h3("What has changed"),
        h::ul(h::css("govuk-list govuk-list--bullet"), h::each(changes, change_line))
    );
}

design::Page change_delivery(
    design::FormGuard const& guard,
    Programme const& programme,
    bool somebody_needed,
    Choices const& choices,
    Answers const& answers
) {
    auto const needed = [&]() -> h::Node {
        return design::notice(
            "This programme needs somebody",
            h::p(
                programme.deliverer_name,
                " has left, or is no Nurture Assistant any more. Choose who delivers the sessions that are "
                "still to come."
            )
        );
    };
    return {
        .title = "Who, where and when: " + programme.name,
        .back = {.text = programme.name, .path = path_of(programme.id)},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Change who, where or when", programme.name),
            h::when(somebody_needed, needed),
            warning_of(choices.clashes),
            h::p(
                "Now: ",
                programme.deliverer_name,
                ", ",
                programme.room_name,
                ", ",
                when_in_words(programme),
                ". Sessions from the day on follow; those before stay with whom they were. Who takes over "
                "sees the "
                "children from seven days before the day, to prepare, and what they confided from the day on."
            ),
            design::form(
                guard,
                delivery_path(programme.id),
                design::date_input(answers, {.name = "from_on", .legend = "From which day on"}),
                who_and_where(choices, answers),
                when(answers),
                design::textarea(answers, {.name = "reason", .label = "Why", .rows = 2}),
                confirmation(choices.clashes, answers),
                design::button("Save the change")
            )
        )};
}

}  // namespace programmes::pages
