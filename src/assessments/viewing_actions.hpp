#pragma once

#include <map>
#include <string>
#include <vector>

#include "assessments/assessments.hpp"
#include "assessments/rules.hpp"
#include "visits/visit.hpp"

namespace assessments {

// The assessments of a case with every version of an instrument that they are by.
struct Held {
    std::vector<Assessment> assessments;
    std::map<InstrumentId, LoadedInstrument> instruments;

    // The assessment; nothing where the case has none of this id.
    Assessment const* find(AssessmentId const& id) const;
};
Held held(Visit const& visit, CaseId const& the_case);

// The strands furthest from what is usual by the assessment's norms; none where it has no norms.
MostInNeed in_need(Assessment const& assessment, LoadedInstrument const& loaded);

// Between which numbers each scale was scored on the assessment's occasion.
std::map<std::string, Range> ranges_of(Assessment const& assessment, LoadedInstrument const& loaded);

}  // namespace assessments
