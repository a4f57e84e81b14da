#pragma once

#include <set>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "records/records.hpp"

namespace records::store {

struct Head {
    std::int64_t number = 0;
    std::string hash;
    auto columns() { return std::tie(number, hash); }
};

// Where the school's log ends; number 0 before its first entry.
Head head(db::Connection& db, SchoolId school);

// Adds the entry at the end of the log and moves the head to it.
void add(db::Connection& db, SchoolId school, Entry const& entry);

// The whole log from the first entry on, in its words.
std::vector<Entry> all(db::Connection& db, SchoolId school);

// So many of its entries at the most, from this number on, as they are stored: the chain is made over sealed
// words, so that it holds when nobody can open them any more.
std::vector<Entry> from(db::Connection& db, SchoolId school, std::int64_t number, std::int64_t most);

// Whether one of these, or something in one of these cases, was undone after this moment; also where more was
// logged since than is worth looking through. With none named: whether anything was.
bool something_was_undone_since(
    db::Connection& db, SchoolId school, Instant moment, std::set<std::string> const& concerned
);

// The log of one case, oldest first.
std::vector<Entry> of_case(db::Connection& db, SchoolId school, std::string const& case_id);

}  // namespace records::store
