#pragma once

#include "db/joined_sql.hpp"

namespace change::store {

// The day of the first session that was held of the case's places, of the row of `nurture_case` that the
// statement calls n. On the day on which the child got a place, their name on the register decides.
inline constexpr db::Part first_session_held_on = R"(
       (SELECT min(s.held_on)
          FROM place t
          JOIN session s ON s.school_id = t.school_id AND s.programme_id = t.programme_id
         WHERE t.school_id = n.school_id AND t.case_id = n.id AND s.outcome = 'delivered'
           AND (t.ended_on IS NULL OR s.held_on <= t.ended_on)
           AND (s.held_on > t.allocated_on
                OR EXISTS (SELECT 1 FROM register_line l
                            WHERE l.school_id = s.school_id AND l.session_id = s.id AND l.place_id = t.id))))";

}  // namespace change::store
