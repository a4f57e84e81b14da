#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "assessments/assessments.hpp"
#include "base/calendar.hpp"

// Ratings of a child week by week, by an instrument's weekly form: three while the child waits, and on
// through the programme (G9).
namespace change {

using assessments::InstrumentId;

// So many ratings before the programme let its weeks be told from those before it.
inline constexpr int ratings_before = 3;

// Before the first session that was held of the child's, and from it on.
enum class Phase { before, during };
constexpr auto words(Phase) { return std::array{"before", "during"}; }

// A child of the teacher's who waits or is supported, and how far the weekly ratings in the teacher's view
// are.
struct Rateable {
    CaseId the_case;
    PupilId pupil;
    std::string name;
    Date born_on;
    std::optional<Date> began_on;  // the day of the first session that was held
    int before = 0;                // ratings before it
    int ratings = 0;               // all of them
    std::optional<Date> last_on;
    std::optional<InstrumentId> last_by;
    auto columns() {
        return std::tie(the_case, pupil, name, born_on, began_on, before, ratings, last_on, last_by);
    }
};

// A rating that is asked for this week.
struct ToRate {
    CaseId the_case;
    PupilId pupil;
    std::string name;
    InstrumentId by;
    Phase phase{};
    int number = 1;  // of the three before the programme
    Date by_on;      // the week's last school day for most: its Friday
    bool is_first = false;
};

// The form for this week's rating: "/cases/…/assessing/…?occasion=weekly"
std::string path_of(ToRate const& rating);

}  // namespace change
