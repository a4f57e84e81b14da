#pragma once

#include "db/joined_sql.hpp"

namespace cases::store {

// The day of the last session that was held of a place, of the row of `place` that the statement calls t:
// what the rule programmes::is_the_childs says of one session, in SQL. On the day on which the child got the
// place, and on the one on which it ended with consent, their name on the register decides.
inline constexpr db::Part last_session_held_on = R"(
       (SELECT max(s.held_on) FROM session s
         WHERE s.school_id = t.school_id AND s.programme_id = t.programme_id AND s.outcome = 'delivered'
           AND (t.ended_on IS NULL OR s.held_on <= t.ended_on)
           AND (s.held_on > t.allocated_on
                    AND (t.ended_on IS NULL OR s.held_on < t.ended_on OR t.end_reason <> 'consent_withdrawn')
                OR EXISTS (SELECT 1 FROM register_line l
                            WHERE l.school_id = s.school_id AND l.session_id = s.id AND l.place_id = t.id))))";

}  // namespace cases::store
