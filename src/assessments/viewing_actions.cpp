#include "assessments/viewing_actions.hpp"

#include <algorithm>

#include "assessments/instrument_rules.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/store.hpp"

namespace assessments {

Assessment const* Held::find(AssessmentId const& id) const {
    auto const found = std::ranges::find(assessments, id, &Assessment::id);
    return found == assessments.end() ? nullptr : &*found;
}

Held held(Visit const& visit, CaseId const& the_case) {
    Held all{.assessments = store::of_case(visit.db, visit.school, the_case), .instruments = {}};
    for (auto const& one : all.assessments)
        if (!all.instruments.contains(one.instrument))
            all.instruments.emplace(
                one.instrument, *store::instrument(visit.db, visit.school, one.instrument)
            );
    return all;
}

MostInNeed in_need(Assessment const& assessment, LoadedInstrument const& loaded) {
    auto const* const norms = norms_of(loaded, assessment.norms);
    if (norms == nullptr) return {};
    return first_in_need(most_in_need(assessment, loaded.instrument, norms->norms));
}

std::map<std::string, Range> ranges_of(Assessment const& assessment, LoadedInstrument const& loaded) {
    std::map<std::string, Range> ranges;
    for (auto const& scale : scales_of(loaded.instrument))
        if (auto const range = range_of(loaded.instrument, scale.code, assessment.occasion))
            ranges.emplace(scale.code, *range);
    return ranges;
}

}  // namespace assessments
