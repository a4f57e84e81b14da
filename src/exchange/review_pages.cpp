#include "exchange/review_pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "pupils/groups.hpp"

namespace exchange::pages {
namespace {

constexpr std::size_t rows_shown = 300;
// A form takes no more fields than this allows; a file that leaves out more is of another school or class.
constexpr std::size_t leavers_shown = 1'500;

long count(std::size_t size) { return static_cast<long>(size); }

h::Node and_more(std::size_t all) {
    if (all <= rows_shown) return {};
    return h::p("And ", text::counted(count(all - rows_shown), "more", "more"), ".");
}

std::string value_in_words(std::string const& field, std::string const& value) {
    if (value.empty()) return "nothing";
    if (field == "ethnicity") return pupils::ethnicity_in_words(value);
    if (field != "born_on") return value;
    auto const date = calendar::parse_iso(value);
    return date ? calendar::day_month_year(*date) : value;
}

// What the file says is theirs who brought it; what stands is not, of a child of their own.
constexpr std::string_view of_ones_own_child =
    " becomes as the file says; what stands now is not shown to you, since the child is your own";

h::Node difference_of_ones_own(pupils::Difference const& one) {
    return h::li(pupils::field_in_words(one.field), of_ones_own_child);
}

h::Node difference(pupils::Difference const& one) {
    return h::li(
        pupils::field_in_words(one.field),
        ": ",
        value_in_words(one.field, one.from),
        " → ",
        h::strong(value_in_words(one.field, one.to))
    );
}

h::Node contact_step(PlannedContact const& contact, bool of_ones_own) {
    if (contact.step != ContactStep::change)
        return h::li("contact ", h::strong(contact.after.name), " is added");
    if (of_ones_own) return h::li("contact ", h::strong(contact.after.name), of_ones_own_child);
    return h::li(
        "contact ",
        h::strong(contact.after.name),
        ":",
        h::ul(h::css("govuk-list"), h::each(contact.changes, difference))
    );
}

h::Node what_changes(PlannedPupil const& pupil) {
    return h::ul(
        h::css("govuk-list"),
        h::when(pupil.returns, []() -> h::Node { return h::li("comes back to the school"); }),
        h::each(pupil.changes, pupil.of_ones_own ? difference_of_ones_own : difference),
        h::each(
            pupil.contacts,
            [&](PlannedContact const& contact) { return contact_step(contact, pupil.of_ones_own); }
        )
    );
}

bool only_moves(PlannedPupil const& pupil) {
    return pupil.changes.empty() && pupil.contacts.empty() && !pupil.returns;
}

h::Node added_table(std::vector<PlannedPupil> const& added) {
    if (added.empty()) return {};
    design::Table table{
        .caption = text::counted(count(added.size()), "pupil is new", "pupils are new"),
        .columns = {{"Name"}, {"Born"}, {"Year"}, {"Class"}, {"Contacts", design::Align::number}}};
    for (std::size_t at = 0; at < std::min(added.size(), rows_shown); ++at)
        table.rows.push_back(
            {added[at].name(),
             calendar::day_month_year(added[at].after.born_on),
             pupils::year_in_words(added[at].after.year_group),
             added[at].class_name,
             std::to_string(added[at].contacts.size())}
        );
    return h::group(design::table(table), and_more(added.size()));
}

h::Node changed_table(std::vector<PlannedPupil> const& changed) {
    design::Table table{.caption = {}, .columns = {{"Name"}, {"Class"}, {"What changes"}}};
    std::size_t all = 0;
    for (auto const& pupil : changed) {
        if (only_moves(pupil)) continue;
        if (++all > rows_shown) continue;
        table.rows.push_back(
            {pupil.before->details.legal_forename + " " + pupil.before->details.legal_surname,
             pupil.class_before(),
             what_changes(pupil)}
        );
    }
    if (all == 0) return {};
    table.caption = text::counted(count(all), "pupil changes", "pupils change");
    return h::group(design::table(table), and_more(all));
}

h::Node moves_table(std::vector<PlannedPupil> const& changed) {
    design::Table table{.caption = {}, .columns = {{"Name"}, {"From"}, {"To"}}};
    std::size_t all = 0;
    for (auto const& pupil : changed) {
        if (pupil.class_name.empty()) continue;
        if (++all > rows_shown) continue;
        auto const from = pupil.class_before();
        table.rows.push_back({pupil.name(), from.empty() ? "no class" : from, pupil.class_name});
    }
    if (all == 0) return {};
    table.caption = text::counted(count(all), "pupil moves class", "pupils move class");
    return h::group(design::table(table), and_more(all));
}

h::Node repeated_rows(std::vector<RepeatedRow> const& repeated) {
    return h::group(h::each(repeated, [](RepeatedRow const& one) -> h::Node {
        return h::p(
            "Row ",
            std::to_string(one.row),
            ", ",
            one.name,
            ", is left out: you said that it is the pupil of row ",
            std::to_string(one.of_row),
            "."
        );
    }));
}

h::Node class_list(std::vector<PlannedClass> const& classes) {
    if (classes.empty()) return {};
    std::vector<std::string> names;
    for (auto const& one : classes) names.push_back(one.name);
    return h::p(
        text::counted(count(classes.size()), "new class", "new classes"),
        " for this school year: ",
        text::listed(names),
        "."
    );
}

// Nobody leaves unless a person ticks them: a file may hold one year group only.
h::Node leavers(std::vector<pupils::KnownPupil> const& missing) {
    if (missing.empty()) return {};
    if (missing.size() > leavers_shown)
        return h::p(
            text::counted(count(missing.size()), "pupil", "pupils"),
            " on roll are not in this file. They stay on roll."
        );
    std::vector<design::Choice> choices;
    for (auto const& pupil : missing) {
        auto const name = pupil.details.legal_forename + " " + pupil.details.legal_surname;
        auto const where = pupil.class_name.empty() ? "no class" : "class " + pupil.class_name;
        choices.push_back(
            {std::string(pupil.id.text()),
             name,
             where + ", born " + calendar::day_month_year(pupil.details.born_on)}
        );
    }
    auto const heading =
        text::counted(count(missing.size()), "pupil on roll is", "pupils on roll are") + " not in this file";
    return design::details(
        heading,
        h::group(
            h::p("They stay on roll unless you tick that they have left. A file of one class leaves out all "
                 "others."),
            design::checkboxes(
                design::blank(), {.name = "leavers", .legend = "Who has left the school?", .choices = choices}
            )
        ),
        missing.size() <= 20
    );
}

h::Node changed_meanwhile(bool changed) {
    if (!changed) return {};
    return design::notice(
        "What this import would do has changed since you looked",
        h::p("Below is what it would do now. Look again before you go on.")
    );
}

h::Node buttons(Reviewed const& reviewed, bool nothing) {
    return design::button_row(
        design::button(nothing ? "Close this import" : "Import now"),
        design::secondary_link_button("Back to the check", path_of(reviewed.import, "/check"))
    );
}

h::Node ways_out(design::FormGuard const& guard, Reviewed const& reviewed) {
    return design::button_row(
        h::when(
            reviewed.decided_some,
            [&] {
                return design::post_button(
                    guard, path_of(reviewed.import, "/matches"), "Decide the doubtful rows again"
                );
            }
        ),
        design::post_button(guard, path_of(reviewed.import, "/left"), "Leave this import")
    );
}

design::Page page_of(Reviewed const& reviewed, bool nothing, h::Node main) {
    return {
        .title = nothing ? "Nothing to change" : "Review what will change",
        .back = {.text = "Check", .path = path_of(reviewed.import, "/check")},
        .layout = design::Layout::wide,
        .main = std::move(main)};
}

h::Node roles_of(PlannedPerson const& person) {
    std::vector<std::string> roles;
    for (auto const& role : person.roles) {
        auto text = std::string(visits::in_words(role.role));
        if (!role.class_name.empty()) text += " of " + role.class_name;
        roles.push_back(std::move(text));
    }
    return text::listed(roles);
}

h::Node own_role_left_out(Faults const& faults) {
    auto const own = std::ranges::find(faults, Code::own_role, &Fault::code);
    if (own == faults.end()) return {};
    return design::inset(
        h::p("Row ", std::to_string(own->row), ", ", own->value, ": ", in_words(own->code), ".")
    );
}

h::Node people_table(std::string const& caption, std::vector<PlannedPerson> const& people) {
    if (people.empty()) return {};
    design::Table table{.caption = caption, .columns = {{"Name"}, {"E-mail address"}, {"Roles given"}}};
    for (auto const& person : people) {
        auto const address = person.before && person.before->address != person.address
                                 ? person.before->address + " → " + person.address
                                 : person.address;
        auto const name = person.before && person.before->name != person.name
                              ? person.before->name + " → " + person.name
                              : person.name;
        table.rows.push_back({name, address, roles_of(person)});
    }
    return design::table(table);
}

}  // namespace

design::Page review(design::FormGuard const& guard, Reviewed const& reviewed, Plan const& plan) {
    bool const nothing = plan.changes_nothing();
    auto const heading = nothing ? "Nothing to change" : "Review what will change";
    auto const stays = text::counted(count(plan.unchanged), "pupil is", "pupils are");
    return page_of(
        reviewed,
        nothing,
        h::group(
            design::heading(heading, reviewed.import.file_name),
            changed_meanwhile(reviewed.changed),
            h::p(stays, " the same in the file and in Withy. Empty cells never replace what is known."),
            repeated_rows(plan.repeated),
            class_list(plan.new_classes),
            added_table(plan.added),
            moves_table(plan.changed),
            changed_table(plan.changed),
            design::form(
                guard,
                path_of(reviewed.import, "/done"),
                design::hidden("plan", reviewed.digest),
                leavers(plan.missing),
                buttons(reviewed, nothing && plan.missing.empty())
            ),
            ways_out(guard, reviewed)
        )
    );
}

design::Page review(design::FormGuard const& guard, Reviewed const& reviewed, StaffPlan const& plan) {
    bool const nothing = plan.changes_nothing();
    auto const heading = nothing ? "Nothing to change" : "Review what will change";
    auto const added = text::counted(count(plan.added.size()), "person is new", "people are new");
    auto const changed = text::counted(count(plan.changed.size()), "person changes", "people change");
    return page_of(
        reviewed,
        nothing,
        h::group(
            design::heading(heading, reviewed.import.file_name),
            changed_meanwhile(reviewed.changed),
            h::p(
                text::counted(count(plan.unchanged), "person is", "people are"),
                " the same in the file and in Withy. Nobody is removed, and nobody is invited yet."
            ),
            own_role_left_out(plan.faults),
            people_table(added, plan.added),
            people_table(changed, plan.changed),
            design::form(
                guard,
                path_of(reviewed.import, "/done"),
                design::hidden("plan", reviewed.digest),
                buttons(reviewed, nothing)
            ),
            ways_out(guard, reviewed)
        )
    );
}

}  // namespace exchange::pages
