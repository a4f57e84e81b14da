// Raising a concern: whom it is about, and what was seen.
#include "comparison/pages.hpp"
#include "design/controls.hpp"
#include "design/notices.hpp"
#include "referrals/concern_pages.hpp"
#include "safeguarding/pages.hpp"

namespace referrals::pages {
namespace {

std::string class_in_words(pupils::Pupil const& pupil) {
    return pupil.class_name.empty() ? pupil.name() : pupil.name() + ", " + pupil.class_name;
}

enum class Classes { named, known };

// A class of thirty fits on a screen.
h::Node list_of(std::string_view heading, std::vector<pupils::Pupil> const& pupils, Classes classes) {
    auto const one = [&](pupils::Pupil const& pupil) -> h::Node {
        return h::li(
            h::a(h::href(new_concern_path(pupil.id)), pupil.name()),
            classes == Classes::named ? h::Node(pupil.class_name) : h::Node()
        );
    };
    return h::section(h::h2(heading), h::ul(h::css("names"), h::each(pupils, one)));
}

h::Node found(Choice const& choice) {
    if (choice.typed.empty()) return {};
    if (choice.found.empty())
        return design::empty_state("Nobody of that name is on roll. Any part of a name will do.");
    auto const more = []() -> h::Node {
        return design::small_print("There are more. Type another part of the name to narrow it down.");
    };
    return h::group(list_of("Found", choice.found, Classes::named), h::when(choice.more, more));
}

h::Node one_class(OwnClass const& own) { return list_of("In " + own.name, own.pupils, Classes::known); }

std::vector<design::Choice> area_choices(std::vector<strategies::TargetArea> const& areas) {
    std::vector<design::Choice> choices;
    for (auto const& area : areas)
        choices.push_back({.value = std::string(area.id.text()), .text = area.name});
    return choices;
}

h::Node who_raised(Answers const& answers) {
    return design::radios(
        answers,
        {.name = "source",
         .legend = "Who raised it?",
         .choices =
             {{.value = "staff", .text = "School staff"},
              {.value = "parent", .text = "A parent or carer", .hint = "They will be answered"},
              {.value = "agency",
               .text = "An outside agency",
               .more = design::text_input(
                   answers,
                   {.name = "source_name",
                    .label = "Which one?",
                    .hint = "Such as the Early Help Service or Educational Psychology",
                    .width = design::Chars::thirty}
               )}}}
    );
}

h::Node parents(Answers const& answers) {
    return design::radios(
        answers,
        {.name = "parents_spoken_to",
         .legend = "Have parents been spoken to?",
         .choices =
             {{.value = "yes", .text = "Yes"},
              {.value = "not_yet", .text = "Not yet"},
              {.value = "better_not", .text = "Better not"}},
         .in_a_row = true}
    );
}

h::Node fields(Writing const& writing, Answers const& answers) {
    auto const key = std::string(writing.concern ? writing.concern->text() : writing.pupil.id.text());
    return h::group(
        design::textarea(
            answers,
            {.name = "seen",
             .label = "What did you see?",
             .hint = "What happened, when and where. Facts first; a few lines are enough.",
             .rows = 5,
             .most = 4000,
             .keep = "concern-seen-" + key,
             .size = design::Size::medium}
        ),
        design::textarea(
            answers,
            {.name = "tried",
             .label = "What have you tried? (if anything)",
             .rows = 3,
             .keep = "concern-tried-" + key}
        ),
        design::checkboxes(
            answers,
            {.name = "areas",
             .legend = "What is it about?",
             .choices = area_choices(writing.areas),
             .hint = "Tick all that fit"}
        ),
        design::checkbox(
            answers,
            {.name = "attachment_figure",
             .text = writing.pupil.forename + " needs an attachment figure",
             .hint = "A named adult in school to turn to"}
        ),
        parents(answers),
        who_raised(answers),
        design::date_input(answers, {.name = "noticed_on", .legend = "When was it noticed?"})
    );
}

h::Node both_texts(Concern const& stands, std::vector<strategies::TargetArea> const& areas) {
    return design::notice("What stands now", summary_of(stands, names_of(stands.said.areas, areas)));
}

}  // namespace

design::Page choose_pupil(Choice const& choice) {
    Fields typed;
    typed.add("q", choice.typed);
    return {
        .title = "Raise a concern",
        .back = {},
        .main = h::group(
            design::heading("Raise a concern"),
            safeguarding::pages::opening_notice(),
            design::ask_form(
                "/concerns/new",
                design::text_input(
                    {typed, {}},
                    {.name = "q",
                     .label = "Whom is it about?",
                     .hint = "Any part of a name, or a class",
                     .width = design::Chars::thirty,
                     .size = design::Size::medium,
                     .type = "search"}
                ),
                design::secondary_button("Find the pupil")
            ),
            found(choice),
            h::each(choice.own_classes, one_class)
        )};
}

design::Page write_concern(design::FormGuard const& guard, Writing const& writing, Answers const& answers) {
    bool const is_new = !writing.concern.has_value();
    auto const title = is_new ? "Raise a concern" : "Change what you wrote";
    auto const address =
        is_new ? "/pupils/" + std::string(writing.pupil.id.text()) + "/concerns" : path_of(*writing.concern);
    auto const stands = [&]() -> h::Node { return both_texts(*writing.stands, writing.areas); };
    auto const beside_the_class = [&]() -> h::Node {
        return comparison::pages::in_short(*writing.comparison, comparison::Worry::told);
    };
    auto const to_cpoms = [&]() -> h::Node { return safeguarding::pages::link_for(writing.pupil.id); };
    return {
        .title = title,
        .back = is_new ? design::Place{.text = "Somebody else", .path = "/concerns/new"}
                       : design::Place{.text = "The concern", .path = address},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading(title, class_in_words(writing.pupil)),
            safeguarding::pages::opening_notice(),
            h::when(writing.stands.has_value(), stands),
            h::when(writing.comparison.has_value(), beside_the_class),
            design::form(
                guard,
                address,
                design::hidden("version", std::to_string(writing.version)),
                fields(writing, answers),
                design::button(is_new ? "Send to the SENCo" : "Keep the change")
            ),
            h::when(!is_new, to_cpoms)
        )};
}

}  // namespace referrals::pages
