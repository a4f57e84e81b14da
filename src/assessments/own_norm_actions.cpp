#include "assessments/own_norm_actions.hpp"

#include "assessments/actions.hpp"
#include "assessments/own_norm_store.hpp"

namespace assessments {

std::vector<OwnSoFar> own_so_far(Visit& visit, LoadedInstrument const& loaded) {
    return own_so_far(store::rated_on_entry(visit.db, visit.school, loaded.id), loaded);
}

Expected<NormSetId, NoOwnNorms> make_own_norms(
    Visit& visit, LoadedInstrument const& loaded, Informant informant
) {
    auto const made = own_norms(store::rated_on_entry(visit.db, visit.school, loaded.id), loaded, informant);
    if (!made) return refuse(made.error());
    return add_norms(visit, loaded, made->norms, made->own).value();
}

}  // namespace assessments
