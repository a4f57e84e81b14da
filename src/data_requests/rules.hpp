#pragma once

#include <optional>

#include "data_requests/data_requests.hpp"
#include "schools/schools.hpp"

namespace data_requests {

// The last day on which it may be given out. All that is held: the same day of the next month, or the next
// working day (UK GDPR article 12(3)). The educational record: the fifteenth school day (Education (Pupil
// Information) Regulations 2005).
Date due_on(Kind kind, Date received_on, schools::OpenDays const& open);

// The same of a request as it stands: two months more where whoever asked was told so.
Date due_on(Request const& request, schools::OpenDays const& open);

// Why it can't be given two months more, of which whoever asked was told on this day: within the month, once,
// and not of the educational record (UK GDPR article 12(3)).
std::optional<Refusal> objection_to_extending(
    Request const& request, Date told_on, Date today, schools::OpenDays const& open
);

// How far the request has come.
Stage stage_of(Request const& request);

// Why this person can't sign: nothing that was written down since it was prepared is signed for unread.
std::optional<Refusal> objection_to_signing(Request const& request, StaffId const& person, Since since);

// Why it can't be recorded as given out on this day. What was signed goes out as it was signed, whatever was
// written down since; where a line of it has changed or is gone, it is prepared and signed again.
std::optional<Refusal> objection_to_giving_out(Request const& request, Date on, Date today, Since since);

}  // namespace data_requests
