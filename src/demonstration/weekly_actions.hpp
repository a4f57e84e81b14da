#pragma once

#include "assessments/assessments.hpp"
#include "demonstration/telling_actions.hpp"

namespace demonstration {

// Three weekly ratings from before the child's first session and one for each week since, of which one is
// missing, by the visitor's view as class teacher; none where no session was held.
void rate_the_weeks(Visit& visit, Story& story, assessments::LoadedInstrument const& by);

// How the child stood on entry, at the end of support and, some weeks after it, today; none where support has
// not ended.
void rate_before_and_after(Visit& visit, Story& story, assessments::LoadedInstrument const& by);

// A rating of every item that the occasion's form asks, about so high.
assessments::Rating observed(
    Story& story, assessments::LoadedInstrument const& by, assessments::Occasion occasion, Date on, int about
);

}  // namespace demonstration
