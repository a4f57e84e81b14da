#include "programmes/naming_actions.hpp"

#include <vector>

#include "programmes/naming_rules.hpp"
#include "programmes/naming_store.hpp"
#include "programmes/store.hpp"
#include "records/actions.hpp"

namespace programmes {

std::optional<std::string> child_named_in(Visit& visit, Programme const& programme, std::string const& name) {
    std::vector<pupils::Pupil> children;
    for (auto& place : store::places(visit.db, visit.school, programme.id, visit.today))
        children.push_back(std::move(place.pupil));
    return child_named_in(name, children);
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
