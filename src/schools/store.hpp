#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "schools/schools.hpp"

// The school and what is set for it. The school has been entered.
namespace schools::store {

bool any_school(db::Connection& db);
SchoolId next_school(db::Connection& db);
void add(db::Connection& db, School const& school, Instant now);
std::optional<School> school(db::Connection& db, SchoolId school);

// False where someone else changed the school since this version.
bool change(db::Connection& db, SchoolId school, int version, Details const& details);

std::vector<Term> terms(db::Connection& db, SchoolId school);
std::vector<Closure> closures(db::Connection& db, SchoolId school);
// The days that are looked at where the school counts the impact window in school weeks; empty where it
// counts the calendar's.
std::optional<OpenDays> days_that_count(db::Connection& db, SchoolId school);
void set_impact_weeks(db::Connection& db, SchoolId school, ImpactWeeks weeks);

OpenDays open_days(db::Connection& db, SchoolId school);

void add(db::Connection& db, SchoolId school, Term const& term);
bool change(db::Connection& db, SchoolId school, Term const& term);
void remove(db::Connection& db, SchoolId school, TermId const& term);
void add(db::Connection& db, SchoolId school, Closure const& closure);
void remove(db::Connection& db, SchoolId school, ClosureId const& closure);

// Those in use, by name.
std::vector<Room> rooms(db::Connection& db, SchoolId school);
std::optional<Room> room(db::Connection& db, SchoolId school, RoomId const& room);
void add(db::Connection& db, SchoolId school, Room const& room);
void close(db::Connection& db, SchoolId school, RoomId const& room, Date on);

// The register, oldest first.
std::vector<PolicyVersion> policy_versions(db::Connection& db, SchoolId school);
bool any_programme_under(db::Connection& db, SchoolId school, PolicyVersionId const& id);
void add(db::Connection& db, SchoolId school, PolicyVersion const& version);
// False where someone else changed it since this version of it.
bool correct(db::Connection& db, SchoolId school, PolicyVersion const& version);
bool review(
    db::Connection& db, SchoolId school, PolicyVersionId const& id, int version, Review const& review
);

Readiness readiness(db::Connection& db, SchoolId school, Date today);

}  // namespace schools::store
