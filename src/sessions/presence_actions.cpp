#include "sessions/presence_actions.hpp"

#include <algorithm>

#include "consent/rules.hpp"
#include "programmes/store.hpp"
#include "programmes/view_store.hpp"

// Who was there, and who could have been.
namespace sessions {

std::vector<ChildOnRegister> children_on_register(
    Visit& visit, programmes::Programme const& programme, Date day
) {
    auto const on_register = store::on_register(visit.db, visit.school, programme.id, day);
    auto const answers = programmes::store::answers_in(visit.db, visit.school, programme.id);
    std::vector<ChildOnRegister> children;
    for (auto& place : programmes::store::places(visit.db, visit.school, programme.id, visit.today)) {
        if (std::ranges::find(on_register, place.id, &store::OnRegister::place) == on_register.end())
            continue;
        ChildOnRegister child{.place = std::move(place)};
        if (auto const received = answers.find(child.place.the_case); received != answers.end()) {
            child.consented = consent::in_force_on(received->second, day);
            child.could_come = consent::in_force_to(received->second, programme.form, day);
        }
        children.push_back(std::move(child));
    }
    return children;
}

bool another_could_come(Visit& visit, store::Card const& card) {
    auto const programme = programmes::store::find(visit.db, visit.school, card.place.programme);
    if (!programme || !card.held_on) return false;
    auto const evaluations = store::evaluations(visit.db, visit.school, card.session);
    auto const is_absent = [&](PlaceId const& place) {
        auto const found = evaluations.find(place);
        return found != evaluations.end() && !found->second.attended;
    };
    auto const children = children_on_register(visit, *programme, *card.held_on);
    return std::ranges::any_of(children, [&](ChildOnRegister const& child) {
        return child.could_come && child.place.id != card.place.id && !is_absent(child.place.id);
    });
}

}  // namespace sessions
