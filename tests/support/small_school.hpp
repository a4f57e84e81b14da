#pragma once

#include <string>
#include <string_view>

#include "base/calendar.hpp"
#include "db/connection.hpp"
#include "http/message.hpp"
#include "support/test_database.hpp"
#include "visits/visit.hpp"

namespace support {

// A person of the small school, with a device that is signed in.
struct Person {
    visits::StaffId staff;
    visits::AccountId account;
    std::string name;
    std::string token;  // the cookie's value
    std::string csrf;   // what this sign-in's forms carry
};

using PupilId = Id<struct PupilTag>;
using ContactId = Id<struct ContactTag>;
using AreaId = Id<struct AreaTag>;
using RoomId = Id<struct RoomTag>;
using PolicyVersionId = Id<struct PolicyVersionTag>;

struct Child {
    PupilId id;
    std::string name;
    Date born_on;
    visits::ClassId class_id;
    ContactId mother;
    ContactId father;  // lives elsewhere
};

// A made-up junior school, written straight into the tables: two classes, a few children with two parents
// each, and one person for each role. Time stands at its own `now`, a Tuesday in term.
class SmallSchool {
public:
    // `mark` ends every name, for a test that looks for what is of this school and no other.
    explicit SmallSchool(TestDatabase& database, SchoolId school = {1}, std::string mark = {});

    SchoolId school;
    Instant now;  // Tuesday 12 May 2026, 10:00 in England
    Date today;

    visits::ClassId class_4b;
    visits::ClassId class_5a;
    Person senco;
    Person nurture_assistant;
    Person second_nurture_assistant;
    Person untrained;  // a Nurture Assistant whose training expired last month
    Person teacher_of_4b;
    Person teacher_of_5a;
    Person support_staff;
    Person headteacher;
    Person safeguarding_lead;
    Person administrator;
    Person governor;

    Child sam;    // of 4B
    Child amira;  // of 4B
    Child tom;    // of 4B
    Child grace;  // of 5A

    AreaId friendships;
    AreaId anxiety;
    RoomId room;
    PolicyVersionId policy;

    // A visit of this person within a transaction that the caller holds open.
    Visit visit(db::Connection& db, Person const& person) const;
    // A visit of somebody who is not signed in, such as a parent with a link.
    Visit visit_of_nobody(db::Connection& db) const;

    // Requests as this person's browser sends them.
    http::Request get(Person const& person, std::string_view path) const;
    http::Request post(Person const& person, std::string_view path, Fields const& fields) const;

    Child add_child(std::string const& forename, std::string const& surname, visits::ClassId const& class_id);
    Person add_person(
        std::string const& name, visits::Role role, std::optional<visits::ClassId> class_id = {}
    );

    // Whose training is in force.
    Person add_nurture_assistant(std::string const& name);

    // Somebody's agreement from the day on, as the parent's own link gives it. Adds to what stands.
    void answer(
        PupilId const& pupil, std::string_view case_id, ContactId const& by, std::string_view answer, Date on
    );

    // The headteacher has just opened this child's case, with a reason.
    void headteacher_opens(PupilId const& pupil);

private:
    visits::ClassId add_class(std::string const& name, std::string const& year_group);
    void train(Person const& person, Date held_on, Date expires_on);
    ContactId add_contact(Child const& child, std::string const& name, bool lives_with);
    AreaId add_area(std::string const& name);

    db::Connection& db_;
    std::string mark_;
};

}  // namespace support
