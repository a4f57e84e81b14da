#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/notices.hpp"
#include "programmes/pages.hpp"
#include "programmes/placing.hpp"

// Making a programme, for a child in hand or for those who come.
namespace programmes::pages {
namespace {

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
             .hint = who_is_offered(choices)}
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
            {.name = "starts_at_time",
             .label = "Time",
             .hint = "Such as 10:30 or 3pm",
             .width = design::Chars::five}
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

h::Node clash_line(std::string const& clash) { return h::p(clash); }

// A warning that people may pass over: they know of a door between two rooms.
h::Node warning_of(std::vector<std::string> const& clashes) {
    if (clashes.empty()) return {};
    return design::notice(
        "Taken at that time",
        h::group(
            h::each(clashes, clash_line),
            h::p("Choose another time, room or person, or make it all the same at the end of the page.")
        )
    );
}

// Training is renewed, so this too is passed over where that is seen to.
h::Node warning_of_training(std::string const& words) {
    if (words.empty()) return {};
    return design::notice(
        "Training ends before the last session",
        h::group(
            h::p(words),
            h::p("Renew it by then, or choose another person; or make it all the same at the end of the page."
            )
        )
    );
}

h::Node confirmation(Choices const& choices, Answers const& answers) {
    if (choices.clashes.empty() && choices.untrained_then.empty()) return {};
    return design::checkbox(answers, {.name = "all_the_same", .text = "Make it all the same"});
}

design::Place back_from_making(std::optional<MadeFor> const& child) {
    if (!child) return {.text = "Programmes", .path = "/programmes"};
    return {.text = "A place for " + child->named.forename(), .path = placing_path(child->the_case)};
}

}  // namespace

std::string who_is_offered(Choices const& choices) {
    std::string const who = "Nurture Assistants whose training is in force today.";
    return choices.untrained.empty() ? who : who + " Not offered: " + text::listed(choices.untrained) + ".";
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
            design::heading("Make a programme", child ? "For " + child->named.forename() : ""),
            h::when(choices.deliverers.empty(), nobody),
            warning_of(choices.clashes),
            warning_of_training(choices.untrained_then),
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
                confirmation(choices, answers),
                design::button("Make the programme")
            )
        )};
}

}  // namespace programmes::pages
