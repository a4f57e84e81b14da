#pragma once

#include <string>
#include <string_view>

#include "db/connection.hpp"

namespace db {

// What a migration says to one engine: parts for the other are left blank, so that line numbers stay.
std::string text_for(Engine engine, std::string_view migration);

// BLAKE2b-256 in hexadecimal: tells whether a migration was changed after it ran.
std::string checksum_of(std::string_view migration);

}  // namespace db
