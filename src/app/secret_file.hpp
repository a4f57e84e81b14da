#pragma once

#include <string>
#include <string_view>

namespace app {

// The first line of the file that holds a secret, so that no command line and no environment shows it; empty
// where no file is named. Throws where it can't be read, naming what it is for.
std::string secret_in(std::string const& file, std::string_view what);

}  // namespace app
