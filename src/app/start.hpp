#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/configuration.hpp"
#include "app/settings.hpp"
#include "db/database.hpp"

namespace app {

// Opens the database of this configuration, making the data folder where it is missing. From here on what the
// process writes is for its own user alone, and a file that may not grow is an error like a full disk.
std::unique_ptr<db::Database> open(Configuration const& configuration);

// Hears what is about to be done, where it may take long.
using Tell = std::function<void(std::string const&)>;

// The same, brought up to date: a SQLite file after a backup beside it. A PostgreSQL that lacks migrations is
// refused with a word to run `withy migrate`, since other servers may use it. For whoever holds an
// OnlyServer.
std::unique_ptr<db::Database> open_up_to_date(Configuration const& configuration, Tell const& tell = {});

// Opens what is there already, is of this version and has a school. What only looks into a Withy, or adds to
// it, makes none and migrates none beneath a server: of an earlier version it is refused with the same word.
std::unique_ptr<db::Database> open_in_use(Configuration const& configuration);

// Opens what is there already, of whichever version, and neither makes nor migrates anything.
std::unique_ptr<db::Database> open_as_it_is(Configuration const& configuration);

// Brings it up to date by whichever command: a SQLite file that holds anything after a backup beside it. What
// is made anew is made in a moment, without a word.
struct BroughtUpToDate {
    std::vector<std::string> migrations;  // their names
    std::string backup;                   // its path; empty: none was to be made
};
BroughtUpToDate bring_up_to_date(
    Configuration const& configuration, db::Database& database, Tell const& tell = {}
);

// Whoever holds one serves this SQLite file alone, which commands of other processes still read and write;
// the system lets go of it when its process ends, however it ends. Of PostgreSQL several may be held.
class OnlyServer {
public:
    // Throws Broken, in words for whoever starts it, where another process serves the same file. Makes the
    // data folder, and nothing in the database.
    explicit OnlyServer(Configuration const& configuration);
    ~OnlyServer();
    OnlyServer(OnlyServer const&) = delete;
    OnlyServer& operator=(OnlyServer const&) = delete;

private:
    int file_ = -1;
};

// Seals what the migrations of an update could only leave unsealed, since they have no child's key: the keys
// by which requests in hand name their lines. With the children's keys open.
void seal_what_migrations_left(db::Database& database);

// What whoever starts the server has to know where the schools' rows are not held apart by the database: on
// PostgreSQL, as a role that row-level security does not bind. Empty where it does.
std::string warning_of_role(db::Database& database);

// What the pipeline needs to know, from the configuration and the data.
Settings settings_for(Configuration const& configuration, db::Database& database);

// While there is no school: a new one-time code that lets its reader set one up. Its hash is kept, older
// codes end.
std::optional<std::string> setup_code(db::Database& database);

}  // namespace app
