#pragma once

#include <string>

#include "app/configuration.hpp"
#include "app/start.hpp"
#include "db/database.hpp"

namespace app {

// Lets the key in this file, which is made where it is missing, seal whatever the sealing key seals: the
// children's keys and the secrets of authenticator apps. The key of before opens nothing any more. Where it
// is broken off, at whatever moment, Withy opens with one of the two, and the same again goes on. `tell`
// hears of each step once its outcome is on the disk. Throws Broken, in words for whoever runs Withy, while
// another process uses the keys, and where either key can't be used.
void change_sealing_key(
    Configuration const& configuration, db::Database& database, std::string const& new_file, Tell const& tell
);

// What that would do, in a sentence or two; refused for the same reasons but that others use the keys.
std::string change_of_sealing_key(
    Configuration const& configuration, db::Database& database, std::string const& new_file
);

}  // namespace app
