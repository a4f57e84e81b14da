#pragma once

#include <string>
#include <vector>

#include "db/connection.hpp"
#include "letters/letters.hpp"

// What Today asks of letters and answers. Whether the reader may know the child is asked of need_to_know.
namespace letters::today_store {

// Somebody who was asked and has not answered since, in an open case.
struct Unanswered {
    CaseId case_id;
    PupilId pupil;
    std::string child;
    ContactId contact;
    std::string contact_name;
    Instant first_asked_at;
    Instant last_asked_at;
    int times = 0;
    bool still_asked =
        true;  // consent asks them today: they have a say, or are asked knowing that they have none
    auto columns() {
        return std::tie(
            case_id, pupil, child, contact, contact_name, first_asked_at, last_asked_at, times, still_asked
        );
    }
};
// Those who wait longest first.
std::vector<Unanswered> unanswered(db::Connection& db, SchoolId school);

// An agreement taken back on or after the day, or recorded since.
struct Withdrawal {
    CaseId case_id;
    PupilId pupil;
    std::string child;
    std::string contact_name;
    consent::Route route{};
    Date said_on;
    std::string words;
    auto columns() { return std::tie(case_id, pupil, child, contact_name, route, said_on, words); }
};
std::vector<Withdrawal> withdrawals_since(db::Connection& db, SchoolId school, Date day);

// A link of somebody who is still asked that five wrong tries have ended, with no newer one for the same
// person.
struct LockedLink {
    CaseId case_id;
    PupilId pupil;
    std::string child;
    std::string contact_name;
    Instant revoked_at;
    auto columns() { return std::tie(case_id, pupil, child, contact_name, revoked_at); }
};
std::vector<LockedLink> locked_links(db::Connection& db, SchoolId school);

// A letter to somebody who is still asked whose e-mail could not be delivered, with no newer letter to the
// same person.
struct Undelivered {
    CaseId case_id;
    PupilId pupil;
    std::string child;
    std::string contact_name;
    Instant made_at;
    auto columns() { return std::tie(case_id, pupil, child, contact_name, made_at); }
};
std::vector<Undelivered> undelivered(db::Connection& db, SchoolId school);

// The newest letter on paper to somebody who has not answered since it was made, that nobody has printed:
// whom it asks again may have agreed before.
struct ToPrint {
    LetterId letter;
    CaseId case_id;
    PupilId pupil;
    std::string child;
    std::string contact_name;
    Instant made_at;
    bool still_asked = true;  // consent asks them today
    auto columns() { return std::tie(letter, case_id, pupil, child, contact_name, made_at, still_asked); }
};
std::vector<ToPrint> to_print(db::Connection& db, SchoolId school);

}  // namespace letters::today_store
