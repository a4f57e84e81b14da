#pragma once

#include <string>

namespace cli {

// The text of a file, or of the standard input where it is called "-". Throws Broken where it can't be read.
std::string text_of_file(std::string const& path);

}  // namespace cli
