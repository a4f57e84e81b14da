#pragma once

#include <optional>
#include <string>
#include <vector>

#include "consent/consent.hpp"
#include "db/connection.hpp"
#include "liaison/liaison.hpp"
#include "programmes/programmes.hpp"
#include "today/today.hpp"

// What stands on Today and is no other room's question, each in one query.
namespace today::store {

// Programmes of this person that are to be started, or to be completed since no session is left; and those
// that run with sessions to come, once for each child who has a place and has not started.
struct ToStart {  // a child, with what was answered about them
    CaseId the_case;
    PupilId pupil;
    std::string forename;
    bool has_targets = false;  // every one in the child's own words
    std::vector<consent::Received> answers;
};
struct ProgrammeToMove {
    programmes::Programme programme;  // as far as its start asks
    Date day;  // on which it starts; or the next session is planned; or the last one was due
    int children = 0;
    Instant made_at;
    std::string joiner;  // the child who is to start while it runs; empty: it is about the programme
    std::optional<Date> allocated_on;
    std::optional<CaseId> joins;  // the joiner's case
    std::vector<ToStart> to_start = {};
    auto columns() {
        return std::tie(
            programme.id,
            programme.name,
            programme.form,
            programme.starts_on,
            programme.started_on,
            programme.places,
            programme.bounds_reason,
            programme.few_children_reason,
            programme.few_children,
            day,
            children,
            made_at,
            joiner,
            allocated_on,
            joins
        );
    }
};
std::vector<ProgrammeToMove> programmes_to_move(
    db::Connection& db, SchoolId school, StaffId const& deliverer
);

// Evaluations of sessions held up to the day that nobody has written, by who is to write them and by
// programme: who held the session, while they are here and a Nurture Assistant, and else who delivers it. Of
// open cases.
struct Unwritten {
    StaffId staff;
    std::string staff_name;
    ProgrammeId programme;
    std::string programme_name;
    int evaluations = 0;
    Date since;  // the first of the sessions
    auto columns() { return std::tie(staff, staff_name, programme, programme_name, evaluations, since); }
};
std::vector<Unwritten> unwritten(db::Connection& db, SchoolId school, Date today, Date held_by);

// What this person is told of children whose place they deliver or delivered: meetings that were asked for
// and not held yet; and concerns that another wrote since the moment, while the child had the place,
// and that they have not seen.
struct Told {
    bool is_concern = false;
    std::string id;  // of the concern, or of the case in which a meeting was asked for
    PupilId pupil;
    std::string name;
    std::string by;  // who wrote it, or the word of who asked
    std::optional<Date> asked_on;
    std::optional<Instant> written_at;
    std::optional<Instant> closed_at;
    int version = 0;        // of the concern
    bool reworded = false;  // since it was written
    auto columns() {
        return std::tie(is_concern, id, pupil, name, by, asked_on, written_at, closed_at, version, reworded);
    }
};
std::vector<Told> told_of_children(
    db::Connection& db, SchoolId school, StaffId const& deliverer, Date today, Instant concerns_since
);

// What this person asked of class teachers and waits for, or has not seen the answer to; and their messages
// to parents that wait for a class teacher.
struct Asked {
    std::string to_parent;  // the name of whom the message is for; empty: it is a question
    std::string id;         // of the question or the message
    CaseId the_case;
    PupilId pupil;
    std::string name;
    std::string words;
    Instant asked_at;
    std::string answer;
    std::string answered_by;
    std::optional<Instant> answered_at;
    bool in_hand = false;  // who asked delivers the child's support
    auto columns() {
        return std::tie(
            to_parent, id, the_case, pupil, name, words, asked_at, answer, answered_by, answered_at, in_hand
        );
    }
};
std::vector<Asked> asked_by(db::Connection& db, SchoolId school, StaffId const& asker);

// Sessions between the days of children of this person's classes, each with what was answered about the
// child; of those that fell out, today's alone.
struct SessionOut {
    OutOfClass child;
    consent::Form form{};
    std::vector<consent::Received> answers;
};
std::vector<SessionOut> out_of_class(
    db::Connection& db, SchoolId school, StaffId const& teacher, Date today, Date from, Date to
);

// Children of open cases who lost their place since the day because consent was withdrawn, and have none now:
// whom this person delivered support to; and whom this person teaches today.
std::vector<Withdrawn> withdrawn_from(
    db::Connection& db, SchoolId school, StaffId const& deliverer, Date since
);
std::vector<Withdrawn> withdrawn_of_class(
    db::Connection& db, SchoolId school, StaffId const& teacher, Date today, Date since
);

// Children for whom another programme was decided and no concern was raised since.
struct NextConcern {
    CaseId the_case;
    PupilId pupil;
    std::string name;
    Instant decided_at;
    auto columns() { return std::tie(the_case, pupil, name, decided_at); }
};
std::vector<NextConcern> next_concerns(db::Connection& db, SchoolId school, Instant decided_since);

// Concerns of this person that were not taken up since the moment, and of which they have not said that they
// know; of several about one child in one case the latest.
struct Declined {
    std::string concern;
    PupilId pupil;
    std::string name;
    Instant at;
    std::string why;
    auto columns() { return std::tie(concern, pupil, name, at, why); }
};
std::vector<Declined> declined(db::Connection& db, SchoolId school, StaffId const& writer, Instant since);

// Invitations that wait to be accepted.
struct Invited {
    StaffId staff;
    std::string name;
    Instant made_at;
    Instant expires_at;
    auto columns() { return std::tie(staff, name, made_at, expires_at); }
};
std::vector<Invited> invited(db::Connection& db, SchoolId school);

// Names of administrators of the day who can sign in, two at the most.
std::vector<std::string> administrators(db::Connection& db, SchoolId school, Date day);

// What this person opened of children, for safeguarding or with a reason, and is not over: what ends first is
// first.
std::vector<Opened> opened_by(db::Connection& db, SchoolId school, StaffId const& staff, Instant now);

}  // namespace today::store
