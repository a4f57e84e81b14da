#include "staff/routes.hpp"

#include <algorithm>

#include "staff/account_act_routes.hpp"
#include "staff/actions.hpp"
#include "staff/form_pages.hpp"
#include "staff/forms.hpp"
#include "staff/pages.hpp"
#include "staff/role_routes.hpp"
#include "staff/rules.hpp"
#include "staff/store.hpp"
#include "staff/training_routes.hpp"
#include "visits/saving.hpp"

namespace staff {
namespace {

std::optional<Person> person_of(Visit& visit, http::Request const& request) {
    auto const id = request.id<StaffId>("person");
    if (!id) return std::nullopt;
    return store::person(visit.db, visit.school, *id);
}

template <class Something>
std::vector<Something> those_of(std::vector<Something> const& all, StaffId const& person) {
    std::vector<Something> some;
    std::ranges::copy_if(all, std::back_inserter(some), [&](auto const& one) { return one.staff == person; });
    return some;
}

PersonLine line_of(
    Person const& person,
    std::vector<RoleHeld> const& roles,
    std::vector<Training> const& trainings,
    bool has_open_invitation,
    Date today
) {
    PersonLine line{
        .person = person,
        .roles_today = {},
        .nurture = training_standing(trainings, TrainingKind::nurture, today),
        .safeguarding = training_standing(trainings, TrainingKind::safeguarding, today),
        .account = account_state(person, has_open_invitation, today)};
    std::ranges::copy_if(roles, std::back_inserter(line.roles_today), [&](auto const& role) {
        return holds_on(role, today);
    });
    return line;
}

http::Response get_people(Visit& visit, http::Request const&) {
    auto const roles = store::roles(visit.db, visit.school);
    auto const trainings = store::trainings(visit.db, visit.school);
    auto const invited = store::invited(visit.db, visit.school, visit.now);
    std::vector<PersonLine> lines;
    for (auto const& person : store::people(visit.db, visit.school))
        lines.push_back(line_of(
            person,
            those_of(roles, person.id),
            those_of(trainings, person.id),
            std::ranges::find(invited, person.id) != invited.end(),
            visit.today
        ));
    return visit.page(pages::people(lines));
}

http::Response get_person(Visit& visit, http::Request const& request) {
    auto const person = person_of(visit, request);
    if (!person) return http::not_found();
    auto const roles = store::roles_of(visit.db, visit.school, person->id);
    auto const trainings = store::trainings_of(visit.db, visit.school, person->id);
    auto const invited = store::invited(visit.db, visit.school, visit.now);
    bool const is_invited = std::ranges::find(invited, person->id) != invited.end();
    pages::PersonStory const story{
        line_of(*person, roles, trainings, is_invited, visit.today),
        roles,
        trainings,
        store::corrections_of(visit.db, visit.school, person->id)};
    return visit.page(pages::person(visit.frame.guard, story, visit.today));
}

http::Response get_new(Visit& visit, http::Request const&) {
    return visit.page(pages::add_person(visit.frame.guard, design::blank()));
}

http::Response post_person(Visit& visit, http::Request const& request) {
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::add_person(visit.frame.guard, {request.form, errors}));
    };
    auto const input = forms::person(request.form);
    if (!input) return again(input.error());
    auto const added = actions::add_person(visit, *input);
    if (!added) return again({{"address", in_words(added.error())}});
    return visits::saved(path_of(*added), Saved::person);
}

http::Response get_change(Visit& visit, http::Request const& request) {
    auto const person = person_of(visit, request);
    if (!person) return http::not_found();
    return visit.page(pages::change_person(
        visit.frame.guard, *person, {forms::typed(*person), FormErrors{}}, person->version
    ));
}

http::Response post_revocation(Visit& visit, http::Request const& request) {
    auto const person = person_of(visit, request);
    if (!person) return http::not_found();
    actions::revoke_invitation(visit, person->id);
    return visits::saved(path_of(person->id), Saved::invitation_ended);
}

}  // namespace

// The link is in this answer alone, or in the e-mail to the person: what is stored of it is a hash.
http::Response post_invitation(Visit& visit, http::Request const& request, SendInvitation send) {
    auto const person = person_of(visit, request);
    if (!person) return http::not_found();
    auto const made = actions::invite(visit, person->id);
    if (!made) return visit.form_again(pages::no_invitation(*person, made.error()));
    auto const link = visit.public_address + "/invitations/" + made->token;
    if (visit.sends_mail) send(visit, made->address, link);
    if (!made->shown) return visit.page(pages::link_on_its_way(*person, made->address));
    return visit.page(pages::invitation(*person, link, visit.sends_mail));
}

http::Response post_change(Visit& visit, http::Request const& request, TellOldAddress tell) {
    auto const person = person_of(visit, request);
    if (!person) return http::not_found();
    auto const version = forms::version(request.form);
    auto const again = [&](FormErrors const& errors, int against, std::optional<Person> const& stands) {
        return visit.form_again(
            pages::change_person(visit.frame.guard, *person, {request.form, errors}, against, stands)
        );
    };
    auto const input = forms::person(request.form);
    if (!input) return again(input.error(), version, std::nullopt);
    auto const changed = actions::change_person(visit, person->id, version, *input);
    if (changed) {
        bool const is_told = visit.sends_mail && person->account && person->address != input->address;
        if (is_told && !person->address.empty()) tell(visit, person->address);
        return visits::saved(path_of(person->id), Saved::person);
    }
    if (changed.error() == Refusal::changed_meanwhile)
        return again({{"name", in_words(changed.error())}}, person->version, person);
    return again({{"address", in_words(changed.error())}}, version, std::nullopt);
}

Routes people_routes() {
    Routes all{
        {"GET", "/school/people", Permission::run_school, get_people},
        visits::fresh({"POST", "/school/people", Permission::run_school, post_person}),
        {"GET", "/school/people/new", Permission::run_school, get_new},
        {"GET", "/school/people/{person}", Permission::run_school, get_person},
        {"GET", "/school/people/{person}/change", Permission::run_school, get_change},
        visits::fresh(
            {"POST", "/school/people/{person}/invitation/revocation", Permission::run_school, post_revocation}
        ),
    };
    for (auto const& more : {role_routes(), training_routes(), account_act_routes()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace staff
