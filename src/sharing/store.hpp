#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "db/connection.hpp"
#include "sharing/sharing.hpp"

namespace sharing::store {

// Whom a child of this class is asked about: class teacher, SENCo and headteacher of today, with their names.
std::vector<AskedAbout> with_a_duty(
    db::Connection& db, SchoolId school, std::optional<visits::ClassId> const& class_id, Date today
);
// Whom the standing agreement names beside them, and the circles that it opens to.
std::vector<AskedAbout> named_before(db::Connection& db, SchoolId school, CaseId const& the_case);
// Those who raised a concern of the case and work here today, with their names.
std::vector<std::pair<StaffId, std::string>> who_raised_a_concern(
    db::Connection& db, SchoolId school, CaseId const& the_case, Date today
);
// With whom the SENCo shares this case by name today and who work here, with their names.
std::vector<std::pair<StaffId, std::string>> who_know_by_name(
    db::Connection& db, SchoolId school, CaseId const& the_case, Date today
);
// What the standing agreement says of each door; but for the class teacher's where the child has come into
// another class since: that was about somebody else.
std::vector<LastWord> last_words(db::Connection& db, SchoolId school, CaseId const& the_case);

// Every asking of the case with its answers, the latest first.
std::vector<Agreement> agreements(db::Connection& db, SchoolId school, CaseId const& the_case);
// With whom the SENCo shared by name and why, those that are over too; the latest first.
std::vector<NamedShare> named_shares(db::Connection& db, SchoolId school, CaseId const& the_case);

// Puts a new asking in the place of the one that stood.
struct NewAgreement {
    AgreementId id;
    CaseId the_case;
    Date asked_on;
    StaffId asked_by;
    bool understands = false;
    std::string why_judged;
    Instant made_at;
};
void replace(db::Connection& db, SchoolId school, NewAgreement const& made);
// Keeps what the child answered at this asking about one of them; of a circle, which is asked for a yes
// alone, that yes.
void add(db::Connection& db, SchoolId school, AgreementId const& agreement, Answer const& answer);

// Keeps how this objection was answered, once and for good. The database refuses what is no objection, and
// that one to somebody else than the headteacher closes; a yes that the child doesn't understand may keep
// what an objection of theirs was answered before.
void answer_objection(
    db::Connection& db, SchoolId school, ObjectionInput const& said, StaffId const& by, Instant now
);

// How the objections of the standing agreement were answered, and by whom; but for one to the class teacher
// where the child has come into another class since: that was about somebody else.
struct Answered {
    Role to{};
    Outcome outcome{};
    std::string reason;
    StaffId by;
    Instant at;
    auto columns() { return std::tie(to, outcome, reason, by, at); }
};
std::vector<Answered> answered_objections(db::Connection& db, SchoolId school, CaseId const& the_case);

struct NewShare {
    NamedShareId id;
    CaseId the_case;
    ShareInput said;
    StaffId by;
    Instant at;
};
// Shares whose day is over are ended, so that one with the same person can begin anew.
void end_what_is_over(
    db::Connection& db, SchoolId school, CaseId const& the_case, StaffId const& by, Date today, Instant now
);
// False where it is shared with this person already.
bool add(db::Connection& db, SchoolId school, NewShare const& made);
// False where no such share of this case goes on.
bool end(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    NamedShareId const& id,
    StaffId const& by,
    Instant now
);

// Objections of open cases that nobody has answered, for the SENCo's work.
struct Objection {
    CaseId the_case;
    PupilId pupil;
    std::string forename;
    Role to{};
    Date asked_on;
    auto columns() { return std::tie(the_case, pupil, forename, to, asked_on); }
};
std::vector<Objection> waiting_objections(db::Connection& db, SchoolId school);

// For which moment it is time to ask the child of this case; empty where it is not. A door that the child
// opened until a day is asked about again once that day is over; what they let the class teacher know in
// confidence, once somebody else is class teacher.
std::optional<Moment> time_to_ask(db::Connection& db, SchoolId school, CaseId const& the_case, Date today);

// The children whom it is time to ask and who have a place with this person.
struct ToAsk {
    CaseId the_case;
    PupilId pupil;
    std::string forename;
    Moment moment{};
    auto columns() { return std::tie(the_case, pupil, forename, moment); }
};
std::vector<ToAsk> to_ask(db::Connection& db, SchoolId school, StaffId const& deliverer, Date today);

}  // namespace sharing::store
