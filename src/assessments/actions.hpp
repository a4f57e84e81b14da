#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessments/assessments.hpp"
#include "assessments/rules.hpp"
#include "base/expected.hpp"
#include "visits/visit.hpp"

namespace assessments {

// Loads the file as the school's newest version of the instrument, with the numbers of items that the school
// enters. The same again changes nothing.
Expected<InstrumentId, Faults> load(Visit& visit, std::string const& document, ItemCounts const& items);

// Keeps norms beside those that the instrument has; none of them changes. `own` says of whom they are where
// they are the school's own.
Expected<NormSetId, Faults> add_norms(
    Visit& visit,
    LoadedInstrument const& loaded,
    NormSet const& norms,
    std::optional<OwnChildren> const& own = {}
);

// Whether ratings of the case stay as they are, since it is closed.
bool is_closed(Visit const& visit, CaseId const& the_case);

// Keeps the visitor's rating of the child, which a second adult agrees to or rates beside.
Expected<AssessmentId, Refusal> rate(
    Visit& visit, CaseId const& the_case, LoadedInstrument const& loaded, Rating const& rating
);

Expected<void, Refusal> agree(Visit& visit, CaseId const& the_case, AssessmentId const& assessment);

Expected<void, Refusal> take_back(
    Visit& visit, CaseId const& the_case, AssessmentId const& assessment, std::string const& why
);

// How old the child of the case is on the day, in years; nothing where the roll does not say.
std::optional<int> age_on(Visit& visit, CaseId const& the_case, Date day);

}  // namespace assessments
