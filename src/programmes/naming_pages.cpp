#include "programmes/naming_pages.hpp"

#include "design/controls.hpp"
#include "design/notices.hpp"

namespace programmes::pages {

std::string naming_path(ProgrammeId const& programme) { return path_of(programme) + "/name"; }

design::Page naming(
    design::FormGuard const& guard, Programme const& programme, bool changed_meanwhile, Answers const& answers
) {
    auto const meanwhile = [&]() -> h::Node {
        return changed_while_you_wrote(
            h::p("It is called ", h::strong(programme.name), " now. Save again to give it your name.")
        );
    };
    return {
        .title = "Rename " + programme.name,
        .back = {.text = programme.name, .path = path_of(programme.id)},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Rename this programme", programme.name),
            h::when(changed_meanwhile, meanwhile),
            design::form(
                guard,
                naming_path(programme.id),
                design::hidden("version", std::to_string(programme.version)),
                design::text_input(
                    answers,
                    {.name = "name",
                     .label = "Name",
                     .hint = "Such as Friendship group, spring, or One to one, spring. Name no child here: "
                             "people read it who do not know who is in the programme."}
                ),
                design::button("Save the name")
            )
        )};
}

h::Node tells_of_a_child(Programme const& programme, need_to_know::Named const& child) {
    return design::notice(
        "The programme's name tells of " + child.forename(),
        h::group(
            h::p(
                "It stands where people read it who do not know of ",
                child.forename(),
                "'s support, such as where a room is taken."
            ),
            h::p(h::a(h::href(naming_path(programme.id)), "Give it another name"))
        )
    );
}

h::Node renamed(Programme const& programme) {
    return design::done("The programme is called " + programme.name + " now.");
}

}  // namespace programmes::pages
