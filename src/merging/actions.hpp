#pragma once

#include <map>

#include "base/expected.hpp"
#include "merging/merging.hpp"
#include "visits/visit.hpp"

namespace merging {

// Two records beside each other: what they say, what would go over, and what stands against it.
struct Comparison {
    Record stays;
    Record former;
    std::vector<Value> values;
    std::vector<Difference> differences;  // that may mean two children
    std::map<std::string, int> rows;      // how many of which table
    std::vector<Refusal> objections;
};
std::optional<Comparison> compare(Visit const& visit, PupilId const& stays, PupilId const& former);

// Makes the two one, in the transaction of this visit: of the fields named here the former record's value is
// kept. The versions are those of the page that was looked at.
Expected<void, Refusal> merge(
    Visit& visit,
    Comparison const& looked_at,
    std::set<std::string> const& from_former,
    int stays_version,
    int former_version
);

// Why the merging can't be taken back today.
std::optional<UndoRefusal> obstacle_to_undoing(Visit const& visit, Merged const& merged);
// Makes them two again: what went over goes back, with what came to it since, and nothing is kept here of
// what the two said.
Expected<void, UndoRefusal> undo(Visit& visit, Merged const& merged, std::string const& why);

// Takes away what records said before they were merged, in every school, where that can't be taken back any
// more or was; says of how many records.
int clear_records_of_before(db::Connection& db, Instant now);

}  // namespace merging
