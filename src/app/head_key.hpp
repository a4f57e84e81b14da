#pragma once

#include <optional>
#include <string>

#include "app/configuration.hpp"
#include "base/signature.hpp"

namespace app {

// Where the key stands that signs the heads of the logs: `head-key` in the data folder, or where the setting
// says.
std::string head_key_file(Configuration const& configuration);

// The key of that file, which is made where it is missing. Throws Broken with what to do where the file can't
// be used, or stands open to others than its own user.
signature::Key head_key(Configuration const& configuration);

// Its public half, where there is such a file.
std::optional<std::string> public_head_key(Configuration const& configuration);

}  // namespace app
