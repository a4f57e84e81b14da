#include "staff/role_routes.hpp"

#include <algorithm>

#include "staff/account_act_actions.hpp"
#include "staff/account_act_rules.hpp"
#include "staff/actions.hpp"
#include "staff/form_pages.hpp"
#include "staff/forms.hpp"
#include "staff/routes.hpp"
#include "staff/store.hpp"
#include "visits/saving.hpp"

namespace staff {
namespace {

std::optional<Person> person_of(Visit& visit, http::Request const& request) {
    auto const id = request.id<StaffId>("person");
    if (!id) return std::nullopt;
    return store::person(visit.db, visit.school, *id);
}

std::optional<RoleHeld> role_of(Visit& visit, Person const& person, http::Request const& request) {
    auto const roles = store::roles_of(visit.db, visit.school, person.id);
    auto const found = std::ranges::find(roles, request.id<RoleHeldId>("role"), &RoleHeld::id);
    if (found == roles.end()) return std::nullopt;
    return *found;
}

Fields a_day(std::string_view field, Date day) { return Fields({{std::string(field), calendar::iso(day)}}); }

std::vector<SchoolClass> classes_of(Visit& visit) {
    return store::classes(visit.db, visit.school, calendar::school_year(visit.today));
}

http::Response get_new_role(Visit& visit, http::Request const& request) {
    auto const person = person_of(visit, request);
    if (!person) return http::not_found();
    return visit.page(pages::give_role(
        visit.frame.guard,
        *person,
        classes_of(visit),
        person->id == visit.staff(),
        {a_day("starts_on", visit.today), FormErrors{}}
    ));
}

std::string_view field_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::no_such_class: return "class_id";
        case Refusal::ends_before_it_starts: return "ends_on";
        case Refusal::role_held_already: return "role";
        case Refusal::address_taken:
        case Refusal::no_address:
        case Refusal::account_of_several_schools:
        case Refusal::changed_meanwhile:
        case Refusal::last_administrator:
        case Refusal::own_role:
        case Refusal::nothing_changes:
        case Refusal::has_left: return "role";
    }
    return {};
}

http::Response post_role(Visit& visit, http::Request const& request) {
    auto const person = person_of(visit, request);
    if (!person) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::give_role(
            visit.frame.guard, *person, classes_of(visit), person->id == visit.staff(), {request.form, errors}
        ));
    };
    auto const input = forms::role(request.form, visit.today);
    if (!input) return again(input.error());
    if (auto const given = actions::give_role(visit, person->id, *input); !given)
        return again({{std::string(field_of(given.error())), in_words(given.error())}});
    return visits::saved(path_of(person->id), Saved::role);
}

http::Response get_end(Visit& visit, http::Request const& request) {
    auto const person = person_of(visit, request);
    if (!person) return http::not_found();
    auto const role = role_of(visit, *person, request);
    if (!role) return http::not_found();
    return visit.page(
        pages::end_role(visit.frame.guard, *person, *role, {a_day("ends_on", visit.today), FormErrors{}})
    );
}

// Nobody needs a letter about what they did themselves.
void tell_them(
    Visit& visit, TellPerson tell, Person const& person, std::string const& address, std::string const& what
) {
    if (visit.sends_mail && !address.empty() && person.id != visit.staff()) tell(visit, address, what);
}

}  // namespace

http::Response post_end(Visit& visit, http::Request const& request, TellPerson tell) {
    auto const person = person_of(visit, request);
    if (!person) return http::not_found();
    auto const role = role_of(visit, *person, request);
    if (!role) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::end_role(visit.frame.guard, *person, *role, {request.form, errors}));
    };
    auto const day = forms::end_of_role(request.form, visit.today);
    if (!day) return again(day.error());
    if (auto const ended = actions::end_role(visit, *role, *day); !ended)
        return again({{"ends_on", in_words(ended.error())}});
    if (is_over_children(role->role))
        tell_them(
            visit,
            tell,
            *person,
            actions::own_address(visit, *person),
            "Your role " + std::string(visits::in_words(role->role)) + " at " + visit.school_name +
                " ends in Withy on " + calendar::day_month_year(*day) + "."
        );
    return visits::saved(path_of(person->id), Saved::role);
}

namespace {

http::Response get_leaving(Visit& visit, http::Request const& request) {
    auto const person = person_of(visit, request);
    if (!person) return http::not_found();
    return visit.page(pages::leave(visit.frame.guard, *person, design::blank()));
}

}  // namespace

http::Response post_leaving(Visit& visit, http::Request const& request, TellPerson tell) {
    auto const person = person_of(visit, request);
    if (!person) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::leave(visit.frame.guard, *person, {request.form, errors}));
    };
    auto const day = forms::leaving(request.form, visit.today);
    if (!day) return again(day.error());
    if (auto const left = actions::leave(visit, person->id, *day); !left)
        return again({{"left_on", in_words(left.error())}});
    if (person->account)
        tell_them(
            visit,
            tell,
            *person,
            actions::own_address(visit, *person),
            visit.school_name + " has put down in Withy that you leave on " + calendar::day_month_year(*day) +
                ". From that day on you can't sign in there."
        );
    return visits::saved(path_of(person->id), Saved::leaving);
}

Routes role_routes() {
    return {
        {"GET", "/school/people/{person}/roles/new", Permission::run_school, get_new_role},
        visits::fresh({"POST", "/school/people/{person}/roles", Permission::run_school, post_role}),
        {"GET", "/school/people/{person}/roles/{role}/end", Permission::run_school, get_end},
        {"GET", "/school/people/{person}/leaving", Permission::run_school, get_leaving},
    };
}

}  // namespace staff
