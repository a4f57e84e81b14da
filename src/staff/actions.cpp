#include "staff/actions.hpp"

#include <algorithm>

#include "records/actions.hpp"
#include "staff/account_act_actions.hpp"
#include "staff/account_act_rules.hpp"
#include "staff/rules.hpp"
#include "staff/store.hpp"

namespace staff::actions {
namespace {

void write(
    Visit& visit,
    records::Action action,
    std::string_view subject,
    std::string_view id,
    std::vector<records::FieldChange> fields,
    std::string const& why = {}
) {
    records::write(
        visit,
        {.action = action,
         .subject = subject,
         .subject_id = std::string(id),
         .why = why,
         .fields = std::move(fields)}
    );
}

std::string iso_if_any(std::optional<Date> const& date) { return date ? calendar::iso(*date) : ""; }

bool address_taken(Visit& visit, std::string const& address, std::optional<StaffId> const& except) {
    if (address.empty()) return false;
    auto const people = store::people(visit.db, visit.school);
    return std::ranges::any_of(people, [&](Person const& person) {
        bool const is_here = !person.left_on || *person.left_on > visit.today;
        return is_here && person.id != except && person.address == address;
    });
}

// Who signs in, or has a role that opens children's cases.
bool is_told_of(Visit& visit, Person const& person) {
    return person.account ||
           holds_over_children(store::roles_of(visit.db, visit.school, person.id), visit.today);
}

bool is_last_administrator(Visit& visit, StaffId const& id) {
    auto const administrators = store::administrators(visit.db, visit.school, visit.today);
    bool const administers = std::ranges::any_of(administrators, [&](auto const& role) {
        return role.staff == id && holds_on(role, visit.today);
    });
    return administers && !somebody_else_administers(administrators, id, visit.today);
}

}  // namespace

Expected<StaffId, Refusal> add_person(Visit& visit, PersonInput const& input, std::string const& why) {
    if (address_taken(visit, input.address, std::nullopt)) return refuse(Refusal::address_taken);
    Person const person{.id = visit.new_id<StaffId>(), .name = input.name, .address = input.address};
    store::add(visit.db, visit.school, person);
    write(
        visit,
        records::Action::made,
        "staff",
        person.id.text(),
        {{"name", "", input.name}, {"address", "", input.address}},
        why
    );
    return person.id;
}

Expected<void, Refusal> change_person(
    Visit& visit, StaffId const& id, int version, PersonInput const& input, std::string const& why
) {
    auto const before = store::person(visit.db, visit.school, id);
    if (!before) return refuse(Refusal::changed_meanwhile);
    if (address_taken(visit, input.address, id)) return refuse(Refusal::address_taken);

    auto after = *before;
    after.name = input.name;
    after.address = input.address;
    after.version = version;
    if (!store::change(visit.db, visit.school, after)) return refuse(Refusal::changed_meanwhile);
    write(
        visit,
        records::Action::changed,
        "staff",
        id.text(),
        {{"name", before->name, input.name}, {"address", before->address, input.address}},
        why
    );
    if (before->address == input.address) return {};
    // A link that went to the old address opens no door.
    store::revoke_invitations(visit.db, visit.school, id, visit.now);
    if (is_told_of(visit, *before)) tell_address_changed(visit, *before, input.address);
    return {};
}

Expected<void, Refusal> leave(Visit& visit, StaffId const& id, Date left_on) {
    auto const before = store::person(visit.db, visit.school, id);
    if (!before) return refuse(Refusal::changed_meanwhile);
    if (is_last_administrator(visit, id)) return refuse(Refusal::last_administrator);
    bool const is_told = is_told_of(visit, *before);

    auto after = *before;
    after.left_on = left_on;
    if (!store::change(visit.db, visit.school, after)) return refuse(Refusal::changed_meanwhile);
    store::end_roles(visit.db, visit.school, id, left_on - 1);
    store::revoke_invitations(visit.db, visit.school, id, visit.now);
    if (left_on <= visit.today) store::end_sign_ins(visit.db, visit.school, id, visit.now);
    write(
        visit,
        records::Action::ended,
        "staff",
        id.text(),
        {{"left_on", iso_if_any(before->left_on), calendar::iso(left_on)}}
    );
    if (is_told) tell_left(visit, id, left_on);
    return {};
}

Expected<RoleHeldId, Refusal> give_role(
    Visit& visit, StaffId const& id, RoleInput const& input, std::string const& why
) {
    auto const person = store::person(visit.db, visit.school, id);
    if (!person || (person->left_on && *person->left_on <= visit.today)) return refuse(Refusal::has_left);
    if (!may_give(visit.who.staff, id, input.role)) return refuse(Refusal::own_role);
    if (input.ends_on && *input.ends_on < input.starts_on) return refuse(Refusal::ends_before_it_starts);
    auto const classes = store::classes(visit.db, visit.school, calendar::school_year(input.starts_on));
    bool const teaches = input.role == visits::Role::class_teacher;
    bool const class_known =
        input.class_id && std::ranges::find(classes, *input.class_id, &SchoolClass::id) != classes.end();
    if (teaches && !class_known) return refuse(Refusal::no_such_class);
    if (held_already(store::roles_of(visit.db, visit.school, id), input))
        return refuse(Refusal::role_held_already);

    RoleHeld const role{
        .id = visit.new_id<RoleHeldId>(),
        .staff = id,
        .role = input.role,
        .class_id = teaches ? input.class_id : std::nullopt,
        .class_name = std::nullopt,
        .starts_on = input.starts_on,
        .ends_on = input.ends_on};
    store::add(visit.db, visit.school, role);
    write(
        visit,
        records::Action::made,
        "role_held",
        role.id.text(),
        {{"staff_id", "", std::string(id.text())},
         {"role", "", std::string(word(role.role))},
         {"starts_on", "", calendar::iso(role.starts_on)},
         {"ends_on", "", iso_if_any(role.ends_on)}},
        why
    );
    tell_role_given(visit, id, input.role);
    return role.id;
}

Expected<void, Refusal> end_role(Visit& visit, RoleHeld const& role, Date on) {
    if (on < role.starts_on) return refuse(Refusal::ends_before_it_starts);
    bool const administers = role.role == visits::Role::administrator;
    if (administers && is_last_administrator(visit, role.staff)) return refuse(Refusal::last_administrator);
    store::end_role(visit.db, visit.school, role.id, on);
    write(
        visit,
        records::Action::ended,
        "role_held",
        role.id.text(),
        {{"ends_on", iso_if_any(role.ends_on), calendar::iso(on)}}
    );
    tell_role_ended(visit, role, on);
    return {};
}

}  // namespace staff::actions
