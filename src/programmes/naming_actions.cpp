#include "programmes/naming_actions.hpp"

#include <span>

#include "programmes/naming_rules.hpp"
#include "programmes/naming_store.hpp"
#include "programmes/store.hpp"
#include "records/actions.hpp"

namespace programmes {

std::optional<need_to_know::Named> child_named_in(
    Visit& visit, need_to_know::Sight const& sight, Programme const& programme, std::string const& name
) {
    for (auto const& place : store::places(visit.db, visit.school, programme.id, visit.today))
        if (child_named_in(name, std::span(&place.pupil, 1)))
            if (auto child = sight.names(place.pupil)) return child;
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
