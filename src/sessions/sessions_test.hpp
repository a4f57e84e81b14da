#pragma once

#include <map>
#include <optional>
#include <string>

#include "programmes/change_actions.hpp"
#include "programmes/nurture_test.hpp"
#include "records/actions.hpp"
#include "sessions/actions.hpp"

namespace sessions {

// What the people of a programme do with its sessions.
class SessionsTest : public programmes::NurtureTest {
protected:
    Session first(ProgrammeId const& programme) { return sessions_of(programme).front(); }
    Session now(SessionId const& session) { return *store::find(read(), school.school, session); }

    Expected<void, Refusal> deliver_as(
        support::Person const& person, SessionId const& session, std::map<PlaceId, WhyAbsent> absent = {}
    ) {
        return as(person, [&](Visit& visit) {
            return deliver(visit, now(session), {.held_on = visit.today, .absent = absent});
        });
    }
    // Another child who has started in a programme that runs.
    PlaceId starts_also(ProgrammeId const& programme, support::Child const& child) {
        auto const place = place_of(programme, ready(child));
        give_target(place);
        EXPECT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
            return programmes::start(visit, programme);
        }));
        return place;
    }
    Expected<void, Refusal> deliver_on(SessionId const& session, Date held_on) {
        return as(school.nurture_assistant, [&](Visit& visit) {
            return deliver(visit, now(session), {.held_on = held_on, .absent = {}});
        });
    }
    Expected<void, Refusal> held_instead(Session const& session, Date on) {
        return as(school.nurture_assistant, [&](Visit& visit) {
            return not_hold(
                visit, session, {.why = programmes::WhyNot::trip, .instead = Instead::on_a_day, .on = on}
            );
        });
    }
    store::Card card(db::Connection& db, SessionId const& session, PlaceId const& place) {
        return *store::card(db, school.school, session, place);
    }
    Evaluation pleased(PlaceId const& place, int rating = 6) {
        Evaluation evaluation;
        evaluation.voice.feeling = Feeling::good;
        evaluation.noticed = "Asked Amira to play";
        evaluation.confidence = "Dad has moved out";
        evaluation.version = 0;
        for (auto const& target : programmes::store::targets(read(), school.school, place))
            evaluation.ratings.push_back({target.id, rating});
        return evaluation;
    }
    Expected<void, Refusal> evaluate_as(
        support::Person const& person,
        SessionId const& session,
        PlaceId const& place,
        Evaluation const& evaluation,
        bool may_see_confidence = true
    ) {
        return as(person, [&](Visit& visit) {
            auto const targets = programmes::store::targets(visit.db, visit.school, place);
            Asked const asked{.confidence = may_see_confidence};
            return evaluate(visit, card(visit.db, session, place), asked, evaluation, targets);
        });
    }
    // The same, with its line in the log.
    bool refuse_the_day_before(Visit& visit, CaseId const& the_case) {
        visit.db.run(
            R"(INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route, answered_on,
                                           received_at)
               VALUES ($1, $2, 2, $3, 'refused', 'paper', $4, $5))",
            visit.school,
            the_case,
            school.sam.father,
            day - 1,
            visit.now
        );
        records::write(
            visit,
            {.action = records::Action::made,
             .subject = "consent_answer",
             .subject_id = std::string(the_case.text()),
             .case_id = std::string(the_case.text())}
        );
        return true;
    }
    // The mother's withdrawal of the day, and the end of the place that goes with it.
    void withdraws(support::Child const& child, programmes::Place const& place) {
        answer(child, place.the_case, "withdrawn");
        as(school.senco, [&](Visit& visit) {
            programmes::store::end_place(
                visit.db, visit.school, place.id, day, cases::EndReason::consent_withdrawn
            );
            return true;
        });
    }
    Expected<void, programmes::Refusal> handed_over(
        ProgrammeId const& programme, Date from_on, std::string const& at = "09:30"
    ) {
        return as(school.senco, [&](Visit& visit) {
            return programmes::change_delivery(
                visit,
                programme,
                {.from_on = from_on,
                 .deliverer = school.second_nurture_assistant.staff,
                 .room = programmes::same<schools::RoomId>(school.room),
                 .weekday = programmes::Weekday::tuesday,
                 .starts_at_time = at,
                 .reason = "Takes over"}
            );
        });
    }
    void undo_review() {
        as(school.senco,
           [&](Visit& visit) { return visit.db.run("UPDATE impact_review SET undone_at = $1", visit.now); });
    }
    void close(CaseId const& the_case) {
        as(school.senco, [&](Visit& visit) {
            visit.db.run(
                R"(UPDATE place SET ended_on = $1, end_reason = 'no_longer_needed'
                    WHERE school_id = $2 AND case_id = $3 AND ended_on IS NULL)",
                day,
                visit.school,
                the_case
            );
            cases::close(visit, the_case, "Moved away");
            return true;
        });
    }
    std::optional<Evaluation> written(SessionId const& session, PlaceId const& place) {
        return store::evaluation(read(), school.school, session, place);
    }
};

}  // namespace sessions
