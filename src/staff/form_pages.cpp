#include "staff/form_pages.hpp"

#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "staff/duties.hpp"

namespace staff::pages {
namespace {

h::Node person_fields(Answers const& answers) {
    return h::group(
        design::text_input(answers, {.name = "name", .label = "Name", .hint = "As colleagues know them"}),
        design::text_input(
            answers,
            {.name = "address",
             .label = "E-mail address",
             .hint = "What they will sign in with. It can be added later.",
             .type = "email"}
        )
    );
}

h::Node what_stands(Person const& stands) {
    return design::notice(
        "Someone else changed this while you were typing",
        h::group(
            h::p("This is what stands now. Save again to put yours in its place."),
            design::summary_list({{"Name", stands.name}, {"E-mail address", stands.address}})
        )
    );
}

h::Node class_choice(std::vector<SchoolClass> const& classes, Answers const& answers) {
    if (classes.empty())
        return h::p("There are no classes this school year yet. They come with the import of pupils.");
    design::Select select{.name = "class_id", .label = "Which class?", .choices = {}};
    for (auto const& one : classes) select.choices.push_back({std::string(one.id.text()), one.name});
    return design::select(answers, select);
}

h::Node not_to_oneself() {
    return design::inset(h::p(
        "Nobody gives themselves a role that opens children's cases: class teacher, Nurture Assistant, "
        "SENCo, "
        "headteacher or safeguarding lead. Another administrator gives it to you; where there is none, make "
        "the headteacher an administrator first."
    ));
}

h::Node role_choice(std::vector<SchoolClass> const& classes, Answers const& answers) {
    design::Radios radios{.name = "role", .legend = "Role", .choices = {}};
    for (auto const role : all_of<visits::Role>())
        radios.choices.push_back(
            {.value = std::string(word(role)),
             .text = std::string(in_words(role)),
             .hint = std::string(duties_of(role)),
             .more = role == visits::Role::class_teacher ? class_choice(classes, answers) : h::Node{}}
        );
    return design::radios(answers, radios);
}

}  // namespace

design::Page form_page(
    std::string_view title, Person const& of, Answers const& answers, h::Node const& form
) {
    return {
        .title = std::string(title),
        .back = {of.name, path_of(of.id)},
        .main = h::group(design::error_summary(answers.errors), design::heading(title, of.name), form)};
}

design::Page add_person(design::FormGuard const& guard, Answers const& answers) {
    return {
        .title = "Add a person",
        .back = {"People", "/school/people"},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Add a person"),
            design::form(guard, "/school/people", person_fields(answers), design::button("Add person"))
        )};
}

design::Page change_person(
    design::FormGuard const& guard,
    Person const& of,
    Answers const& answers,
    int version,
    std::optional<Person> const& stands
) {
    auto const form = h::Node(h::group(
        stands ? what_stands(*stands) : h::Node{},
        design::form(
            guard,
            path_of(of.id) + "/change",
            design::hidden("version", std::to_string(version)),
            person_fields(answers),
            of.account
                ? h::Node(h::p("They go on signing in with the address that their account was made with."))
                : h::Node{},
            design::button("Save name and address")
        )
    ));
    return form_page("Change name and address", of, answers, form);
}

design::Page give_role(
    design::FormGuard const& guard,
    Person const& to,
    std::vector<SchoolClass> const& classes,
    bool to_oneself,
    Answers const& answers
) {
    auto const form = h::Node(design::form(
        guard,
        path_of(to.id) + "/roles",
        h::when(to_oneself, not_to_oneself),
        role_choice(classes, answers),
        design::date_input(answers, {.name = "starts_on", .legend = "First day"}),
        design::date_input(
            answers,
            {.name = "ends_on", .legend = "Last day, if it is known", .hint = "Leave empty while it goes on."}
        ),
        design::button("Give role")
    ));
    return form_page("Give a role", to, answers, form);
}

design::Page end_role(
    design::FormGuard const& guard, Person const& of, RoleHeld const& role, Answers const& answers
) {
    auto const form = h::Node(design::form(
        guard,
        path_of(of.id) + "/roles/" + std::string(role.id.text()) + "/end",
        h::p("The role stays in the history; after its last day it opens nothing."),
        design::date_input(answers, {.name = "ends_on", .legend = "Last day"}),
        design::button("End role")
    ));
    auto title = "End the role " + std::string(in_words(role.role));
    if (role.class_name) title += " of " + *role.class_name;
    return form_page(title, of, answers, form);
}

design::Page leave(design::FormGuard const& guard, Person const& who, Answers const& answers) {
    auto const form = h::Node(design::form(
        guard,
        path_of(who.id) + "/leaving",
        h::p("From this day on they can't sign in here, and their roles have ended. What they wrote stays."),
        design::date_input(
            answers, {.name = "left_on", .legend = "First day on which they no longer work here"}
        ),
        design::warning_button("Record leaving")
    ));
    return form_page("Record that they leave", who, answers, form);
}

}  // namespace staff::pages
