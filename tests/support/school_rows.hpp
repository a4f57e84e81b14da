#pragma once

#include <optional>
#include <string>

#include "base/calendar.hpp"
#include "base/id.hpp"
#include "db/connection.hpp"

namespace support {

// Puts rows of one school straight into the database, for tests that need a certain state and no story of how
// it came about. Ids are returned as text, as the tables hold them; every row can be told apart by its id
// alone.
class SchoolRows {
public:
    // Makes the school and enters it; the transaction is the caller's.
    explicit SchoolRows(db::Connection& db, int school = 1);

    SchoolId school() const { return school_; }
    Date today() const { return today_; }
    Instant now() const { return calendar::start_of(today_) + 9 * hours; }
    // Each moment is later than the one before.
    Instant next_moment() { return now() + ++moments_; }

    std::string staff(std::string const& name);
    std::string class_called(std::string const& name);
    std::string pupil(std::string const& forename);
    std::string contact_of(std::string const& pupil, std::string const& name);
    void in_class(
        std::string const& pupil,
        std::string const& class_id,
        Date from,
        std::optional<Date> to = std::nullopt
    );

    std::string case_of(std::string const& pupil);
    void close(std::string const& the_case);
    std::string step(std::string const& the_case, std::string const& step, Date on);
    std::string concern(std::string const& the_case, std::string const& pupil, std::string const& by);
    void answer(
        std::string const& the_case,
        std::optional<std::string> const& contact,
        std::string const& answer,
        Date on,
        std::optional<Date> expires_on = std::nullopt,
        std::optional<std::string> const& although = std::nullopt
    );
    // What the contact is to the child from now on.
    void is_to_the_child(
        std::string const& pupil, std::string const& contact, bool responsible, std::string const& restriction
    );

    // A group with room for six, delivered by someone whose nurture training is in force.
    std::string programme(std::string const& deliverer);
    std::string place(
        std::string const& programme, std::string const& the_case, std::string const& pupil, Date allocated_on
    );
    void end_place(std::string const& place, std::string const& reason);
    // Delivered where `held_on` stands, else planned.
    std::string session(
        std::string const& programme, int number, Date planned_on, std::optional<Date> held_on = std::nullopt
    );
    // At the latest on the day, so that a session may be held then.
    void start(std::string const& programme, Date on);
    // By who delivers the programme.
    void hold(std::string const& session, Date held_on);
    void evaluation(std::string const& session, std::string const& place, std::string const& pupil);

private:
    std::string next_id();

    db::Connection& db_;
    SchoolId school_;
    Date today_ = *calendar::parse_iso("2026-05-12");
    std::int64_t moments_ = 0;
    std::string administrator_;
    std::string room_;
    std::string policy_;
};

}  // namespace support
