#include "change/measured_actions.hpp"

#include <set>

#include "assessments/viewing_actions.hpp"
#include "change/drift_rules.hpp"
#include "change/drift_store.hpp"
#include "change/measured_rules.hpp"
#include "change/weeks_store.hpp"
#include "measures/store.hpp"

namespace change::actions {
namespace {

using assessments::Held;
using assessments::Occasion;

// Asked once for each instrument, view and kind of form that the child was rated by.
std::vector<WaitedBeside> waited_beside(Visit& visit, CaseId const& the_case, Held const& held) {
    std::set<std::tuple<assessments::InstrumentId, assessments::Informant, bool>> asked;
    for (auto const& one : held.assessments)
        if (!one.taken_back_at)
            asked.emplace(one.instrument, one.informant, one.occasion == Occasion::weekly);
    std::vector<WaitedBeside> all;
    for (auto const& [id, informant, weekly] : asked) {
        auto scales =
            waited(store::scores_while_waiting(visit.db, visit.school, id, informant, weekly, the_case));
        if (scales.empty()) continue;
        auto const& instrument = held.instruments.at(id).instrument;
        for (auto& scale : scales)
            if (auto const* const known = scale_of(instrument, scale.scale)) scale.scale = known->label;
        auto const form = weekly ? ", weekly form" : "";
        all.push_back(
            {.instrument = std::string(in_words(informant)) + ": " + instrument.name + form,
             .scales = std::move(scales)}
        );
    }
    return all;
}

}  // namespace

ChangeOfCase change_of(Visit& visit, CaseId const& the_case, PupilId const& pupil) {
    auto const held = assessments::held(visit, the_case);
    ChangeOfCase change{
        .began_on = store::support_of(visit.db, visit.school, the_case).began_on,
        .measured = measured_by(held.assessments, held.instruments)};
    if (change.began_on)
        change.classes = class_drift(
            store::scores_beside(visit.db, visit.school, pupil),
            measures::store::all(visit.db, visit.school),
            pupil,
            *change.began_on
        );
    change.waited = waited_beside(visit, the_case, held);
    return change;
}

}  // namespace change::actions
