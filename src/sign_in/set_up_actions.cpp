#include "records/actions.hpp"
#include "schools/actions.hpp"
#include "sign_in/actions.hpp"
#include "sign_in/store.hpp"
#include "staff/actions.hpp"
#include "staff/store.hpp"

namespace sign_in::actions {
namespace {

void give(Visit& visit, StaffId const& staff, visits::Role role) {
    staff::RoleHeld const held{
        .id = visit.new_id<staff::RoleHeldId>(),
        .staff = staff,
        .role = role,
        .class_id = std::nullopt,
        .class_name = std::nullopt,
        .starts_on = visit.today,
        .ends_on = std::nullopt};
    staff::store::add(visit.db, visit.school, held);
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "role_held",
         .subject_id = std::string(held.id.text()),
         .fields = {{"staff_id", "", std::string(staff.text())}, {"role", "", std::string(word(role))}}}
    );
}

}  // namespace

FirstSchool set_up(Visit& visit, SetUp const& input, std::string const& password_hash) {
    visit.who.name = input.name;
    schools::actions::open_school(visit, {.name = input.school_name, .telephone = input.telephone});

    Account const account{visit.new_id<AccountId>(), input.address, password_hash};
    store::add(visit.db, account, visit.now);
    staff::Person const person{
        .id = visit.new_id<StaffId>(),
        .name = input.name,
        .address = input.address,
        .account = account.id,
        .left_on = std::nullopt};
    staff::store::add(visit.db, visit.school, person);
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "staff",
         .subject_id = std::string(person.id.text()),
         .fields = {{"name", "", input.name}, {"address", "", input.address}}}
    );
    give(visit, person.id, visits::Role::administrator);
    if (input.is_senco) give(visit, person.id, visits::Role::senco);
    store::end_set_up_code(visit.db);
    return {account, {visit.school, visit.school_name, person.id}};
}

}  // namespace sign_in::actions
