#include "county/team_actions.hpp"

#include <algorithm>

#include "base/mail_address.hpp"
#include "base/text.hpp"
#include "county/team_store.hpp"
#include "records/actions.hpp"
#include "schools/store.hpp"
#include "staff/store.hpp"

namespace county::actions {
namespace {

// However it is typed, as in signing in.
std::optional<staff::Person> of_address(Visit const& visit, std::string const& typed) {
    auto const address = text::ascii_lower(typed);
    auto const people = staff::store::people(visit.db, visit.school);
    auto const found = std::ranges::find_if(people, [&](staff::Person const& person) {
        bool const is_here = !person.left_on || *person.left_on > visit.today;
        return is_here && text::ascii_lower(person.address) == address;
    });
    return found == people.end() ? std::nullopt : std::optional(*found);
}

void make_team(Visit& visit, std::string const& name) {
    store::Team const team{schools::store::next_school(visit.db), name};
    store::add(visit.db, team, visit.now);
    visit.enter(team.id, team.name);
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "school",
         .subject_id = std::to_string(team.id.number),
         .fields = {{"name", "", name}, {"kind", "", "county_team"}}}
    );
}

}  // namespace

std::string_view in_words(TeamRefusal refusal) {
    switch (refusal) {
        case TeamRefusal::no_team: return "There is no county team yet. Give it a name with --name";
        case TeamRefusal::another_name: return "The county team has another name. Leave --name out";
        case TeamRefusal::not_an_address: return "Enter an e-mail address, such as ada@county.example";
        case TeamRefusal::nobody_of_this_address: return "Nobody of the county team has this e-mail address";
    }
    return {};
}

Expected<void, TeamRefusal> enter_team(Visit& visit, std::string const& name) {
    auto const team = store::team(visit.db);
    if (!team && name.empty()) return refuse(TeamRefusal::no_team);
    if (team && !name.empty() && name != team->name) return refuse(TeamRefusal::another_name);
    if (team)
        visit.enter(team->id, team->name);
    else
        make_team(visit, name);
    return {};
}

Expected<staff::actions::MadeLink, std::string> invite(Visit& visit, staff::PersonInput const& analyst) {
    if (!text::is_mail_address(analyst.address))
        return refuse(std::string(in_words(TeamRefusal::not_an_address)));
    auto const known = of_address(visit, analyst.address);
    if (!known) {
        auto const added = staff::actions::add_person(
            visit, {.name = analyst.name, .address = text::ascii_lower(analyst.address)}
        );
        if (!added) return refuse(staff::in_words(added.error()));
    }
    auto const id = known ? known->id : of_address(visit, analyst.address).value().id;
    auto made = staff::actions::invite(visit, id);
    if (!made) return refuse(staff::in_words(made.error()));
    return std::move(*made);
}

Expected<void, std::string> leave(Visit& visit, std::string const& address) {
    auto const person = of_address(visit, address);
    if (!person) return refuse(std::string(in_words(TeamRefusal::nobody_of_this_address)));
    if (auto const left = staff::actions::leave(visit, person->id, visit.today); !left)
        return refuse(staff::in_words(left.error()));
    return {};
}

}  // namespace county::actions
