#pragma once

#include "db/joined_sql.hpp"

namespace change::store {

// Whether the session of the row s was held for the place of the row t. On the day on which the child got a
// place, their name on the register decides; a place whose allocation was undone never was.
inline constexpr db::Part held_for_the_place = R"(
               s.outcome = 'delivered'
           AND (t.end_reason IS NULL OR t.end_reason <> 'allocation_undone')
           AND (t.ended_on IS NULL OR s.held_on <= t.ended_on)
           AND (s.held_on > t.allocated_on
                OR EXISTS (SELECT 1 FROM register_line l
                            WHERE l.school_id = s.school_id AND l.session_id = s.id AND l.place_id = t.id)))";

// The day of the first session that was held of the case's places, of the row of `nurture_case` that the
// statement calls n.
inline constexpr db::Part first_session_held_on = db::Joined<
    R"(
       (SELECT min(s.held_on)
          FROM place t
          JOIN session s ON s.school_id = t.school_id AND s.programme_id = t.programme_id
         WHERE t.school_id = n.school_id AND t.case_id = n.id AND )",
    held_for_the_place,
    ")">::part;

}  // namespace change::store
