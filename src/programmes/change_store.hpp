#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "db/connection.hpp"
#include "programmes/programmes.hpp"
#include "programmes/session.hpp"

// Programmes that change hands, room or time.
namespace programmes::store {

using ChangeId = Id<struct ChangeTag>;

void add_change(
    db::Connection& db,
    SchoolId school,
    ChangeId const& id,
    Programme const& before,
    Programme const& after,
    NewDelivery const& input,
    StaffId const& by,
    Instant at
);
std::vector<DeliveryChange> changes_of(db::Connection& db, SchoolId school, ProgrammeId const& programme);

// Writes deliverer, room, weekday, time and first day. False where another change came first.
bool change_delivery(db::Connection& db, SchoolId school, Programme const& programme);

// Sessions that were held, or lie before the day, stay with whom they were.
void keep_with(
    db::Connection& db, SchoolId school, ProgrammeId const& programme, StaffId const& deliverer, Date before
);
// Writes day, room, time and who holds it.
void move(db::Connection& db, SchoolId school, Session const& session);
// Every session under a number gets the one that stands for it; no number among them is free otherwise.
void renumber(
    db::Connection& db, SchoolId school, ProgrammeId const& programme, std::map<int, int> const& numbers
);

// True where the person works here on the day as a Nurture Assistant.
bool delivers_here(db::Connection& db, SchoolId school, StaffId const& person, Date day);

// Programmes that are not completed, and whose deliverer has left or is no Nurture Assistant any more; and
// those whose former deliverer left sessions to write up, and nobody who could.
struct WithoutDeliverer {
    ProgrammeId programme;
    std::string name;
    std::string deliverer_name;
    bool has_left = false;
    bool to_write_up = false;  // a session that was held before the programme changed hands, and nothing else
    auto columns() { return std::tie(programme, name, deliverer_name, has_left, to_write_up); }
};
std::vector<WithoutDeliverer> without_deliverer(db::Connection& db, SchoolId school, Date today);

}  // namespace programmes::store
