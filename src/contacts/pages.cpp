#include "contacts/pages.hpp"

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "pupils/details.hpp"
#include "pupils/languages.hpp"

namespace contacts::pages {
namespace {

using need_to_know::Contacts;
using need_to_know::SeenContacts;
using pupils::Contact;
using pupils::Pupil;

std::string standing(Contact const& contact) {
    std::vector<std::string> parts;
    if (contact.is_parent) parts.emplace_back("parent under education law");
    if (contact.responsibility) parts.emplace_back("parental responsibility");
    if (contact.lives_with) parts.emplace_back("lives with the child");
    return parts.empty() ? "None of these" : text::listed(parts);
}

void add_if_any(std::vector<design::SummaryRow>& rows, std::string key, std::string const& value) {
    if (!value.empty()) rows.push_back({std::move(key), design::as_written(value)});
}

h::Node whole_contact(SeenContacts const& child, Contact const& contact) {
    std::vector<design::SummaryRow> rows;
    rows.push_back({"Standing", standing(contact)});
    rows.push_back({"E-mail", contact.address.empty() ? "None: letters go on paper" : contact.address});
    add_if_any(rows, "Telephone", contact.telephone);
    add_if_any(rows, "Postal address", contact.postal_address);
    rows.push_back({"Language", std::string(pupils::language_in_words(contact.language))});
    add_if_any(rows, "Needs", contact.needs);
    if (child.access.sees(Contacts::with_orders) && !contact.restriction.empty())
        rows.push_back({"Court order", design::tag(design::TagKind::overdue, contact.restriction)});
    auto const change = contacts_path(child.pupil) + "/" + std::string(contact.id.text());
    return h::section(
        h::h2(h::css("govuk-heading-m"), contact.name),
        h::when(!contact.relationship.empty(), [&]() -> h::Node { return h::p(contact.relationship); }),
        design::summary_list(rows),
        h::p(
            h::a(h::css("govuk-link"), h::href(change), "Change ", design::unseen(contact.name)),
            " or ",
            h::a(
                h::css("govuk-link"),
                h::href(change + "/work"),
                "say whether they work here",
                design::unseen(": " + contact.name)
            )
        )
    );
}

h::Node name_alone(Contact const& contact) {
    return h::li(contact.name, h::when(!contact.relationship.empty(), [&]() -> h::Node {
                     return h::group(", ", contact.relationship);
                 }));
}

h::Node nobody_has_responsibility(std::vector<Contact> const& contacts) {
    for (auto const& contact : contacts)
        if (contact.responsibility) return {};
    return design::notice(
        "Nobody has parental responsibility here yet",
        h::p("A letter can't be sent until at least one contact is marked so.")
    );
}

std::vector<design::Choice> language_choices() {
    std::vector<design::Choice> choices;
    for (auto const& [code, name] : pupils::languages)
        choices.push_back({std::string(code), std::string(name)});
    return choices;
}

h::Node needs_fields(Answers const& answers) {
    return h::group(
        design::checkboxes(
            answers,
            {.name = "needs",
             .legend = "Needs",
             .choices =
                 {{"large print", "Large print"},
                  {"easy read", "Easy read"},
                  {"braille", "Braille"},
                  {"interpreter", "An interpreter"}}}
        ),
        design::text_input(answers, {.name = "other_needs", .label = "Other needs"})
    );
}

h::Node standing_fields(Answers const& answers) {
    return design::fieldset(
        "What this adult is to the child",
        h::group(
            design::text_input(
                answers,
                {.name = "relationship",
                 .label = "Relationship",
                 .hint = "Such as mother, stepfather, grandparent, foster carer or social worker",
                 .width = design::Chars::twenty}
            ),
            design::checkbox(
                answers,
                {.name = "is_parent",
                 .text = "A parent under education law",
                 .hint = "Also whoever cares for the child. A local authority can be one."}
            ),
            design::checkbox(
                answers,
                {.name = "responsibility",
                 .text = "Has parental responsibility",
                 .hint = "Letters that ask for consent go to everyone who has."}
            ),
            design::checkbox(answers, {.name = "lives_with", .text = "Lives with the child"})
        )
    );
}

h::Node meanwhile(ContactForm const& form) {
    if (!form.now) return {};
    bool const sees_orders = form.child.access.sees(Contacts::with_orders);
    std::vector<design::SummaryRow> rows;
    for (auto const& [field, value] : pupils::named_values(*form.now))
        if (field != "restriction" || sees_orders)
            rows.push_back({std::string(pupils::field_in_words(field)), value.empty() ? "–" : value});
    return design::notice(
        "Someone else changed this contact while you were typing",
        h::group(
            h::p("This is what they saved. What you typed is below; sending it replaces theirs."),
            design::summary_list(rows)
        )
    );
}

}  // namespace

std::string contacts_path(pupils::Pupil const& pupil) {
    return "/pupils/" + std::string(pupil.id.text()) + "/contacts";
}

design::PupilHeader header(SeenContacts const& child) {
    auto const& pupil = child.pupil;
    return {
        .name = pupil.name(),
        .path = "/pupils/" + std::string(pupil.id.text()),
        .class_name = pupil.class_name,
        .year = pupil.year_group == "R" ? "Reception" : pupil.year_group,
        .supported_by = {},
        .why_seen = child.access.reason(),
        .tag = {}};
}

design::Page contacts(SeenContacts const& child, std::vector<Contact> const& contacts) {
    auto const& pupil = child.pupil;
    bool const names = !child.access.sees(Contacts::all);
    auto const nobody = "No parents or carers are known for " + pupil.forename + " yet.";
    return {
        .title = "Contacts of " + pupil.name(),
        .back = {.text = pupil.name(), .path = "/pupils/" + std::string(pupil.id.text())},
        .main = h::group(
            design::pupil_header(header(child)),
            design::heading("Parents, carers and other contacts"),
            h::when(contacts.empty(), [&] { return design::empty_state(nobody); }),
            h::when(!names && !contacts.empty(), [&] { return nobody_has_responsibility(contacts); }),
            h::when(
                names && !contacts.empty(),
                [&]() -> h::Node { return h::ul(h::css("govuk-list"), h::each(contacts, name_alone)); }
            ),
            h::when(
                !names,
                [&]() -> h::Node {
                    return h::group(
                        h::each(contacts, [&](auto const& one) { return whole_contact(child, one); }),
                        design::link_button("Add a contact", contacts_path(pupil) + "/new")
                    );
                }
            )
        )};
}

design::Page contact_form(design::FormGuard const& guard, ContactForm const& form, Answers const& answers) {
    auto const path = contacts_path(form.child.pupil);
    auto const to = form.contact ? path + "/" + std::string(form.contact->text()) : path;
    auto const title = form.contact ? "Change a contact" : "Add a contact";
    return {
        .title = title,
        .back = {.text = "Contacts", .path = path},
        .refused = !answers.errors.empty(),
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header(form.child)),
            design::heading(title),
            meanwhile(form),
            design::form(
                guard,
                to,
                design::hidden("version", std::to_string(form.version)),
                design::text_input(answers, {.name = "name", .label = "Name"}),
                standing_fields(answers),
                design::text_input(
                    answers,
                    {.name = "address",
                     .label = "E-mail address",
                     .hint = "Without one, letters go on paper",
                     .type = "email"}
                ),
                design::text_input(
                    answers,
                    {.name = "telephone", .label = "Telephone", .width = design::Chars::twenty, .type = "tel"}
                ),
                design::textarea(answers, {.name = "postal_address", .label = "Postal address", .rows = 4}),
                design::select(
                    answers,
                    {.name = "language",
                     .label = "Language to write in",
                     .choices = language_choices(),
                     .nothing = ""}
                ),
                needs_fields(answers),
                h::when(
                    form.child.access.sees(Contacts::with_orders),
                    [&] {
                        return design::text_input(
                            answers,
                            {.name = "restriction",
                             .label = "What a court order forbids",
                             .hint = "In a line, such as no contact with school. Only the SENCo sees it."}
                        );
                    }
                ),
                design::button(form.contact ? "Save the contact" : "Add the contact")
            )
        )};
}

}  // namespace contacts::pages
