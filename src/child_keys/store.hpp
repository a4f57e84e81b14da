#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
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

// Every key, how many, and the first of them.
std::vector<ChildKey> all(db::Connection& file);
std::optional<ChildKey> first(db::Connection& file);
std::int64_t count(db::Connection& file);

// A wrapping with another key of the installation, beside the one by which the key of this name opens.
struct OtherWrapping {
    std::string id;
    std::string wrapped;
    auto columns() { return std::tie(id, wrapped); }
};
// In place of other wrappings that there were; on the disk once this returns.
void set_beside(db::Connection& file, std::span<OtherWrapping const> wrappings);
// One of the keys, by its other wrapping; nothing where none has one.
std::optional<ChildKey> one_by_other_wrapping(db::Connection& file);
// Takes the other wrappings away, gone from the file and from its log once this returns; where they are to be
// kept, in the place of those by which the keys opened.
enum class Others { kept, dropped };
void end_other_wrappings(db::Connection& file, Others others);

// Gone from the file and from its log once this returns.
void remove(db::Connection& file, std::span<std::string const> ids);

}  // namespace child_keys::store
