#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessments/assessments.hpp"
#include "base/expected.hpp"
#include "base/fields.hpp"

namespace assessments::forms {

// The rating as it was entered for this occasion.
Expected<Rating, FormErrors> rating(
    Fields const& fields, LoadedInstrument const& loaded, Occasion occasion, Date today
);

// The day of the rating as far as it is entered; today where it is not.
Date rated_on(Fields const& fields, Date today);

// The form as it begins: what does not change is filled in from the last time, and the scores are not.
struct Begun {
    Date today;
    Informant informant{};
    std::optional<NormSetId> norms;
    std::string scheme;
    Assessment const* last = nullptr;  // in the same view
};
Fields begun(Begun const& begun);

// How many items each of these scales has.
Expected<ItemCounts, FormErrors> item_counts(Fields const& fields, std::vector<std::string> const& scales);

// Norms as the school types them: a scale of which nothing is typed has none.
Expected<NormSet, FormErrors> norms(Fields const& fields, Instrument const& instrument);

Expected<std::string, FormErrors> why_taken_back(Fields const& fields);

}  // namespace assessments::forms
