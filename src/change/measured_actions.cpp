#include "change/measured_actions.hpp"

#include <map>
#include <optional>

#include "assessments/viewing_actions.hpp"
#include "change/drift_rules.hpp"
#include "change/drift_store.hpp"
#include "change/measured_rules.hpp"
#include "change/waiting_rules.hpp"
#include "change/waiting_store.hpp"
#include "change/weeks_store.hpp"
#include "measures/store.hpp"
#include "need_to_know/actions.hpp"

namespace change::actions {
namespace {

using assessments::Held;
using assessments::Occasion;

// What children's ratings are held beside is one of these: nothing else is like it.
struct Kind {
    assessments::InstrumentId instrument;
    assessments::Informant informant{};
    std::optional<assessments::NormSetId> norms;
    bool weekly = false;
    auto operator<=>(Kind const&) const = default;
};

// Each kind that the child was rated in, with an occasion of it.
std::map<Kind, Occasion> kinds_of(Held const& held) {
    std::map<Kind, Occasion> kinds;
    for (auto const& one : held.assessments)
        if (!one.taken_back_at)
            kinds.try_emplace(
                {one.instrument, one.informant, one.norms, one.occasion == Occasion::weekly}, one.occasion
            );
    return kinds;
}

WaitedBeside named(Kind const& kind, assessments::Instrument const& instrument, std::vector<Waited> scales) {
    for (auto& scale : scales)
        if (auto const* const known = scale_of(instrument, scale.scale)) scale.scale = known->label;
    auto const form = kind.weekly ? ", weekly form" : "";
    return {
        .instrument = std::string(in_words(kind.informant)) + ": " + instrument.name + form,
        .scales = std::move(scales)};
}

// Without the child's own other cases, and without the visitor's own children.
std::vector<WaitedBeside> waited_beside(Visit& visit, PupilId const& pupil, Held const& held) {
    auto but_for = need_to_know::own_children(visit);
    but_for.insert(pupil);
    std::vector<WaitedBeside> all;
    for (auto const& [kind, occasion] : kinds_of(held)) {
        auto const& instrument = held.instruments.at(kind.instrument).instrument;
        auto const scores =
            store::scores_while_waiting(visit.db, visit.school, kind.instrument, kind.informant, kind.norms);
        auto scales = waited(on_one_form(scores, instrument, occasion, but_for));
        if (!scales.empty()) all.push_back(named(kind, instrument, std::move(scales)));
    }
    return all;
}

}  // namespace

ChangeOfCase change_of(Visit& visit, CaseId const& the_case, PupilId const& pupil) {
    auto const held = assessments::held(visit, the_case);
    auto const support = store::support_of(visit.db, visit.school, the_case);
    ChangeOfCase change{
        .began_on = support.began_on, .measured = measured_by(held.assessments, held.instruments)};
    if (change.began_on)
        change.classes = class_drift(
            store::scores_beside(visit.db, visit.school, pupil),
            measures::store::all(visit.db, visit.school),
            pupil,
            support
        );
    if (visit.who.may(visits::Permission::coordinate)) change.waited = waited_beside(visit, pupil, held);
    return change;
}

}  // namespace change::actions
