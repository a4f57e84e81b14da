#pragma once

#include <string>

#include "programmes/nurture_test.hpp"
#include "sessions/store.hpp"

namespace sessions {

// Running programmes, and what the database says of an act past every rule.
class SessionGates : public programmes::NurtureTest {
protected:
    bool is_sqlite() { return database.database().engine() == db::Engine::sqlite; }
    Session first(ProgrammeId const& programme) { return sessions_of(programme).front(); }

    // The gate that refuses; empty where none does.
    template <class Act>
    std::string refused(Act const& act) {
        try {
            as(school.nurture_assistant, [&](Visit& visit) {
                act(visit);
                return true;
            });
            return {};
        } catch (db::Refused const& refusal) {
            return refusal.gate;
        }
    }
    std::string delivering(Session const& session, Date held_on) {
        return refused([&](Visit& visit) {
            store::deliver(visit.db, visit.school, session, held_on, visit.staff());
        });
    }
    // A session that arrives as one that was held.
    std::string arriving(ProgrammeId const& programme, Date planned_on, Date held_on) {
        return refused([&](Visit& visit) {
            visit.db.run(
                R"(INSERT INTO session (school_id, id, programme_id, number, planned_on, starts_at_time, room_id,
                                        outcome, held_on, delivered_by)
                   VALUES ($1, $2, $3, 99, $4, '10:30', $5, 'delivered', $6, $7))",
                visit.school,
                visit.new_id<SessionId>(),
                programme,
                planned_on,
                school.room,
                held_on,
                visit.staff()
            );
        });
    }
    // Of the one session that was held.
    std::string moved_to(Date held_on) {
        return refused([&](Visit& visit) {
            visit.db.run(
                "UPDATE session SET held_on = $1 WHERE school_id = $2 AND outcome = 'delivered'",
                held_on,
                visit.school
            );
        });
    }
    std::string completing(ProgrammeId const& programme) {
        return refused([&](Visit& visit) {
            visit.db.run(
                "UPDATE programme SET completed_on = $1 WHERE school_id = $2 AND id = $3",
                day,
                visit.school,
                programme
            );
        });
    }
    void nothing_is_planned_in(ProgrammeId const& programme) {
        as(school.senco, [&](Visit& visit) {
            return programmes::store::end_planned_sessions(visit.db, visit.school, programme).size();
        });
    }
    void ends(PlaceId const& place, Date on) {
        as(school.senco, [&](Visit& visit) {
            programmes::store::end_place(
                visit.db, visit.school, place, on, cases::EndReason::no_longer_needed
            );
            return true;
        });
    }
};

}  // namespace sessions
