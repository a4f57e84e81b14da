#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "letters/letters.hpp"
#include "schools/schools.hpp"

namespace letters::store {

// The school's own template; empty until it has one.
std::optional<Template> school_template(db::Connection& db, SchoolId school);

// False where someone changed the template since this version.
bool change_template(db::Connection& db, SchoolId school, TemplateId const& id, Template const& changed);

// Whom the case is about; empty where the school has no such case.
std::optional<Child> child(db::Connection& db, SchoolId school, CaseId const& the_case);

// Every adult of the child, those with parental responsibility first.
std::vector<pupils::Contact> contacts(db::Connection& db, SchoolId school, PupilId const& pupil);

// What the prioritisation chose, and the weeks that the policy in force plans for.
struct Support {
    std::optional<consent::Form> form;  // none before it is chosen
    int weeks_least = schools::PolicyVersion{}.weeks_least;
    int weeks_most = schools::PolicyVersion{}.weeks_most;
    int consent_weeks = schools::PolicyVersion{}.consent_weeks;  // how long a yes holds
    auto columns() { return std::tie(form, weeks_least, weeks_most, consent_weeks); }
};
Support support(db::Connection& db, SchoolId school, CaseId const& the_case, Date today);

std::string telephone(db::Connection& db, SchoolId school);

// The one school of this installation; empty where there are several.
struct OnlySchool {
    SchoolId id;
    std::string name;
    std::string telephone;
    auto columns() { return std::tie(id, name, telephone); }
};
std::optional<OnlySchool> only_school(db::Connection& db);

struct Made {
    LetterId id;
    CaseId case_id;
    ContactId contact;
    Way way{};
    std::string title;
    std::string words;
    std::string pdf;
    std::string kept_pdf;
};
void add(db::Connection& db, SchoolId school, Made const& letter, StaffId const& by, Instant now);

// From here on the sheets of letters made before this instant are kept without the parent's own link.
void forget_links_of_sheets(db::Connection& db, SchoolId school, Instant made_before);

// The sheet to print; without the link where the letter was made before this instant.
std::optional<std::string> sheet(
    db::Connection& db, SchoolId school, LetterId const& letter, Instant link_since
);

// Notes that the letter was printed and handed over; false where that is on record already.
bool mark_printed(
    db::Connection& db, SchoolId school, LetterId const& letter, StaffId const& by, Instant now
);

// The letters of the case, newest first, each with where its e-mail is.
std::vector<Sent> letters_of(db::Connection& db, SchoolId school, CaseId const& the_case);
std::optional<Sent> letter(db::Connection& db, SchoolId school, LetterId const& letter);

// The latest letter to this person in the case: what their page shows.
std::optional<Sent> latest_letter(
    db::Connection& db, SchoolId school, CaseId const& the_case, ContactId const& contact
);

// Makes whoever answers this case's request next wait for this transaction to end.
void hold(db::Connection& db, SchoolId school, CaseId const& the_case);

// The e-mail addresses of the SENCos of today, and of who delivers the child's open place.
std::vector<std::string> addresses_to_tell(
    db::Connection& db, SchoolId school, CaseId const& the_case, Date today
);

// The name of whoever wrote down each answer, by the answer's number; the parent's own are missing.
struct Recorder {
    int number = 0;
    std::string name;
    auto columns() { return std::tie(number, name); }
};
std::vector<Recorder> recorders(db::Connection& db, SchoolId school, CaseId const& the_case);

}  // namespace letters::store
