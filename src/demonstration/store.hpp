#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.hpp"
#include "db/connection.hpp"
#include "demonstration/demonstration.hpp"

namespace demonstration::store {

// From here on all people of this installation are made up, for ever.
void mark_as_demonstration(db::Connection& db);
// True where nothing has been set up yet.
bool is_empty(db::Connection& db);

void add_account(
    db::Connection& db, visits::AccountId const& account, std::string const& address, Instant now
);

struct SchoolName {
    SchoolId id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};
// By number.
std::vector<SchoolName> schools(db::Connection& db);

// Everyone who works here on the day, each once a role. The school has been entered.
std::vector<Somebody> people(db::Connection& db, SchoolId school, Date day);
// The parent or carer who was asked last, of children for whom nobody has answered yet.
std::optional<Parent> parent_asked(db::Connection& db, SchoolId school);
std::optional<visits::AccountId> account_of(
    db::Connection& db, SchoolId school, visits::StaffId const& staff
);

}  // namespace demonstration::store
