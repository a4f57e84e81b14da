#include "programmes/naming_actions.hpp"

#include <algorithm>

#include "programmes/naming_rules.hpp"
#include "programmes/naming_store.hpp"
#include "programmes/store.hpp"
#include "records/actions.hpp"

namespace programmes {

std::optional<need_to_know::Named> child_named_in(
    Visit& visit, need_to_know::Sight const& sight, Programme const& programme, std::string const& name
) {
    auto const places = store::places(visit.db, visit.school, programme.id, visit.today);
    for (auto const& [pupil, names] : store::names_of_children(visit.db, visit.school, programme.id)) {
        if (!names_the_child(name, names)) continue;
        auto const& id = pupil;
        auto const place = std::ranges::find_if(places, [&](Place const& one) { return one.pupil.id == id; });
        if (place == places.end()) continue;
        if (auto child = sight.names(place->pupil)) return child;
    }
    return std::nullopt;
}

Expected<void, Refusal> rename(Visit& visit, Programme const& before, std::string const& name) {
    if (before.completed_on) return refuse(Refusal::completed);
    if (name == before.name) return {};
    if (!store::rename(visit.db, visit.school, before, name)) return refuse(Refusal::changed_meanwhile);
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "programme",
         .subject_id = std::string(before.id.text()),
         .fields = {{"name", before.name, name}}}
    );
    return {};
}

}  // namespace programmes
