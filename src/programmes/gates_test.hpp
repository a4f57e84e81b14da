#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "programmes/nurture_test.hpp"

namespace programmes {

// What the database says of a change to what its gates have judged by, past every rule.
class ProgrammeGates : public NurtureTest {
protected:
    // By the database's own clock.
    Date const todays_date{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};

    std::string reopened(PlaceId const& place) {
        return refused(
            "UPDATE place SET ended_on = NULL, end_reason = NULL WHERE id = $1 AND school_id = $2", place
        );
    }
    void ends(PlaceId const& place, cases::EndReason why = cases::EndReason::completed) {
        as(school.senco, [&](Visit& visit) {
            store::end_place(visit.db, visit.school, place, day, why);
            return true;
        });
    }
    std::string hands_over(
        ProgrammeId const& programme, support::Person const& person, std::int64_t made_at = 0
    ) {
        return refused(
            R"(INSERT INTO programme_change (id, programme_id, from_on, deliverer_before, deliverer_id, room_before,
                                             room_id, when_before, when_after, reason, made_by, made_at, school_id)
               SELECT $1, g.id, $2, g.deliverer_id, $3, g.room_id, g.room_id, '', '', 'Takes over', $3, $4, g.school_id
                 FROM programme g WHERE g.id = $5 AND g.school_id = $6)",
            ProgrammeId::make(school.now),
            day,
            person.staff,
            made_at,
            programme
        );
    }
    std::string led_by(ProgrammeId const& programme, support::Person const& person) {
        return refused(
            "UPDATE programme SET deliverer_id = $1 WHERE id = $2 AND school_id = $3", person.staff, programme
        );
    }
    // Corrected, with a word of what it was.
    std::string training_ends(Date on) {
        auto const kept = refused(
            R"(INSERT INTO training_correction (school_id, id, training_id, staff_id, kind, name_before, held_before,
                                                expires_before, name, held_on, expires_on, reason, made_by, made_at)
               SELECT school_id, id || expires_on, id, staff_id, kind, name, held_on, expires_on, name, held_on, $1, 'Ran out', staff_id, 0
                 FROM training WHERE school_id = $2)",
            on
        );
        return kept + refused("UPDATE training SET expires_on = $1 WHERE school_id = $2", on);
    }
    void is_trained_until(support::Person const& person, Date until) {
        refused(
            R"(INSERT INTO training (id, staff_id, kind, name, held_on, expires_on, school_id)
               VALUES ($1, $2, 'nurture', 'Nurture', '2026-01-01', $3, $4))",
            ProgrammeId::make(school.now),
            person.staff,
            until
        );
    }
    // Of a place that is completed.
    std::string reviewed_by(support::Person const& person, Place const& place) {
        ends(place.id);
        return review_written(person, place);
    }
    std::string review_written(support::Person const& person, Place const& place) {
        return refused(
            R"(INSERT INTO impact_review (id, case_id, place_id, reviewer_id, reviewed_on, reviewed_at, words, outcome,
                                          school_id)
               VALUES ($1, $2, $3, $4, $5, $6, 'Plays with two others', 'sustained', $7))",
            ProgrammeId::make(school.now),
            place.the_case,
            place.id,
            person.staff,
            day,
            school.now
        );
    }
};

}  // namespace programmes
