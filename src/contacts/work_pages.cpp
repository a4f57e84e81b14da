#include "contacts/work_pages.hpp"

#include "contacts/pages.hpp"
#include "design/controls.hpp"

namespace contacts::pages {

design::Page works_here(
    need_to_know::SeenContacts const& child,
    pupils::Contact const& contact,
    std::vector<std::pair<visits::StaffId, std::string>> const& people,
    design::FormGuard const& guard,
    Answers const& answers
) {
    auto const& pupil = child.pupil;
    std::vector<design::Choice> choices;
    for (auto const& [id, name] : people) choices.push_back({.value = std::string(id.text()), .text = name});
    return {
        .title = "Does " + contact.name + " work here?",
        .back = {.text = "Contacts", .path = contacts_path(pupil)},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header(child)),
            design::heading("Does " + contact.name + " work here?"),
            h::p(
                "Whoever works here and is family of " + pupil.forename + " sees of " + pupil.forename +
                " what any parent sees, whatever their role: nothing of the case opens to them at work."
            ),
            design::form(
                guard,
                contacts_path(pupil) + "/" + std::string(contact.id.text()) + "/work",
                design::select(
                    answers,
                    {.name = "staff",
                     .label = "As whom",
                     .choices = choices,
                     .nothing = "They don't work here"}
                ),
                design::button("Save")
            )
        )};
}

}  // namespace contacts::pages
