#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "programmes/store.hpp"
#include "sessions/sessions.hpp"

namespace sessions::store {

std::optional<Session> find(db::Connection& db, SchoolId school, SessionId const& session);

// Each change says false where another change came first.
bool change_plan(db::Connection& db, SchoolId school, Session const& before, std::string const& plan);
bool deliver(db::Connection& db, SchoolId school, Session const& before, Date held_on, StaffId const& by);
bool undo_delivery(db::Connection& db, SchoolId school, Session const& before);
// True where the impact of a child of its register was measured since, or the child's case is closed.
bool has_settled_child(db::Connection& db, SchoolId school, Session const& session);
bool not_hold(
    db::Connection& db, SchoolId school, Session const& before, programmes::WhyNot why, bool rearranged
);
bool undo_not_holding(db::Connection& db, SchoolId school, Session const& before);
// One that is still planned, in which nothing was done.
bool remove(db::Connection& db, SchoolId school, Session const& planned);
bool name_stand_in(
    db::Connection& db, SchoolId school, Session const& before, std::optional<StaffId> const& stand_in
);
bool review_plan(
    db::Connection& db,
    SchoolId school,
    Session const& before,
    std::string const& note,
    Date on,
    StaffId const& by
);

// One child in one session: all that saving an evaluation asks about, in one query.
struct Card {
    SessionId session;
    int number = 0;
    programmes::Outcome outcome{};
    Date planned_on;
    std::optional<Date> held_on;
    std::optional<StaffId> stand_in;
    std::optional<StaffId> handed_over;  // who delivered it, where the programme has another by now
    StaffId deliverer;
    programmes::Form form{};
    std::optional<EvaluationId> evaluation;
    std::optional<int> version;
    std::optional<Writing> writing;
    bool on_register = false;  // when it was taken
    std::optional<Date> started_on;
    std::optional<Date> reviewed_on;  // the impact review that stands
    bool case_closed = false;
    PlaceId place;
    std::optional<Date> place_ended_on;
    ProgrammeId programme;
    CaseId the_case;
    PupilId pupil;
    std::string supporter;   // who delivers the programme now
    std::string reviewer;    // of the impact review that stands
    std::string sealed_for;  // whose key seals what is told of the case
    auto columns() {
        return std::tie(
            session,
            number,
            outcome,
            planned_on,
            held_on,
            stand_in,
            handed_over,
            deliverer,
            form,
            evaluation,
            version,
            writing,
            on_register,
            started_on,
            reviewed_on,
            case_closed,
            place,
            place_ended_on,
            programme,
            the_case,
            pupil,
            supporter,
            reviewer,
            sealed_for
        );
    }
};
// Who is on a programme's register of a day, and since when each has started. The last day of a place counts
// unless consent was withdrawn or the allocation undone on it, or others have taken the place since.
struct OnRegister {
    PlaceId place;
    std::optional<Date> started_on;
    auto columns() { return std::tie(place, started_on); }
};
std::vector<OnRegister> on_register(
    db::Connection& db, SchoolId school, ProgrammeId const& programme, Date day
);

// Who stood on the register of a session that was held when it was taken.
std::vector<OnRegister> register_of(db::Connection& db, SchoolId school, SessionId const& session);

// Empty where the place belongs to another programme.
std::optional<Card> card(db::Connection& db, SchoolId school, SessionId const& session, PlaceId const& place);

// The children, but for this one, who are on the register, have started and are not written up, by name.
struct ToWriteUp {
    PlaceId place;
    PupilId pupil;
    std::string forename;
    auto columns() { return std::tie(place, pupil, forename); }
};
std::vector<ToWriteUp> others_to_write_up(
    db::Connection& db, SchoolId school, SessionId const& session, PlaceId const& but_for
);

// With their ratings, in two queries.
std::map<PlaceId, Evaluation> evaluations(db::Connection& db, SchoolId school, SessionId const& session);
std::optional<Evaluation> evaluation(
    db::Connection& db, SchoolId school, SessionId const& session, PlaceId const& place
);
// The latest rating of each target before this session; weeks in which it was not seen are passed over.
std::vector<Rating> ratings_before(
    db::Connection& db, SchoolId school, PlaceId const& place, SessionId const& session
);

// What was last written for "next time" of each child, before this session.
std::map<PlaceId, std::string> next_times(db::Connection& db, SchoolId school, SessionId const& session);

void add(db::Connection& db, SchoolId school, Evaluation const& evaluation, PupilId const& pupil);
void remove(db::Connection& db, SchoolId school, EvaluationId const& evaluation);
// What of an evaluation changes beside the rest, which always does: the child's own words at its end, and
// what was confided. What does not stays as it is stored, and need not have been opened.
struct Changes {
    bool own_words = true;
    bool confidence = true;
};
// False where another change came first.
bool change(db::Connection& db, SchoolId school, Evaluation const& evaluation, Changes changes);
void put_rating(db::Connection& db, SchoolId school, EvaluationId const& evaluation, Rating const& rating);
void clear_ratings(db::Connection& db, SchoolId school, EvaluationId const& evaluation);
// What the child said alone.
void change_voice(db::Connection& db, SchoolId school, Evaluation const& evaluation);

// Why each child was not there, where nobody came and the session was not held.
struct Absence {
    PlaceId place;
    WhyAbsent why{};
    auto columns() { return std::tie(place, why); }
};
void add_absence(
    db::Connection& db,
    SchoolId school,
    SessionId const& session,
    Absence const& absence,
    StaffId const& by,
    Instant at
);
std::vector<Absence> absences(db::Connection& db, SchoolId school, SessionId const& session);
void forget_absences(db::Connection& db, SchoolId school, SessionId const& session);

// A session as Today shows it, with how far it is written up.
struct Line {
    SessionId session;
    ProgrammeId programme;
    std::string programme_name;
    int number = 0;
    Date planned_on;
    std::string starts_at_time;
    int minutes = 0;
    std::string room_name;
    programmes::Outcome outcome{};
    bool planned_in_words = false;  // a plan is written
    bool as_stand_in = false;
    int children = 0;
    int evaluated = 0;
    std::optional<PlaceId> to_write_up;  // one of those who are left
    auto columns() {
        return std::tie(
            session,
            programme,
            programme_name,
            number,
            planned_on,
            starts_at_time,
            minutes,
            room_name,
            outcome,
            planned_in_words,
            as_stand_in,
            children,
            evaluated,
            to_write_up
        );
    }
};
// The sessions that this person delivers or stands in for, from day to day, in their order.
std::vector<Line> mine(db::Connection& db, SchoolId school, StaffId const& staff, Date from, Date to);
// Sessions of this person, up to the day, that are still to be written up: not recorded at all, or with a
// child who has no evaluation yet. They are of who held them or is to stand in, while that person is here and
// a Nurture Assistant, and else of who delivers.
std::vector<Line> to_write_up(db::Connection& db, SchoolId school, StaffId const& staff, Date today);

}  // namespace sessions::store
