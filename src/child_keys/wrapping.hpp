#pragma once

#include <cstdint>
#include <string>

#include "base/sealed.hpp"

// How the file of the children's keys comes from one key of the installation to another: first each key is
// wrapped with both, then the database says which of the two is in force, and then the other's wrappings go.
// Whoever dies between leaves a file that `keep_wrappings_of` opens with either.
namespace child_keys {

// By what name the database knows this file, which is made where it is missing.
std::string file_id(std::string const& path);

// How many children's keys stand in the file.
std::int64_t count_keys(std::string const& path);

// Sets a wrapping with the next key beside each that opens with the one in force now; both are on the disk
// once this returns. Says of how many. Throws Broken, and leaves the file as it is, where a key opens with
// neither.
std::int64_t wrap_with_both(std::string const& path, sealed::Key const& now, sealed::Key const& next);

// Where both stand, keeps the wrappings of the key that is in force and takes the other's out of the file and
// its log. Says whether the children's keys open with it, which is asked of one.
bool keep_wrappings_of(std::string const& path, sealed::Key const& in_force);

}  // namespace child_keys
