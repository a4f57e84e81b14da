#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "heads/heads.hpp"

namespace heads::store {

struct School {
    SchoolId id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};
std::vector<School> schools(db::Connection& db);

// A head as it is kept, with the roots of the tree's whole subtrees.
struct Kept {
    Head head;
    std::vector<merkle::Hash> subtrees;
};

// The heads of one log, the latest last. Throws Broken where what is kept can't be read.
std::vector<Kept> all(db::Connection& db, SchoolId school, Log log);
std::optional<Kept> latest(db::Connection& db, SchoolId school, Log log);
void add(db::Connection& db, Kept const& kept);

// How many entries the log has, by the number of its last; 0 where it has none.
merkle::Size size(db::Connection& db, SchoolId school, Log log);
// The hashes of so many entries at the most, from this number on.
std::vector<std::string> hashes(
    db::Connection& db, SchoolId school, Log log, std::int64_t number, std::int64_t most
);
// The hash of the entry of this number.
std::optional<std::string> hash(db::Connection& db, SchoolId school, Log log, std::int64_t number);
// The first entry before the first of all, where somebody put one there.
std::optional<std::int64_t> before_the_first(db::Connection& db, SchoolId school, Log log);

}  // namespace heads::store
