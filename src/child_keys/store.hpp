#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "child_keys/child_keys.hpp"
#include "db/connection.hpp"

// The file of the children's keys, which is no part of the database and of no backup of it.
namespace child_keys::store {

// Makes the tables where the file is new; says by what name the database may know the file, the copies of it
// too.
std::string prepare(db::Connection& file);

// The key of this name; nothing where it was destroyed.
std::optional<ChildKey> find(db::Connection& file, std::string_view id);

// The keys of this record of a child, one unless two processes made one at the same moment.
std::vector<ChildKey> of_record(
    db::Connection& file, SchoolId school, std::string_view whom, std::string_view record
);

// On the disk once this returns.
void add(db::Connection& file, std::span<ChildKey const> keys);

// Gone from the file and from its log once this returns.
void remove(db::Connection& file, std::span<std::string const> ids);

}  // namespace child_keys::store
