#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/configuration.hpp"
#include "app/settings.hpp"
#include "db/database.hpp"

namespace app {

// Opens the database of this configuration, making the data folder where it is missing.
std::unique_ptr<db::Database> open(Configuration const& configuration);

// The same, brought up to date: a SQLite file after a backup beside it. A PostgreSQL that lacks migrations is
// refused with a word to run `withy migrate`, since other servers may use it.
std::unique_ptr<db::Database> open_up_to_date(Configuration const& configuration);

// What the pipeline needs to know, from the configuration and the data.
Settings settings_for(Configuration const& configuration, db::Database& database);

// While there is no school: a new one-time code that lets its reader set one up. Its hash is kept, older
// codes end.
std::optional<std::string> setup_code(db::Database& database);

}  // namespace app
