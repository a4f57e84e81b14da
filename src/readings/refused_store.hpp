#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "db/connection.hpp"
#include "pupils/pupils.hpp"
#include "readings/readings.hpp"
#include "visits/who.hpp"

// Who was refused in a school, and whom they meant.
namespace readings::refused_store {

// A child whom an address means by an id in it, and which case of theirs, where it means one.
struct Meant {
    pupils::PupilId pupil;
    std::optional<pupils::CaseId> the_case;
    auto columns() { return std::tie(pupil, the_case); }
};
// Whose this id of a pupil, a case or a piece of one is; of a merging, whose record stays.
std::optional<Meant> meant_by(db::Connection& db, SchoolId school, std::string_view id);
// The children of the programme or the session of this id.
std::vector<Meant> of_programme_or_session(db::Connection& db, SchoolId school, std::string_view id);
// Whether this person delivers the session of this id or stands in there, or wrote the concern of this id.
bool has_part(db::Connection& db, SchoolId school, std::string_view id, visits::StaffId const& staff);

// How many refusals there were since then; and so many of them, the newest first, after so many.
std::int64_t count_since(db::Connection& db, SchoolId school, Instant since);
std::vector<Entry> since(
    db::Connection& db, SchoolId school, Instant since, std::int64_t most, std::int64_t after
);
// The children of these, each with the class of this day.
std::vector<pupils::Pupil> children_since(db::Connection& db, SchoolId school, Instant since, Date today);

}  // namespace readings::refused_store
