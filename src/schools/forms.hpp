#pragma once

#include <optional>
#include <string>

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "schools/schools.hpp"

namespace schools::forms {

Expected<Details, FormErrors> details(Fields const& form);
Expected<ImpactWeeks, FormErrors> impact_weeks(Fields const& fields);
Expected<Period, FormErrors> period(Fields const& form, Date today);
Expected<std::string, FormErrors> room_name(Fields const& form);
Expected<PolicyVersion, FormErrors> policy_version(Fields const& form, Date today);
Expected<Review, FormErrors> review(Fields const& form, Date today);

// A year that was looked over: its periods stand as term-0-name, term-0-starts-day, … and closure-0-….
Expected<YearForward, FormErrors> year_forward(Fields const& form, Date today);

// The version that the form was filled in against; 0 where it carries none.
int version(Fields const& form);

// A form filled in with what stands.
Fields typed_weeks(School const& school);
Fields typed(School const& school);
Fields typed(Term const& term);
Fields typed(PolicyVersion const& version);
Fields typed(YearForward const& year);

}  // namespace schools::forms
